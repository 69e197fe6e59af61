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
 * Ordinary is StockNet: what T6 and T26 label unrelated was gathered by the event's own words, and some of it is mislabelled.
 */
export function calibrate(examples: readonly Example[], options: FitOptions): Calibration[] {
  const isTalk = ({ collection }: Example) => collection === 'background'
  const halves = [0, 1].map((half) =>
    fit(
      examples.filter((example, i) => !isTalk(example) || i % 2 !== half),
      options,
    ),
  )
  const talk = examples.flatMap((example, i) =>
    isTalk(example) ? [{ example, score: scoreExample(halves[i % 2]!, example, options.hiddenFirst) }] : [],
  )
  const everyKind = fitTail(talk.filter(({ example }) => example.namings.length > 0).map(({ score }) => score))
  return NAMINGS.map((_, naming) => {
    const scores = talk.filter(({ example }) => example.namings.includes(naming)).map(({ score }) => score)
    const own = fitTail(scores)
    const trust = scores.length / (scores.length + LEAST_POSTS)
    return {
      share: round((CAUTION * (scores.length + SMOOTHING)) / (talk.length + SMOOTHING)),
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
