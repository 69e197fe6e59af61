import { NAMINGS } from './kinds.ts'
import type { Model } from './model.ts'
import { KINDS, type Kind } from './types.ts'
import type { Whereabouts } from './gazetteer.ts'
import { BINS, binOf, rarityOf } from './rarity.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** Posts that the shipped shares are worth until the stream has spoken for itself. */
const PRIOR_POSTS = 4000
/** Kinds are learnt only after this long, so that an incident does not teach that it is ordinary while it begins. */
const DELAY_MINUTES = 30
const KIND_HALF_LIFE_MINUTES = 12 * 60
const RATE_HALF_LIFE_MINUTES = 45
const RATE_PRIOR_PER_MINUTE = 1
const RATE_PRIOR_MINUTES = 1
const BUCKET_MINUTES = 5
const STEP = 5000
const LONG_STEP = 30 * MINUTE
/** Placed mentions needed before unplaced posts may be taken for local ones. */
const PLACED_NEEDED = 6
/** Even the quietest stream is taken to carry this many posts a minute: otherwise any word would surprise there. */
const LEAST_PER_MINUTE = 1.6

const NO_NAMINGS: readonly number[] = NAMINGS.map(() => 0)
const NO_SCORES: readonly number[] = Array.from({ length: BINS }, () => 0)

interface Bucket {
  start: number
  posts: number
  namings: number[]
  scores: number[]
}

/** What the stream has taught so far; JSON-safe. */
export interface RatesState {
  /** Clock of the last post counted, ms, or null before the first. */
  clock: number | null
  /** Decayed number of posts, and minutes watched, for the present rate. */
  recent: number
  watched: number
  /** When the long counts last faded, ms. */
  fadedAt: number | null
  longPosts: number
  longNamings: number[]
  /** Posts that name harm by their score, in the bins of rarity.ts. */
  longScores: number[]
  pending: Bucket[]
  inside: number
  far: number
  unplaced: number
}

/** Learns how often this stream speaks of each kind, how fast it runs, and how much of it is local. */
export interface Rates {
  /** Counts a post at clock time `now`. */
  count(now: number): void
  /** Counts the hazards that the post counted last names, and its score, unless it only repeats another: a text copied without end teaches nothing about how people speak. */
  learn(namings: readonly number[], score: number): void
  countPlace(type: Whereabouts['type']): void
  /** Nats by which posts that name a hazard so are rare in this stream. */
  namingRarity(naming: number): number
  /** Nats by which posts that name harm and score so high are rare in this stream. */
  rarity(score: number): number
  /** Nats by which this kind is rare among the posts here that name harm. */
  kindRarity(kind: Kind): number
  /** Posts a minute that compete with one from there. */
  perMinute(where?: Whereabouts): number
  /** The probability that a post without a place is local. */
  localShare(): number
  /** Whether the stream has shown itself to be local, so that unplaced posts can carry an alert. */
  isLocal(): boolean
  save(): RatesState
}

export function createRates(model: Model, saved?: RatesState): Rates {
  const state: RatesState = saved ?? {
    clock: null,
    recent: 0,
    watched: 0,
    fadedAt: null,
    longPosts: 0,
    longNamings: NAMINGS.map(() => 0),
    longScores: Array.from({ length: BINS }, () => 0),
    pending: [],
    inside: 0,
    far: 0,
    unplaced: 0,
  }

  function tick(now: number): void {
    // Fading by steps of seconds is exact enough, and keeps powers out of the path of every post.
    if (state.clock !== null && now < state.clock + STEP && now > state.clock - DAY) return
    if (state.clock !== null && now < state.clock) state.pending = []
    else if (state.clock !== null) {
      const minutes = (now - state.clock) / MINUTE
      const kept = 2 ** (-minutes / RATE_HALF_LIFE_MINUTES)
      state.recent *= kept
      state.watched = state.watched * kept + (1 - kept) * (RATE_HALF_LIFE_MINUTES / Math.LN2)
    }
    state.clock = now
    fadeLong(now)
    while (state.pending.length > 0 && state.pending[0]!.start <= now - (DELAY_MINUTES + BUCKET_MINUTES) * MINUTE) {
      const bucket = state.pending.shift()!
      state.longPosts += bucket.posts
      for (let i = 0; i < NAMINGS.length; i++) state.longNamings[i]! += bucket.namings[i]!
      for (let i = 0; i < BINS; i++) state.longScores[i]! += bucket.scores[i]!
    }
  }

  /** What is learnt over many hours fades by the half hour. */
  function fadeLong(now: number): void {
    if (state.fadedAt !== null && now >= state.fadedAt && now - state.fadedAt < LONG_STEP) return
    if (state.fadedAt !== null && now > state.fadedAt) {
      const kept = 2 ** (-(now - state.fadedAt) / MINUTE / KIND_HALF_LIFE_MINUTES)
      state.longPosts *= kept
      for (let i = 0; i < NAMINGS.length; i++) state.longNamings[i]! *= kept
      for (let i = 0; i < BINS; i++) state.longScores[i]! *= kept
    }
    state.fadedAt = now
  }

  function bucketNow(): Bucket {
    const last = state.pending.at(-1)
    if (last && last.start > (state.clock ?? 0) - BUCKET_MINUTES * MINUTE) return last
    const fresh = { start: state.clock ?? 0, posts: 0, namings: NO_NAMINGS.slice(), scores: NO_SCORES.slice() }
    state.pending.push(fresh)
    return fresh
  }

  function perMinute(): number {
    return (state.recent + RATE_PRIOR_PER_MINUTE * RATE_PRIOR_MINUTES) / (state.watched + RATE_PRIOR_MINUTES)
  }

  function localShare(): number {
    return (state.inside + 1) / (state.inside + state.far + 2)
  }

  return {
    count(now) {
      tick(now)
      state.recent++
      bucketNow().posts++
    },
    learn(namings, score) {
      const bucket = bucketNow()
      for (const naming of namings) bucket.namings[naming]!++
      bucket.scores[binOf(score)]!++
    },
    countPlace(type) {
      if (type === 'inside') state.inside++
      else if (type === 'far') state.far++
      else if (type === 'unplaced') state.unplaced++
      // Old mentions fade, so that a stream may change its nature.
      if (state.inside + state.far > 2000) {
        state.inside /= 2
        state.far /= 2
        state.unplaced /= 2
      }
    },
    namingRarity(naming) {
      return -Math.log(
        (model.shares[naming]! * PRIOR_POSTS + state.longNamings[naming]!) / (PRIOR_POSTS + state.longPosts),
      )
    },
    rarity: (score) => rarityOf(score, state.longScores, state.longPosts),
    kindRarity(kind) {
      let all = 0
      let own = 0
      for (let i = 0; i < NAMINGS.length; i++) {
        all += state.longNamings[i]!
        if (i % 10 === KINDS.indexOf(kind)) own += state.longNamings[i]!
      }
      // As common as it may be by what was seen.
      return Math.max(0, Math.log((all + 6) / (own + 2 * Math.sqrt(own) + 3)))
    },
    perMinute(where) {
      const all = Math.max(LEAST_PER_MINUTE, perMinute())
      if (where?.type !== 'inside') return all
      const placed = (state.inside + 20) / (state.inside + state.far + state.unplaced + 40)
      return Math.max(LEAST_PER_MINUTE, all * placed)
    },
    localShare,
    isLocal() {
      const placed = state.inside + state.far
      const share = localShare()
      return placed >= PLACED_NEEDED && share - Math.sqrt((share * (1 - share)) / (placed + 3)) > 0.4
    },
    save: () => structuredClone(state),
  }
}
