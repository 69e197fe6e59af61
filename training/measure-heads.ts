import { HEADS } from '../src/features/watch/detector/heads.ts'
import { type LeftOut, calibrateHeads } from './head-folds.ts'
import { randomFrom } from './random.ts'

/** A figure with its 95 % interval: a thousand redraws of the events. */
export interface Figure {
  value: number
  low: number
  high: number
}

export interface HeadFigures {
  head: string
  averagePrecision: Figure
  /** F1 over all posts, and its mean over the events; the threshold is the best on the other events. */
  pooledF1: Figure
  meanF1: number
  /** F1 over all posts once each stream's own unlabelled scores have shifted the prior. */
  shiftedF1: Figure
  /** Expected calibration error in ten bins; the curve is fitted on the other events. */
  calibrationError: number
}

interface Scored {
  /** Log-odds. */
  score: number
  isPositive: boolean
}

interface Counts {
  caught: number
  wrong: number
  missed: number
}

const REDRAWS = 1000

/** What left-out scores are worth, head by head. */
export function measureHeads(posts: readonly LeftOut[]): HeadFigures[] {
  const events = [...new Set(posts.map(({ event }) => event))]
  const curves = events.map((event) => calibrateHeads(posts.filter((post) => post.event !== event)))
  return HEADS.map((head, h) => {
    const byEvent = events.map((event) =>
      posts
        .filter((post) => post.event === event && post.labels[h]! >= 0)
        .map(({ scores, labels }): Scored => ({ score: scores[h]!, isPositive: labels[h] === 1 })),
    )
    const calibrated = byEvent.map((scored, e) =>
      scored.map(({ score, isPositive }) => {
        const { slope, offset } = curves[e]![h]!
        return { score: slope * score + offset, isPositive }
      }),
    )
    const counts = countByOthers(byEvent)
    const shares = byEvent.map((_, i) => shareOf(byEvent.filter((__, j) => j !== i).flat()))
    const shifted = countByOthers(calibrated.map((scored, i) => shiftPrior(scored, shares[i]!)))
    return {
      head,
      averagePrecision: redraw(byEvent, (drawn) => averagePrecision(drawn.flat()), 100),
      pooledF1: redraw(counts, pooledF1),
      meanF1: counts.reduce((sum, count) => sum + pooledF1([count]), 0) / counts.length,
      shiftedF1: redraw(shifted, pooledF1),
      calibrationError: calibrationError(calibrated.flat()),
    }
  })
}

/** A statistic of events with its interval when the events are drawn again. */
export function redraw<T>(events: readonly T[], statistic: (drawn: T[]) => number, times = REDRAWS): Figure {
  const random = randomFrom(5)
  const values = Array.from({ length: times }, () =>
    statistic(events.map(() => events[Math.floor(random() * events.length)]!)),
  ).toSorted((a, b) => a - b)
  return {
    value: statistic([...events]),
    low: values[Math.floor(times * 0.025)]!,
    high: values[Math.floor(times * 0.975)]!,
  }
}

/**
 * Shifts the scores of one stream to its own share of positives, found without labels from the scores themselves
 * (Saerens, Latinne, Decaestecker 2002). `share` is the share of positives that the scores were calibrated for.
 */
function shiftPrior(scored: readonly Scored[], share: number): Scored[] {
  const usual = Math.log(share / (1 - share))
  let here = share
  for (let i = 0; i < 50; i++) {
    const shift = Math.log(here / (1 - here)) - usual
    const expected = scored.reduce((sum, { score }) => sum + 1 / (1 + Math.exp(-score - shift)), 0)
    here = Math.min(0.99, Math.max(0.005, expected / scored.length))
  }
  const shift = Math.log(here / (1 - here)) - usual
  return scored.map(({ score, isPositive }) => ({ score: score + shift, isPositive }))
}

function shareOf(scored: readonly Scored[]): number {
  return scored.filter(({ isPositive }) => isPositive).length / scored.length
}

/** Counts each event at the threshold that is best on the others. */
function countByOthers(byEvent: readonly Scored[][]): Counts[] {
  return byEvent.map((scored, i) => {
    const threshold = bestThreshold(byEvent.filter((_, j) => j !== i).flat())
    const counts: Counts = { caught: 0, wrong: 0, missed: 0 }
    for (const { score, isPositive } of scored) {
      if (score >= threshold) counts[isPositive ? 'caught' : 'wrong']++
      else if (isPositive) counts.missed++
    }
    return counts
  })
}

function bestThreshold(scored: readonly Scored[]): number {
  const sorted = scored.toSorted((a, b) => b.score - a.score)
  const positives = sorted.filter(({ isPositive }) => isPositive).length
  let caught = 0
  let best = { f1: 0, score: 0 }
  for (const [i, { score, isPositive }] of sorted.entries()) {
    if (isPositive) caught++
    const f1 = (2 * caught) / (i + 1 + positives)
    if (f1 > best.f1) best = { f1, score }
  }
  return best.score
}

function pooledF1(counts: readonly Counts[]): number {
  const sum = (of: keyof Counts) => counts.reduce((total, count) => total + count[of], 0)
  return (2 * sum('caught')) / (2 * sum('caught') + sum('wrong') + sum('missed') || 1)
}

/** Average precision: the mean precision at each positive. */
export function averagePrecision(scored: readonly Scored[]): number {
  let hits = 0
  let sum = 0
  for (const [i, { isPositive }] of scored.toSorted((a, b) => b.score - a.score).entries()) {
    if (!isPositive) continue
    hits++
    sum += hits / (i + 1)
  }
  return hits === 0 ? 0 : sum / hits
}

function calibrationError(scored: readonly Scored[]): number {
  const bins = Array.from({ length: 10 }, () => ({ count: 0, chance: 0, positives: 0 }))
  for (const { score, isPositive } of scored) {
    const chance = 1 / (1 + Math.exp(-score))
    const bin = bins[Math.min(9, Math.floor(chance * 10))]!
    bin.count++
    bin.chance += chance
    bin.positives += Number(isPositive)
  }
  return bins.reduce((sum, { chance, positives }) => sum + Math.abs(chance - positives), 0) / scored.length
}
