/** A point of a drawing, in its own units. */
export type Point = { x: number; y: number }

function finite(value: number): number {
  if (value === Number.POSITIVE_INFINITY) return Number.MAX_SAFE_INTEGER
  return Number.isFinite(value) && value > 0 ? value : 0
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

/** The largest value to be drawn: of the series, of what is normal, and at least 1. */
export function topOf(series: readonly number[], normalHigh: number): number {
  return series.reduce((top, value) => Math.max(top, finite(value)), Math.max(1, finite(normalHigh)))
}

/** Height of one value between `bottom` (0) and `top` of the drawing. */
export function heightOf(value: number, largest: number, top: number, bottom: number): number {
  return round(bottom - (Math.min(finite(value), largest) / largest) * (bottom - top))
}

/** The series as points from left to right. One value is a level line; none is nothing. What is not a number counts as 0. */
export function pointsOf(
  series: readonly number[],
  largest: number,
  area: { left: number; right: number; top: number; bottom: number },
): Point[] {
  const values = series.length === 1 ? [...series, ...series] : series
  const step = (area.right - area.left) / Math.max(1, values.length - 1)
  return values.map((value, index) => ({
    x: round(area.left + index * step),
    y: heightOf(value, largest, area.top, area.bottom),
  }))
}
