import type { Bearing, Kind, Reason } from './types.ts'
import type { Cluster } from './cluster.ts'
import { kindFit, placeFit } from './group.ts'
import type { Rates } from './rates.ts'
import type { Continued, Said } from './copies.ts'
import type { Reading } from './reading.ts'
import { BURST_MINUTES, LEAST_WEIGHT } from './chance.ts'

/** What is said while an incident is open must be rarer in talk to count for it, nats. */
const LEAST_TO_JOIN = 2
/** Nats by which a denial of a person, a newsroom, an authority speaks against an incident. */
const DENIAL_WEIGHT = { person: 1.2, newsroom: 2, official: 4 } as const

/** What quotes a post within a text of its own is no fresh witness: with it, the quoted post alone never reaches the usual threshold. */
const QUOTE_SHARE = 0.2

/** What a reading is worth to a cluster. */
export interface Weighed {
  bearing: Bearing
  /** Minus the log of how many as telling posts talk brings here in a burst's length. */
  weight: number
  /** The rarest kind that it names. */
  kind: Kind
  reasons: Reason[]
  copyOf?: string
}

/** What triage makes of a reading: its rarest kind, and its score once doubts are taken off. */
export interface Triaged {
  kind: Kind
  score: number
}

export function triage(reading: Reading, rates: Rates): Triaged {
  let kind: Kind = reading.kinds[0] ?? reading.denies[0] ?? 'other'
  let rarest = Number.NEGATIVE_INFINITY
  for (const [i, named] of reading.kinds.entries()) {
    const rarity = rates.namingRarity(reading.namings[i]!)
    if (rarity <= rarest) continue
    rarest = rarity
    kind = named
  }
  return { kind, score: reading.score - reading.doubt }
}

/** Weighs a reading for the cluster it joins; without a cluster, as the first of its kind. `original` is the post that it repeats or quotes. */
export function weigh(
  reading: Reading,
  cluster: Cluster | undefined,
  original: { id: string; how: (Continued | Said)['how'] } | undefined,
  rates: Rates,
  radiusKm: number,
  { kind, score }: Triaged,
  agreement: number,
): Weighed {
  const { where } = reading
  const reasons: Reason[] = original
    ? [...reading.reasons, { code: original.how, detail: original.id }]
    : reading.reasons
  if (original && original.how !== 'quotes') {
    return {
      bearing: original.how === 'copy' ? 'copy' : 'repeat',
      weight: 0,
      kind,
      reasons,
      copyOf: original.id,
    }
  }
  if (reading.isDenial) return { bearing: 'denies', weight: -DENIAL_WEIGHT[reading.voice], kind, reasons }
  // That a quote shares words with its original says nothing.
  let rarity = rates.rarity(score) + (original ? 0 : agreement)
  if (!cluster || cluster.kind === kind) rarity += rates.kindRarity(kind)
  if (where.type === 'unplaced') rarity += Math.log(rates.localShare())
  if (cluster && kindFit(cluster, reading.kinds) < 2 && placeFit(cluster, reading, radiusKm) !== 'near') rarity *= 0.75
  let weight = rarity - Math.log(rates.perMinute(where) * BURST_MINUTES)
  // A quote says little that its original has not said.
  if (original) weight = Math.max(LEAST_WEIGHT, weight * QUOTE_SHARE)
  return weight < LEAST_WEIGHT || !addsTo(cluster, reading, weight)
    ? { bearing: 'weak', weight: 0, kind, reasons }
    : { bearing: 'counts', weight, kind, reasons }
}

/** Whether a post says something new of an open incident: the longer nothing more was heard, the sooner talk brings such a post by chance. */
function addsTo(cluster: Cluster | undefined, { at }: Reading, weight: number): boolean {
  if (!cluster || cluster.state === 'candidate' || cluster.state === 'suspected') return true
  const quiet = (at - (cluster.burst.at(-1)?.at ?? at)) / 60_000
  return weight - Math.log(Math.max(1, quiet / BURST_MINUTES)) >= LEAST_TO_JOIN
}
