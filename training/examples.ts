import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { HAND_FEATURES, fillHandFeatures } from '../src/features/watch/detector/hand-features.ts'
import { kindsOf, namingsOf } from '../src/features/watch/detector/kinds.ts'
import { WORD_LISTS } from '../src/features/watch/detector/lexicon/index.ts'
import { pairSlot, wordSlot } from '../src/features/watch/detector/model.ts'
import { readPhrases } from '../src/features/watch/detector/phrases.ts'
import { createScanner } from '../src/features/watch/detector/scan.ts'
import type { Kind } from '../src/features/watch/detector/types.ts'
import { HARM_CATEGORIES, compileVocabulary } from '../src/features/watch/detector/vocabulary.ts'

/** Size of the table of word weights. */
export const WORD_COUNT = 2 ** 18

/** One labelled post as features; no text is kept. */
export interface Example {
  /** The event of events.json, or null for background. */
  event: string | null
  collection: 't6' | 't26' | 'background'
  isRelated: boolean
  weight: number
  /** Slots of its words and pairs of words, as often as they occur. */
  words: Int32Array
  /** Masks, marks and number of words, for the hand layer. */
  first: number
  second: number
  marks: number
  count: number
  /** How it names hazards: indices of NAMINGS. */
  namings: number[]
}

interface PackPost {
  text: string
  event: string | null
  label: string | null
}

/** The kinds of events.json as the detector's. */
export const KIND_OF_EVENT: Record<string, Kind> = {
  bombing: 'explosion',
  explosion: 'explosion',
  'train-crash': 'crash',
  'aircraft-crash': 'crash',
  'building-collapse': 'collapse',
  wildfire: 'fire',
  earthquake: 'quake',
  flood: 'flood',
  tornado: 'storm',
  hurricane: 'storm',
  typhoon: 'storm',
  haze: 'other',
  meteor: 'other',
}

const cache = new Map<string, { examples: Example[]; kindOfEvent: Map<string, Kind> }>()

/**
 * Reads the parts of the incident pack that carry an MIT licence: CrisisLexT6, CrisisLexT26 and the earlier half of
 * StockNet (the later half stays unseen, to measure on). Nothing else may shape shipped weights.
 */
export function readExamples(data: string): { examples: Example[]; kindOfEvent: Map<string, Kind> } {
  const folder = existsSync(join(data, 'incidents')) ? join(data, 'incidents') : data
  const known = cache.get(folder)
  if (known) return known
  const events = JSON.parse(readFileSync(join(folder, 'events.json'), 'utf8')) as { event: string; kind: string }[]
  const kindOfEvent = new Map(events.map(({ event, kind }) => [event, KIND_OF_EVENT[kind] ?? 'other']))
  const examples: Example[] = []
  const makeExample = exampleMaker()
  for (const file of readdirSync(folder).toSorted()) {
    const collection = file.startsWith('t6-')
      ? 't6'
      : file.startsWith('t26-')
        ? 't26'
        : file === 'background-stocknet.ndjson.gz'
          ? 'background'
          : null
    if (!collection) continue
    const lines = readLines(join(folder, file))
    const used = collection === 'background' ? lines.slice(0, lines.length >> 1) : lines
    for (const line of used) {
      const example = makeExample(JSON.parse(line) as PackPost, collection)
      if (example) examples.push(example)
    }
  }
  const read = { examples, kindOfEvent }
  cache.set(folder, read)
  return read
}

/** The later half of StockNet: ordinary talk that no training sees. */
export function readUnseenTalk(data: string): Example[] {
  const folder = existsSync(join(data, 'incidents')) ? join(data, 'incidents') : data
  const lines = readLines(join(folder, 'background-stocknet.ndjson.gz'))
  const makeExample = exampleMaker()
  return lines.slice(lines.length >> 1).flatMap((line) => makeExample(JSON.parse(line) as PackPost, 'background') ?? [])
}

function readLines(file: string): string[] {
  return gunzipSync(readFileSync(file)).toString('utf8').trimEnd().split('\n')
}

function exampleMaker() {
  const vocabulary = compileVocabulary(WORD_LISTS)
  const scan = createScanner(vocabulary)
  return (post: PackPost, collection: Example['collection']): Example | null => {
    if (collection !== 'background' && post.label === null) return null
    const read = scan(post.text)
    if (read.count === 0) return null
    const categories = readPhrases(read, vocabulary)
    const isRelated = ['on', 'informative', 'not-informative'].includes(post.label ?? '')
    const words = new Int32Array(2 * read.count - 1)
    for (let i = 0; i < read.count; i++) {
      words[i] = wordSlot(read.words[i]!, WORD_COUNT - 1)
      if (i > 0) words[read.count + i - 1] = pairSlot(read.words[i - 1]!, read.words[i]!, WORD_COUNT - 1)
    }
    // "On topic" is not "reports harm": such posts teach little.
    const offPoint = collection === 't6' && isRelated && (categories.first & HARM_CATEGORIES) === 0
    return {
      event: collection === 'background' ? null : post.event,
      collection,
      isRelated,
      weight: collection === 't26' ? 3 : offPoint ? 0.2 : 1,
      words,
      first: categories.first,
      second: categories.second,
      marks: read.marks,
      count: read.count,
      namings: namingsOf(categories.first, kindsOf(categories)),
    }
  }
}

const active = new Int32Array(HAND_FEATURES.length)

/** The active hand features of an example, some categories hidden. */
export function handOf({ first, second, marks, count }: Example, hiddenFirst: number): Int32Array {
  return active.slice(0, fillHandFeatures({ first: first & ~hiddenFirst, second, denied: 0 }, marks, count, active))
}
