import { type Beat, type Cluster, corroborationOf, countBeat, openCluster } from './cluster.ts'
import { foldText } from './characters.ts'
import { strengthOf } from './decide.ts'
import { distanceKm } from './distance.ts'
import { kinship } from './kinship.ts'
import type { Area, Kind, Place } from './types.ts'

// A second event while one is open. Its first posts join the open incident, for most such posts are echoes of it: a blast
// is heard far, a rumour names another place. Only when several people tell of it themselves does it part.

const MINUTE = 60_000
/** In its first minutes an event is told from all over the city, ms. */
const SETTLED_AFTER = 12 * MINUTE
/** A place this far from all that an incident has named so far may be another event's, km. */
const APART_KM = 4
/** A place named by less than this share of what speaks for the main one is where it was heard, not where it is. */
const ESTABLISHED = 0.34
/** Posts that name places this near speak of one event, km. */
const TOGETHER_KM = 3
/** People, newsrooms or authorities who must tell of another event themselves. */
const VOICES_NEEDED = 3
const TOGETHER_WITHIN = 15 * MINUTE
/** An incident without a place that so few told of, so long ago, has no claim on what comes now. */
const FEW = 4
const STALE_AFTER = 15 * MINUTE
/** Where the hurt are taken is not where it happened. */
const HOSPITAL = /hospital|clinic|infirmar|medical|ospedale|hopital|\ber\b|emergency room|urgencias/

/** Whether a post that joins an open incident may be of another event. Ask before counting it. */
export function isStray(cluster: Cluster, beat: Beat): boolean {
  if (cluster.state === 'candidate' || cluster.state === 'suspected') return false
  const heaviest = Math.max(0, ...cluster.places.map(({ broad, weight }) => (broad ? 0 : weight)))
  const known = cluster.places.filter(({ broad, weight }) => !broad && weight > heaviest * ESTABLISHED)
  const place = precise(beat)
  if (known.length > 0) {
    if (!place || beat.at - cluster.firstPostAt < SETTLED_AFTER) return false
    return known.every((other) => distanceKm(other, place) > APART_KM)
  }
  const own = cluster.burst.filter(({ stray }) => !stray)
  const strays = cluster.burst.length - own.length
  const lastOwn = Math.max(cluster.firstPostAt, ...own.map(({ at }) => at))
  const weak = cluster.state !== 'confirmed' && corroborationOf(cluster) - strays <= FEW
  return weak && beat.at - lastOwn > STALE_AFTER && (place !== null || !beat.kinds.includes(cluster.kind))
}

/** Parts another event from an open incident once enough people tell of it themselves; gives its cluster, ready to be decided on. */
export function partOffshoot(
  cluster: Cluster,
  at: number,
  nextId: () => string,
  area: Area,
  thresholdOf: (kind: Kind) => number,
): Cluster | undefined {
  const newest = cluster.burst.at(-1)
  if (!newest?.stray || !tells(newest, area)) return undefined
  const told = cluster.burst.filter(
    (beat) => beat.stray && newest.at - beat.at < TOGETHER_WITHIN && isTogether(beat, newest),
  )
  if (told.filter((beat) => tells(beat, area)).length < VOICES_NEEDED) return undefined
  const beats = told.map((beat) => ({ ...beat, stray: false }))
  const doubts = cluster.doubts.filter(({ place }) => beats.some((beat) => place && isNear(place, precise(beat))))
  const kind = newest.kind
  const parted = openCluster('', beats[0]!.at, kind, thresholdOf(kind))
  Object.assign(parted, { burst: beats, doubts, denials: doubts.length, at, lastPostAt: newest.at })
  parted.firstPostAt = Math.min(...beats.map((beat) => beat.at))
  const denied = doubts.reduce((sum, doubt) => sum + doubt.weight, 0)
  if (strengthOf(parted) - denied < parted.threshold) return undefined
  parted.local = cluster.local || beats.some(({ place }) => place !== null)
  for (const beat of beats) countBeat(parted, beat)
  parted.id = nextId()
  handOver(cluster, parted, told)
  return parted
}

/** Moves what the posts of another event brought: voices, evidence, claims. */
function handOver(from: Cluster, to: Cluster, beats: readonly Beat[]): void {
  const moved = new Set(beats.map(({ id }) => id))
  from.burst = from.burst.filter(({ id }) => !moved.has(id))
  from.people -= to.people
  from.newsrooms -= to.newsrooms
  from.officials -= to.officials
  const isMoved = (id: string | undefined) => id !== undefined && moved.has(id)
  const weights = new Map(to.burst.map(({ id, weight }) => [id, weight]))
  to.evidence = from.evidence
    .filter(({ post, copyOf }) => isMoved(post.id) || isMoved(copyOf))
    .map((evidence) => ({ ...evidence, weight: weights.get(evidence.post.id) ?? evidence.weight }))
  from.evidence = from.evidence.filter(({ post, copyOf }) => !isMoved(post.id) && !isMoved(copyOf))
  to.casualties = from.casualties.filter(({ postId }) => moved.has(postId))
  from.casualties = from.casualties.filter(({ postId }) => !moved.has(postId))
}

function tells({ firstHand, kind, place }: Beat, area: Area): boolean {
  if (!firstHand || kind === 'other') return false
  return !place || (place.name !== area.hospital.name && !HOSPITAL.test(foldText(place.name)))
}

function isTogether(a: Beat, b: Beat): boolean {
  const place = precise(b)
  if (kinship(a.kind, b.kind) === 0) return false
  return place === null || precise(a) === null || isNear(place, precise(a))
}

function isNear(place: Place, other: Place | null): boolean {
  return other !== null && distanceKm(place, other) < TOGETHER_KM
}

function precise({ place }: Beat): Place | null {
  return place && !place.broad ? place : null
}
