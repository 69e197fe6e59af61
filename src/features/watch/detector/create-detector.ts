import { hashWord } from './word-hash.ts'
import { seeTime } from './clock.ts'
import { type Beat, type Cluster, corroborationOf, countBeat, describe, keepClaims, keepEvidence } from './cluster.ts'
import { readCasualties } from './casualties.ts'
import type { Original } from './copies.ts'
import { burstAt, decide, forgetFaded } from './decide.ts'
import { buildGazetteer, locate } from './gazetteer.ts'
import { CANDIDATE_WINDOW, INCIDENT_WINDOW, findCluster } from './group.ts'
import { WORD_LISTS } from './lexicon/index.ts'
import { type Model, handModel, loadModel } from './model.ts'
import { createRates } from './rates.ts'
import { type Reading, readPost } from './reading.ts'
import { createScanner } from './scan.ts'
import { KINDS, type Area, type DetectedIncident, type Detector, type Kind, type Post, type Verdict } from './types.ts'
import { BEGINS_HARM_PHRASE, BEGINS_PLACE, HARM_CATEGORIES, compileVocabulary } from './vocabulary.ts'
import { secondBit } from './lexicon/categories.ts'
import { type Weighed, weigh } from './weigh.ts'

import { keepOriginal, restoreState } from './state.ts'

export interface DetectorOptions {
  area: Area
  /** Nats at which an incident becomes probable; more means fewer alerts. */
  threshold?: number
  /** The trained model, or its bytes. Without one, hand-set weights are used. */
  model?: Uint8Array | Model
  /** What `save()` gave earlier. */
  state?: unknown
}

/** False alarms become about e times rarer for each nat more. */
export const DEFAULT_THRESHOLD = 10

const MINUTE = 60_000
const SUSPECTED_QUIET = 90 * MINUTE
const MOST_CLUSTERS = 48
const MOST_ORIGINALS = 256
const LEAST_TO_BEGIN = 1.5
/** How much stricter a dismissal makes its kind here. */
const DISMISSED = 1.15
const DENIAL = secondBit('denial')

/**
 * The engine that turns posts into incidents. Synchronous, no I/O; time is the posts' own.
 * @throws RangeError when the model's bytes cannot be read.
 */
export function createDetector({
  area,
  threshold = DEFAULT_THRESHOLD,
  model,
  state: saved,
}: DetectorOptions): Detector {
  const weights = model instanceof Uint8Array ? loadModel(model) : (model ?? handModel())
  const gazetteer = buildGazetteer(area)
  const vocabulary = compileVocabulary(WORD_LISTS, gazetteer.starts)
  const scan = createScanner(vocabulary)
  const tools = { vocabulary, model: weights, gazetteer }
  const state = restoreState(saved)
  const rates = createRates(weights, state.rates)
  const originals = new Map<string, Original[]>()
  for (const cluster of state.clusters) {
    originals.set(
      cluster.id,
      cluster.originals.map((kept) => ({ ...kept, signature: Int32Array.from(kept.signature) })),
    )
  }

  const thresholdOf = (kind: Kind) => threshold * state.strictness[KINDS.indexOf(kind)]!
  const tell = (cluster: Cluster) => describe(cluster, area.hospital)

  /** The pipeline: normalise → triage → place → group → weigh → decide. */
  function push(post: Post): DetectedIncident[] {
    if (typeof post.text !== 'string' || post.text === '') return []
    const at = seeTime(state.clock, post.at)
    const now = state.clock.now ?? at
    const words = scan(post.text)
    const speaksOfHarm =
      (words.anyFirst & HARM_CATEGORIES) !== 0 || (words.anySecond & (BEGINS_HARM_PHRASE | DENIAL)) !== 0
    const reading = speaksOfHarm ? readPost(post, at, words, tools) : null
    rates.count(now, reading && !reading.isDenial ? reading.namings : [])
    if (reading) rates.countPlace(reading.where.type)
    else if (area.places)
      rates.countPlace(
        (words.anySecond & BEGINS_PLACE) !== 0
          ? locate(gazetteer, post, words).type
          : post.geo
            ? locate(gazetteer, post, words).type
            : 'unplaced',
      )
    const changed = sweep(now)
    if (!reading || reading.where.type === 'far' || now - at > INCIDENT_WINDOW) return changed
    const cluster = findCluster(state.clusters, reading, area.radiusKm)
    if (cluster?.evidence.some((evidence) => evidence.post.id === post.id)) return changed
    const weighed = weigh(reading, cluster, cluster ? originals.get(cluster.id)! : [], rates, area.radiusKm)
    const grown = cluster ?? begin(reading, weighed)
    if (!grown) return changed
    add(grown, reading, weighed)
    if (isSilenced(grown)) return reopen(grown, reading) ?? changed
    return decide(grown, at, thresholdOf) ? [...changed, tell(grown)] : changed
  }

  function begin(reading: Reading, weighed: Weighed): Cluster | undefined {
    if (weighed.bearing !== 'counts' || weighed.weight < LEAST_TO_BEGIN) return undefined
    makeRoom()
    state.opened++
    const cluster: Cluster = {
      id: `incident-${state.opened}-${(hashWord(reading.post.id) >>> 0).toString(36)}`,
      state: 'candidate',
      at: reading.at,
      firstPostAt: reading.at,
      lastPostAt: reading.at,
      kind: weighed.kind,
      kindWeights: KINDS.map(() => 0),
      places: [],
      evidence: [],
      originals: [],
      burst: [],
      people: 0,
      newsrooms: 0,
      officials: 0,
      denials: 0,
      doubts: [],
      belief: 0,
      threshold: thresholdOf(weighed.kind),
      local: false,
      casualties: [],
      told: '',
    }
    state.clusters.push(cluster)
    originals.set(cluster.id, [])
    return cluster
  }

  function add(cluster: Cluster, reading: Reading, weighed: Weighed): void {
    const { post, at, voice, where } = reading
    const { bearing, weight, reasons, copyOf } = weighed
    if (bearing === 'weak' && cluster.state === 'candidate') return
    const kept = post.text.length > 2000 ? { ...post, text: post.text.slice(0, 2000) } : post
    keepEvidence(cluster, { post: kept, voice, bearing, weight, reasons, ...(copyOf === undefined ? {} : { copyOf }) })
    cluster.at = Math.max(cluster.at, at)
    cluster.firstPostAt = Math.min(cluster.firstPostAt, at)
    cluster.lastPostAt = Math.max(cluster.lastPostAt, at)
    if (bearing === 'denies') {
      cluster.denials++
      cluster.doubts.push({ at, weight: -weight })
      if (cluster.doubts.length > 32) cluster.doubts.shift()
    }
    if (bearing === 'counts' || bearing === 'denies') remember(cluster, reading)
    if (bearing !== 'counts') return
    const place =
      where.place && where.type === 'inside'
        ? { ...where.place, broad: where.broad, weight: where.byGeo ? weight / 2 : weight }
        : null
    const beat: Beat = { id: post.id, at, weight, kind: weighed.kind, kinds: reading.kinds, voice, place }
    cluster.burst.push(beat)
    if (cluster.burst.length > 64) cluster.burst.shift()
    countBeat(cluster, beat)
    cluster.local ||= where.type === 'inside' || where.type === 'home' || rates.isLocal()
    if (cluster.state !== 'candidate' && cluster.state !== 'suspected') cluster.belief += weight * 0.3
    keepClaims(cluster, readCasualties(post.text, voice, post.id, vocabulary))
    forgetFaded(cluster)
  }

  function remember(cluster: Cluster, { post, repostedHandle, signature }: Reading): void {
    const original = {
      id: post.id,
      repostOf: post.repostOf ?? '',
      author: post.author ?? '',
      repostedHandle,
      signature,
    }
    const known = originals.get(cluster.id)!
    known.push(original)
    if (known.length > MOST_ORIGINALS) known.splice(MOST_ORIGINALS / 4, 1)
  }

  /** A dismissed or closed incident swallows what is still said about it, unless far more people than before insist. */
  function reopen(cluster: Cluster, reading: Reading): DetectedIncident[] | undefined {
    if (burstAt(cluster, reading.at) < thresholdOf(cluster.kind) * 2.5 || corroborationOf(cluster) < 5) return undefined
    state.opened++
    const known = originals.get(cluster.id)!
    originals.delete(cluster.id)
    cluster.id = `incident-${state.opened}-${(hashWord(reading.post.id) >>> 0).toString(36)}`
    originals.set(cluster.id, known)
    cluster.state = 'candidate'
    cluster.told = ''
    return decide(cluster, reading.at, thresholdOf) ? [tell(cluster)] : []
  }

  /** Once a minute: closes what has gone quiet and forgets what came to nothing. */
  function sweep(now: number): DetectedIncident[] {
    if (state.sweptAt !== null && now - state.sweptAt < MINUTE) return []
    state.sweptAt = now
    const closed: DetectedIncident[] = []
    state.clusters = state.clusters.filter((cluster) => {
      const quiet = now - cluster.lastPostAt
      if (
        quiet <=
        (cluster.state === 'candidate'
          ? CANDIDATE_WINDOW
          : cluster.state === 'suspected'
            ? SUSPECTED_QUIET
            : INCIDENT_WINDOW)
      )
        return true
      originals.delete(cluster.id)
      if (cluster.state === 'candidate' || isSilenced(cluster)) return false
      cluster.state = 'closed'
      cluster.at = now
      closed.push(tell(cluster))
      return false
    })
    return closed
  }

  function makeRoom(): void {
    if (state.clusters.length < MOST_CLUSTERS) return
    const weakest = state.clusters.reduce((a, b) => (rank(b) < rank(a) ? b : a))
    originals.delete(weakest.id)
    state.clusters = state.clusters.filter((cluster) => cluster !== weakest)
  }

  function judge({ incidentId, verdict, at }: Verdict): DetectedIncident[] {
    const cluster = state.clusters.find(({ id }) => id === incidentId)
    if (!cluster || isSilenced(cluster) !== (verdict === 'reopened')) return []
    if (verdict === 'reopened') return takeBack(cluster, at)
    teach(cluster.kind, verdict === 'confirmed' ? 0.93 : verdict === 'dismissed' ? DISMISSED : 1)
    const { state: before, burst, people, newsrooms, officials, denials, doubts, belief } = cluster
    cluster.state = verdict
    cluster.at = Math.max(cluster.at, at)
    if (isSilenced(cluster)) {
      const judged = tell(cluster)
      // From here on only what is new counts, to see whether people insist.
      cluster.ended = { state: before, burst, people, newsrooms, officials, denials, doubts, belief }
      Object.assign(cluster, { burst: [], people: 0, newsrooms: 0, officials: 0, denials: 0, doubts: [], belief: 0 })
      return [judged]
    }
    return [tell(cluster)]
  }

  function teach(kind: Kind, factor: number): void {
    const index = KINDS.indexOf(kind)
    state.strictness[index] = Math.min(2, Math.max(0.6, state.strictness[index]! * factor))
  }

  /** As if it had never been ended: what was said before and since counts together. */
  function takeBack(cluster: Cluster, at: number): DetectedIncident[] {
    const { ended } = cluster
    if (!ended) return []
    if (cluster.state === 'dismissed') teach(cluster.kind, 1 / DISMISSED)
    const { people, newsrooms, officials, denials } = cluster
    Object.assign(cluster, {
      ...ended,
      burst: [...ended.burst, ...cluster.burst].slice(-64),
      doubts: [...ended.doubts, ...cluster.doubts].slice(-32),
      people: ended.people + people,
      newsrooms: ended.newsrooms + newsrooms,
      officials: ended.officials + officials,
      denials: ended.denials + denials,
      at: Math.max(cluster.at, at),
    })
    delete cluster.ended
    return [tell(cluster)]
  }

  return {
    push,
    advance(at) {
      state.clock.now = Math.max(state.clock.now ?? at, at)
      return sweep(state.clock.now)
    },
    judge,
    open: () => state.clusters.filter((cluster) => cluster.state !== 'candidate' && !isSilenced(cluster)).map(tell),
    save: () =>
      structuredClone({
        ...state,
        rates: rates.save(),
        clusters: state.clusters.map((cluster) => ({
          ...cluster,
          originals: originals.get(cluster.id)!.map(keepOriginal),
        })),
      }),
  }
}

function isSilenced({ state }: Cluster): boolean {
  return state === 'dismissed' || state === 'closed'
}

function rank(cluster: Cluster): number {
  return (cluster.state === 'candidate' ? 0 : 1e6) + cluster.belief + cluster.lastPostAt / 1e13
}
