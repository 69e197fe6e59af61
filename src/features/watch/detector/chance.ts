// How often would ordinary talk bring posts as telling as these so close together? The expected number of such
// coincidences a month is what an alert is decided on, so that a budget of false alerts is all that must be set.
// Posts of weight w come e^-w times in BURST_MINUTES; n independent ones within W minutes therefore
// e^-w1 · (W/5 e^-w2) … (W/5 e^-wn) / (n - 1)! times.

const MINUTE = 60_000
/** The length of a burst that weights are told for, minutes. */
export const BURST_MINUTES = 5
/** Posts within this of one another are as good as simultaneous, minutes. */
const SHORTEST = 1
/** A coincidence of so many says all that there is to say. */
const MOST_POSTS = 12
/** Posts of less weight are never part of a coincidence, nats. */
export const LEAST_WEIGHT = -1

/** An independent post: its weight is minus the log of how many as telling ones talk brings in BURST_MINUTES. */
export interface Telling {
  at: number
  weight: number
}

export interface Chance<Post> {
  /** Nats: minus the log of how many such coincidences talk brings in BURST_MINUTES. */
  strength: number
  /** The posts that make it, the most telling first. */
  posts: Post[]
}

/** The most telling coincidence among posts, the newest of which is the end of it. */
export function strongestChance<Post extends Telling>(posts: readonly Post[]): Chance<Post> {
  const newestFirst = posts.toSorted((a, b) => b.at - a.at)
  let best: Chance<Post> = { strength: 0, posts: [] }
  const strongest: Post[] = []
  for (const post of newestFirst) {
    let place = strongest.length
    while (place > 0 && strongest[place - 1]!.weight < post.weight) place--
    // A longer look back that brings nothing better is no rarer.
    if (place >= MOST_POSTS) continue
    strongest.splice(place, 0, post)
    if (strongest.length > MOST_POSTS) strongest.pop()
    const minutes = Math.max(SHORTEST, (newestFirst[0]!.at - post.at) / MINUTE)
    const { strength, taken } = chanceOf(strongest, minutes)
    if (strength > best.strength) best = { strength, posts: strongest.slice(0, taken) }
  }
  return best
}

/** Takes posts, the most telling first, as long as each makes the coincidence rarer. */
function chanceOf(sorted: readonly Telling[], minutes: number): { strength: number; taken: number } {
  let product = sorted[0]!.weight
  let excess = Math.max(0, sorted[0]!.weight - LEAST_WEIGHT)
  let strength = product
  let taken = 1
  for (let n = 1; n < sorted.length; n++) {
    const { weight } = sorted[n]!
    product += weight - Math.log(minutes / BURST_MINUTES) + Math.log(n)
    excess += Math.max(0, weight - LEAST_WEIGHT)
    const fair = product - choices(excess, n + 1)
    if (fair <= strength) continue
    strength = fair
    taken = n + 1
  }
  return { strength, taken }
}

/** Nats that a product of n chances owes to there being many ways to reach it, some posts rarer and others less (Fisher's method). */
function choices(excess: number, n: number): number {
  let term = 1
  let sum = 1
  for (let k = 1; k < n; k++) {
    term *= excess / k
    sum += term
  }
  return Math.log(sum)
}
