import { describe, expect, test } from 'vitest'
import { confidenceOf } from './detector/cluster.ts'
import { explain, type Weighable } from './explain.ts'

const START = Date.parse('2026-11-21T14:53:00Z')
const at = (seconds: number) => new Date(START + seconds * 1_000)
const said = (seconds: number, weight: number, bearing: Weighable['bearing'] = 'counts'): Weighable => ({
  at: at(seconds),
  bearing,
  weight,
})
const threshold = confidenceOf(10)

describe('Amal asks why it paged', () => {
  test('the strongest post comes first, coming close together adds, and what came later is no part of it', () => {
    const account = explain({ probableAt: at(60), threshold }, [
      said(0, 4),
      said(30, 4),
      said(60, 5),
      said(90, 8),
      said(95, 0, 'copy'),
    ])
    expect(account?.shares.map(({ post }) => post.weight)).toEqual([5, 4, 4])
    expect(account).toMatchObject({ arrived: 13, lostToDenials: 0, tally: { later: 1, copy: 1 } })
    expect(account?.total).toBeCloseTo(13 + (account?.closeness ?? 0), 9)
    const apart = explain({ probableAt: at(1_200), threshold }, [said(0, 4), said(600, 4), said(1_200, 5)])
    expect(account?.closeness).toBeGreaterThan(apart?.closeness ?? Infinity)
    expect(apart?.closeness, 'twenty minutes take').toBeLessThan(0)
    expect(account?.threshold).toBeCloseTo(10, 9)
    expect(account?.change).toMatchObject({ code: 'without-strongest', isStill: false })
  })

  test('an authority that said otherwise before takes its part; one that says so afterwards does not', () => {
    const posts = [said(0, 8), said(10, 8)]
    const before = explain({ probableAt: at(60), threshold }, [...posts, said(5, -4, 'denies')])
    const after = explain({ probableAt: at(60), threshold }, [...posts, said(90, -4, 'denies')])
    expect(before?.lostToDenials).toBeCloseTo(4, 0)
    expect(after).toMatchObject({ lostToDenials: 0, tally: { denies: 1 } })
  })

  test('with many witnesses it would have stood without the strongest', () => {
    const crowd = Array.from({ length: 6 }, (_, i) => said(i, 4))
    expect(explain({ probableAt: at(10), threshold }, crowd)?.change).toMatchObject({ isStill: true })
  })
})

describe('Amal asks why it has not paged', () => {
  test('one post alone never does, however strong', () => {
    const account = explain({ probableAt: null, threshold: confidenceOf(4) }, [said(0, 8)])
    expect(account?.change).toEqual({ code: 'second-source' })
  })

  test('two that fall short: how many more like them', () => {
    const account = explain({ probableAt: null, threshold }, [said(0, 2), said(0, 2)])
    expect(account?.change).toMatchObject({ code: 'more', posts: 3 })
  })

  test('enough weight, and nobody said where', () => {
    expect(explain({ probableAt: null, threshold }, [said(0, 7), said(1, 7)])?.change).toEqual({ code: 'local' })
  })

  test('the moment is the one at which it came nearest, not the last', () => {
    const account = explain({ probableAt: null, threshold }, [said(0, 3), said(10, 3), said(3_600, 3)])
    expect(account?.at).toEqual(at(10))
    expect(account?.tally.later).toBe(1)
  })

  test('when all that was kept is a copy there is nothing to explain', () => {
    expect(explain({ probableAt: null, threshold }, [said(0, 0, 'copy')])).toBeUndefined()
  })
})
