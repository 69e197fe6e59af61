import { FIRST_MASK, HAZARDS, SECOND_MASK, UNSCORED, firstBit, secondBit, type WordList } from './lexicon/categories.ts'
import { foldText } from './characters.ts'
import { COMMONEST_WORDS, COMMON_WORDS } from './lexicon/common-words.ts'
import { ANY_WORD, hashWord, hashWords } from './word-hash.ts'

/** Marks in the second mask that are no category: this word may begin a phrase, is the rarest of a phrase of harm or denial, may begin a place name. */
export const BEGINS_PHRASE = 1 << 27
export const IN_TELLING_PHRASE = 1 << 28
export const BEGINS_PLACE = 1 << 29

/** Categories any of which makes a post worth reading on: hazards, harm, responders. */
export const HARM_CATEGORIES = maskOf([
  ...HAZARDS,
  ...HAZARDS.map((kind) => `maybe-${kind}`),
  'hurt',
  'dead',
  'responder',
])

const DENIAL = secondBit('denial')

/** Phrases of these categories say what their words do not mean ("flu shot"), so they replace the words' own categories. */
const OVERRULES = new Set([
  'joke',
  'denial',
  'innocent',
  'drill',
  'real',
  'fiction',
  'anniversary',
  'forecast',
  'sport',
  'money',
  'past',
])

export interface Phrase {
  words: number[]
  first: number
  second: number
  overrules: boolean
}

/** A phrase that is known by one of its words, the one that is likely the rarest. */
export interface TellingPhrase {
  words: number[]
  /** The place of that word in it. */
  rarest: number
}

/** A table from word hash to two category masks; the scanner reads it directly. */
export interface MaskTable {
  /** By some bits of the hash, the first entry that shares them; 0 for none. Its size is a power of two. */
  index: Int32Array
  /** Four numbers an entry: hash, first mask, second mask, the next entry with the same place in the index. The entry at 0 is empty. */
  entries: Int32Array
}

/** The word lists compiled for the scanner. */
export interface Vocabulary {
  words: MaskTable
  stems: MaskTable
  /** One bit for each beginning of three letters of a to z (five bits a letter): set where a stem may follow. */
  stemStarts: Uint8Array
  phrases: Map<number, Phrase[]>
  /** Phrases of harm or denial in which no word names harm by itself, by their rarest words. */
  telling: Map<number, TellingPhrase[]>
}

/** Letters that the shortest stem has. */
export const SHORTEST_STEM = 4

/** What lists were compiled to in this process: compiling takes long enough to be felt, and lists do not change. */
const compiled = new WeakMap<readonly WordList[], Vocabulary>()

/** Compiles word lists, and the first words of place names, into tables. The same lists are compiled once per process. */
export function compileVocabulary(lists: readonly WordList[], placeStarts: Iterable<number> = []): Vocabulary {
  const vocabulary = compiled.get(lists) ?? compileLists(lists)
  compiled.set(lists, vocabulary)
  return addPlaces(vocabulary, placeStarts)
}

function addPlaces(vocabulary: Vocabulary, placeStarts: Iterable<number>): Vocabulary {
  const masks = new Map<number, [number, number]>()
  for (const start of placeStarts) addMask(masks, start, 0, BEGINS_PLACE)
  return { ...vocabulary, words: extendTable(vocabulary.words, masks) }
}

function compileLists(lists: readonly WordList[]): Vocabulary {
  const words = new Map<number, [number, number]>()
  const stems = new Map<number, [number, number]>()
  const phrases = new Map<number, Phrase[]>()
  const lengths = new Map<number, number>()
  const stemStarts = new Uint8Array(4096)
  for (const { entry, category } of entriesOf(lists)) {
    const first = firstBit(category)
    const second = secondBit(category)
    if (entry.endsWith('*') && !entry.includes(' ')) {
      const stem = foldText(entry.slice(0, -1))
      if (stem.length < SHORTEST_STEM) throw new RangeError(`A stem needs four letters: ${entry}`)
      const [a, b, c] = [0, 1, 2].map((i) => stem.charCodeAt(i) & 31) as [number, number, number]
      const start = (a << 10) | (b << 5) | c
      stemStarts[start >>> 3]! |= 1 << (start & 7)
      addMask(stems, hashWord(stem), first, second)
      continue
    }
    const hashes = hashWords(entry.replace('*', ''))
    if (hashes.length === 1) addMask(words, hashes[0]!, first, second)
    if (hashes.length > 1) {
      const overrules = OVERRULES.has(category)
      addPhrase(phrases, { words: hashes, first, second, overrules })
      for (const word of foldText(entry.replaceAll('_', ' ')).split(' ')) lengths.set(hashWord(word), word.length)
    }
  }
  const telling = new Map<number, TellingPhrase[]>()
  const rarestOf = rarestBy(lengths)
  for (const [start, list] of phrases) {
    list.sort((a, b) => b.words.length - a.words.length)
    addMask(words, start, 0, BEGINS_PHRASE)
    for (const { first, second, words: parts } of list) {
      // A harm phrase with a harm word in it ("was shot") needs no mark of its own: the word gives it away.
      const tells = (first & HARM_CATEGORIES) !== 0 || (second & DENIAL) !== 0
      if (!tells || parts.some((word) => namesHarm(words, word))) continue
      const word = rarestOf(parts)
      addMask(words, word, 0, IN_TELLING_PHRASE)
      telling.set(word, [...(telling.get(word) ?? []), { words: parts, rarest: parts.indexOf(word) }])
    }
  }
  return { words: buildTable(words, 65536), stems: buildTable(stems, 1024), stemStarts, phrases, telling }
}

const COMMON = new Set(hashWords(COMMON_WORDS))
const COMMONEST = new Set(hashWords(COMMONEST_WORDS))

/** Finds the word of a phrase that is likely the rarest: the least common, and of these the longest. */
function rarestBy(lengths: Map<number, number>): (words: number[]) => number {
  const rarity = (word: number) => (COMMONEST.has(word) ? 0 : COMMON.has(word) ? 100 : 200) + lengths.get(word)!
  return (words) => words.filter((word) => word !== ANY_WORD).reduce((a, b) => (rarity(b) > rarity(a) ? b : a))
}

function namesHarm(words: Map<number, [number, number]>, hash: number): boolean {
  return ((words.get(hash)?.[0] ?? 0) & HARM_CATEGORIES) !== 0
}

/** The entry of a hash, or 0, which is the empty one. */
export function findEntry({ index, entries }: MaskTable, hash: number): number {
  let entry = index[(hash ^ (hash >>> 15)) & (index.length - 1)]!
  while (entry !== 0 && entries[entry] !== hash) entry = entries[entry + 3]!
  return entry
}

function* entriesOf(lists: readonly WordList[]): Generator<{ entry: string; category: string }> {
  for (const list of lists) {
    for (const category of [...FIRST_MASK, ...SECOND_MASK, ...UNSCORED]) {
      for (const entry of (list[category] ?? '').split(',')) {
        if (entry.trim() !== '') yield { entry: entry.trim(), category }
      }
    }
  }
}

function addPhrase(phrases: Map<number, Phrase[]>, phrase: Phrase): void {
  const start = phrase.words[0]!
  const list = phrases.get(start) ?? []
  const same = list.find(
    (other) => other.words.length === phrase.words.length && other.words.every((word, i) => word === phrase.words[i]),
  )
  if (same) {
    same.first |= phrase.first
    same.second |= phrase.second
    same.overrules ||= phrase.overrules
  } else list.push(phrase)
  phrases.set(start, list)
}

function addMask(masks: Map<number, [number, number]>, hash: number, first: number, second: number): void {
  const known = masks.get(hash) ?? [0, 0]
  masks.set(hash, [known[0] | first, known[1] | second])
}

function buildTable(masks: Map<number, [number, number]>, size: number): MaskTable {
  return extendTable({ index: new Int32Array(size), entries: new Int32Array(4) }, masks)
}

/** A table of its own with all that another has, and more masks. */
function extendTable(table: MaskTable, masks: Map<number, [number, number]>): MaskTable {
  const index = table.index.slice()
  const entries = new Int32Array(table.entries.length + masks.size * 4)
  entries.set(table.entries)
  const extended = { index, entries }
  let free = table.entries.length
  for (const [hash, [first, second]] of masks) {
    const known = findEntry(extended, hash)
    if (known !== 0) {
      entries[known + 1]! |= first
      entries[known + 2]! |= second
      continue
    }
    const place = (hash ^ (hash >>> 15)) & (index.length - 1)
    entries.set([hash, first, second, index[place]!], free)
    index[place] = free
    free += 4
  }
  return { index, entries: entries.slice(0, free) }
}

function maskOf(categories: string[]): number {
  return categories.reduce((mask, category) => mask | firstBit(category), 0)
}
