import type { ReadinessWords } from '../words.ts'

/** `11:20` from now until then; `0:00` when it is over. */
export function minutesAndSeconds(until: Date, now: Date): string {
  const seconds = Math.max(0, Math.round((until.getTime() - now.getTime()) / 1_000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** `52 s`, `7 min`. */
export function sayDuration(from: Date, to: Date, words: ReadinessWords): string {
  const seconds = Math.max(0, Math.round((to.getTime() - from.getTime()) / 1_000))
  return seconds < 120
    ? words('duration.seconds', { count: seconds })
    : words('duration.minutes', { count: Math.floor(seconds / 60) })
}
