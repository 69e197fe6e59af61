import type { Beat } from './cluster.ts'

// How often would ordinary talk bring posts as telling as these so close together? The expected number of such
// coincidences a month is what an alert is decided on, so that a budget of false alerts is all that must be set.
// A set of n independent posts within W minutes, the i-th of rarity p_i in a stream of r posts a minute, comes
// r M p_1 · (r W p_2) … (r W p_n) / (n - 1)! times in M minutes.

const MINUTE = 60_000
/** Strengths are told as if each decision looked back on this long, minutes; a month holds 8,640 of them. */
export const BURST_MINUTES = 5
/** Posts within this of one another are as good as simultaneous, minutes. */
const SHORTEST = 1
/** Nats between the expected number of coincidences in a burst's length and in a month. */
export const MONTH: number = Math.log((30 * 24 * 60) / BURST_MINUTES)

/** Nats by which any post that names harm at all is rare. */
const COMMON = 5

export interface Chance {
  /** Nats: minus the log of how many such coincidences talk brings in BURST_MINUTES. */
  strength: number
  /** The posts that make it. */
  beats: Beat[]
}

/** The most telling coincidence among posts, the newest of which is part of it. */
export function strongestChance(burst: readonly Beat[]): Chance {
  const newestFirst = burst.filter(({ stray }) => !stray).sort((a, b) => b.at - a.at)
  let best: Chance = { strength: 0, beats: [] }
  const chosen: Beat[] = []
  const newest = newestFirst[0]
  if (!newest) return best
  for (const beat of newestFirst) {
    chosen.push(beat)
    const minutes = Math.max(SHORTEST, (newest.at - beat.at) / MINUTE)
    const chance = chanceOf(chosen, minutes)
    if (chance.strength > best.strength) best = chance
  }
  return best
}

/** Takes posts, most telling first, as long as each makes the coincidence rarer. */
function chanceOf(beats: readonly Beat[], minutes: number): Chance {
  const sorted = [...beats].sort((a, b) => worth(b) - worth(a))
  let strength = worth(sorted[0]!) - Math.log(BURST_MINUTES)
  let excess = Math.max(0, sorted[0]!.rarity - COMMON)
  let best = strength
  let taken = 1
  for (let n = 1; n < sorted.length; n++) {
    strength += worth(sorted[n]!) - Math.log(minutes) + Math.log(n)
    excess += Math.max(0, sorted[n]!.rarity - COMMON)
    const fair = strength - choices(excess, n + 1)
    if (fair <= best) continue
    best = fair
    taken = n + 1
  }
  return { strength: best, beats: sorted.slice(0, taken) }
}

/** Nats that a product of n shares owes to there being many ways to reach it: some posts rarer, others less (Fisher's method). */
function choices(excess: number, n: number): number {
  let term = 1
  let sum = 1
  for (let k = 1; k < n; k++) {
    term *= excess / k
    sum += term
  }
  return Math.log(sum)
}

/** Nats of one post against those that compete with it in a minute. */
function worth({ rarity, perMinute }: Beat): number {
  return rarity - Math.log(perMinute)
}
