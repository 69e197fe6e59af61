import type { SourceStateName } from './board/board-data.ts'

/** What is known of how a source behaves. Times are the scene's. */
export interface SourceFacts {
  /** Paused by an administrator. */
  isPaused: boolean
  /** False while its connection is down; recordings have none and are always connected. */
  isConnected: boolean
  /** Posts a minute: learnt over an hour, and over the last ten minutes. Null while unknown. */
  expectedPerMinute: number | null
  recentPerMinute: number | null
  /** Any sign of life, a heartbeat too. */
  lastHeardAt: Date | null
  lastPostAt: Date | null
  /** How old posts are when they arrive, seconds; null where that cannot be known. */
  lagSeconds: number | null
  /** Since when it is watched: what was never heard counts from here. */
  since: Date
}

export interface SourceJudgement {
  state: SourceStateName
  /** The last sign of life before it went silent. */
  blindSince: Date | null
}

const MINUTE_MS = 60_000

/** Silence counts as blindness once it would happen by chance less than once in about a thousand times (e^-7). */
const BLIND_MISSING_POSTS = 7
const BLIND_AFTER_MINUTES = 3
const SLOW_MISSING_POSTS = 4.5
const SLOW_AFTER_MINUTES = 1.5
/** A connection that is down gets this long to come back before the source counts as blind. */
const RECONNECT_MINUTES = 0.5
const SLOW_LAG_SECONDS = 120

/** Live, slow (behind its own pace, or its posts arrive late), or blind. A source that stalls is never called quiet. */
export function judgeSource(facts: SourceFacts, now: Date): SourceJudgement {
  if (facts.isPaused) return { state: 'off', blindSince: null }
  const lastSign = facts.lastPostAt ?? facts.lastHeardAt ?? facts.since
  if (!facts.isConnected) {
    const heard = facts.lastHeardAt ?? facts.since
    return minutesBetween(heard, now) >= RECONNECT_MINUTES
      ? { state: 'blind', blindSince: heard }
      : { state: 'slow', blindSince: null }
  }
  const silence = minutesBetween(lastSign, now)
  const missing = silence * paceOf(facts)
  if (silence >= BLIND_AFTER_MINUTES && missing >= BLIND_MISSING_POSTS) return { state: 'blind', blindSince: lastSign }
  if (silence >= SLOW_AFTER_MINUTES && missing >= SLOW_MISSING_POSTS) return { state: 'slow', blindSince: null }
  if (facts.lagSeconds !== null && facts.lagSeconds > SLOW_LAG_SECONDS) return { state: 'slow', blindSince: null }
  return { state: 'live', blindSince: null }
}

/** The slower of the two paces, so that the end of a burst is not taken for blindness. 0 while unknown. */
function paceOf({ expectedPerMinute, recentPerMinute }: SourceFacts): number {
  if (expectedPerMinute === null) return 0
  return Math.min(expectedPerMinute, recentPerMinute ?? expectedPerMinute)
}

function minutesBetween(from: Date, to: Date): number {
  return (to.getTime() - from.getTime()) / MINUTE_MS
}

export interface Pace {
  expectedPerMinute: number | null
  recentPerMinute: number | null
  /** Posts are counted from here until the next lesson. */
  from: Date
  posts: number
}

const LESSON_MINUTES = 1
const LONG_MINUTES = 60
const SHORT_MINUTES = 10
/** Before so many posts were heard, nobody can say what is usual. */
const FIRST_POSTS = 8
const FIRST_MINUTES = 3

/**
 * Learns a source's pace from posts that arrived until `to`. The silence of a blind source teaches nothing:
 * the count starts anew when it is heard again (`wasBlind`).
 */
export function learnPace(pace: Pace | null, posts: number, to: Date, wasBlind: boolean): Pace {
  // The posts of the first lesson came in a time of unknown length: they only say when to begin.
  if (pace === null) return { expectedPerMinute: null, recentPerMinute: null, from: to, posts: 0 }
  if (wasBlind) return { ...pace, from: to, posts: 0 }
  const minutes = minutesBetween(pace.from, to)
  const counted = pace.posts + posts
  if (pace.expectedPerMinute === null) {
    if (counted < FIRST_POSTS || minutes < FIRST_MINUTES) return { ...pace, posts: counted }
    const perMinute = counted / minutes
    return { expectedPerMinute: perMinute, recentPerMinute: perMinute, from: to, posts: 0 }
  }
  if (minutes < LESSON_MINUTES) return { ...pace, posts: counted }
  const perMinute = counted / minutes
  return {
    expectedPerMinute: approach(pace.expectedPerMinute, perMinute, minutes / LONG_MINUTES),
    recentPerMinute: approach(pace.recentPerMinute ?? perMinute, perMinute, minutes / SHORT_MINUTES),
    from: to,
    posts: 0,
  }
}

function approach(known: number, seen: number, share: number): number {
  return known + (seen - known) * (1 - Math.exp(-share))
}

/** Posts of one source in one minute of the scene. */
export interface HeardMinute {
  firstAt: Date
  lastAt: Date
  posts: number
}

export interface Heard {
  pace: Pace | null
  lastPostAt: Date | null
}

/** Goes through the minutes in which a source was heard, oldest first, learning its pace as if it had listened all along. */
export function hearMinutes(
  known: Heard,
  facts: Pick<SourceFacts, 'isConnected' | 'since'>,
  minutes: readonly HeardMinute[],
): Heard {
  let { pace, lastPostAt } = known
  for (const { firstAt, lastAt, posts } of minutes) {
    const before = judgeSource(
      {
        ...facts,
        isPaused: false,
        expectedPerMinute: pace?.expectedPerMinute ?? null,
        recentPerMinute: pace?.recentPerMinute ?? null,
        lastHeardAt: lastPostAt,
        lastPostAt,
        lagSeconds: null,
      },
      firstAt,
    )
    pace = learnPace(pace, posts, lastAt, lastPostAt !== null && before.state === 'blind')
    if (lastPostAt === null || lastAt > lastPostAt) lastPostAt = lastAt
  }
  return { pace, lastPostAt }
}
