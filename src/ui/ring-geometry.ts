/** A place as seen from the hospital. */
export type Bearing = {
  /** Straight-line distance. */
  km: number
  /** Degrees clockwise from true north. */
  bearing: number
}

export type Box = { x: number; y: number; width: number; height: number }

export type LabelSize = { width: number; height: number }

/** The drawing's size and the hospital's place in it. */
export const ringMap = { width: 300, height: 236, x: 150, y: 118, radius: 114, innermost: 20 }

/** Radius of each ring in the drawing: the last one is the edge, the others are spread so that near places have room. */
export function ringRadii(rings: readonly number[]): number[] {
  const first = 0.4 * ringMap.radius
  const step = rings.length > 1 ? (ringMap.radius - first) / (rings.length - 1) : 0
  return rings.map((_, index) => (rings.length === 1 ? ringMap.radius : Math.round(first + index * step)))
}

/** Distance in the drawing for km on the ground: never falls as km grows, meets each ring exactly, stops at the edge. */
export function radiusOf(km: number, rings: readonly number[]): number {
  const distance = Number.isFinite(km) ? Math.max(0, km) : (rings.at(-1) ?? 0)
  const radii = ringRadii(rings)
  let innerKm = 0
  let inner = ringMap.innermost
  for (const [index, outerKm] of rings.entries()) {
    const outer = radii[index] ?? ringMap.radius
    if (distance <= outerKm) return inner + ((distance - innerKm) / (outerKm - innerKm)) * (outer - inner)
    innerKm = outerKm
    inner = outer
  }
  return ringMap.radius
}

/** Where a place stands in the drawing: its direction is true, north is up. */
export function pointOf({ km, bearing }: Bearing, rings: readonly number[]): { x: number; y: number } {
  const radius = radiusOf(km, rings)
  const angle = (bearing * Math.PI) / 180
  return {
    x: Math.round((ringMap.x + radius * Math.sin(angle)) * 10) / 10,
    y: Math.round((ringMap.y - radius * Math.cos(angle)) * 10) / 10,
  }
}

/** Estimated size of a label of one or two lines, in the drawing's units (12 and 13 px system faces). */
export function labelSize(lines: readonly string[], bold: boolean): LabelSize {
  const widths = lines.map((line, index) => line.length * (bold && index === 0 ? 6.8 : 6.2))
  return { width: Math.ceil(Math.max(0, ...widths)), height: lines.length * 15 }
}

/** Shortens what can never fit the drawing; the whole name stands in the accessible text. */
export function fitted(text: string, bold: boolean): string {
  const most = Math.floor((ringMap.width - 120) / (bold ? 6.8 : 6.2))
  const letters = [...text]
  return letters.length <= most
    ? text
    : `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
}

function overlap(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return width > 0 && height > 0 ? width * height : 0
}

function inside(box: Box): Box {
  return {
    ...box,
    x: Math.min(Math.max(2, box.x), ringMap.width - box.width - 2),
    y: Math.min(Math.max(1, box.y), ringMap.height - box.height - 1),
  }
}

/**
 * The place of a label beside its mark: inside the drawing, clear of everything in `taken` if any place is,
 * else where it hides least. The outer side of the mark is tried first, then the inner one, below, above and further out.
 */
export function placeLabel(mark: { x: number; y: number }, size: LabelSize, taken: readonly Box[]): Box {
  const { x, y } = mark
  const { width, height } = size
  const candidates: Box[] = []
  for (const gap of [12, 20, 30, 42]) {
    const middle = y - height / 2
    const right = { x: x + gap, y: middle, width, height }
    const left = { x: x - gap - width, y: middle, width, height }
    candidates.push(
      ...(x < ringMap.x ? [left, right] : [right, left]),
      { x: x - width / 2, y: y + gap, width, height },
      { x: x - width / 2, y: y - gap - height, width, height },
      { x: x + gap - 4, y: y + gap - 6, width, height },
      { x: x + gap - 4, y: y - gap + 6 - height, width, height },
      { x: x - gap + 4 - width, y: y + gap - 6, width, height },
      { x: x - gap + 4 - width, y: y - gap + 6 - height, width, height },
    )
  }
  let best = inside({ x: x + 12, y: y - height / 2, width, height })
  let least = Number.POSITIVE_INFINITY
  for (const candidate of candidates) {
    const box = inside(candidate)
    const moved = Math.abs(box.x - candidate.x) + Math.abs(box.y - candidate.y)
    const own: Box = { x: x - 9, y: y - 9, width: 18, height: 18 }
    const cost = [...taken, own].reduce((sum, other) => sum + overlap(box, other), 0) + moved * 0.05
    if (cost < least) {
      best = box
      least = cost
    }
    if (least < 1) break
  }
  return best
}
