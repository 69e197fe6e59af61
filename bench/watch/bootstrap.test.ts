import { describe, expect, test } from 'vitest'
import { bootstrap, upperBound } from './bootstrap.ts'
import { median } from './score.ts'

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

describe('bootstrap', () => {
  test('Wanjiru’s interval of a mean is about 1.96 standard errors to either side', () => {
    const values = Array.from({ length: 400 }, (_, i) => i % 2)
    const { low, high } = bootstrap(values, mean, 7)
    const error = 1.96 * Math.sqrt(0.25 / 400)
    expect(Math.abs(low - (0.5 - error))).toBeLessThan(0.01)
    expect(Math.abs(high - (0.5 + error))).toBeLessThan(0.01)
  })

  test('the same seed gives Otto the interval that Wanjiru published', () => {
    const values = [3, 1, 4, 1, 5, 9, 2, 6]
    expect(bootstrap(values, mean, 7)).toEqual(bootstrap(values, mean, 7))
  })

  test('misses are infinite delays: the bound that may be a miss says so, the other does not', () => {
    const delays = [1, 2, 3, 4, 5, 6, 7, Infinity, Infinity, Infinity, Infinity]
    const { low, high } = bootstrap(delays, median, 7)
    expect(low).toBeLessThan(6)
    expect(high).toBe(Infinity)
  })
})

describe('upper bound of a share', () => {
  test('none in 300 leaves one in a hundred possible, as the rule of three has it', () => {
    expect(upperBound(0, 300)).toBeCloseTo(1 - 0.05 ** (1 / 300), 9)
    expect(upperBound(0, 300)).toBeCloseTo(0.01, 3)
  })

  test('agrees with the printed tables of Clopper and Pearson', () => {
    expect(upperBound(1, 10)).toBeCloseTo(0.3942, 4)
    expect(upperBound(5, 20)).toBeCloseTo(0.4556, 4)
  })

  test('all of them is all that can be said', () => {
    expect(upperBound(4, 4)).toBe(1)
  })
})
