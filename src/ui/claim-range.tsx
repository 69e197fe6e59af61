export type Claim = {
  /** The number claimed; with `most`, the least of a range. */
  least: number
  most?: number
  by: 'person' | 'newsroom' | 'official'
}

export type ClaimRangeProps = {
  claims: readonly Claim[]
  /** "3 to 20" */
  figure: string
  /** The accessible text: who says what. */
  label: string
  /** The legend's words; only the kinds that occur are drawn. */
  words: { person: string; newsroom: string; official: string }
  /** How a number is written. */
  number?: (value: number) => string
}

const width = 296

/** Round numbers for the axis, from 0 to a little more than the largest claim, in at most four steps. */
export function axisTicks(largest: number): number[] {
  const wanted = Number.isFinite(largest) ? Math.max(10, largest * 1.05) : 10
  const power = 10 ** Math.floor(Math.log10(wanted / 4))
  let step = power
  for (const times of [1, 2, 5, 10]) {
    step = times * power
    if (step * 4 >= wanted) break
  }
  const count = Math.ceil(wanted / step)
  return Array.from({ length: count + 1 }, (_, index) => index * step)
}

/** Claims as a range with a mark a claimant; no average. */
export function ClaimRange({ claims, figure, label, words, number = String }: ClaimRangeProps) {
  const values = claims
    .flatMap((claim) => [claim.least, claim.most ?? claim.least])
    .filter((value) => Number.isFinite(value) && value >= 0)
  const ticks = axisTicks(Math.max(0, ...values))
  const end = ticks.at(-1) ?? 10
  const place = (value: number) => Math.round(((Math.min(Math.max(0, value), end) / end) * (width - 16) + 8) * 10) / 10
  const least = Math.min(...values)
  const most = Math.max(...values)
  const kinds = (['person', 'newsroom', 'official'] as const).filter((kind) =>
    claims.some((claim) => claim.by === kind),
  )
  let right = width
  const legend = [...kinds].reverse().map((kind) => {
    right -= words[kind].length * 6.2 + 26
    return { kind, x: right + 14 }
  })
  return (
    <svg class="claim" viewBox="0 0 300 74" role="img" aria-label={label}>
      <text class="big" x="0" y="14">
        {figure}
      </text>
      {legend.map(({ kind, x }) => (
        <>
          <ClaimMark by={kind} x={x} y={10} half={4.5} />
          <text x={x + 9} y="14">
            {words[kind]}
          </text>
        </>
      ))}
      <line class="axis" x1="0" y1="40" x2={width} y2="40" />
      {values.length > 0 && <line class="span" x1={place(least)} y1="40" x2={place(most)} y2="40" />}
      {claims.map((claim) => (
        <>
          {claim.most !== undefined && claim.most !== claim.least && (
            <line class="own" x1={place(claim.least)} y1="40" x2={place(claim.most)} y2="40" />
          )}
          <ClaimMark by={claim.by} x={place(claim.least)} y={40} half={6} />
        </>
      ))}
      {ticks.map((value, index) => (
        <text
          x={value === end ? width : place(value)}
          y="64"
          text-anchor={value === end ? 'end' : index === 0 ? 'start' : 'middle'}
        >
          {number(value)}
        </text>
      ))}
    </svg>
  )
}

function ClaimMark({ by, x, y, half }: { by: Claim['by']; x: number; y: number; half: number }) {
  if (by === 'person') return <circle class="dot" cx={x} cy={y} r={half - 0.5} />
  if (by === 'newsroom') return <rect class="house" x={x - half} y={y - half} width={2 * half} height={2 * half} />
  return (
    <path
      class="house"
      d={`M${x} ${y - half - 2}l${half + 2} ${half + 2}-${half + 2} ${half + 2}-${half + 2}-${half + 2}z`}
    />
  )
}
