import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { HEADS, type Scanned } from '../src/features/watch/detector/heads.ts'
import { WORD_LISTS } from '../src/features/watch/detector/lexicon/index.ts'
import { type Categories, readPhrases } from '../src/features/watch/detector/phrases.ts'
import { createScanner } from '../src/features/watch/detector/scan.ts'
import type { Kind } from '../src/features/watch/detector/types.ts'
import { compileVocabulary } from '../src/features/watch/detector/vocabulary.ts'
import { KIND_OF_EVENT } from './examples.ts'
import { makeTalk } from './talk.ts'

/** One labelled post as the heads read it. */
export interface HeadExample {
  event: string
  kind: Kind
  /** Whether it is a post of our own making: it teaches, and is not measured on. */
  isMade: boolean
  text: string
  scan: Scanned
  categories: Categories
  /** By head, 1 or 0, or -1 where nobody said. */
  labels: Int8Array
}

/** CrisisLexT26's kinds of source in the order of HEADS, after `informative`. */
const SOURCES = ['eyewitness', 'government', 'media']
/** Posts made of each line of talk and of harm. */
const MADE = { talk: 1, reports: 3 }

/** Reads CrisisLexT26 (MIT), with posts of our own making that are of use or not. */
export function readHeadExamples(data: string): HeadExample[] {
  const folder = existsSync(join(data, 'incidents')) ? join(data, 'incidents') : data
  const events = JSON.parse(readFileSync(join(folder, 'events.json'), 'utf8')) as { event: string; kind: string }[]
  const kindOf = new Map(events.map(({ event, kind }) => [event, KIND_OF_EVENT[kind] ?? 'other']))
  const vocabulary = compileVocabulary(WORD_LISTS)
  const scanText = createScanner(vocabulary)
  const examples: HeadExample[] = []

  function add(text: string, labels: number[], about: Pick<HeadExample, 'event' | 'kind' | 'isMade'>): void {
    const read = scanText(text)
    if (read.count === 0 || labels.every((label) => label < 0)) return
    const { count, marks } = read
    const categories = readPhrases(read, vocabulary)
    const [words, first, second] = [read.words, read.first, read.second].map((list) => list.slice(0, count))
    const scan = { count, marks, words: words!, first: first!, second: second! }
    examples.push({ ...about, text, scan, categories, labels: Int8Array.from(labels) })
  }

  for (const file of readdirSync(folder).toSorted()) {
    if (!file.startsWith('t26-')) continue
    for (const line of gunzipSync(readFileSync(join(folder, file)))
      .toString('utf8')
      .trimEnd()
      .split('\n')) {
      const { text, event, label, kind } = JSON.parse(line) as Record<string, string | null>
      const informative = label === null ? -1 : Number(label === 'informative')
      const sources = SOURCES.map((source) => (kind === null ? -1 : Number(kind === source)))
      add(text!, [informative, ...sources], { event: event!, kind: kindOf.get(event!) ?? 'other', isMade: false })
    }
  }
  for (const { text, kind } of makeTalk(MADE)) {
    const labels = HEADS.map((head) => (head === 'informative' ? Number(kind !== null) : -1))
    add(text, labels, { event: kind ?? 'talk', kind: (kind ?? 'other') as Kind, isMade: true })
  }
  return examples
}
