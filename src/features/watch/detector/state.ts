import { type ClockState, startClock } from './clock.ts'
import { type Cluster, openCluster } from './cluster.ts'
import type { KeptOriginal } from './copies.ts'
import { NAMINGS } from './kinds.ts'
import { type Learned, type Lesson, summariseLessons } from './lessons.ts'
import { BINS } from './rarity.ts'
import type { RatesState } from './rates.ts'
import { type TopicsState, isKnownTopics } from './topics.ts'

/** All that a detector remembers, JSON-safe. */
export interface DetectorState {
  version: typeof VERSION
  clock: ClockState
  /** Undefined before the first post. */
  rates: RatesState | undefined
  clusters: Cluster[]
  originals: KeptOriginal[]
  topics: TopicsState | undefined
  /** What people's verdicts taught, the latest last. */
  lessons: Lesson[]
  opened: number
  sweptAt: number | null
}

/** Grows with each change of what is remembered: an earlier memory is not carried over. */
const VERSION = 4

/** The state that `save()` gave, or a fresh one when it is of another version or broken. */
export function restoreState(saved: unknown): DetectorState {
  return isKnownState(saved) ? structuredClone(saved) : freshState()
}

/** Whether a detector continues from a state; else it starts afresh, and whoever keeps the state should tell somebody. */
export function isKnownState(saved: unknown): saved is DetectorState {
  const fresh = freshState()
  if (!isLike(saved, fresh) || (saved as DetectorState).version !== VERSION) return false
  const { rates, clusters, originals, lessons, topics, clock } = saved as DetectorState
  return (
    clock.recent.every(Number.isFinite) &&
    lessons.every((lesson) => isLike(lesson, LESSON)) &&
    (topics === undefined || (isLike(topics, TOPICS) && isKnownTopics(topics))) &&
    (rates === undefined || isLike(rates, RATES)) &&
    (rates === undefined ||
      (rates.longNamings.length === NAMINGS.length &&
        rates.longScores.length === BINS &&
        rates.pending.every((b) => isLike(b, BUCKET)))) &&
    clusters.every((cluster) => isLike(cluster, CLUSTER) && cluster.evidence.every((one) => isLike(one, EVIDENCE))) &&
    clusters.every(
      ({ burst, places }) => burst.every((beat) => isLike(beat, BEAT)) && places.every((at) => isLike(at, PLACE)),
    ) &&
    originals.every((original) => isLike(original, ORIGINAL))
  )
}

function freshState(): DetectorState {
  return {
    version: VERSION,
    clock: startClock(),
    rates: undefined,
    clusters: [],
    originals: [],
    topics: undefined,
    lessons: [],
    opened: 0,
    sweptAt: null,
  }
}

const CLUSTER = openCluster('', 0, 'other', 0)
const PLACE = { name: '', lat: 0, lon: 0, broad: false, weight: 0 }
const BEAT = { id: '', at: 0, weight: 0, kind: '', kinds: [], voice: '', topics: [], firstHand: false, stray: false }
const EVIDENCE = { post: { id: '', at: 0, text: '' }, voice: '', bearing: '', weight: 0, reasons: [] }
const BUCKET = { start: 0, posts: 0, namings: [], scores: [] }
const LESSON = { kind: '', verdict: '', at: 0, nats: 0, incidents: [] }
const RATES = {
  clock: null,
  recent: 0,
  watched: 0,
  fadedAt: null,
  longPosts: 0,
  longNamings: [],
  longScores: [],
  pending: [],
  inside: 0,
  far: 0,
  unplaced: 0,
}
const TOPICS = {
  settled: [],
  settledPosts: 0,
  fresh: [],
  freshPosts: 0,
  freshSince: null,
  seen: 0,
  readings: [],
  overlaps: [],
}
const ORIGINAL = {
  id: '',
  cluster: '',
  saidAt: 0,
  repostOf: '',
  author: '',
  repostedHandle: 0,
  links: [],
  denies: false,
  quoted: false,
  words: '',
}

/** What the verdicts in a state that `save()` gave have taught, as of `now`. */
export function learnedIn(saved: unknown, now: number): Learned[] {
  return summariseLessons((saved as DetectorState | null)?.lessons ?? [], now)
}

/** Whether a value has every field of a sample, of the same type; where the sample says null, a number or null. */
function isLike(value: unknown, sample: unknown): boolean {
  if (sample === undefined) return true
  if (sample === null) return value === null || Number.isFinite(value)
  if (Array.isArray(sample)) return Array.isArray(value)
  if (typeof sample === 'number') return Number.isFinite(value)
  if (typeof sample !== 'object') return typeof value === typeof sample
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return Object.entries(sample).every(([key, part]) => isLike((value as Record<string, unknown>)[key], part))
}
