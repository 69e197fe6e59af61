import { heightOf, pointsOf, topOf, type Point } from './spark-scale.ts'

export type SparklineProps = {
  /** Posts a minute, oldest first. */
  series: readonly number[]
  /** What is normal at this hour. */
  normal: { low: number; high: number }
  /** The accessible name; says what the picture says ("Posts a minute since 14:00: 41 now, normally 2 to 5"). */
  label: string
}

export type SparkChartProps = SparklineProps & {
  /** Written over the band ("normal at this hour: 2 to 5"). */
  normalText: string
  /** Beside the last point ("now 41"). */
  nowText?: string
  /** Under the axis; `at` from 0 (left) to 1 (right). */
  ticks: readonly { at: number; text: string }[]
  /** Moments ("first post 14:53"); `at` as above. */
  marks?: readonly { at: number; text: string }[]
}

function path(points: readonly Point[]): string {
  return points.map(({ x, y }) => `${x},${y}`).join(' ')
}

/** The small one, for a list: no text. */
export function Sparkline({ series, normal, label }: SparklineProps) {
  const largest = topOf(series, normal.high)
  const high = heightOf(normal.high, largest, 2, 28)
  const low = heightOf(normal.low, largest, 2, 28)
  const points = pointsOf(series, largest, { left: 0, right: 270, top: 2, bottom: 28 })
  return (
    <svg class="spark" viewBox="0 0 270 30" preserveAspectRatio="none" role="img" aria-label={label}>
      <rect class="normal" x="0" y={high} width="270" height={Math.max(2, low - high)} />
      {points.length > 0 && <polyline class="posts" points={path(points)} />}
    </svg>
  )
}

const area = { left: 0, right: 296, top: 8, bottom: 84 }

/** The large one: axis, what is normal, and when things happened. */
export function SparkChart({ series, normal, label, normalText, nowText, ticks, marks = [] }: SparkChartProps) {
  const largest = topOf(series, normal.high)
  const high = heightOf(normal.high, largest, area.top, area.bottom)
  const low = heightOf(normal.low, largest, area.top, area.bottom)
  const points = pointsOf(series, largest, area)
  const last = points.at(-1)
  const bandTextY = high - 6 < 14 ? Math.min(area.bottom - 4, low + 14) : high - 6
  const nowY = last && Math.max(11, last.y - (last.y > 40 ? 9 : -4))
  const markYs = heightsOf(marks.length, last && nowText ? [bandTextY, nowY ?? bandTextY] : [bandTextY])
  return (
    <svg class="spark spark--chart" viewBox="0 0 300 112" role="img" aria-label={label}>
      <rect class="normal" x="0" y={high} width="300" height={Math.max(2, low - high)} />
      <line class="tick" x1="0" y1="88" x2="300" y2="88" />
      {points.length > 0 && <polyline class="posts" points={path(points)} />}
      {last && <circle class="now" cx={last.x} cy={last.y} r="4" />}
      {marks.map((mark, index) => {
        const x = Math.round(area.left + clamp(mark.at) * (area.right - area.left))
        const y = markYs[index] ?? 48
        const onTheLeft = x > 150
        return (
          <>
            <line class="tick" x1={x} y1={y - 6} x2={x} y2="92" />
            <text class="halo" x={onTheLeft ? x - 5 : x + 5} y={y} text-anchor={onTheLeft ? 'end' : 'start'}>
              {mark.text}
            </text>
          </>
        )
      })}
      {last && nowText && (
        <text class="label halo" x="285" y={nowY} text-anchor="end">
          {nowText}
        </text>
      )}
      <text class="halo" x="0" y={bandTextY}>
        {normalText}
      </text>
      {ticks.map((tick) => (
        <text
          x={Math.round(clamp(tick.at) * 300)}
          y="104"
          text-anchor={tick.at <= 0.05 ? undefined : tick.at >= 0.95 ? 'end' : 'middle'}
        >
          {tick.text}
        </text>
      ))}
    </svg>
  )
}

/** Heights for the words at the marks, where nothing else is written yet. */
function heightsOf(count: number, written: readonly number[]): number[] {
  const taken = [...written]
  return Array.from({ length: count }, () => {
    const free = [48, 31, 14, 65, 80].find((y) => taken.every((other) => Math.abs(other - y) >= 14)) ?? 48
    taken.push(free)
    return free
  })
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, Number.isFinite(share) ? share : 0))
}
