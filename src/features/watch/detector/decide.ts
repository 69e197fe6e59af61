import type { Kind } from './types.ts'
import { type Beat, type Cluster, corroborationOf, doubtAgainst, placeOf, settleKind, trim } from './cluster.ts'

/** Nats fade with this time constant, ms: a burst is what people say within minutes of one another. */
const FADE = 6 * 60_000
/** Share of the threshold at which an incident is shown as suspected: with two sources, and with one alone. */
const SHOWN_AT = 0.5
const SHOWN_ALONE_AT = 0.75
/** Posts with less than this share of a burst do not support the alert. */
const LEAST_SUPPORT = 0.1
/** A candidate's post is forgotten when it weighs less than this, nats; a suspected incident's later. */
const FADED = { candidate: 0.4, suspected: 0.1 }

/** The strength of a cluster's burst around a moment, nats: what independent posts say, fading with their distance in time. */
export function burstAt(cluster: Cluster, at: number): number {
  let sum = 0
  for (const beat of cluster.burst) sum += fadedWeight(beat, at)
  return sum
}

/** What an independent post still weighs at a moment, nats. */
export function fadedWeight(beat: Pick<Beat, 'at' | 'weight'>, at: number): number {
  return beat.weight * Math.exp(-Math.abs(at - beat.at) / FADE)
}

/** Forgets what has faded in a cluster that is not yet probable. */
export function forgetFaded(cluster: Cluster): void {
  if (cluster.state !== 'candidate' && cluster.state !== 'suspected') return
  const least = FADED[cluster.state]
  trim(cluster, (beat) => fadedWeight(beat, cluster.lastPostAt) < least)
}

/** Moves a cluster on after new evidence at `at`; returns whether there is something new to tell. */
export function decide(cluster: Cluster, at: number, thresholdOf: (kind: Kind) => number): boolean {
  settleKind(cluster)
  const sources = corroborationOf(cluster)
  if (cluster.state === 'candidate' || cluster.state === 'suspected') {
    cluster.threshold = thresholdOf(cluster.kind)
    const burst = burstAt(cluster, at)
    // What is not yet probable never looks it.
    cluster.belief = Math.min(
      Math.max(cluster.belief, burst),
      sources >= 2 && cluster.local ? Infinity : cluster.threshold * 0.9,
    )
    const net = burst - doubtAgainst(cluster, burst, at)
    if (net >= cluster.threshold && sources >= 2 && cluster.local) {
      cluster.state = 'probable'
      // The alert rests on what was said just now, not on what lay about before.
      trim(cluster, (beat) => fadedWeight(beat, at) < burst * LEAST_SUPPORT)
      settleKind(cluster)
    } else if (
      net >= cluster.threshold * (sources >= 2 ? SHOWN_AT : SHOWN_ALONE_AT) &&
      cluster.local &&
      cluster.state === 'candidate'
    ) {
      cluster.state = 'suspected'
      trim(cluster, (beat) => fadedWeight(beat, at) < burst * LEAST_SUPPORT)
      settleKind(cluster)
    }
    if (cluster.state === 'suspected') cluster.belief = Math.min(cluster.belief, cluster.threshold * 0.99)
  }
  if (cluster.state === 'candidate') return false
  const told = [cluster.state, cluster.kind, placeOf(cluster)?.name ?? '', coarse(sources), cluster.denials].join('|')
  if (told === cluster.told) return false
  cluster.told = told
  return true
}

/** Every new source matters at first; of hundreds, every tenth part. */
function coarse(sources: number): number {
  return sources <= 30 ? sources : Math.floor(Math.log(sources) * 10) + 100
}
