import { KINDS, type CasualtyClaim, type DetectedIncident, type Evidence, type IncidentState, type Kind, type Place } from './types.ts'
import { distanceKm } from './distance.ts'

/** Evidence kept with an incident: the first posts, which tell how it began, and the latest. */
const KEPT_FIRST = 60
const KEPT_LATEST = 140
const KEPT_CLAIMS = 100

/** A post kept to recognise its copies, JSON-safe. */
export interface KeptOriginal {
  id: string
  repostOf: string
  author: string
  repostedHandle: number
  signature: number[]
}

export interface WeighedPlace extends Place {
  broad: boolean
  weight: number
}

/** Posts that seem to be about one thing. It is a `candidate` until it is worth showing. JSON-safe. */
export interface Cluster {
  id: string
  state: 'candidate' | IncidentState
  at: number
  firstPostAt: number
  lastPostAt: number
  kind: Kind
  kindWeights: number[]
  places: WeighedPlace[]
  evidence: Evidence[]
  originals: KeptOriginal[]
  /** Weights of independent posts with their times, the newest 64. */
  burst: { at: number; weight: number }[]
  people: number
  newsrooms: number
  officials: number
  denials: number
  /** Nats that denials speak against it. */
  denied: number
  /** Nats of the strongest burst so far, plus a little for what confirmed it since. */
  belief: number
  /** Nats at which it becomes probable. */
  threshold: number
  /** At least one independent post is placed inside the area, or the stream is local. */
  local: boolean
  casualties: CasualtyClaim[]
  /** What was last told: a change in it is worth telling again. */
  told: string
}

/** Confidence of so many nats: 0.9 at 10, and never quite 1. */
export function confidenceOf(nats: number): number {
  return 1 - 10 ** (-Math.max(0, nats) / 10)
}

/** Independent sources: people, newsrooms and authorities, each once. */
export function corroborationOf({ people, newsrooms, officials }: Cluster): number {
  return people + newsrooms + officials
}

/** The place that most of the evidence names: a precise one before the name of the whole area. */
export function placeOf({ places }: Cluster): WeighedPlace | null {
  let best: WeighedPlace | null = null
  for (const place of places) {
    if (!best || (best.broad && !place.broad) || (best.broad === place.broad && place.weight > best.weight)) best = place
  }
  return best
}

/** Adds evidence, forgetting the middle of a long story. */
export function keepEvidence(cluster: Cluster, evidence: Evidence): void {
  cluster.evidence.push(evidence)
  if (cluster.evidence.length > KEPT_FIRST + KEPT_LATEST) cluster.evidence.splice(KEPT_FIRST, 1)
}

/** Adds casualty claims, newest last. */
export function keepClaims(cluster: Cluster, claims: readonly CasualtyClaim[]): void {
  cluster.casualties.push(...claims)
  if (cluster.casualties.length > KEPT_CLAIMS) cluster.casualties.splice(0, cluster.casualties.length - KEPT_CLAIMS)
}

/** Counts a place that evidence names. Coordinates within 300 m count as the place known there. */
export function weighPlace(cluster: Cluster, place: Place, broad: boolean, weight: number): void {
  const known = cluster.places.find((other) => other.name === place.name || (!broad && !other.broad && distanceKm(other, place) < 0.3))
  if (known) known.weight += weight
  else if (cluster.places.length < 20) cluster.places.push({ name: place.name, lat: place.lat, lon: place.lon, broad, weight })
}

/** Takes the kind that weighs most, with some reluctance to change, and with "something happened" last. */
export function settleKind(cluster: Cluster): void {
  const weightOf = (kind: Kind) => cluster.kindWeights[KINDS.indexOf(kind)]! * (kind === 'other' ? 0.4 : 1)
  let best = cluster.kind
  for (const kind of KINDS) if (weightOf(kind) > weightOf(best) * (best === cluster.kind ? 1.25 : 1)) best = kind
  cluster.kind = best
}

/** The incident as others see it: a fresh copy. */
export function describe(cluster: Cluster, hospital: Place): DetectedIncident {
  const place = placeOf(cluster)
  return {
    id: cluster.id,
    state: cluster.state === 'candidate' ? 'suspected' : cluster.state,
    at: cluster.at,
    firstPostAt: cluster.firstPostAt,
    lastPostAt: cluster.lastPostAt,
    kind: cluster.kind,
    place: place ? { name: place.name, lat: place.lat, lon: place.lon, distanceKm: distanceKm(hospital, place) } : null,
    confidence: confidenceOf(cluster.belief - cluster.denied),
    probableAt: confidenceOf(cluster.threshold),
    corroboration: corroborationOf(cluster),
    voices: { people: cluster.people, newsrooms: cluster.newsrooms, officials: cluster.officials, denials: cluster.denials },
    evidence: structuredClone(cluster.evidence),
    casualties: structuredClone(cluster.casualties),
    headline: headlineOf(cluster.kind, place),
  }
}

const KIND_IN_ENGLISH: Record<Kind, string> = {
  explosion: 'Explosion',
  shooting: 'Shooting',
  crash: 'Crash',
  fire: 'Fire',
  collapse: 'Collapse',
  chemical: 'Chemical release',
  flood: 'Flood',
  quake: 'Earthquake',
  storm: 'Storm',
  other: 'Emergency',
}

function headlineOf(kind: Kind, place: Place | null): string {
  return place ? `${KIND_IN_ENGLISH[kind]}, ${place.name}` : KIND_IN_ENGLISH[kind]
}
