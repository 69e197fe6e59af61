import type { Kind } from './types.ts'
import { type Cluster, corroborationOf, placeOf, settleKind } from './cluster.ts'

/** Nats fade with this time constant, ms: a burst is what people say within minutes of one another. */
const FADE = 5 * 60_000
/** Denials speak against a burst for this long, ms. */
const SHOWN_AT = 0.5

/** The strength of a cluster's burst around a moment, nats: what independent posts say, fading with their distance in time. */
export function burstAt(cluster: Cluster, at: number): number {
  let sum = 0
  for (const { at: then, weight } of cluster.burst) sum += weight * Math.exp(-Math.abs(at - then) / FADE)
  return sum
}

/** Moves a cluster on after new evidence at `at`; returns whether there is something new to tell. */
export function decide(cluster: Cluster, at: number, thresholdOf: (kind: Kind) => number): boolean {
  settleKind(cluster)
  const sources = corroborationOf(cluster)
  if (cluster.state === 'candidate' || cluster.state === 'suspected') {
    cluster.threshold = thresholdOf(cluster.kind)
    const burst = burstAt(cluster, at)
    // What is not yet probable never looks it.
    cluster.belief = Math.min(Math.max(cluster.belief, burst), sources >= 2 && cluster.local ? Infinity : cluster.threshold * 0.9)
    const net = burst - cluster.denied
    if (net >= cluster.threshold && sources >= 2 && cluster.local) cluster.state = 'probable'
    else if (net >= cluster.threshold * SHOWN_AT && cluster.local && cluster.state === 'candidate') cluster.state = 'suspected'
    if (cluster.state === 'suspected') cluster.belief = Math.min(cluster.belief, cluster.threshold * 0.99 + cluster.denied)
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
