const WIDTH = 600
const HEIGHT = 14

/** One post's weight beside the strongest one's. Its number stands beside it. */
export function WeightBar({ nats, most }: { nats: number; most: number }) {
  return (
    <svg class="why-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect class="why-bar__all" width="100" height="8" />
      <rect class="why-bar__part" width={round((Math.max(0, nats) / Math.max(most, 0.1)) * 100)} height="8" />
    </svg>
  )
}

export interface WeightScaleProps {
  /** Each post's part of what they say together, the strongest first, nats. */
  shares: readonly number[]
  /** What denials take off the end, nats. */
  against: number
  threshold: number
  /** The drawing in words. */
  label: string
  thresholdText: string
  totalText: string
}

/** All weights end to end, and the mark at which Salve pages. */
export function WeightScale({ shares, against, threshold, label, thresholdText, totalText }: WeightScaleProps) {
  const together = shares.reduce((sum, nats) => sum + nats, 0)
  const end = Math.max(together, threshold) * 1.08
  const place = (nats: number) => round((nats / end) * WIDTH)
  let from = 0
  const parts = shares.map((nats) => {
    const x = place(from)
    from += nats
    return { x, width: Math.max(1, place(from) - x - 1.5) }
  })
  return (
    <figure class="why-scale">
      <svg viewBox={`0 0 ${WIDTH} 30`} preserveAspectRatio="none" role="img" aria-label={label}>
        <rect class="why-bar__all" y="8" width={WIDTH} height={HEIGHT} />
        {parts.map(({ x, width }) => (
          <rect class="why-bar__part" x={x} y="8" width={width} height={HEIGHT} />
        ))}
        {against > 0 && (
          <rect class="why-bar__against" x={place(together - against)} y="8" width={place(against)} height={HEIGHT} />
        )}
        <line class="why-bar__mark" x1={place(threshold)} x2={place(threshold)} y1="0" y2="30" />
      </svg>
      <figcaption>
        <span class="why-scale__total">{totalText}</span>
        <span class="why-scale__mark">{thresholdText}</span>
      </figcaption>
    </figure>
  )
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
