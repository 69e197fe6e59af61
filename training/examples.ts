import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { MOST_SLOTS } from '../src/features/watch/detector/distinct-slots.ts'
import { HAND_FEATURES, fillHandFeatures } from '../src/features/watch/detector/hand-features.ts'
import { kindsOf, namingsOf } from '../src/features/watch/detector/kinds.ts'
import { WORD_LISTS } from '../src/features/watch/detector/lexicon/index.ts'
import { readPhrases } from '../src/features/watch/detector/phrases.ts'
import { createScanner } from '../src/features/watch/detector/scan.ts'
import type { Kind } from '../src/features/watch/detector/types.ts'
import { HARM_CATEGORIES, compileVocabulary } from '../src/features/watch/detector/vocabulary.ts'
import { type ScannedWords, fillContextSlots, fillWordSlots } from '../src/features/watch/detector/word-features.ts'
import { makeTalk } from './talk.ts'

/** Size of the table of word weights. */
export const WORD_COUNT = 2 ** 20

/** One labelled post as features; no text is kept. */
export interface Example {
  /** The event of events.json, `made-` and the kind for reports of our own making, null for talk. */
  event: string | null
  collection: 't6' | 't26' | 'background' | 'made'
  isRelated: boolean
  weight: number
  /** Its words as the scanner gives them, by hash. */
  scanned: ScannedWords
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

/** Posts made of each line of talk, of each line of harm; and what they weigh beside real ones. */
const MADE = { talk: 10, reports: 3 }
const MADE_WEIGHT = { talk: 0.3, report: 0.5 }

const cache = new Map<string, { examples: Example[]; kindOfEvent: Map<string, Kind> }>()

/**
 * Reads the parts of the incident pack that carry an MIT licence: CrisisLexT6, CrisisLexT26 and the earlier half of
 * StockNet (the later half stays unseen, to measure on), and adds posts of our own making. Nothing else may shape shipped weights.
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
  for (const { text, kind } of makeTalk(MADE)) {
    const event = kind === null ? null : `made-${kind}`
    if (event) kindOfEvent.set(event, kind as Kind)
    const example = makeExample({ text, event, label: event && 'informative' }, 'made')
    if (example) examples.push(example)
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

export function exampleMaker() {
  const vocabulary = compileVocabulary(WORD_LISTS)
  const scan = createScanner(vocabulary)
  return (post: PackPost, collection: Example['collection']): Example | null => {
    if (post.label === null && (collection === 't6' || collection === 't26')) return null
    const read = scan(post.text)
    if (read.count === 0) return null
    const categories = readPhrases(read, vocabulary)
    const isRelated = ['on', 'informative', 'not-informative'].includes(post.label ?? '')
    return {
      event: collection === 'background' ? null : post.event,
      collection,
      isRelated,
      weight: weightOf(collection, isRelated, categories.first),
      scanned: {
        count: read.count,
        words: read.words.slice(0, read.count),
        first: read.first.slice(0, read.count),
        second: read.second.slice(0, read.count),
      },
      first: categories.first,
      second: categories.second,
      marks: read.marks,
      count: read.count,
      namings: namingsOf(categories.first, kindsOf(categories)),
    }
  }
}

function weightOf(collection: Example['collection'], isRelated: boolean, first: number): number {
  if (collection === 'made') return isRelated ? MADE_WEIGHT.report : MADE_WEIGHT.talk
  if (collection === 't26') return 3
  // "On topic" is not "reports harm": such posts teach little.
  return collection === 't6' && isRelated && (first & HARM_CATEGORIES) === 0 ? 0.2 : 1
}

const active = new Int32Array(HAND_FEATURES.length)

/** The active hand features of an example, some categories hidden. */
export function handOf({ first, second, marks, count }: Example, hiddenFirst: number): Int32Array {
  return active.slice(0, fillHandFeatures({ first: first & ~hiddenFirst, second, denied: 0 }, marks, count, active))
}

const filled = new Int32Array(MOST_SLOTS)
const known = new WeakMap<Example, Slots>()

/** Slots of the words and pairs that a post says, and of what stands near its words of harm. */
export interface Slots {
  said: Int32Array
  near: Int32Array
}

/** The slots of an example, some categories hidden. */
export function slotsOf(example: Example, hiddenFirst: number): Slots {
  const before = known.get(example)
  if (before && hiddenFirst === 0) return before
  const { scanned } = example
  const said = before?.said ?? filled.slice(0, fillWordSlots(scanned, WORD_COUNT - 1, filled))
  const near = filled.slice(0, fillContextSlots(scanned, hiddenFirst, WORD_COUNT - 1, filled))
  const slots = { said, near }
  if (hiddenFirst === 0) known.set(example, slots)
  return slots
}
