import { POSTURE_LEVELS, type Posture, type PostureLevel } from '../types.ts'

/** Minutes after which a raised step reverts to normal by itself. Activated does not revert: Salve asks again instead. */
export const REVERTS_AFTER: Record<PostureLevel, number | null> = {
  normal: null,
  advisory: 30,
  standby: 35,
  activated: null,
  /** Those who have not signed off by then are named in the log. */
  'stand-down': 60,
}

/** Minutes after which Salve asks whether the hospital is still activated. */
export const ASKS_AGAIN_AFTER = 120

export const NORMAL: Posture = { level: 'normal', setBy: null, setAt: null, until: null, askAt: null, incidentId: null }

export function minutesAfter(now: Date, minutes: number): Date {
  return new Date(now.getTime() + minutes * 60_000)
}

/** When a step that is set now reverts, and when it is asked about. */
export function deadlines(level: PostureLevel, now: Date): { until: Date | null; askAt: Date | null } {
  const minutes = REVERTS_AFTER[level]
  return {
    until: minutes === null ? null : minutesAfter(now, minutes),
    askAt: level === 'activated' ? minutesAfter(now, ASKS_AGAIN_AFTER) : null,
  }
}

export function isRaised(level: PostureLevel): boolean {
  return level !== 'normal'
}

/** Standby and activated open the role sheets. */
export function needsRoleSheets(level: PostureLevel): boolean {
  return level === 'standby' || level === 'activated'
}

/** Stand-down is the way out of something: a raised posture, or work that is under way. */
export function canMoveTo(from: PostureLevel, to: PostureLevel, isAnythingOpen: boolean): boolean {
  if (from === to) return false
  if (to === 'stand-down') return isRaised(from) || isAnythingOpen
  return true
}

/** Steps that one tap reaches: one up, one down. Stand-down has its own button. */
export function neighbours(level: PostureLevel): { up: PostureLevel | undefined; down: PostureLevel | undefined } {
  if (level === 'stand-down') return { up: undefined, down: 'normal' }
  const at = POSTURE_LEVELS.indexOf(level)
  const up = POSTURE_LEVELS[at + 1]
  return { up: up === 'stand-down' ? undefined : up, down: POSTURE_LEVELS[at - 1] }
}

export function isDue(deadline: Date | null, now: Date): boolean {
  return deadline !== null && deadline <= now
}
