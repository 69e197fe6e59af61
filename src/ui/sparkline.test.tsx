import { describe, expect, it } from 'vitest'
import { axisTicks, ClaimRange } from './claim-range.tsx'
import { pointsOf, topOf } from './spark-scale.ts'
import { SparkChart, Sparkline } from './sparkline.tsx'

const area = { left: 0, right: 100, top: 10, bottom: 60 }

describe('posts a minute', () => {
  it('draws nothing, not even a line, when there is nothing', () => {
    const html = String(<Sparkline series={[]} normal={{ low: 1, high: 3 }} label="no posts yet" />)
    expect(html).not.toContain('polyline')
    expect(html).toContain('class="normal"')
  })

  it('draws one value as a level line', () => {
    expect(pointsOf([2], 4, area)).toEqual([
      { x: 0, y: 35 },
      { x: 100, y: 35 },
    ])
  })

  it('reaches from left to right, the largest at the top, zero at the bottom', () => {
    const points = pointsOf([0, 5, 10], 10, area)
    expect(points[0]).toEqual({ x: 0, y: 60 })
    expect(points.at(-1)).toEqual({ x: 100, y: 10 })
  })

  it('scales by what is normal when the hour is quiet, so that a quiet hour looks quiet', () => {
    expect(topOf([0, 1], 40)).toBe(40)
    expect(topOf([0, 0], 0)).toBe(1)
  })

  it.each([
    [[1e308, 1e308]],
    [[Number.POSITIVE_INFINITY, 3]],
    [[Number.NaN, 3]],
    [[-5, 3]],
    [Array.from({ length: 5000 }, (_, i) => i)],
  ])('stays inside its drawing whatever comes', (series) => {
    const html = String(
      <SparkChart
        series={series}
        normal={{ low: Number.NaN, high: 5 }}
        label="x"
        normalText="x"
        nowText="x"
        ticks={[]}
        marks={[{ at: 7, text: 'x' }]}
      />,
    )
    expect(html).not.toMatch(/NaN|Infinity|e\+/)
    const heights = [...html.matchAll(/points="([^"]+)"/g)].flatMap((match) =>
      (match[1] ?? '').split(' ').map((point) => Number(point.split(',')[1])),
    )
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(8)
    expect(Math.max(...heights)).toBeLessThanOrEqual(84)
  })
})

describe('claims', () => {
  it.each([0, 1, 20, 99, 100, 1000, 250_000])(
    'has round ticks that reach beyond %s, at most five of them',
    (largest) => {
      const ticks = axisTicks(largest)
      expect(ticks[0]).toBe(0)
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(largest)
      expect(ticks.length).toBeLessThanOrEqual(5)
      expect(ticks.every((tick) => Number.isInteger(tick))).toBe(true)
    },
  )

  it('draws a mark a claimant, no average, and stays whole without any claim', () => {
    const words = { person: 'a person', newsroom: 'a newsroom', official: 'an official' }
    const some = String(
      <ClaimRange
        figure="3 to 20"
        label="x"
        words={words}
        claims={[
          { least: 3, by: 'person' },
          { least: 10, most: 20, by: 'newsroom' },
        ]}
      />,
    )
    expect(some.split('class="dot"').length - 1).toBe(2)
    expect(some.split('class="house"').length - 1).toBe(2)
    expect(some).not.toContain('an official')
    const none = String(<ClaimRange figure="nobody said" label="x" words={words} claims={[]} />)
    expect(none).not.toMatch(/NaN|Infinity/)
  })
})
