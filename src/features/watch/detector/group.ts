import { KINDS, type Kind } from './types.ts'
import { type Cluster, corroborationOf, placeOf } from './cluster.ts'
import { distanceKm } from './distance.ts'
import { kinship } from './kinship.ts'
import type { Reading } from './reading.ts'

const MINUTE = 60_000
/** Posts further apart in time than this are not put together, ms. */
export const CANDIDATE_WINDOW = 30 * MINUTE
export const INCIDENT_WINDOW = 12 * 60 * MINUTE
const WEEK = 7 * 24 * 60 * MINUTE
const MEMORY_PER_SOURCE = 15 * MINUTE
const FEW = 8
const SETTLED_AFTER = 60 * MINUTE
/** Two reports of candidates further apart than this are two events, km. Reports of an open incident may lie wider: a blast is heard far. */
const CANDIDATE_REACH_KM = 4
const INCIDENT_REACH_KM = 10

/** The cluster that a reading belongs to, or undefined when it begins something new. */
export function findCluster(
  clusters: readonly Cluster[],
  reading: Reading,
  radiusKm: number,
  speaksOf: SpeaksOf,
): Cluster | undefined {
  let best: Cluster | undefined
  let bestFit = 0
  for (const cluster of clusters) {
    const fit = fitOf(cluster, reading, radiusKm, speaksOf)
    if (fit > bestFit) {
      bestFit = fit
      best = cluster
    }
  }
  return best
}

/** Whether a reading shares telling words with a cluster. */
export type SpeaksOf = (reading: Reading, cluster: Cluster) => boolean

/** How strongly a reading's kinds are those of a cluster: 2 the same, 1 akin, 0 neither. */
export function kindFit(cluster: Cluster, kinds: readonly Kind[]): 0 | 1 | 2 {
  let best: 0 | 1 | 2 = 0
  for (const kind of kinds) {
    const fit = kinship(cluster.kind, kind)
    if (fit > best) best = fit
  }
  if (best < 2 && kinds.some((kind) => cluster.kindWeights[KINDS.indexOf(kind)]! > 0)) return 1
  return best
}

/** Whether a place lies near enough to a cluster's to be the same event; a place unknown on either side never parts them. */
export function placeFit(cluster: Cluster, reading: Reading, radiusKm: number): 'apart' | 'unknown' | 'near' {
  const place = placeOf(cluster)
  const { where } = reading
  if (!place || !where.place || place.broad || where.broad) return 'unknown'
  const reach = cluster.state === 'candidate' ? CANDIDATE_REACH_KM : Math.max(INCIDENT_REACH_KM, radiusKm / 2)
  const nearest = Math.min(...cluster.places.map((other) => distanceKm(other, where.place!)))
  if (distanceKm(place, where.place) > reach) return 'apart'
  return nearest < CANDIDATE_REACH_KM ? 'near' : 'unknown'
}

/** Another candidate of the same kind, unless each names a place and these lie apart: what is not yet an incident is told apart by nothing else. */
export function findTwin(clusters: readonly Cluster[], cluster: Cluster): Cluster | undefined {
  if (cluster.state !== 'candidate') return undefined
  const place = placeOf(cluster)
  return clusters.find((other) => {
    if (other === cluster || other.state !== 'candidate' || other.kind !== cluster.kind) return false
    const away = placeOf(other)
    return !place || !away || place.broad || away.broad || distanceKm(place, away) <= CANDIDATE_REACH_KM
  })
}

/** How long after its latest evidence an incident is still what people speak of, ms: the more of them, the longer. */
function memoryOf(cluster: Cluster): number {
  if (cluster.state === 'candidate') return CANDIDATE_WINDOW
  if (cluster.state !== 'probable' && cluster.state !== 'suspected') return INCIDENT_WINDOW
  return Math.min(INCIDENT_WINDOW, Math.max(SETTLED_AFTER, corroborationOf(cluster) * MEMORY_PER_SOURCE))
}

/** How long what shares its words or its place is still more of it, ms: of what hundreds tell, people speak for days. */
export function aftermathOf(cluster: Cluster): number {
  if (cluster.state === 'candidate') return CANDIDATE_WINDOW
  return Math.min(WEEK, Math.max(INCIDENT_WINDOW, corroborationOf(cluster) * MEMORY_PER_SOURCE))
}

/** When a post last added to it, ms. */
function lastBeatAt(cluster: Cluster): number {
  const beat = cluster.burst.at(-1)
  return beat ? Math.max(beat.at, cluster.firstPostAt) : cluster.lastPostAt
}

function fitOf(cluster: Cluster, reading: Reading, radiusKm: number, speaksOf: SpeaksOf): number {
  const apart = Math.max(cluster.firstPostAt - reading.at, reading.at - lastBeatAt(cluster))
  if (apart > aftermathOf(cluster)) return 0
  const kinds = reading.kinds.length > 0 ? reading.kinds : reading.denies
  const place = placeFit(cluster, reading, radiusKm)
  if (place === 'apart') return 0
  const sameKind = kinds.length > 0 ? kindFit(cluster, kinds) : answersOf(cluster, reading, apart, place)
  if (sameKind === 0) return 0
  const shares = place !== 'near' && speaksOf(reading, cluster)
  if (place !== 'near' && !shares && (apart > memoryOf(cluster) || needsLink(cluster, reading, sameKind))) return 0
  return (
    sameKind * 2 +
    (place === 'near' ? 3 : 0) +
    (place === 'near' && isAtHeart(cluster, reading) ? 1 : 0) +
    (shares ? 2.5 : 0) +
    (cluster.state === 'candidate' ? 0 : bringsRumours(cluster, reading) ? 6 : 2) +
    1 / (1 + Math.max(0, apart) / MINUTE)
  )
}

/** Whether only a place or words in common make a reading part of a cluster. Of a small incident, else it would hide the next one. */
function needsLink(cluster: Cluster, reading: Reading, sameKind: 1 | 2): boolean {
  if (cluster.state === 'candidate' || cluster.state === 'suspected') return sameKind < 2
  if (cluster.state !== 'probable' || corroborationOf(cluster) > FEW) return false
  // Of the same kind and some way off, it is most often an echo; if it is not, it parts once enough people tell of it.
  if (isElsewhere(cluster, reading)) return sameKind < 2
  return reading.at - cluster.firstPostAt > SETTLED_AFTER || (sameKind < 2 && cluster.kind === 'other')
}

/** Whether an event that so many tell of brings rumours of other places, which chance remarks about those must not turn into a second event. */
function bringsRumours(cluster: Cluster, reading: Reading): boolean {
  const isOpen = cluster.state === 'probable' || cluster.state === 'confirmed'
  return isOpen && corroborationOf(cluster) > FEW && isElsewhere(cluster, reading)
}

/** Whether both name a place, and not the same. */
function isElsewhere(cluster: Cluster, reading: Reading): boolean {
  const place = placeOf(cluster)
  return (
    place !== null &&
    !place.broad &&
    reading.where.place !== null &&
    !reading.where.broad &&
    !isAtHeart(cluster, reading)
  )
}

/** Near where most of a cluster's evidence puts it, not only near a place that someone named with it. */
function isAtHeart(cluster: Cluster, { where }: Reading): boolean {
  const heart = placeOf(cluster)
  return heart !== null && where.place !== null && distanceKm(heart, where.place) < CANDIDATE_REACH_KM
}

/** A bare "it is not true" speaks of what is being said now, when it names the place or comes from an authority here; else it may speak of anything. */
function answersOf(
  { state }: Cluster,
  { isDenial, voice, where }: Reading,
  apart: number,
  place: ReturnType<typeof placeFit>,
): 0 | 1 {
  const linked = place === 'near' || (voice === 'official' && where.type !== 'far')
  return isDenial && linked && apart < CANDIDATE_WINDOW && state !== 'candidate' ? 1 : 0
}
