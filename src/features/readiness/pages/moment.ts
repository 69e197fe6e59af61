import { clockTime, dateAndTime, type TimeStyle } from '#platform/i18n/time.ts'

/** Beyond this many milliseconds a bare clock time could be taken for today's. */
const A_WHILE = 12 * 3_600_000

/** `14:53` for what is near, `21 Nov 2026, 14:53` for what is not. */
export function sayMoment(at: Date, now: Date, style: TimeStyle): string {
  return Math.abs(now.getTime() - at.getTime()) < A_WHILE ? clockTime(at, style) : dateAndTime(at, style)
}
