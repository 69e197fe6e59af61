import type { Tx } from '#platform/database/index.ts'
import { Conflict, NotFound } from '#platform/errors.ts'
import { markContactVerified } from './contacts/store.ts'
import type { PagingDeps } from './deps.ts'
import { queueStandDown } from './deliveries/queue.ts'
import { markDeliveriesDropped } from './deliveries/store.ts'
import { pagePeople, planNextMove } from './escalation.ts'
import { factsOf } from './events.ts'
import { canBeAnswered, isSettled, stateAfterAnswer } from './rules.ts'
import { findCallForUpdate, findCallId, markCall, saveCall, type NewCall } from './call.store.ts'
import { findPage, listPages, markPage, markPagesEnded } from './page.store.ts'
import { touchScreens } from './touch.ts'
import type { Answer, AnsweredVia, CallFacts, CallMessage, CallRef, CallRequest, EndReason } from './types.ts'

/** Opens a call, or finds the one that was opened with this key. Its first rung is paged at commit. */
export async function openCall(deps: PagingDeps, tx: Tx, request: CallRequest): Promise<string> {
  return openCallOf(deps, tx, {
    ...request,
    facts: request.facts ?? {},
    enough: request.mode === 'call-in' ? (request.enough ?? null) : null,
    contactMethodId: null,
    openedAt: deps.clock(),
  })
}

/** As `openCall`, for test pages too. */
export async function openCallOf(deps: PagingDeps, tx: Tx, wanted: NewCall): Promise<string> {
  const call = await saveCall(tx, wanted)
  if (!call) {
    const id = await findCallId(tx, wanted.key)
    if (!id) throw new Conflict('This call was deleted a moment ago')
    return id
  }
  const pages = await pagePeople(deps, tx, call, 1)
  await planNextMove(deps, tx, call, pages)
  await touchScreens(
    deps,
    tx,
    call.exerciseId,
    pages.map((page) => page.personId),
  )
  return call.id
}

/** Newer facts, and a truer sentence, for those who open their page from now on. */
export async function reviseCall(tx: Tx, ref: CallRef, facts: CallFacts, message?: CallMessage): Promise<void> {
  const call = await findCallForUpdate(tx, ref)
  if (call && call.state !== 'ended') await markCall(tx, call.id, { facts, ...(message && { message }) })
}

/** Ends a call. Who had not answered need not; who is coming is told. True when it was still running. */
export async function endCall(deps: PagingDeps, tx: Tx, ref: CallRef, reason: EndReason): Promise<boolean> {
  const call = await findCallForUpdate(tx, ref)
  if (!call || call.state === 'ended') return false
  const now = deps.clock()
  const pages = await listPages(tx, [call.id])
  await markCall(tx, call.id, { state: 'ended', endedAt: now, endReason: reason, nextAt: null, tick: call.tick + 1 })
  await markPagesEnded(tx, call.id)
  await markDeliveriesDropped(
    tx,
    pages.map((page) => page.id),
    now,
  )
  for (const page of pages) if (page.state === 'coming') await queueStandDown(deps, tx, page)
  await deps.events.announce(tx, { type: 'call.ended', ...factsOf(call), reason })
  await touchScreens(
    deps,
    tx,
    call.exerciseId,
    pages.map((page) => page.personId),
  )
  return true
}

export interface AnswerGiven {
  pageId: string
  answer: Answer
  /** Minutes until they are here; only for `coming`. */
  minutes: number | null
  via: AnsweredVia
}

/** Takes an answer, or another answer instead of the one before. */
export function answerPage(deps: PagingDeps, { pageId, answer, minutes, via }: AnswerGiven): Promise<void> {
  return deps.db.transaction(async (tx) => {
    const found = await findPage(tx, pageId)
    const call = found && (await findCallForUpdate(tx, { id: found.callId }))
    if (!found || !call) throw new NotFound('No such page')
    if (!canBeAnswered(call)) throw new Conflict('This call is over')
    const now = deps.clock()
    const pages = await listPages(tx, [call.id])
    const page = pages.find(({ id }) => id === pageId) ?? found
    const change = { state: answer, answer, minutes: answer === 'coming' ? minutes : null, answeredAt: now, via }
    await markPage(tx, page.id, change)
    const answered = pages.map((each) => (each.id === page.id ? { ...each, ...change } : each))

    // Whoever needs no more messages gets none: this person, and with a settled call everybody.
    const settled = isSettled(call, answered)
    await markDeliveriesDropped(tx, settled ? pages.map(({ id }) => id) : [page.id], now)

    if (call.mode === 'test') {
      if (via === 'link' && call.contactMethodId) await markContactVerified(tx, call.contactMethodId, now)
      await markCall(tx, call.id, { state: 'ended', answeredAt: now, endedAt: now, endReason: 'closed' })
    } else {
      const state = stateAfterAnswer(call, answered)
      await markCall(tx, call.id, { state, answeredAt: state === 'answered' ? (call.answeredAt ?? now) : null })
      await planNextMove(deps, tx, { ...call, state }, answered)
      await deps.events.announce(tx, {
        type: 'page.answered',
        ...factsOf(call),
        pageId: page.id,
        personId: page.personId,
        answer,
        minutes: change.minutes,
        via,
        previous: page.answer,
      })
    }
    await touchScreens(deps, tx, call.exerciseId, settled ? pages.map((each) => each.personId) : [page.personId])
  })
}
