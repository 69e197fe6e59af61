import type { Role } from '#platform/actor.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** People who work here share rooms and screens: their sessions end sooner. */
export const STAFF_IDLE_MS = 12 * HOUR
export const MEMBER_IDLE_MS = 14 * DAY
export const ABSOLUTE_MS = 90 * DAY
/** How exactly "last seen" is kept: coarse on purpose, and it spares a write at each request. */
export const SEEN_EVERY_MS = 15 * MINUTE
/** For so long after signing in nobody is asked for the password once more. */
export const FRESH_MS = 15 * MINUTE

const OUTSIDERS: readonly Role[] = ['member', 'mentor']

/** How long a session of somebody with these roles may lie unused, in milliseconds. */
export function idleMs(roles: readonly Role[]): number {
  return roles.every((role) => OUTSIDERS.includes(role)) ? MEMBER_IDLE_MS : STAFF_IDLE_MS
}

export function idleUntil(roles: readonly Role[], now: Date): Date {
  return new Date(now.getTime() + idleMs(roles))
}

export function needsSeenMark(seenAt: Date, now: Date): boolean {
  return now.getTime() - seenAt.getTime() >= SEEN_EVERY_MS
}

/** True shortly after signing in: then the person has just shown who they are. */
export function isFresh(createdAt: Date, now: Date): boolean {
  return now.getTime() - createdAt.getTime() < FRESH_MS
}

const BROWSERS: [RegExp, string][] = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\b(?:OPR|Opera)\b/, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/(?:Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
  [/\bcurl\//, 'curl'],
]
const SYSTEMS: [RegExp, string][] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'Mac'],
  [/\bLinux\b/, 'Linux'],
]

/** A name that its owner recognises: `Firefox, Android`. No version and no address. Empty when nothing is known. */
export function deviceName(userAgent: string | undefined): string {
  const find = (list: [RegExp, string][]) => list.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1]
  return [find(BROWSERS), find(SYSTEMS)].filter(Boolean).join(', ')
}
