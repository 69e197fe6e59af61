import { Table } from '../table.tsx'

type Pair = { name: string; use: string; light: [ink: string, ground: string]; dark: [ink: string, ground: string] }

const pairs: Pair[] = [
  { name: 'ink on paper', use: 'text', light: ['#14211f', '#faf8f4'], dark: ['#eef4f3', '#0b1214'] },
  { name: 'ink-2 on paper', use: 'second text', light: ['#4a5753', '#faf8f4'], dark: ['#abbaba', '#0b1214'] },
  {
    name: 'ink-2 on surface',
    use: 'second text on cards',
    light: ['#4a5753', '#ffffff'],
    dark: ['#abbaba', '#131c1f'],
  },
  { name: 'petrol on paper', use: 'links, professional', light: ['#0b4f5c', '#faf8f4'], dark: ['#84cdd8', '#0b1214'] },
  {
    name: 'on-petrol on petrol-solid',
    use: 'the one main action',
    light: ['#ffffff', '#0b4f5c'],
    dark: ['#05242b', '#84cdd8'],
  },
  { name: 'hand on paper', use: 'waits for a person', light: ['#a9402a', '#faf8f4'], dark: ['#f5a18b', '#0b1214'] },
  {
    name: 'hand on hand-tint',
    use: 'the same on its tint',
    light: ['#a9402a', '#fbeae4'],
    dark: ['#f5a18b', '#371c15'],
  },
  {
    name: 'on-hand on hand-solid',
    use: 'button that asks for a person',
    light: ['#ffffff', '#b4472f'],
    dark: ['#2a0d06', '#f0937a'],
  },
  { name: 'hand-mark on paper', use: 'shapes only, 3:1', light: ['#c8553d', '#faf8f4'], dark: ['#ee8468', '#0b1214'] },
  {
    name: 'alarm on paper',
    use: 'danger to life, blind source',
    light: ['#a3201b', '#faf8f4'],
    dark: ['#ff9b91', '#0b1214'],
  },
  {
    name: 'on-alarm on alarm-solid',
    use: 'red-flag card',
    light: ['#ffffff', '#a3201b'],
    dark: ['#ffffff', '#8f1f1a'],
  },
  {
    name: 'caution on paper',
    use: 'slow, says otherwise',
    light: ['#754c00', '#faf8f4'],
    dark: ['#f2c55c', '#0b1214'],
  },
  {
    name: 'caution-mark on paper',
    use: 'shapes only, 3:1',
    light: ['#b57a05', '#faf8f4'],
    dark: ['#f2c55c', '#0b1214'],
  },
  { name: 'good on paper', use: 'done, live', light: ['#1a6440', '#faf8f4'], dark: ['#7ad7a5', '#0b1214'] },
  { name: 'lived on paper', use: 'lived experience', light: ['#802f5a', '#faf8f4'], dark: ['#f1a9ce', '#0b1214'] },
  { name: 'lived on lived-tint', use: 'pressed reaction', light: ['#802f5a', '#f8eaf1'], dark: ['#f1a9ce', '#361a29'] },
  { name: 'on-drill on drill-solid', use: 'drill band', light: ['#ffffff', '#4037a3'], dark: ['#ffffff', '#4a40b5'] },
  { name: 'found-ink on found', use: 'found words', light: ['#14211f', '#ffe9a8'], dark: ['#fff3c9', '#5a4708'] },
  {
    name: 'edge on paper',
    use: 'borders of controls, 3:1',
    light: ['#75807c', '#faf8f4'],
    dark: ['#76898e', '#0b1214'],
  },
]

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Contrast of two colours as WCAG 2 reckons it, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (lighter + 0.05) / (darker + 0.05)
}

export const tokenPairs: readonly Pair[] = pairs

function Swatch({ ink, ground }: { ink: string; ground: string }) {
  return (
    <svg class="sw" aria-hidden="true" focusable="false">
      <rect fill={ground} />
      <text x="40" y="21" text-anchor="middle" font-size="16" font-weight="700" fill={ink}>
        Aa
      </text>
    </svg>
  )
}

export function FurnitureTokens() {
  return (
    <>
      <section aria-labelledby="colour">
        <h2 id="colour">Colour</h2>
        <p>
          A colour has one meaning. Petrol: the organisation. Terracotta, “hand”: waits for a person. Red: a life, or a
          source that does not see. Amber: less than sure. Green: done. Berry: lived experience. Indigo stripes: drill.
          Each stands with a word and a shape.
        </p>
        <Table
          caption="Pairs of colours and their contrast"
          hideCaption
          columns={[
            { text: 'Pair' },
            { text: 'Light' },
            { text: 'Ratio', numeric: true },
            { text: 'Dark' },
            { text: 'Ratio', numeric: true },
          ]}
          rows={pairs.map((pair) => [
            <>
              {pair.name}
              <br />
              <span class="sv-meta">{pair.use}</span>
            </>,
            <Swatch ink={pair.light[0]} ground={pair.light[1]} />,
            contrast(...pair.light).toFixed(1),
            <Swatch ink={pair.dark[0]} ground={pair.dark[1]} />,
            contrast(...pair.dark).toFixed(1),
          ])}
        />
      </section>
      <section aria-labelledby="type">
        <h2 id="type">Type</h2>
        <ul class="fu-type">
          {(
            [
              ['48 / 36, home only', 'ty-48', 'What would you like to understand?'],
              ['38 / 32, page', 'ty-38', 'After a new knee: the first two weeks'],
              ['30 / 26, staff page', 'ty-30', 'Standby until 15:36'],
              ['24 / 22, section', 'ty-24', 'From people who live with it'],
              [
                '19, public body',
                'ty-19',
                'Your knee will be warm and swollen. For most people this is worst on day three.',
              ],
              ['16, staff body, meta', 'ty-16', 'Reviewed by Jonas Brandt, charge nurse, on 14 September 2026'],
              ['14, staff labels', 'ty-14', 'posts a minute, normally 2 to 5'],
            ] as const
          ).map(([size, name, text]) => (
            <li>
              <span class="sv-meta">{size}</span>
              <span class={name}>{text}</span>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="space">
        <h2 id="space">Space</h2>
        <ul class="fu-ladder">
          {[4, 8, 12, 16, 24, 32, 48, 64].map((pixels) => (
            <li>
              <span class="sv-meta">{pixels} px</span>
              <svg class="fu-bar" width={pixels * 4} height="16" aria-hidden="true" focusable="false">
                <rect width={pixels * 4} height="16" />
              </svg>
            </li>
          ))}
        </ul>
        <p class="sv-meta">
          Drawn four times as large. 12 between things of one block, 24 inside a card, 48 between sections.
        </p>
      </section>
    </>
  )
}
