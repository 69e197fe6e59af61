import type { Actor } from '#platform/actor.ts'
import type { Clock } from '#platform/clock.ts'
import type { Database } from '#platform/database/index.ts'
import { NotAllowed, NotFound } from '#platform/errors.ts'
import { sceneChannel, type Realtime } from '#platform/realtime/index.ts'
import type { Kind } from './detector/types.ts'
import { canManageSources } from './permissions.ts'
import { USUAL_BUDGET_DAYS } from './rules.ts'
import type { Scenes } from './scene.ts'
import { findBudget, saveBudget } from './store.ts'
import type { WatchDeps } from './watch.ts'

export interface BudgetDeps {
  db: Database
  clock: Clock
  realtime: Realtime
  scenes: Scenes
  record: WatchDeps['accounts']['record']
}

function mayManage(actor: Actor): void {
  if (!canManageSources(actor)) throw new NotAllowed('Only an administrator can change how easily the watch pages')
}

/** Sets in how many days at most one page is to be false. Every scene takes it up with its next change and forgets nothing. */
export function setBudget(deps: BudgetDeps, actor: Actor, days: number): Promise<void> {
  mayManage(actor)
  return deps.db.transaction(async (tx) => {
    const before = (await findBudget(tx))?.days ?? USUAL_BUDGET_DAYS
    if (before === days) return
    await saveBudget(tx, days, deps.clock(), actor.id)
    await deps.record(tx, actor.id, { kind: 'watch.budget-changed', days, before })
    await deps.realtime.touch(tx, sceneChannel(null))
  })
}

/** Forgets what dismissals and confirmations of the real world taught about a kind. */
export async function forgetLessons(deps: BudgetDeps, actor: Actor, kind: Kind): Promise<void> {
  mayManage(actor)
  const done = await deps.scenes.of(null).change(async (tx, detector) => {
    detector.forget(kind)
    await deps.record(tx, actor.id, { kind: 'watch.lessons-forgotten', incidents: kind })
    return true
  })
  if (!done) throw new NotFound('No such scene')
}
