import type { Actor } from '#platform/actor.ts'
import { NotAllowed } from '#platform/errors.ts'
import { record } from '../log/record.ts'
import { canTick } from '../permissions.ts'
import type { ReadinessDeps } from '../readiness.ts'
import type { Scene } from '../scene.ts'
import { lockScene } from '../scene.store.ts'
import type { Unit } from '../types.ts'
import { saveReport } from './store.ts'

/** Tells how much a unit has free. The newest word counts; the log keeps them all. */
export function tellUnit(
  deps: ReadinessDeps,
  actor: Actor,
  input: { scene: Scene; unit: Unit; free: number; total: number | null },
): Promise<void> {
  if (!canTick(actor)) throw new NotAllowed('Only staff can tell what a unit has free')
  const { scene, unit, free, total } = input
  return deps.db.transaction(async (tx) => {
    await lockScene(tx, scene)
    await saveReport(tx, scene, { unit, free, total, toldBy: actor.id, toldAt: deps.clock() })
    await record(deps, tx, scene, actor.id, { kind: 'unit.told', unit, free, total })
  })
}
