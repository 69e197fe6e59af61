import type { Tx } from '#platform/database/index.ts'
import { ESCALATE_CALL, type PagingDeps } from './deps.ts'
import { queueDeliveries } from './deliveries/queue.ts'
import { factsOf } from './events.ts'
import { isTooOld, needsReminder, nextMove } from './rules.ts'
import { findCallForUpdate, markCall, type Call } from './call.store.ts'
import { listPages, savePages, type Page } from './page.store.ts'
import { touchScreens } from './touch.ts'

/** Pages everybody on a rung who was not paged before, by every way that is known. Returns the new pages. */
export async function pagePeople(deps: PagingDeps, tx: Tx, call: Call, step: number): Promise<Page[]> {
  const wanted = [...new Set(call.steps[step - 1]?.people ?? [])]
  const people = await deps.accounts.people(tx, wanted)
  const present = wanted.filter((id) => people.get(id)?.isErased === false)
  const pages = await savePages(tx, call.id, step, present, deps.clock())
  return queueDeliveries(deps, tx, call, pages, 'page')
}

/**
 * Decides the next move anew and leaves a job for its time. Safe to repeat. A job of an older plan finds another `tick` and does nothing.
 */
export async function planNextMove(deps: PagingDeps, tx: Tx, call: Call, pages: readonly Page[]): Promise<void> {
  const move = nextMove(call, pages, deps.clock())
  if (move?.at.getTime() === call.nextAt?.getTime()) return
  const tick = call.tick + 1
  await markCall(tx, call.id, { nextAt: move?.at ?? null, tick })
  if (move) await deps.jobs.enqueue(tx, ESCALATE_CALL, { callId: call.id, tick }, { at: move.at })
}

/** Makes the move that is due: asks the next rung, reminds, or gives up loudly. Safe to repeat. */
export function makeMove(deps: PagingDeps, callId: string, tick: number): Promise<void> {
  return deps.db.transaction(async (tx) => {
    const call = await findCallForUpdate(tx, { id: callId })
    if (!call?.nextAt || call.tick !== tick) return
    const now = deps.clock()
    if (call.nextAt > now) {
      // Woken early: the database's clock runs ahead of ours. By its clock the job waits as long again as is left, else it would come at once.
      const left = call.nextAt.getTime() - now.getTime()
      await deps.jobs.enqueue(tx, ESCALATE_CALL, { callId, tick }, { at: new Date(call.nextAt.getTime() + left) })
      return
    }
    const pages = await listPages(tx, [callId])
    const move = nextMove(call, pages, now)
    if (!move || move.at > now) return planNextMove(deps, tx, call, pages)
    if (move.kind === 'exhaust' || isTooOld(call, now)) return giveUp(deps, tx, call, pages)

    const change =
      move.kind === 'escalate'
        ? { step: call.step + 1, reminders: 0, movedAt: now }
        : { reminders: call.reminders + 1, movedAt: now }
    const moved: Call = { ...call, ...change }
    await markCall(tx, callId, change)
    const reminded = await queueDeliveries(deps, tx, call, pages.filter(needsReminder), 'reminder')
    const added = move.kind === 'escalate' ? await pagePeople(deps, tx, moved, moved.step) : []
    if (move.kind === 'escalate') {
      await deps.events.announce(tx, {
        type: 'call.escalated',
        ...factsOf(call),
        step: moved.step,
        personIds: added.map((page) => page.personId),
      })
    }
    const unchanged = pages.filter((page) => !reminded.some(({ id }) => id === page.id))
    await planNextMove(deps, tx, moved, [...unchanged, ...reminded, ...added])
    await touchScreens(
      deps,
      tx,
      call.exerciseId,
      [...reminded, ...added].map((page) => page.personId),
    )
  })
}

async function giveUp(deps: PagingDeps, tx: Tx, call: Call, pages: readonly Page[]): Promise<void> {
  const now = deps.clock()
  await markCall(tx, call.id, { state: 'exhausted', exhaustedAt: now, nextAt: null, tick: call.tick + 1 })
  await deps.events.announce(tx, {
    type: 'call.exhausted',
    ...factsOf(call),
    paged: pages.length,
    coming: pages.filter(({ state }) => state === 'coming').length,
  })
  await touchScreens(
    deps,
    tx,
    call.exerciseId,
    pages.map((page) => page.personId),
  )
}
