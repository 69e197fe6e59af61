import { createRandom } from './pack.ts'

export interface Interval {
  low: number
  high: number
}

/**
 * The 95 % percentile interval of a statistic, by drawing the values again with replacement. The values must be
 * independent of each other (events, not posts of one event). Infinite values may occur, as misses do in delays.
 */
export function bootstrap<T>(values: readonly T[], statistic: (values: T[]) => number, seed: number): Interval {
  const random = createRandom(seed)
  const draw = () => values.map(() => values[Math.floor(random() * values.length)]!)
  const statistics = Array.from({ length: 2000 }, () => statistic(draw())).sort(ascending)
  return { low: statistics[49]!, high: statistics[1949]! }
}

/**
 * The largest share that still agrees (one-sided, 95 %) with `found` in `tried`: Clopper and Pearson's exact bound.
 * None in n gives about 3/n.
 */
export function upperBound(found: number, tried: number): number {
  if (found >= tried) return 1
  let [low, high] = [found / tried, 1]
  for (let i = 0; i < 50; i++) {
    const middle = (low + high) / 2
    if (atMost(found, tried, middle) > 0.05) low = middle
    else high = middle
  }
  return high
}

/** The chance of at most `found` in `tried` when each comes with the chance `share`. */
function atMost(found: number, tried: number, share: number): number {
  let term = (1 - share) ** tried
  let sum = term
  for (let i = 0; i < found; i++) {
    term *= ((tried - i) / (i + 1)) * (share / (1 - share))
    sum += term
  }
  return sum
}

/** Infinity less Infinity is not a number, so that a difference cannot order them. */
function ascending(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1
}
