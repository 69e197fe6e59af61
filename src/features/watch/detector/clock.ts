/** Event time that one absurd post cannot move: the median of the last posts' times, and never backwards. JSON-safe state. */
export interface ClockState {
  now: number | null
  recent: number[]
}

const REMEMBERED = 5
const DAY = 86_400_000

/** Notes a post's time and gives the time to use for it: its own, or the clock's when its own is missing or more than a day ahead. */
export function seeTime(clock: ClockState, at: number): number {
  if (!Number.isFinite(at)) return clock.now ?? 0
  clock.recent.push(at)
  if (clock.recent.length > REMEMBERED) clock.recent.shift()
  const sorted = [...clock.recent].sort((a, b) => a - b)
  const median = sorted[(sorted.length - 1) >> 1]!
  if (clock.now === null || median > clock.now) clock.now = median
  return at > clock.now + DAY ? clock.now : at
}
