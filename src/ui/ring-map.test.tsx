import { describe, expect, it } from 'vitest'
import { type Box, labelSize, placeLabel, pointOf, radiusOf, ringMap, ringRadii } from './ring-geometry.ts'
import { RingMap, type RingMark } from './ring-map.tsx'

const rings = [5, 10, 25]

describe('the ring map', () => {
  it.each([0, 45, 90, 137, 180, 225, 270, 311, 359])('draws %s° where it is, north up', (bearing) => {
    for (const km of [0.4, 3.2, 7, 18, 24]) {
      const { x, y } = pointOf({ km, bearing }, rings)
      const drawn = (Math.atan2(x - ringMap.x, ringMap.y - y) * 180) / Math.PI
      const off = Math.abs(((drawn - bearing + 540) % 360) - 180)
      expect(off).toBeLessThan(0.5)
    }
  })

  it('never draws the farther nearer, and meets each ring at its distance', () => {
    let before = 0
    for (let km = 0; km <= 60; km += 0.25) {
      const radius = radiusOf(km, rings)
      expect(radius).toBeGreaterThanOrEqual(before)
      before = radius
    }
    expect(rings.map((km) => radiusOf(km, rings))).toEqual(ringRadii(rings))
  })

  it('keeps what lies beyond the last ring, or nowhere, on the edge', () => {
    for (const km of [26, 400, Number.POSITIVE_INFINITY, Number.NaN]) expect(radiusOf(km, rings)).toBe(ringMap.radius)
    expect(radiusOf(-3, rings)).toBe(ringMap.innermost)
  })

  it('works with other rings, even one', () => {
    expect(radiusOf(40, [40])).toBe(ringMap.radius)
    expect(radiusOf(20, [40])).toBeLessThan(ringMap.radius)
  })

  it('keeps every mark and label inside, and labels off each other and off the marks', () => {
    const marks: RingMark[] = [
      { kind: 'here', name: 'Ferry terminal', detail: '3.2 km, 9 min', km: 3.2, bearing: 76 },
      { kind: 'incident', name: 'Central Station', km: 6.1, bearing: 311 },
      { kind: 'place', name: 'St Brannoc’s', km: 8, bearing: 228 },
      { kind: 'place', name: 'Airport', km: 18, bearing: 338 },
      { kind: 'place', name: 'Northern children’s hospital', km: 24, bearing: 92 },
    ]
    const html = String(<RingMap label="x" marks={marks} ringText={(km) => `${km} km`} />)
    const texts = [...html.matchAll(/<text class="([^"]*halo[^"]*)" x="([\d.-]+)" y="([\d.-]+)">([^<]*)</g)]
    const boxes = texts.map(([, name, x, y, text]) => {
      const { width } = labelSize([(text ?? '').replaceAll(/&[^;]+;/g, '’')], (name ?? '').includes('label'))
      return { x: Number(x), y: Number(y) - 11, width, height: 14, text }
    })
    expect(boxes).toHaveLength(6)
    for (const box of boxes) {
      expect(box.x).toBeGreaterThanOrEqual(0)
      expect(box.x + box.width).toBeLessThanOrEqual(ringMap.width)
      expect(box.y).toBeGreaterThanOrEqual(0)
      expect(box.y + box.height).toBeLessThanOrEqual(ringMap.height)
    }
    for (const one of boxes)
      for (const other of boxes)
        if (one !== other) expect(overlaps(one, other), `${one.text} on ${other.text}`).toBe(false)
    for (const mark of marks) {
      const at = pointOf(mark, rings)
      for (const box of boxes)
        expect(overlaps(box, { x: at.x - 5, y: at.y - 5, width: 10, height: 10 }), `${box.text} on ${mark.name}`).toBe(
          false,
        )
    }
  })

  it('still finds the least bad place when all is full', () => {
    const full: Box[] = [{ x: 0, y: 0, width: ringMap.width, height: ringMap.height }]
    const box = placeLabel({ x: 290, y: 10 }, { width: 90, height: 15 }, full)
    expect(box.x + box.width).toBeLessThanOrEqual(ringMap.width)
    expect(box.y).toBeGreaterThanOrEqual(0)
  })

  it('shortens only what can never fit, by whole letters', () => {
    const html = String(
      <RingMap label="x" ringText={String} marks={[{ kind: 'place', name: '🏥'.repeat(200), km: 3, bearing: 10 }]} />,
    )
    expect(html).toContain('…')
    expect(html).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/)
  })
})

function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}
