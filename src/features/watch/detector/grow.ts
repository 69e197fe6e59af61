import { readCasualties } from './casualties.ts'
import { correctClaims } from './casualty-summary.ts'
import { type Beat, type Cluster, countBeat, keepClaims, keepEvidence } from './cluster.ts'
import { forgetFaded } from './decide.ts'
import { isStray } from './offshoot.ts'
import type { Rates } from './rates.ts'
import type { Reading } from './reading.ts'
import type { Vocabulary } from './vocabulary.ts'
import type { Weighed } from './weigh.ts'

/** Of longer texts so many characters are kept as evidence. */
const LONGEST_KEPT = 1000
const MOST_BEATS = 64
const MOST_DOUBTS = 32

export interface GrowthTools {
  rates: Rates
  vocabulary: Vocabulary
  /** Incidents that are told of: they share the room for evidence. */
  open: number
}

/** Adds a weighed reading to a cluster: evidence, claims, and where it counts, a beat. */
export function grow(cluster: Cluster, reading: Reading, weighed: Weighed, tools: GrowthTools): void {
  const { post, at, voice, where } = reading
  const { bearing, weight, reasons, copyOf } = weighed
  if (bearing === 'weak' && cluster.state === 'candidate') return
  const kept =
    post.text.length > LONGEST_KEPT ? { ...post, text: post.text.slice(0, LONGEST_KEPT).toWellFormed() } : post
  const copied = copyOf === undefined ? {} : { copyOf }
  keepEvidence(cluster, { post: kept, voice, bearing, weight, reasons, ...copied }, tools.open)
  cluster.at = Math.max(cluster.at, at)
  cluster.firstPostAt = Math.min(cluster.firstPostAt, at)
  cluster.lastPostAt = Math.max(cluster.lastPostAt, at)
  if (bearing === 'denies') {
    cluster.denials++
    cluster.doubts.push({ at, weight: -weight, place: where.broad ? null : where.place })
    if (cluster.doubts.length > MOST_DOUBTS) cluster.doubts.shift()
  }
  if (bearing === 'counts' || reasons.some(({ code }) => code === 'same-author'))
    noteClaims(cluster, reading, tools.vocabulary)
  if (bearing !== 'counts') return
  const beat = beatOf(reading, weighed)
  beat.stray = isStray(cluster, beat)
  cluster.burst.push(beat)
  if (cluster.burst.length > MOST_BEATS) cluster.burst.shift()
  countBeat(cluster, beat)
  cluster.local ||= where.type === 'inside' || where.type === 'home' || tools.rates.isLocal()
  if (cluster.state !== 'candidate' && cluster.state !== 'suspected') cluster.belief += weight * 0.3
  forgetFaded(cluster)
}

function beatOf({ post, at, voice, where, kinds, firstHand, topics }: Reading, { kind, weight }: Weighed): Beat {
  const place =
    where.place && where.type === 'inside'
      ? { ...where.place, broad: where.broad, weight: where.byGeo ? weight / 2 : weight }
      : null
  return { id: post.id, at, weight, kind, kinds, voice, place, topics: [...topics], firstHand, stray: false }
}

function noteClaims(cluster: Cluster, { post, voice, tellsOfPeople }: Reading, vocabulary: Vocabulary): void {
  if (!tellsOfPeople) return
  const own = cluster.evidence.filter((evidence) => post.author && evidence.post.author === post.author)
  const claims = readCasualties(post.text, voice, post.id, vocabulary)
  keepClaims(cluster, correctClaims(cluster.casualties, claims, new Set(own.map((evidence) => evidence.post.id))))
}
