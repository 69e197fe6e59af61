import { NAMINGS } from '../src/features/watch/detector/kinds.ts'
import type { Example } from './examples.ts'

/** Talk about companies names harm less often than talk at large; better to expect too much of it than too little. */
const CAUTION = 1.5
/** Posts of talk that a kind's share is smoothed with: what was never seen still happens. */
const SMOOTHING = 4

/**
 * How often ordinary talk names each hazard, outright or loosely, in the order of NAMINGS. Ordinary is StockNet: what T6
 * and T26 label unrelated was gathered by the event's own words, and some of it is mislabelled.
 */
export function shareNamings(examples: readonly Example[]): number[] {
  const talk = examples.filter(({ collection }) => collection === 'background')
  return NAMINGS.map((_, naming) => {
    const posts = talk.filter(({ namings }) => namings.includes(naming)).length
    return Number(((CAUTION * (posts + SMOOTHING)) / (talk.length + SMOOTHING)).toPrecision(6))
  })
}
