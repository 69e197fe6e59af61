/** Event time that posts with an absurd time cannot move far: the median of the last posts' times. JSON-safe state. */
export interface ClockState {
  now: number | null
  /** Times of the last posts, oldest first. */
  recent: number[]
  /** The time that was last stated from outside; posts never move the clock back behind it. */
  stated: number | null
  /** How many more posts lately were more than a day behind than were not. */
  behind: number
}

const REMEMBERED = 5
const DAY = 86_400_000
/** So many more posts behind than not, and the clock was led astray. */
const LED_ASTRAY = 30

export function startClock(): ClockState {
  return { now: null, recent: [], stated: null, behind: 0 }
}

/** Notes a post's time and gives the time to use for it: its own, or the clock's when its own is missing or more than a day ahead. */
export function seeTime(clock: ClockState, at: number): number {
  if (!Number.isFinite(at)) return clock.now ?? 0
  const { recent } = clock
  if (recent.length < REMEMBERED) recent.push(at)
  else {
    for (let i = 1; i < REMEMBERED; i++) recent[i - 1] = recent[i]!
    recent[REMEMBERED - 1] = at
  }
  const median = lowerMedian(recent)
  const now = (clock.now = clock.now === null ? median : moveOn(clock, clock.now, median, at))
  return at > now + DAY ? now : at
}

/** States the time from outside. */
export function stateTime(clock: ClockState, at: number): number {
  clock.stated = Math.max(clock.stated ?? at, at)
  clock.now = Math.max(clock.now ?? at, at)
  return clock.now
}

/** Forward with the median, by more than a day only when all of the last posts say so; back only when posts have long insisted. */
function moveOn(clock: ClockState, now: number, median: number, at: number): number {
  clock.behind = at < now - DAY ? clock.behind + 1 : Math.max(0, clock.behind - 1)
  if (median === now) return now
  if (median > now) {
    const isFar = median > now + DAY
    return !isFar || (clock.recent.length === REMEMBERED && clock.recent.every((seen) => seen > now + DAY))
      ? median
      : now
  }
  const isStart = clock.recent.length < REMEMBERED && median < now - DAY
  if (clock.behind < LED_ASTRAY && !isStart) return now
  clock.behind = 0
  return Math.max(median, clock.stated ?? median)
}

/** The middle one; of an even number the lower, so that the first post in the future does not decide alone. */
function lowerMedian(values: readonly number[]): number {
  const middle = (values.length - 1) >> 1
  for (let i = 0; i < values.length; i++) {
    let below = 0
    let equal = 0
    for (let j = 0; j < values.length; j++) {
      if (values[j]! < values[i]!) below++
      else if (values[j] === values[i]) equal++
    }
    if (below <= middle && middle < below + equal) return values[i]!
  }
  return values[0]!
}
