import type { Scan } from './scan.ts'

// What two posts speak of beside the hazard. Two reports of one event share a street, a name, a line's number far more
// often than two posts of talk do; how much that says depends on how common the shared word is in this stream.

/** Counters of words by hash; a power of two, so small that they can be saved. */
const SLOTS = 4096
/** A word nobody ever saw is taken to be in this share of posts. */
const RAREST = 3e-4
/** Counters are halved when so many posts were counted, so that a stream may change its subjects. */
const MOST_POSTS = 20_000
/** Words count only after this long, so that an event's own words do not become common while it begins, ms. */
const SETTLES_AFTER = 40 * 60_000
/** Chance that a report shares telling words with an earlier one of the same event. */
const SHARED = 0.5
/** Nats that shared words say at most. */
const MOST = 4.5
/** One word says no more than this, nats. */
const MOST_PER_WORD = 8
/** Readings kept to learn how much two that have nothing to do with one another share. */
const KEPT = 48
/** A reading is compared with so many of the oldest kept. */
const COMPARED = 12
/** Overlaps are counted in steps of one nat. */
const BINS = 32
/** Pairs that the shipped expectation is worth, and how fast chance overlaps become rarer, nats. */
const PRIOR_PAIRS = 400
const PRIOR_SCALE = 3.5
const MOST_PAIRS = 40_000
/** One in so many posts is counted: enough to know common words, and few enough to cost little. */
const SAMPLED = 4

export interface TopicsState {
  settled: number[]
  settledPosts: number
  fresh: number[]
  freshPosts: number
  freshSince: number | null
  seen: number
  /** Words of late readings, and how many pairs of them overlapped by so much. */
  readings: { at: number; words: number[] }[]
  overlaps: number[]
}

export interface Topics {
  /** Whether the next post is to be counted. Asked once a post. */
  isDue(): boolean
  /** Counts a post's words. */
  count(scan: Scan, now: number): void
  /** Nats by which the words that a post shares with others' speak for one event. */
  agreement(words: Int32Array, others: readonly (readonly number[])[]): number
  /** Learns from a post that names harm how much it shares with older ones of other events. */
  learn(words: Int32Array, at: number): void
  save(): TopicsState
}

export function createTopics(saved?: TopicsState): Topics {
  const settled = Uint16Array.from(saved?.settled ?? new Uint16Array(SLOTS))
  const fresh = Uint16Array.from(saved?.fresh ?? new Uint16Array(SLOTS))
  const readings = saved?.readings.map((reading) => ({ ...reading })) ?? []
  const markedWords = new Int32Array(SLOTS)
  const stamps = new Float64Array(SLOTS)
  let stamp = 0
  /** Slots of `fresh` that are not 0. */
  const touched = [...fresh.keys()].filter((slot) => fresh[slot]! > 0)
  const overlaps = saved?.overlaps.slice() ?? Array.from({ length: BINS }, () => 0)
  let pairs = overlaps.reduce((sum, count) => sum + count, 0)
  let { settledPosts = 0, freshPosts = 0, freshSince = null as number | null, seen = 0 } = saved ?? {}

  function settle(now: number): void {
    for (const slot of touched) {
      settled[slot] = Math.min(65535, settled[slot]! + fresh[slot]!)
      fresh[slot] = 0
    }
    settledPosts += freshPosts
    touched.length = 0
    freshPosts = 0
    freshSince = now
    if (settledPosts <= MOST_POSTS) return
    settledPosts >>= 1
    for (let i = 0; i < SLOTS; i++) settled[i]! >>= 1
  }

  /** The share of ordinary posts here that hold a word. */
  function shareOf(word: number): number {
    // Posts that hold it twice count it twice.
    const known = Math.min(1, settled[slotOf(word)]! / Math.max(1, settledPosts))
    // A word not seen in n posts may still be in three of so many.
    return Math.max(known, 3 / (300 + settledPosts), RAREST)
  }

  /** Notes the words of one post, to be compared with others. */
  function mark(words: Int32Array): void {
    stamp++
    for (const word of words) {
      markedWords[slotOf(word)] = word
      stamps[slotOf(word)] = stamp
    }
  }

  /** Nats of the words that another post shares with the marked one. */
  function overlapWith(others: readonly number[]): number {
    let nats = 0
    for (const word of others) {
      const slot = slotOf(word)
      if (stamps[slot] === stamp && markedWords[slot] === word)
        nats += Math.min(MOST_PER_WORD, -Math.log(shareOf(word)))
    }
    return nats
  }

  /** Whether the oldest reading must stay for want of others old enough to compare with. */
  function keepsOldest(at: number): boolean {
    return at - readings[COMPARED]!.at < SETTLES_AFTER
  }

  /** The share of pairs of unrelated posts that share at least so much. */
  function chanceOf(overlap: number): number {
    const bin = Math.min(BINS - 1, Math.floor(overlap))
    let above = PRIOR_PAIRS * Math.exp(-overlap / PRIOR_SCALE)
    const all = PRIOR_PAIRS + pairs
    for (let i = bin; i < BINS; i++) above += overlaps[i]!
    return above / all
  }

  return {
    isDue: () => seen++ % SAMPLED === 0,
    count({ words, count }, now) {
      freshSince ??= now
      if (now - freshSince > SETTLES_AFTER) settle(now)
      freshPosts++
      for (let i = 0; i < count; i++) {
        const slot = slotOf(words[i]!)
        if (!fresh[slot]) touched.push(slot)
        fresh[slot]!++
      }
    },
    agreement(words, others) {
      mark(words)
      let best = 0
      for (const other of others) best = Math.max(best, overlapWith(other))
      const chance = Math.min(1, others.length * chanceOf(best))
      if (chance >= SHARED) return Math.log(1 - SHARED) * Math.min(1, words.length / 6)
      return Math.min(MOST, Math.log(SHARED / chance))
    },
    learn(words, at) {
      mark(words)
      let compared = 0
      for (const other of readings) {
        if (at - other.at < SETTLES_AFTER || ++compared > COMPARED) break
        overlaps[Math.min(BINS - 1, Math.floor(overlapWith(other.words)))]!++
        pairs++
      }
      if (pairs > MOST_PAIRS) {
        for (let i = 0; i < BINS; i++) overlaps[i]! /= 2
        pairs /= 2
      }
      readings.push({ at, words: [...words] })
      if (readings.length > KEPT) readings.splice(keepsOldest(at) ? 1 : 0, 1)
    },
    save: () => ({
      settled: [...settled],
      settledPosts,
      fresh: [...fresh],
      freshPosts,
      freshSince,
      seen,
      readings,
      overlaps,
    }),
  }
}

export function slotOf(word: number): number {
  return (word ^ (word >>> 16)) & (SLOTS - 1)
}

/** The distinct words of a post that say neither hazard nor manner. */
export function topicsOf({ words, first, second, count }: Scan): Int32Array {
  const found: number[] = []
  for (let i = 0; i < count && found.length < 40; i++) {
    if (first[i] === 0 && (second[i]! & 0x7ffffff) === 0 && !found.includes(words[i]!)) found.push(words[i]!)
  }
  return Int32Array.from(found)
}

/** Whether counters that were saved are those of this version. */
export function isKnownTopics({ settled, fresh, overlaps, readings }: TopicsState): boolean {
  const areWords = readings.every((reading) => Number.isFinite(reading?.at) && Array.isArray(reading.words))
  return settled.length === SLOTS && fresh.length === SLOTS && overlaps.length === BINS && areWords
}
