import type { IncidentState } from './detector/types.ts'

/** Where an incident stands after the detector spoke: what a person decided is never undone by the detector. */
export function nextState(stored: IncidentState, detected: IncidentState): IncidentState {
  if (stored === 'dismissed' || stored === 'closed') return stored
  if (stored === 'confirmed') return detected === 'closed' || detected === 'dismissed' ? detected : 'confirmed'
  if (stored === 'probable' && detected === 'suspected') return 'probable'
  return detected
}

export function isOpen(state: IncidentState): boolean {
  return state === 'suspected' || state === 'probable' || state === 'confirmed'
}

/** The states through which one becomes the other: an incident that appears as probable was opened first. */
export function stepsBetween(from: IncidentState | null, to: IncidentState): IncidentState[] {
  const steps: IncidentState[] = []
  if (from === null) steps.push('suspected')
  if (to !== (from ?? 'suspected')) steps.push(to)
  return steps
}

export type Decision = 'confirm' | 'dismiss' | 'close' | 'reopen'

/** What may be decided about an incident in this state. */
export function decisionsFor(state: IncidentState): Decision[] {
  if (state === 'suspected' || state === 'probable') return ['confirm', 'dismiss']
  if (state === 'confirmed') return ['close', 'dismiss']
  return ['reopen']
}

const URGENCY: Record<IncidentState, number> = { confirmed: 0, probable: 1, suspected: 2, dismissed: 3, closed: 3 }

/** Most urgent first: confirmed, probable, suspected; the surer and the newer before the others. */
export function byUrgency(
  a: { state: IncidentState; confidence: number; lastPostAt: Date },
  b: { state: IncidentState; confidence: number; lastPostAt: Date },
): number {
  return (
    URGENCY[a.state] - URGENCY[b.state] ||
    b.confidence - a.confidence ||
    b.lastPostAt.getTime() - a.lastPostAt.getTime()
  )
}

/**
 * Minutes by road, estimated from the straight line alone: roads are about a third longer; 30 km/h in town,
 * 45 km/h further out, 80 km/h beyond. Always shown as an estimate.
 */
export function travelMinutes(straightKm: number): number {
  const road = straightKm * 1.35
  const town = Math.min(road, 5)
  const outskirts = Math.min(Math.max(0, road - 5), 15)
  const beyond = Math.max(0, road - 20)
  return Math.max(1, Math.round(town * 2 + (outskirts * 60) / 45 + (beyond * 60) / 80))
}

export interface Spot {
  lat: number
  lon: number
}

/** Direction from one place to another, degrees clockwise from true north (the great circle's start). */
export function bearingTo(from: Spot, to: Spot): number {
  const radians = Math.PI / 180
  const turn = (to.lon - from.lon) * radians
  const y = Math.sin(turn) * Math.cos(to.lat * radians)
  const x =
    Math.cos(from.lat * radians) * Math.sin(to.lat * radians) -
    Math.sin(from.lat * radians) * Math.cos(to.lat * radians) * Math.cos(turn)
  return (Math.atan2(y, x) / radians + 360) % 360
}

export const COMPASS = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const
export type CompassPoint = (typeof COMPASS)[number]

export function compassPoint(bearing: number): CompassPoint {
  return COMPASS[Math.round((((bearing % 360) + 360) % 360) / 45) % 8] ?? 'n'
}

/** What is usual: between the 10th and the 90th percentile of earlier minutes; null while fewer than five are known. */
export function normalBand(postsPerMinute: readonly number[]): { low: number; high: number } | null {
  if (postsPerMinute.length < 5) return null
  const sorted = postsPerMinute.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.round(share * (sorted.length - 1)))] ?? 0
  return { low: at(0.1), high: at(0.9) }
}

/** The budgets that can be chosen: days in which at most one page is false. */
export const BUDGET_DAYS = [7, 14, 30, 60, 90, 180] as const
/** Where nobody has chosen. */
export const USUAL_BUDGET_DAYS = 30

/** The same budget as the detector takes it: false pages in 30 days. */
export function falseAlertsPerMonth(budgetDays: number | null): number {
  return 30 / (budgetDays ?? USUAL_BUDGET_DAYS)
}

const MINUTE_MS = 60_000

export function minuteOf(at: number): number {
  return Math.floor(at / MINUTE_MS) * MINUTE_MS
}

/** Figures by minute as a row of `minutes` figures that ends with the minute of `now`; minutes without one are 0. */
export function lastMinutes(
  counts: readonly { minute: Date; posts: number }[],
  now: Date,
  minutes = 60,
): { from: Date; perMinute: number[] } {
  const last = minuteOf(now.getTime())
  const from = last - (minutes - 1) * MINUTE_MS
  const perMinute = Array.from({ length: minutes }, () => 0)
  for (const { minute, posts } of counts) {
    const index = Math.round((minute.getTime() - from) / MINUTE_MS)
    if (index >= 0 && index < minutes) perMinute[index] = (perMinute[index] ?? 0) + posts
  }
  return { from: new Date(from), perMinute }
}

/** The reasons that can be chosen for a dismissal; `other` wants words. */
export const DISMISSAL_REASONS = ['not-real', 'not-here', 'old-news', 'drill-or-film', 'small', 'other'] as const
export type DismissalReason = (typeof DISMISSAL_REASONS)[number]

/** What is kept as the reason: a code, the person's own words, or `code: words`. */
export function dismissalText(choice: DismissalReason, words: string): string {
  if (words === '') return choice
  return choice === 'other' ? words : `${choice}: ${words}`
}

/** Speeds at which an exercise is played, times real time; `max` is as fast as it can. */
export const SPEEDS = ['1', '5', '10', '20', '60', 'max'] as const
