import { distanceKm } from './distance.ts'
import { KINDS, type Kind, type Place } from './types.ts'

/** What a person's verdict teaches this place about a kind. JSON-safe. */
export interface Lesson {
  kind: Kind
  verdict: 'confirmed' | 'dismissed'
  at: number
  place: Pick<Place, 'lat' | 'lon'> | null
  /** Nats that it adds to the kind's threshold while it is fresh; below 0 for a confirmation. */
  nats: number
  /** The incidents that it was drawn from. */
  incidents: string[]
}

/** What a place has learnt about one kind, for people to read. */
export interface Learned {
  kind: Kind
  /** Nats more (or, below 0, fewer) than a place without verdicts needs. */
  nats: number
  /** Rumours dismissed and incidents confirmed that still have a say. */
  dismissed: number
  confirmed: number
  /** When the latest of them was given, ms. */
  latestAt: number
}

const HOUR = 3_600_000
/** A lesson says half as much after this long. */
const HALF_LIFE = 60 * 24 * HOUR
/** What says less than this part of its first word has nothing to say. */
const LEAST_SAY = 1 / 16
/** Together, dismissals raise a threshold by less than this and confirmations lower it by less than that, nats. */
const MOST_RAISED = 4
const MOST_LOWERED = 1
/** Dismissals within this time, of one kind and not of two places, are about one rumour. */
const SAME_RUMOUR_WITHIN = 12 * HOUR
const SAME_RUMOUR_KM = 4
const MOST_KEPT = 200

/** Adds a lesson. A later verdict on an incident replaces the earlier; a rumour dismissed again teaches nothing more. */
export function learn(lessons: readonly Lesson[], lesson: Omit<Lesson, 'incidents'>, incident: string): Lesson[] {
  const others = unlearn(lessons, incident)
  const known = others.find((other) => isSameRumour(other, lesson))
  if (!known) return [...others, { ...lesson, incidents: [incident] }].slice(-MOST_KEPT)
  const both = { ...known, nats: Math.max(known.nats, lesson.nats), incidents: [...known.incidents, incident] }
  return others.map((other) => (other === known ? both : other))
}

/** Takes back what the verdict on an incident taught. */
export function unlearn(lessons: readonly Lesson[], incident: string): Lesson[] {
  return lessons.flatMap((lesson) => {
    if (!lesson.incidents.includes(incident)) return [lesson]
    const incidents = lesson.incidents.filter((id) => id !== incident)
    return incidents.length > 0 ? [{ ...lesson, incidents }] : []
  })
}

/** Nats by which verdicts have raised (or, below 0, lowered) the threshold of a kind, as of `now`. Bounded, and fading for months. */
export function learntNats(lessons: readonly Lesson[], kind: Kind, now: number): number {
  let raised = 0
  let lowered = 0
  for (const lesson of lessons) {
    if (lesson.kind !== kind) continue
    const nats = lesson.nats * sayOf(lesson, now)
    if (nats > 0) raised += nats
    else lowered -= nats
  }
  return saturate(raised, MOST_RAISED) - saturate(lowered, MOST_LOWERED)
}

/** All that a place has learnt, the most changed kind first. */
export function summariseLessons(lessons: readonly Lesson[], now: number): Learned[] {
  return KINDS.flatMap((kind) => {
    const own = lessons.filter((lesson) => lesson.kind === kind && sayOf(lesson, now) > 0)
    const count = (verdict: Lesson['verdict']) => own.filter((lesson) => lesson.verdict === verdict).length
    const nats = learntNats(own, kind, now)
    const latestAt = Math.max(...own.map(({ at }) => at))
    return own.length > 0
      ? [{ kind, nats, dismissed: count('dismissed'), confirmed: count('confirmed'), latestAt }]
      : []
  }).toSorted((a, b) => Math.abs(b.nats) - Math.abs(a.nats))
}

/** The part of its first word that a lesson still says, 0 to 1. */
function sayOf({ at }: Lesson, now: number): number {
  const say = 2 ** (-Math.max(0, now - at) / HALF_LIFE)
  return say < LEAST_SAY ? 0 : say
}

/** Small sums count whole, large ones never reach `most`. */
function saturate(sum: number, most: number): number {
  return most * (1 - Math.exp(-sum / most))
}

function isSameRumour(known: Lesson, lesson: Omit<Lesson, 'incidents'>): boolean {
  if (known.verdict !== 'dismissed' || lesson.verdict !== 'dismissed' || known.kind !== lesson.kind) return false
  if (Math.abs(known.at - lesson.at) > SAME_RUMOUR_WITHIN) return false
  return !known.place || !lesson.place || distanceKm(known.place, lesson.place) <= SAME_RUMOUR_KM
}
