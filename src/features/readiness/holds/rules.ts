import type { Hold, HoldKind } from '../types.ts'

/** Minutes of a hold, and of each renewal. */
export const HOLD_MINUTES = 20
/** No hold reaches further ahead than this, in minutes: who needs more renews it and looks at it again. */
export const LONGEST_HOLD_MINUTES = 120

/** True from the very moment at which it ends. */
export function isExpired(hold: Pick<Hold, 'until'>, now: Date): boolean {
  return hold.until <= now
}

/** A renewal adds to what is left, but never reaches beyond the longest hold. */
export function renewedUntil(hold: Pick<Hold, 'until'>, now: Date, minutes = HOLD_MINUTES): Date {
  const added = hold.until.getTime() + minutes * 60_000
  return new Date(Math.min(added, now.getTime() + LONGEST_HOLD_MINUTES * 60_000))
}

/** Only these are a button of their own; the others stand in a list. */
export const BIG_HOLD: HoldKind = 'elective-starts'
