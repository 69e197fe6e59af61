/** Event time that one absurd post cannot move: the median of the last posts' times, and never backwards. JSON-safe state. */
export interface ClockState {
  now: number | null
  /** Times of the last posts, oldest first. */
  recent: number[]
}

const REMEMBERED = 5
const DAY = 86_400_000

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
  if (clock.now === null || median > clock.now) clock.now = median
  return at > clock.now + DAY ? clock.now : at
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
