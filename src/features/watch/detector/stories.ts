import { readFileSync } from 'node:fs'
import { type DetectorOptions, createDetector } from './create-detector.ts'
import { loadModel } from './model.ts'
import type { Area, DetectedIncident, Detector, Post } from './types.ts'

/** What the tests share: a fictional harbour city and ways to tell its stories. */
export const HARBOUR: Area = {
  name: 'Harbourside',
  hospital: { name: 'Harbourside General', lat: 45, lon: -20 },
  radiusKm: 25,
  places: [
    { name: 'Harbourside', lat: 45.002, lon: -19.98 },
    { name: 'Ferry terminal', aliases: ['Pier 2', 'muelle 2', 'terminal de ferris'], lat: 45.001, lon: -19.959 },
    { name: 'Quay Street', aliases: ['Quay St'], lat: 45.003, lon: -19.964 },
    { name: 'Marlow Refinery', aliases: ['the refinery'], lat: 44.87, lon: -19.97 },
  ],
}

/** The shipped model. */
export const MODEL = loadModel(readFileSync(new URL('../../../../models/triage.bin', import.meta.url)))

/** A detector with the shipped model. */
export function openDetector(options: Omit<DetectorOptions, 'model'>): Detector {
  return createDetector({ ...options, model: MODEL })
}

const START = Date.parse('2026-11-21T14:00:00Z')
const MINUTE = 60_000

/** A post `minutes` after two in the afternoon, by an author of its own unless told otherwise. */
export function post(minutes: number, text: string, more: Partial<Post> = {}): Post {
  const id = more.id ?? `p${Math.round(minutes * 1000)}-${text.length}`
  return { id, at: START + minutes * MINUTE, text, author: `${id}.example`, ...more }
}

const SMALL_TALK = [
  'Coffee first, then the rest of the day',
  'Anyone know a good plumber in Harbourside',
  'Lovely light over Quay Street this morning',
  'El tranvía va lleno otra vez',
  'Who left a bicycle in our stairwell',
  'Ropewalk choir practice is at seven',
  'New bread at the bakery, still warm',
  'My sister has taken up pottery',
]

/** An ordinary hour before two o'clock, so that the detector knows the stream. */
export function ordinaryHour(): Post[] {
  return Array.from({ length: 120 }, (_, i) =>
    post(-60 + i / 2, `${SMALL_TALK[i % SMALL_TALK.length]} ${i}`, { id: `talk-${i}` }),
  )
}

/** Four witnesses of a blast at the ferry terminal within two minutes. */
export const WITNESSES: readonly Post[] = [
  post(0.2, 'Huge explosion at the ferry terminal, windows out all along the street', { id: 'w1' }),
  post(0.8, 'explosión en el muelle 2, hay varios heridos en el suelo', { id: 'w2' }),
  post(1.2, 'I just heard a massive blast down at Pier 2, people running and screaming', { id: 'w3' }),
  post(
    1.9,
    'There has been an explosion inside the terminal. At least ten people hurt. Please send ambulances to the ferry terminal',
    { id: 'w4' },
  ),
]

/** Pushes posts and gives every change told. */
export function tell(detector: Detector, posts: Iterable<Post>): DetectedIncident[] {
  return [...posts].flatMap((one) => detector.push(one))
}

export function alerts(changes: readonly DetectedIncident[]): string[] {
  return [...new Set(changes.filter(({ state }) => state === 'probable').map(({ id }) => id))]
}
