import { HEADS, type HeadWeights, scoreHeads } from '../src/features/watch/detector/heads.ts'
import { firstBit } from '../src/features/watch/detector/lexicon/categories.ts'
import { fitHeads } from './fit-heads.ts'
import { type HeadExample, readHeadExamples } from './head-examples.ts'

/** A labelled post scored by heads that never saw its event, or any event of its kind. */
export interface LeftOut {
  event: string
  /** By head, before calibration. */
  scores: Float64Array
  labels: Int8Array
}

/**
 * Scores every labelled post of CrisisLexT26 by heads fitted without its event, or without every event of its kind and
 * with the kind's words hidden.
 */
export function scoreLeftOut(data: string, leaveOut: 'event' | 'kind'): LeftOut[] {
  const examples = readHeadExamples(data)
  const measured = examples.filter(({ isMade }) => !isMade)
  const fitted = new Map<string, HeadWeights>()
  return measured.map((example) => {
    const key = example[leaveOut]
    const heads = fitted.get(key) ?? fitHeads(...without(examples, leaveOut, example))
    fitted.set(key, heads)
    const { event, labels, text, scan, categories } = example
    return { event, labels, scores: scoreHeads(heads, text, scan, categories).slice() }
  })
}

function without(
  examples: readonly HeadExample[],
  leaveOut: 'event' | 'kind',
  { event, kind }: HeadExample,
): [HeadExample[], number] {
  if (leaveOut === 'event') return [examples.filter((other) => other.event !== event), 0]
  // Talk of our own making names every kind: all that is made is left out with one.
  return [examples.filter((other) => other.kind !== kind && !other.isMade), firstBit(kind) | firstBit(`maybe-${kind}`)]
}

/** Platt's slope and offset for each head: the logistic curve from score to probability that fits these posts best. */
export function calibrateHeads(posts: readonly LeftOut[]): { slope: number; offset: number }[] {
  return HEADS.map((_, head) =>
    fitCurve(
      posts.filter(({ labels }) => labels[head]! >= 0),
      head,
    ),
  )
}

function fitCurve(posts: readonly LeftOut[], head: number): { slope: number; offset: number } {
  let slope = 1
  let offset = 0
  // Newton's method; twenty steps are far more than it needs.
  for (let i = 0; i < 20; i++) {
    let [gradientSlope, gradientOffset, both, slopes, offsets] = [0, 0, 0, 1e-6, 1e-6]
    for (const { scores, labels } of posts) {
      const score = scores[head]!
      const chance = 1 / (1 + Math.exp(-(slope * score + offset)))
      const error = chance - labels[head]!
      const curvature = chance * (1 - chance)
      gradientSlope += error * score
      gradientOffset += error
      slopes += curvature * score * score
      both += curvature * score
      offsets += curvature
    }
    const determinant = slopes * offsets - both * both
    slope -= (offsets * gradientSlope - both * gradientOffset) / determinant
    offset -= (slopes * gradientOffset - both * gradientSlope) / determinant
  }
  return { slope, offset }
}
