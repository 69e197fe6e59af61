import type { Answer, CallMode, CallState, CallStep, PageState, Reach } from './types.ts'

/** On the last rung, those who have not answered are reminded this often. */
export const REMIND_EVERY_MINUTES = 2
/** So many reminders, then the call is exhausted and says so. */
export const MAX_REMINDERS = 5
/** A link answers until this long after the call ended … */
export const LINK_AFTER_END_HOURS = 12
/** … and never longer than this after the person was paged. */
export const LINK_HOURS = 24
/** A contact method that answered a test page longer ago than this wants a new one. */
export const TEST_VALID_DAYS = 180

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** What the rules ask about a call. */
export interface CallFace {
  mode: CallMode
  state: CallState
  steps: readonly CallStep[]
  /** The rung paged last, 1 for the first. */
  step: number
  /** Reminders given on the last rung. */
  reminders: number
  enough: number | null
  /** When Salve last paged or reminded. */
  movedAt: Date
}

export interface PageFace {
  state: PageState
}

export type Move = { kind: 'escalate' | 'remind' | 'exhaust'; at: Date }

/** True while this person's answer is still hoped for. */
export function isWaiting({ state }: PageFace): boolean {
  return state === 'waiting' || state === 'sent'
}

/** Whoever has not answered and can have an address that works by now is asked again. */
export function needsReminder({ state }: PageFace): boolean {
  return state === 'waiting' || state === 'sent' || state === 'unreachable'
}

/** The call has what it asked for; Salve stops asking by itself. */
export function isSettled({ mode, enough }: Pick<CallFace, 'mode' | 'enough'>, pages: readonly PageFace[]): boolean {
  const coming = pages.filter(({ state }) => state === 'coming').length
  if (mode === 'call-in') return enough !== null && coming >= enough
  return pages.some(({ state }) => state === 'coming' || state === 'seen' || (mode === 'test' && state === 'cannot'))
}

/** What Salve does next by itself, and when; null when it has nothing more to do. Never before `now`. */
export function nextMove(call: CallFace, pages: readonly PageFace[], now: Date): Move | null {
  if (call.state !== 'open' || call.mode === 'test' || isSettled(call, pages)) return null
  const waiting = pages.some(isWaiting)
  const wait = call.steps[call.step - 1]?.afterMinutes ?? REMIND_EVERY_MINUTES
  const after = (kind: Move['kind'], minutes: number): Move => ({
    kind,
    at: new Date(Math.max(now.getTime(), call.movedAt.getTime() + minutes * MINUTE_MS)),
  })

  if (call.step < call.steps.length) {
    // Nobody asked so far can still say yes: the next are asked at once.
    if (!waiting) return isWholeTeamComing(call, pages) ? null : after('escalate', 0)
    return after('escalate', wait)
  }
  if (!waiting) return isFruitless(call, pages) ? after('exhaust', 0) : null
  if (call.reminders < MAX_REMINDERS) return after('remind', call.reminders === 0 ? wait : REMIND_EVERY_MINUTES)
  return isFruitless(call, pages) ? after('exhaust', REMIND_EVERY_MINUTES) : null
}

/** A call-in without a number has what it wants when everybody asked is coming. */
function isWholeTeamComing({ mode, enough }: CallFace, pages: readonly PageFace[]): boolean {
  return mode === 'call-in' && enough === null && pages.length > 0 && pages.every(({ state }) => state === 'coming')
}

/** Everybody was asked, and what was asked for did not come. */
function isFruitless(call: CallFace, pages: readonly PageFace[]): boolean {
  if (call.mode === 'call-in' && call.enough === null) return !pages.some(({ state }) => state === 'coming')
  return !isSettled(call, pages)
}

/** The state of a running call after an answer came or was changed. An ended call stays ended. */
export function stateAfterAnswer(call: CallFace, pages: readonly PageFace[]): CallState {
  if (call.state === 'ended') return 'ended'
  if (isSettled(call, pages)) return 'answered'
  // Who takes an answer back starts the asking anew; an exhausted call stays exhausted until somebody says yes.
  return call.state === 'exhausted' ? 'exhausted' : 'open'
}

/** Until when a page's link answers. */
export function linkEndsAt(page: { openedAt: Date }, call: { endedAt: Date | null }): Date {
  const atMost = page.openedAt.getTime() + LINK_HOURS * HOUR_MS
  const afterEnd = call.endedAt ? call.endedAt.getTime() + LINK_AFTER_END_HOURS * HOUR_MS : atMost
  return new Date(Math.min(atMost, afterEnd))
}

export function isLinkOver(page: { openedAt: Date }, call: { endedAt: Date | null }, now: Date): boolean {
  return linkEndsAt(page, call) <= now
}

/**
 * A call that nobody has looked after for a day (the server was away, or an old backup was restored) wakes nobody any more.
 */
export function isTooOld(call: { openedAt: Date }, now: Date): boolean {
  return now.getTime() - call.openedAt.getTime() >= LINK_HOURS * HOUR_MS
}

/** An answer, or another answer, is taken as long as the call runs; also after it was exhausted. */
export function canBeAnswered(call: { state: CallState }): boolean {
  return call.state !== 'ended'
}

/** When somebody will be here. Null for other answers. */
export function etaOf(page: { answer: Answer | null; minutes: number | null; answeredAt: Date | null }): Date | null {
  if (page.answer !== 'coming' || page.minutes === null || !page.answeredAt) return null
  return new Date(page.answeredAt.getTime() + page.minutes * MINUTE_MS)
}

/** How sure it is that this person can be woken, by the best of the contact methods. */
export function reachOf(methods: readonly { verifiedAt: Date | null }[], hasAddress: boolean, now: Date): Reach {
  const tested = methods.flatMap(({ verifiedAt }) => (verifiedAt ? [verifiedAt.getTime()] : []))
  if (tested.some((at) => now.getTime() - at < TEST_VALID_DAYS * 24 * HOUR_MS)) return 'tested'
  if (tested.length > 0) return 'stale'
  return methods.length > 0 || hasAddress ? 'untested' : 'none'
}

export function isReachable(reach: Reach): boolean {
  return reach === 'tested' || reach === 'stale'
}
