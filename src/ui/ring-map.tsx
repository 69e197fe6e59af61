import { type Box, fitted, labelSize, placeLabel, pointOf, ringMap, ringRadii } from './ring-geometry.ts'

export type RingMark = {
  /** `here`: the chosen incident. `incident`: another one. `place`: a hospital, an airport. */
  kind: 'here' | 'incident' | 'place'
  name: string
  /** Second line, for `here` ("3.2 km, 9 min"). */
  detail?: string
  /** Straight-line distance in km. */
  km: number
  /** Degrees clockwise from true north. */
  bearing: number
}

export type RingMapProps = {
  /** The accessible text: every place with distance and direction. */
  label: string
  marks: readonly RingMark[]
  /** Distances of the rings in km, rising. */
  rings?: readonly number[]
  /** A ring's name, given its km ("5 km"). */
  ringText: (km: number) => string
  /** The letter in the centre. */
  homeText?: string
}

/** The hospital in the centre, true direction, distance by ring. Nothing is fetched. */
export function RingMap({ label, marks, rings = [5, 10, 25], ringText, homeText = 'H' }: RingMapProps) {
  const radii = ringRadii(rings)
  const order = { here: 0, incident: 1, place: 2 }
  const drawn = [...marks]
    .sort((a, b) => order[a.kind] - order[b.kind])
    .map((mark) => ({ mark, at: pointOf(mark, rings) }))
  const ringLabels = rings.map((km, index) => ({
    text: ringText(km),
    x: ringMap.x + 4,
    y: ringMap.y - (radii[index] ?? 0) + (index === rings.length - 1 ? 12 : -3),
  }))
  const taken: Box[] = [
    { x: ringMap.x - 12, y: ringMap.y - 12, width: 24, height: 24 },
    ...ringLabels.map(({ text, x, y }) => ({ x, y: y - 11, width: text.length * 6.2, height: 14 })),
    ...drawn.map(({ at }) => ({ x: at.x - 8, y: at.y - 8, width: 16, height: 16 })),
  ]
  const labels = drawn.map(({ mark, at }) => {
    const bold = mark.kind === 'here'
    const lines = [fitted(mark.name, bold), ...(mark.detail ? [fitted(mark.detail, false)] : [])]
    const box = placeLabel(
      at,
      labelSize(lines, bold),
      taken.filter((other) => !isOn(other, at)),
    )
    taken.push(box)
    return { bold, lines, box }
  })
  return (
    <svg class="ring" viewBox={`0 0 ${ringMap.width} ${ringMap.height}`} role="img" aria-label={label}>
      <circle class="r-fill" cx={ringMap.x} cy={ringMap.y} r={ringMap.radius} />
      {radii.map((radius) => (
        <circle class="r" cx={ringMap.x} cy={ringMap.y} r={radius} />
      ))}
      {ringLabels.map(({ text, x, y }) => (
        <text x={x} y={y}>
          {text}
        </text>
      ))}
      {drawn
        .filter(({ mark }) => mark.kind === 'here')
        .map(({ at }) => (
          <line class="road" x1={ringMap.x} y1={ringMap.y} x2={at.x} y2={at.y} />
        ))}
      <rect class="home" x={ringMap.x - 11} y={ringMap.y - 11} width="22" height="22" rx="3" />
      <text class="home-h" x={ringMap.x} y={ringMap.y + 5} text-anchor="middle">
        {homeText}
      </text>
      {drawn.map(({ mark, at }) => (
        <Mark kind={mark.kind} x={at.x} y={at.y} />
      ))}
      {labels.map(({ bold, lines, box }) =>
        lines.map((line, index) => (
          <text
            class={bold && index === 0 ? 'label halo' : 'halo'}
            x={Math.round(box.x)}
            y={Math.round(box.y + 11 + index * 15)}
          >
            {line}
          </text>
        )),
      )}
    </svg>
  )
}

function isOn(box: Box, at: { x: number; y: number }): boolean {
  return box.width === 16 && box.x === at.x - 8 && box.y === at.y - 8
}

function Mark({ kind, x, y }: { kind: RingMark['kind']; x: number; y: number }) {
  if (kind === 'place') return <circle class="mark" cx={x} cy={y} r="5" />
  const half = kind === 'here' ? 10 : 7
  return (
    <path
      class={kind === 'here' ? 'here' : 'mark'}
      d={`M${x} ${y - half}l${half} ${half}-${half} ${half}-${half}-${half}z`}
    />
  )
}
