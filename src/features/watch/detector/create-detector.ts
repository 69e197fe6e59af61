import { hashWord } from './word-hash.ts'
import { admit } from './admit.ts'
import { thresholdFor } from './budget.ts'
import { seeTime, stateTime } from './clock.ts'
import { type Beat, type Cluster, absorb, corroborationOf, describe, openCluster, settleKind } from './cluster.ts'
import { createOriginals } from './copies.ts'
import { decide, strengthOf } from './decide.ts'
import { grow } from './grow.ts'
import { partOffshoot } from './offshoot.ts'
import { buildGazetteer, locateByName } from './gazetteer.ts'
import { CANDIDATE_WINDOW, INCIDENT_WINDOW, aftermathOf, findCluster, findOlder, findTwin } from './group.ts'
import { WORD_LISTS } from './lexicon/index.ts'
import { type Model, loadModel } from './model.ts'
import { createRates } from './rates.ts'
import { type Reading, readPost } from './reading.ts'
import { createHearing, speaksOfHarm } from './hearing.ts'
import type { Area, DetectedIncident, Detector, Kind, Post, UnreadPost, Verdict } from './types.ts'
import { BEGINS_PLACE, compileVocabulary } from './vocabulary.ts'
import { learntNats, unlearn } from './lessons.ts'
import { hasListened, isSilenced, setAside, takeBack, teach } from './verdicts.ts'
import { type Weighed, triage, weigh } from './weigh.ts'
import { restoreState } from './state.ts'
import { createTopics } from './topics.ts'

export interface DetectorOptions {
  area: Area
  /** False alerts in 30 days that this place bears, 0.1 to 30; 1 unless told otherwise. Sets the threshold. */
  falseAlertsPerMonth?: number
  /** Nats at which an incident becomes probable, for tests; in the place of `falseAlertsPerMonth`. */
  threshold?: number
  /** The trained model, or its bytes. */
  model: Uint8Array | Model
  /** What `save()` gave earlier. */
  state?: unknown
}

const MINUTE = 60_000
const SUSPECTED_QUIET = 90 * MINUTE
const MOST_CLUSTERS = 48

/**
 * The engine that turns posts into incidents. Synchronous, no I/O; time is the posts' own.
 * @throws RangeError when the model's bytes cannot be read, or the false alerts a month are out of range.
 */
export function createDetector({
  area,
  falseAlertsPerMonth = 1,
  threshold = thresholdFor(falseAlertsPerMonth),
  model,
  state: saved,
}: DetectorOptions): Detector {
  const weights = model instanceof Uint8Array ? loadModel(model) : model
  const gazetteer = buildGazetteer(area)
  const vocabulary = compileVocabulary(WORD_LISTS, gazetteer.starts)
  const hearing = createHearing(vocabulary, area.places !== undefined)
  const tools = { vocabulary, model: weights, gazetteer }
  const state = restoreState(saved)
  const rates = createRates(weights, state.rates)
  const originals = createOriginals(state.originals)
  const topics = createTopics(state.topics)

  const thresholdOf = (kind: Kind) => threshold + learntNats(state.lessons, kind, state.clock.now ?? 0)
  const tell = (cluster: Cluster) => describe(cluster, area.hospital)

  function push(given: Post): DetectedIncident[] {
    const post = admit(given)
    if (!post) return []
    const { bytes, length } = hearing.encode(post.text)
    return hear(post, bytes, 0, length)
  }

  function pushUnread(post: UnreadPost): DetectedIncident[] {
    return post.to > post.from ? hear(post, post.bytes, post.from, post.to) : []
  }

  /** The pipeline: normalise → triage → place → group → weigh → decide. */
  function hear(heard: Post | UnreadPost, bytes: Uint8Array, from: number, to: number): DetectedIncident[] {
    const before = state.clock.now
    const at = seeTime(state.clock, heard.at)
    const now = state.clock.now ?? at
    // Posts had led the clock into a future that is not: what was dated there is over.
    if (before !== null && now < before) state.sweptAt = null
    const isSample = topics.isDue()
    const words = hearing.listen(bytes, from, to, isSample)
    const saysWhere = area.places !== undefined && ((words.anySecond & BEGINS_PLACE) !== 0 || heard.geo !== undefined)
    const namesHarm = speaksOfHarm(words, vocabulary)
    const post = namesHarm || saysWhere ? wholeOf(heard) : undefined
    const reading = namesHarm && post ? readPost(post, at, words, tools) : null
    rates.count(now)
    if (isSample) topics.count(words, now)
    const triaged = reading && triage(reading, rates)
    if (!reading && area.places)
      rates.countPlace(saysWhere && post ? locateByName(gazetteer, post, words, () => post.text).type : 'unplaced')
    const changed = sweep(now)
    if (!reading || !triaged) return changed
    const learn = () => {
      rates.countPlace(reading.where.type)
      if (reading.isDenial) return
      rates.learn(reading.namings, triaged.score)
      topics.learn(reading.topics, now)
    }
    if (reading.where.type === 'far' || now - at > INCIDENT_WINDOW) {
      learn()
      return changed
    }
    const said = originals.findSaid(reading, now)
    const copied = said?.how === 'copy' ? said : undefined
    const cluster = copied
      ? state.clusters.find(({ id }) => id === copied.cluster)
      : findCluster(state.clusters, reading, area.radiusKm, (one, other) => agreementWith(one, other) > 1)
    // Its event came to nothing; to say it once more makes it no other event.
    if (copied && !cluster) return changed
    if (cluster?.evidence.some((evidence) => evidence.post.id === reading.post.id)) return changed
    const voice = cluster && !copied ? originals.findVoice(reading, cluster.id) : undefined
    if (!copied && !voice) learn()
    const original = copied ?? voice ?? said
    const agreement = cluster ? agreementWith(reading, cluster) : 0
    const weighed = weigh(reading, cluster, original, rates, area.radiusKm, triaged, agreement)
    const grown = cluster ?? begin(reading, weighed)
    if (!grown) return changed
    const open = state.clusters.filter((other) => other.state !== 'candidate').length
    grow(grown, reading, weighed, { rates, vocabulary, open })
    if (weighed.bearing === 'counts' || weighed.bearing === 'denies') originals.remember(reading, grown.id, now)
    mergeTwins(grown)
    const parted = partOffshoot(grown, at, () => nextId(reading), area, thresholdOf)
    if (parted) return [...changed, ...tellParted(grown, parted, at)]
    if (isSilenced(grown)) return reopen(grown, reading) ?? changed
    const wasOpen = grown.state === 'probable' || grown.state === 'confirmed'
    if (!decide(grown, at, thresholdOf)) return changed
    const older = wasOpen || grown.state !== 'probable' ? undefined : findOlder(state.clusters, grown, sharesWords)
    return [...changed, ...(older ? joinOlder(older, grown, at) : [tell(grown)])]
  }

  function sharesWords(beat: Beat, { burst }: Cluster): boolean {
    return (
      topics.agreement(
        Int32Array.from(beat.topics),
        burst.map((other) => other.topics),
      ) > 1
    )
  }

  /** What was about to be told as an event of its own is more of one that is known. */
  function joinOlder(older: Cluster, cluster: Cluster, at: number): DetectedIncident[] {
    absorb(older, cluster)
    originals.move(cluster.id, older.id)
    state.clusters = state.clusters.filter((other) => other !== cluster)
    if (isSilenced(older)) return []
    return decide(older, at, thresholdOf) ? [tell(older)] : []
  }

  function agreementWith({ topics: words }: Reading, { burst }: Cluster): number {
    const others = burst.slice(-12).map((beat) => beat.topics)
    return others.length > 0 ? topics.agreement(words, others) : 0
  }

  function begin(reading: Reading, weighed: Weighed): Cluster | undefined {
    if (weighed.bearing !== 'counts') return undefined
    makeRoom()
    const cluster = openCluster(nextId(reading), reading.at, weighed.kind, thresholdOf(weighed.kind))
    state.clusters.push(cluster)
    return cluster
  }

  function mergeTwins(cluster: Cluster): void {
    settleKind(cluster)
    for (let twin = findTwin(state.clusters, cluster); twin; twin = findTwin(state.clusters, cluster)) {
      const gone = twin
      absorb(cluster, gone)
      originals.move(gone.id, cluster.id)
      state.clusters = state.clusters.filter((other) => other !== gone)
    }
  }

  /** What was taken for more of one event shows to be another: both are told. */
  function tellParted(from: Cluster, parted: Cluster, at: number): DetectedIncident[] {
    originals.move(from.id, parted.id, new Set(parted.burst.map(({ id }) => id)))
    makeRoom()
    state.clusters.push(parted)
    const left = !isSilenced(from) && decide(from, at, thresholdOf) ? [tell(from)] : []
    return decide(parted, at, thresholdOf) ? [...left, tell(parted)] : left
  }

  function nextId({ post }: Reading): string {
    state.opened++
    return `incident-${state.opened}-${(hashWord(post.id) >>> 0).toString(36)}`
  }

  /** A dismissed or closed incident swallows what is still said about it, unless far more people than before insist. */
  function reopen(cluster: Cluster, reading: Reading): DetectedIncident[] | undefined {
    if (strengthOf(cluster) < thresholdOf(cluster.kind) * 2.5 || corroborationOf(cluster) < 5) return undefined
    const before = cluster.id
    cluster.id = nextId(reading)
    originals.move(before, cluster.id)
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
      if (hasListened(cluster, now)) return false
      const quiet = cluster.lastPostAt > now + INCIDENT_WINDOW ? Infinity : now - cluster.lastPostAt
      if (
        quiet <=
        (cluster.state === 'candidate'
          ? CANDIDATE_WINDOW
          : cluster.state === 'suspected'
            ? SUSPECTED_QUIET
            : aftermathOf(cluster))
      )
        return true
      if (cluster.state === 'candidate' || isSilenced(cluster)) return false
      cluster.state = 'closed'
      cluster.at = now
      closed.push(tell(cluster))
      return false
    })
    const known = new Set(state.clusters.map(({ id }) => id))
    originals.forget(now, (id) => known.has(id))
    return closed
  }

  function makeRoom(): void {
    if (state.clusters.length < MOST_CLUSTERS) return
    const weakest = state.clusters.reduce((a, b) => (rank(b) < rank(a) ? b : a))
    state.clusters = state.clusters.filter((cluster) => cluster !== weakest)
  }

  function judge({ incidentId, verdict, at }: Verdict): DetectedIncident[] {
    const cluster = state.clusters.find(({ id }) => id === incidentId)
    // It may no longer be known here; what its dismissal taught is taken back all the same.
    if (!cluster && verdict === 'reopened') state.lessons = unlearn(state.lessons, incidentId)
    if (!cluster || isSilenced(cluster) !== (verdict === 'reopened')) return []
    if (verdict === 'reopened') {
      const lessons = takeBack(cluster, at, state.lessons)
      if (!lessons) return []
      state.lessons = lessons
      return [tell(cluster)]
    }
    state.lessons = teach(state.lessons, cluster, verdict, at)
    const before = cluster.state
    cluster.state = verdict
    cluster.at = Math.max(cluster.at, at)
    const judged = tell(cluster)
    if (isSilenced(cluster)) setAside(cluster, before, at)
    return [judged]
  }

  return {
    push,
    pushUnread,
    advance(at) {
      return sweep(stateTime(state.clock, at))
    },
    judge,
    forget(kind) {
      state.lessons = state.lessons.filter((lesson) => lesson.kind !== kind)
    },
    open: () => state.clusters.filter((cluster) => cluster.state !== 'candidate' && !isSilenced(cluster)).map(tell),
    save: () =>
      structuredClone({
        ...state,
        rates: rates.save(),
        originals: originals.save(),
        topics: topics.save(),
      }),
  }
}

function wholeOf(heard: Post | UnreadPost): Post | undefined {
  return 'read' in heard ? admit(heard.read()) : heard
}

function rank(cluster: Cluster): number {
  return (cluster.state === 'candidate' ? 0 : 1e6) + cluster.belief + cluster.lastPostAt / 1e13
}
