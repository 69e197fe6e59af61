import { FIRST_MASK, HAZARDS, SECOND_MASK, UNSCORED, firstBit, secondBit, type WordList } from './lexicon/categories.ts'
import { foldText } from './characters.ts'
import { hashWord, hashWords } from './word-hash.ts'

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
  /** The word of it that is likely the rarest: a post without that word does not hold the phrase. */
  rarest: number
}

/** An open-addressing table from word hash to two category masks; the scanner reads its arrays directly. */
export interface MaskTable {
  hashes: Int32Array
  first: Int32Array
  second: Int32Array
  /** Size - 1; sizes are powers of two. */
  mask: number
}

/** The word lists compiled for the scanner. */
export interface Vocabulary {
  words: MaskTable
  stems: MaskTable
  /** By the low 16 bits of the hash of a word's first four letters: 1 where a stem may follow. */
  stemStarts: Uint8Array
  phrases: Map<number, Phrase[]>
  /** One bit for the low 16 bits of each word's hash: small enough to stay in the nearest cache, so that most words cost no look-up. */
  present: Uint8Array
}

/** What lists were compiled to in this process: compiling takes long enough to be felt, and lists do not change. */
const compiled = new WeakMap<readonly WordList[], Vocabulary>()

/** Compiles word lists, and the first words of place names, into tables. The same lists are compiled once per process. */
export function compileVocabulary(lists: readonly WordList[], placeStarts: Iterable<number> = []): Vocabulary {
  const vocabulary = compiled.get(lists) ?? compileLists(lists)
  compiled.set(lists, vocabulary)
  return addPlaces(vocabulary, placeStarts)
}

function addPlaces(vocabulary: Vocabulary, placeStarts: Iterable<number>): Vocabulary {
  const { hashes, first, second, mask } = vocabulary.words
  const words = { hashes: hashes.slice(), first, second: second.slice(), mask }
  const present = vocabulary.present.slice()
  let filled = 0
  for (const hash of hashes) if (hash !== 0) filled++
  for (const start of placeStarts) {
    let slot = (start ^ (start >>> 15)) & mask
    while (words.hashes[slot] !== 0 && words.hashes[slot] !== start) slot = (slot + 1) & mask
    if (words.hashes[slot] === 0 && ++filled * 2 > hashes.length) return addPlaces(enlarge(vocabulary), placeStarts)
    words.hashes[slot] = start
    words.second[slot]! |= BEGINS_PLACE
    markPresent(present, start)
  }
  return { ...vocabulary, words, present }
}

/** The same words in a table of twice the size, for areas of very many places. */
function enlarge(vocabulary: Vocabulary): Vocabulary {
  const { hashes, first, second } = vocabulary.words
  const masks = new Map<number, [number, number]>()
  for (const [i, hash] of hashes.entries()) if (hash !== 0) masks.set(hash, [first[i]!, second[i]!])
  return { ...vocabulary, words: buildTable(masks, hashes.length * 2) }
}

function compileLists(lists: readonly WordList[]): Vocabulary {
  const words = new Map<number, [number, number]>()
  const stems = new Map<number, [number, number]>()
  const phrases = new Map<number, Phrase[]>()
  const stemStarts = new Uint8Array(65536)
  for (const { entry, category } of entriesOf(lists)) {
    const first = firstBit(category)
    const second = secondBit(category)
    if (entry.endsWith('*') && !entry.includes(' ')) {
      const stem = foldText(entry.slice(0, -1))
      if (stem.length < 4) throw new RangeError(`A stem needs four letters: ${entry}`)
      stemStarts[hashWord(stem.slice(0, 4)) & 0xffff] = 1
      addMask(stems, hashWord(stem), first, second)
      continue
    }
    const hashes = hashWords(entry.replace('*', ''))
    if (hashes.length === 1) addMask(words, hashes[0]!, first, second)
    if (hashes.length > 1) {
      const overrules = OVERRULES.has(category)
      addPhrase(phrases, { words: hashes, first, second, overrules, rarest: hashes[longestOf(entry)]! })
    }
  }
  for (const [start, list] of phrases) {
    list.sort((a, b) => b.words.length - a.words.length)
    addMask(words, start, 0, BEGINS_PHRASE)
    for (const { first, second, words: parts, rarest } of list) {
      // A harm phrase with a harm word in it ("was shot") needs no mark of its own: the word gives it away.
      const tells = (first & HARM_CATEGORIES) !== 0 || (second & DENIAL) !== 0
      if (tells && !parts.some((word) => namesHarm(words, word))) addMask(words, rarest, 0, IN_TELLING_PHRASE)
    }
  }
  const present = new Uint8Array(8192)
  for (const hash of words.keys()) markPresent(present, hash)
  return { words: buildTable(words), stems: buildTable(stems), stemStarts, phrases, present }
}

function markPresent(present: Uint8Array, hash: number): void {
  present[(hash & 0xffff) >>> 3]! |= 1 << (hash & 7)
}

/** Which word of a phrase is the longest: "shaking" is rarer than "the". */
function longestOf(entry: string): number {
  const lengths = entry.split('_').flatMap((part, i) => [
    ...(i > 0 ? [0] : []),
    ...foldText(part)
      .split(' ')
      .filter(Boolean)
      .map((word) => word.length),
  ])
  return lengths.indexOf(Math.max(...lengths))
}

function namesHarm(words: Map<number, [number, number]>, hash: number): boolean {
  return ((words.get(hash)?.[0] ?? 0) & HARM_CATEGORIES) !== 0
}

/** The slot of a hash, or -1. */
export function findSlot(table: MaskTable, hash: number): number {
  let slot = (hash ^ (hash >>> 15)) & table.mask
  for (;;) {
    const found = table.hashes[slot]!
    if (found === hash) return slot
    if (found === 0) return -1
    slot = (slot + 1) & table.mask
  }
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

function buildTable(masks: Map<number, [number, number]>, least = 1024): MaskTable {
  let size = least
  while (size < masks.size * 4) size *= 2
  const table = {
    hashes: new Int32Array(size),
    first: new Int32Array(size),
    second: new Int32Array(size),
    mask: size - 1,
  }
  for (const [hash, [first, second]] of masks) {
    let slot = (hash ^ (hash >>> 15)) & table.mask
    while (table.hashes[slot] !== 0) slot = (slot + 1) & table.mask
    table.hashes[slot] = hash
    table.first[slot] = first
    table.second[slot] = second
  }
  return table
}

function maskOf(categories: string[]): number {
  return categories.reduce((mask, category) => mask | firstBit(category), 0)
}
