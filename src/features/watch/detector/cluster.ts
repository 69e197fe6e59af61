import {
  KINDS,
  type CasualtyClaim,
  type DetectedIncident,
  type Evidence,
  type IncidentState,
  type Kind,
  type Place,
  type Voice,
} from './types.ts'
import { distanceKm } from './distance.ts'

/** Evidence kept with an incident: the first posts, which tell how it began, and the latest. */
const MOST_KEPT = 200
const SHARE_OF_FIRST = 0.3
/** Evidence kept with all open incidents together, about; and the least with each, also with a candidate. */
const KEPT_TOGETHER = 2400
const LEAST_KEPT = 64
const KEPT_CLAIMS = 100

export interface WeighedPlace extends Place {
  broad: boolean
  weight: number
}

/** One independent post in a burst. */
export interface Beat {
  id: string
  at: number
  weight: number
  /** The kind that surprised, and all that the post names. */
  kind: Kind
  kinds: readonly Kind[]
  voice: Voice
  place: WeighedPlace | null
  /** What it speaks of, for comparing. */
  topics: readonly number[]
  firstHand: boolean
  /** It may be of another event: it counts as a voice, yet changes neither kind nor place. */
  stray: boolean
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
  /** The independent posts that make its strength, the newest 64. */
  burst: Beat[]
  people: number
  newsrooms: number
  officials: number
  denials: number
  /** What independent denials weigh, nats, and when they came, the newest 32. */
  doubts: { at: number; weight: number; place: Place | null }[]
  /** Nats of the strongest burst so far, plus a little for what confirmed it since. */
  belief: number
  /** Nats at which it becomes probable. */
  threshold: number
  /** At least one independent post is placed inside the area, or the stream is local. */
  local: boolean
  casualties: CasualtyClaim[]
  /** What it stood for before a person ended it, so that this can be taken back. */
  ended?: Pick<
    Cluster,
    'at' | 'state' | 'burst' | 'people' | 'newsrooms' | 'officials' | 'denials' | 'doubts' | 'belief'
  >
  /** What was last told: a change in it is worth telling again. */
  told: string
}

/** A cluster that a reading begins. */
export function openCluster(id: string, at: number, kind: Kind, threshold: number): Cluster {
  return {
    id,
    state: 'candidate',
    at,
    firstPostAt: at,
    lastPostAt: at,
    kind,
    kindWeights: KINDS.map(() => 0),
    places: [],
    evidence: [],
    burst: [],
    people: 0,
    newsrooms: 0,
    officials: 0,
    denials: 0,
    doubts: [],
    belief: 0,
    threshold,
    local: false,
    casualties: [],
    told: '',
  }
}

/** Confidence of so many nats: 0.9 at 10, and never quite 1. */
export function confidenceOf(nats: number): number {
  return 1 - 10 ** (-Math.max(0, nats) / 10)
}

/** The nats of a confidence: the other way round. */
export function natsOf(confidence: number): number {
  return -10 * Math.log10(Math.max(1e-15, 1 - confidence))
}

/** Denials speak against an incident for about this long, ms. */
const DOUBT_FADE = 30 * 60_000

/** Nats that denials speak against a strength of `nats`: never more than half, for a denial may be wrong too. */
export function doubtAgainst({ doubts }: Pick<Cluster, 'doubts'>, nats: number, at: number): number {
  let sum = 0
  for (const doubt of doubts) sum += doubt.weight * Math.exp(-Math.abs(at - doubt.at) / DOUBT_FADE)
  return Math.min(sum, nats / 2)
}

/** Independent sources: people, newsrooms and authorities, each once. */
export function corroborationOf({ people, newsrooms, officials }: Cluster): number {
  return people + newsrooms + officials
}

/** The place that most of the evidence names: a precise one before the name of the whole area. */
export function placeOf({ places }: Cluster): WeighedPlace | null {
  let best: WeighedPlace | null = null
  for (const place of places) {
    if (!best || (best.broad && !place.broad) || (best.broad === place.broad && place.weight > best.weight))
      best = place
  }
  return best
}

/** Adds evidence, forgetting the middle of a long story. `open` incidents share what can be kept. */
export function keepEvidence(cluster: Cluster, evidence: Evidence, open: number): void {
  const share = cluster.state === 'candidate' ? LEAST_KEPT : Math.max(LEAST_KEPT, Math.floor(KEPT_TOGETHER / open))
  const most = Math.min(MOST_KEPT, share)
  cluster.evidence.push(evidence)
  const surplus = cluster.evidence.length - most
  if (surplus > 0) cluster.evidence.splice(Math.floor(most * SHARE_OF_FIRST), surplus)
}

/** Keeps the latest casualty claims, newest last. */
export function keepClaims(cluster: Cluster, claims: readonly CasualtyClaim[]): void {
  cluster.casualties = claims.slice(-KEPT_CLAIMS)
}

/** Counts an independent post. */
export function countBeat(cluster: Cluster, { kind, kinds, voice, weight, place, stray }: Beat): void {
  if (voice === 'official') cluster.officials++
  else if (voice === 'newsroom') cluster.newsrooms++
  else cluster.people++
  if (stray) return
  for (const named of kinds) cluster.kindWeights[KINDS.indexOf(named)]! += named === kind ? weight : weight / 2
  if (place) weighPlace(cluster, place, place.broad, place.weight)
}

/** Forgets the posts of a candidate that have faded, so that only what is said together can raise it. */
export function trim(cluster: Cluster, isFaded: (beat: Beat) => boolean): void {
  if (!cluster.burst.some(isFaded)) return
  cluster.burst = cluster.burst.filter((beat) => !isFaded(beat))
  const kept = new Set(cluster.burst.map(({ id }) => id))
  cluster.evidence = cluster.evidence.filter(
    ({ post, bearing, copyOf }) =>
      bearing === 'denies' || kept.has(post.id) || (copyOf !== undefined && kept.has(copyOf)),
  )
  Object.assign(cluster, { people: 0, newsrooms: 0, officials: 0, places: [], kindWeights: KINDS.map(() => 0) })
  for (const beat of cluster.burst) countBeat(cluster, beat)
  cluster.casualties = cluster.casualties.filter(({ postId }) => kept.has(postId))
  if (cluster.burst.length > 0) cluster.firstPostAt = Math.min(...cluster.burst.map(({ at }) => at))
}

/** Takes over all that another candidate holds: both were about one thing. */
export function absorb(cluster: Cluster, other: Cluster): void {
  for (const beat of other.burst) countBeat(cluster, beat)
  cluster.burst = [...cluster.burst, ...other.burst].sort((a, b) => a.at - b.at).slice(-64)
  cluster.evidence = [...cluster.evidence, ...other.evidence].sort((a, b) => a.post.at - b.post.at)
  cluster.doubts.push(...other.doubts)
  cluster.denials += other.denials
  cluster.local ||= other.local
  cluster.firstPostAt = Math.min(cluster.firstPostAt, other.firstPostAt)
  cluster.lastPostAt = Math.max(cluster.lastPostAt, other.lastPostAt)
  cluster.at = Math.max(cluster.at, other.at)
  keepClaims(cluster, other.casualties)
}

/** Counts a place that evidence names. Coordinates within 300 m count as the place known there. */
export function weighPlace(cluster: Cluster, place: Place, broad: boolean, weight: number): void {
  const known = cluster.places.find(
    (other) => other.name === place.name || (!broad && !other.broad && distanceKm(other, place) < 0.3),
  )
  if (known) known.weight += weight
  else if (cluster.places.length < 20)
    cluster.places.push({ name: place.name, lat: place.lat, lon: place.lon, broad, weight })
}

/** Takes the kind that weighs most, with some reluctance to change, and with "something happened" last. */
export function settleKind(cluster: Cluster): void {
  const weightOf = (kind: Kind) => cluster.kindWeights[KINDS.indexOf(kind)]! * (kind === 'other' ? 0.4 : 1)
  const settled = cluster.state === 'candidate' || cluster.state === 'suspected' ? null : cluster.kind
  let best = cluster.kind
  for (const kind of KINDS) if (weightOf(kind) > weightOf(best) * (best === settled ? 1.25 : 1)) best = kind
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
    confidence: confidenceOf(cluster.belief - doubtAgainst(cluster, cluster.belief, cluster.at)),
    probableAt: confidenceOf(cluster.threshold),
    corroboration: corroborationOf(cluster),
    voices: {
      people: cluster.people,
      newsrooms: cluster.newsrooms,
      officials: cluster.officials,
      denials: cluster.denials,
    },
    // What is kept of a post never changes once it is kept.
    evidence: cluster.evidence.slice(),
    casualties: cluster.casualties.slice(),
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
