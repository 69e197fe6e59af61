import { buildGazetteer, locate } from '../../src/features/watch/detector/gazetteer.ts'
import { WORD_LISTS } from '../../src/features/watch/detector/lexicon/index.ts'
import { createScanner } from '../../src/features/watch/detector/scan.ts'
import { compileVocabulary } from '../../src/features/watch/detector/vocabulary.ts'
import { PLACE_POSTS, type PlacePosts } from './place-posts.ts'
import type { Report } from './report.ts'

/** How one post was read against its answer. */
interface Reading {
  set: PlacePosts['set']
  text: string
  answer: string
  told: string
  isInside: boolean
}

const ROUNDS = 2000

/** Where posts of our own are placed, by what they say alone. */
export function measurePlacePosts(report: Report): void {
  const readings = PLACE_POSTS.flatMap(readAll)
  for (const set of ['development', 'held back', 'last'] as const) {
    const some = readings.filter((reading) => reading.set === set)
    const inside = some.filter(({ answer }) => answer !== 'far' && answer !== 'none')
    const outside = some.filter(({ answer }) => answer === 'far' || answer === 'none')
    const far = some.filter(({ answer }) => answer === 'far')
    const counts = [
      `right ${shareOf(inside, (one) => one.told === one.answer)}`,
      `wrong place ${shareOf(inside, (one) => one.isInside && one.told !== one.answer)}`,
      `missed ${shareOf(inside, (one) => !one.isInside)}`,
      `far or unplaced taken for near ${shareOf(outside, (one) => one.isInside)}`,
      `far known as far ${shareOf(far, (one) => one.told === 'far')}`,
    ]
    report.row(
      `Place of ${some.length} posts of our own (${set}; English, Spanish, French, Italian): of those inside, of those not (95 %)`,
      counts.join('; '),
      '–',
      'right ≥ 95 %; far taken for near 0',
    )
    // The others are counted only: reading them would be the end of their being held back.
    if (set !== 'development') continue
    for (const { text, answer, told } of some) if (told !== answer) report.quote(`${answer} read as ${told}: ${text}`)
  }
}

function readAll({ set, area, posts }: PlacePosts): Reading[] {
  const gazetteer = buildGazetteer(area)
  const scan = createScanner(compileVocabulary(WORD_LISTS, gazetteer.starts))
  return posts.map(([text, answer]) => {
    const { type, place } = locate(gazetteer, { id: '', at: 0, text }, scan(text))
    const isInside = type === 'inside'
    const told = isInside ? (place?.name ?? '') : type === 'far' ? 'far' : 'none'
    return { set, text, answer, told, isInside }
  })
}

/** `12 of 13 (78 to 100 %)`, by the bootstrap with a fixed seed. */
function shareOf(some: readonly Reading[], isSo: (one: Reading) => boolean): string {
  const hits = some.map((one) => (isSo(one) ? 1 : 0))
  const sum = hits.reduce<number>((a, b) => a + b, 0)
  let seed = 7
  const random = () => (seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32
  const shares = Array.from({ length: ROUNDS }, () => {
    let drawn = 0
    for (let i = 0; i < hits.length; i++) drawn += hits[Math.floor(random() * hits.length)] ?? 0
    return drawn / hits.length
  }).toSorted((a, b) => a - b)
  const percent = (at: number) => Math.round(100 * (shares[Math.floor(at * ROUNDS)] ?? 0))
  return `${sum} of ${hits.length} (${percent(0.025)} to ${percent(0.975)} %)`
}
