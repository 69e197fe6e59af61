import type { Bearing, Kind, Reason } from './types.ts'
import type { Cluster } from './cluster.ts'
import { kindFit, placeFit } from './group.ts'
import type { Rates } from './rates.ts'
import type { Continued, Said } from './copies.ts'
import type { Reading } from './reading.ts'

/** One post can say this much and no more, nats: it always takes a second source. */
const MOST_PER_POST = 8
/** Below this a post is mentioned, not counted, nats. */
const LEAST_TO_COUNT = 0.5
/** Nats by which a denial of a person, a newsroom, an authority speaks against an incident. */
const DENIAL_WEIGHT = { person: 1.2, newsroom: 2, official: 4 } as const

/** What quotes a post within a text of its own is no fresh witness: with it, the quoted post alone never reaches the usual threshold. */
const QUOTE_SHARE = 0.2

/** What a reading is worth to a cluster. */
export interface Weighed {
  bearing: Bearing
  weight: number
  /** What it would be worth to an event of its own. */
  alone: number
  /** The kind that surprises most. */
  kind: Kind
  reasons: Reason[]
  copyOf?: string
}

/** The kind of a reading that surprises most, and by how many nats once doubts are taken off. */
export function surpriseOf(reading: Reading, rates: Rates): { kind: Kind; nats: number } {
  let best: Kind = reading.kinds[0] ?? reading.denies[0] ?? 'other'
  let nats = Number.NEGATIVE_INFINITY
  for (const [i, kind] of reading.kinds.entries()) {
    const surprise = rates.surprise(reading.namings[i]!, reading.score, reading.where)
    if (surprise > nats) {
      nats = surprise
      best = kind
    }
  }
  return { kind: best, nats: Math.min(MOST_PER_POST, Math.max(0, nats - reading.doubt)) * reading.share }
}

/** Weighs a reading for the cluster it joins; without a cluster, as the first of its kind. `original` is the post that it repeats or quotes. */
export function weigh(
  reading: Reading,
  cluster: Cluster | undefined,
  original: { id: string; how: (Continued | Said)['how'] } | undefined,
  rates: Rates,
  radiusKm: number,
): Weighed {
  const { kind, nats: told } = surpriseOf(reading, rates)
  const reasons: Reason[] = original
    ? [...reading.reasons, { code: original.how, detail: original.id }]
    : reading.reasons
  if (original && original.how !== 'quotes') {
    return {
      bearing: original.how === 'copy' ? 'copy' : 'repeat',
      weight: 0,
      alone: 0,
      kind,
      reasons,
      copyOf: original.id,
    }
  }
  if (reading.isDenial) return { bearing: 'denies', weight: -DENIAL_WEIGHT[reading.voice], alone: 0, kind, reasons }
  const nats = original ? told * QUOTE_SHARE : told
  let weight = nats
  if (cluster && kindFit(cluster, reading.kinds) < 2 && placeFit(cluster, reading, radiusKm) !== 'near') weight *= 0.5
  return weight < LEAST_TO_COUNT
    ? { bearing: 'weak', weight: 0, alone: 0, kind, reasons }
    : { bearing: 'counts', weight, alone: nats, kind, reasons }
}
