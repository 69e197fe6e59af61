import type { Kind } from './types.ts'
import { strongestChance } from './chance.ts'
import { type Cluster, corroborationOf, doubtAgainst, placeOf, settleKind, trim } from './cluster.ts'

/** Share of the threshold at which an incident is shown as suspected: with two sources, and with one alone. */
const SHOWN_AT = 0.5
const SHOWN_ALONE_AT = 0.75
/** A candidate's posts are forgotten after this long, ms. */
export const FORGOTTEN_AFTER = 30 * 60_000

/** Forgets what lies too far back in a cluster that is not yet probable. */
export function forgetFaded(cluster: Cluster): void {
  if (cluster.state !== 'candidate' && cluster.state !== 'suspected') return
  trim(cluster, (beat) => cluster.lastPostAt - beat.at > FORGOTTEN_AFTER)
}

/** The most telling coincidence of a cluster's posts, strays apart. */
function chanceOf({ burst }: Cluster) {
  return strongestChance(burst.filter(({ stray }) => !stray))
}

/** Its strength, nats. */
export function strengthOf(cluster: Cluster): number {
  return chanceOf(cluster).strength
}

/** Moves a cluster on after new evidence at `at`; returns whether there is something new to tell. */
export function decide(cluster: Cluster, at: number, thresholdOf: (kind: Kind) => number): boolean {
  settleKind(cluster)
  if (cluster.state === 'candidate' || cluster.state === 'suspected') {
    cluster.threshold = thresholdOf(cluster.kind)
    const { strength, posts: beats } = chanceOf(cluster)
    const sources = Math.min(corroborationOf(cluster), beats.length)
    // What is not yet probable never looks it.
    cluster.belief = Math.min(
      Math.max(cluster.belief, strength),
      sources >= 2 && cluster.local ? Infinity : cluster.threshold * 0.9,
    )
    const net = strength - doubtAgainst(cluster, strength, at)
    const restOn = new Set(beats)
    if (net >= cluster.threshold && sources >= 2 && cluster.local) {
      cluster.state = 'probable'
      // The alert rests on what was said just now, not on what lay about before.
      trim(cluster, (beat) => !restOn.has(beat))
      settleKind(cluster)
    } else if (
      net >= cluster.threshold * (sources >= 2 ? SHOWN_AT : SHOWN_ALONE_AT) &&
      cluster.local &&
      cluster.state === 'candidate'
    ) {
      cluster.state = 'suspected'
      trim(cluster, (beat) => !restOn.has(beat))
      settleKind(cluster)
    }
    if (cluster.state === 'suspected') cluster.belief = Math.min(cluster.belief, cluster.threshold * 0.99)
  }
  if (cluster.state === 'candidate') return false
  const told = [
    cluster.state,
    cluster.kind,
    placeOf(cluster)?.name ?? '',
    coarse(corroborationOf(cluster)),
    cluster.denials,
  ].join('|')
  if (told === cluster.told) return false
  cluster.told = told
  return true
}

/** Every new source matters at first; of hundreds, every tenth part. */
function coarse(sources: number): number {
  return sources <= 30 ? sources : Math.floor(Math.log(sources) * 10) + 100
}
