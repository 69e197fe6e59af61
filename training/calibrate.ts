import type { Calibration } from '../src/features/watch/detector/model.ts'
import { NAMINGS } from '../src/features/watch/detector/kinds.ts'
import type { Example } from './examples.ts'
import { type FitOptions, fit, scoreExample } from './fit.ts'

/** Talk about companies names harm less often than talk at large; better to expect too much of it than too little. */
const CAUTION = 1.5
/** Posts of talk that a kind's share is smoothed with: what was never seen still happens. */
const SMOOTHING = 4
/** A kind's own tail is trusted in full only with many more posts than this. */
const LEAST_POSTS = 60

/**
 * How often ordinary talk names each hazard, outright or loosely, and how high it scores, by models that did not see the post (two halves).
 * How often is counted in StockNet; how high also in talk of our own making, which has more of the figures of speech. What T6 and T26 label unrelated was gathered by the event's own words, and some of it is mislabelled.
 */
export function calibrate(examples: readonly Example[], options: FitOptions): Calibration[] {
  const isTalk = ({ collection, event }: Example) => collection === 'background' || (collection === 'made' && !event)
  const halves = [0, 1].map((half) =>
    fit(
      examples.filter((example) => !isTalk(example) || example.half !== half),
      options,
    ),
  )
  const scored = examples
    .filter(isTalk)
    .map((example) => ({ example, score: scoreExample(halves[example.half]!, example, options.hiddenFirst) }))
  const heard = scored.filter(({ example }) => example.collection === 'background')
  const everyKind = fitTail(scored.filter(({ example }) => example.namings.length > 0).map(({ score }) => score))
  return NAMINGS.map((_, naming) => {
    const namesIt = ({ example }: { example: Example }) => example.namings.includes(naming)
    const scores = scored.filter(namesIt).map(({ score }) => score)
    const own = fitTail(scores)
    const trust = scores.length / (scores.length + LEAST_POSTS)
    return {
      share: round((CAUTION * (heard.filter(namesIt).length + SMOOTHING)) / (heard.length + SMOOTHING)),
      median: round(trust * own.median + (1 - trust) * everyKind.median),
      scale: round(trust * own.scale + (1 - trust) * everyKind.scale),
    }
  })
}

function fitTail(scores: number[]): { median: number; scale: number } {
  if (scores.length === 0) return { median: 0, scale: 1 }
  const sorted = scores.toSorted((a, b) => a - b)
  const median = sorted[sorted.length >> 1]!
  const above = sorted.slice(sorted.length >> 1)
  return { median, scale: above.reduce((sum, score) => sum + score - median, 0) / above.length || 1 }
}

function round(value: number): number {
  return Number(value.toPrecision(6))
}
