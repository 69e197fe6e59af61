import type { Actor } from '#platform/actor.ts'
import { NotAllowed } from '#platform/errors.ts'
import { canTick } from '../permissions.ts'
import type { ReadinessDeps } from '../readiness.ts'
import type { Scene } from '../scene.ts'
import { record } from './record.ts'

/** Adds somebody's own words to the log. They cannot be taken back, only added to. */
export function addNote(deps: ReadinessDeps, actor: Actor, input: { scene: Scene; text: string }): Promise<void> {
  if (!canTick(actor)) throw new NotAllowed('Only staff can add to the log')
  return deps.db.transaction((tx) => record(deps, tx, input.scene, actor.id, { kind: 'note', text: input.text }))
}
