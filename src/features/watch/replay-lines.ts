import type { DetectedIncident } from './detector/types.ts'

/** What a replay did, for its last line. */
export interface ReplaySummary {
  posts: number
  skipped: number
  seconds: number
  postsPerSecond: number
  peakMemoryMb: number
  incidents: number
}

/** How fast a post loses its part in a burst, ms; and the part of the strongest below which it carries nothing. */
const FADE_MS = 5 * 60_000
const LEAST_PART = 0.1

/**
 * Tells the posts that an incident rests on: those since its burst began, copies among them. Posts that merely came
 * before the burst and had faded when it turned probable are not what made it so. Remembers where each burst began.
 */
export function createSupport(): (incident: DetectedIncident) => string[] {
  const begun = new Map<string, number>()
  return (incident) => {
    const { id, state, evidence } = incident
    const since = begun.get(id) ?? startOfBurst(incident)
    if (state === 'probable' || state === 'confirmed') begun.set(id, since)
    if (state === 'closed' || state === 'dismissed') begun.delete(id)
    return evidence.flatMap(({ post, bearing }) =>
      post.at >= since && bearing !== 'weak' && bearing !== 'denies' ? [post.id] : [],
    )
  }
}

function startOfBurst({ at, evidence }: DetectedIncident): number {
  const parts = evidence.flatMap(({ post, bearing, weight }) =>
    bearing === 'counts' ? [{ at: post.at, part: weight * Math.exp(-Math.abs(at - post.at) / FADE_MS) }] : [],
  )
  const least = LEAST_PART * Math.max(0, ...parts.map(({ part }) => part))
  return Math.min(...parts.filter(({ part }) => part >= least).map((part) => part.at))
}

/** One change of an incident as a line of NDJSON. Times are event time, ISO 8601 in UTC. */
export function incidentJson(incident: DetectedIncident, posts: string[]): string {
  const { id, state, at, kind, place, confidence, corroboration, headline } = incident
  return JSON.stringify({
    type: 'incident',
    id,
    state,
    at: new Date(at).toISOString(),
    kind,
    place: place && { name: place.name, lat: place.lat, lon: place.lon, distanceKm: round(place.distanceKm, 2) },
    confidence: round(confidence, 4),
    corroboration,
    posts,
    headline,
  })
}

export function summaryJson(summary: ReplaySummary): string {
  return JSON.stringify({ type: 'summary', ...summary })
}

/** The same change for a person at a terminal, on one line. */
export function incidentText(incident: DetectedIncident, hospital: string): string {
  const { state, at, kind, place, confidence, corroboration, headline, voices } = incident
  const where = place ? `${place.name}, ${distanceText(place.distanceKm)} from ${hospital}` : 'place not known'
  const sources = corroboration === 1 ? '1 independent source' : `${corroboration} independent sources`
  const denied = voices.denials > 0 ? [`contradicted by ${voices.denials}`] : []
  const time = new Date(at).toISOString().slice(0, 19).replace('T', ' ')
  const sure = `${confidenceText(confidence)} (${confidence.toFixed(2)})`
  const said = [kind, where, sure, sources, ...denied, headline].join(' · ')
  return printable(`${time} UTC  ${state.toUpperCase().padEnd(9)}  ${said}`)
}

export function summaryText(summary: ReplaySummary): string {
  const { posts, skipped, seconds, postsPerSecond, peakMemoryMb, incidents } = summary
  return [
    `${count(posts, 'post')} read and ${count(skipped, 'line')} skipped in ${seconds.toLocaleString('en')} s`,
    `${count(postsPerSecond, 'post')} a second`,
    `at most ${peakMemoryMb.toLocaleString('en')} MB of memory`,
    count(incidents, 'incident'),
  ].join(' · ')
}

/** How sure the detector is, in words. */
export function confidenceText(confidence: number): string {
  if (confidence >= 0.95) return 'almost certain'
  if (confidence >= 0.8) return 'very likely'
  if (confidence >= 0.6) return 'likely'
  return confidence >= 0.4 ? 'possible' : 'doubtful'
}

/** `1 line`, `12,000 lines`. */
export function count(number: number, noun: string): string {
  return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`
}

/** Posts are written by strangers: nothing of theirs may move the cursor, colour the screen or turn the text around. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]+/gu, ' ')
}

function distanceText(km: number): string {
  return km < 1 ? `${Math.round(km * 10) * 100} m` : `${km < 10 ? km.toFixed(1) : Math.round(km)} km`
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits))
}
