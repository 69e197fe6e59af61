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

/** An open-addressing table from word hash to two category masks; the scanner reads it directly. */
export interface MaskTable {
  /** Four numbers a slot, which lie in one line of the processor's cache: hash (0: free), first mask, second mask, nothing. */
  slots: Int32Array
  /** Number of slots - 1; they are a power of two. */
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
  const { slots: known, mask } = vocabulary.words
  const slots = known.slice()
  const present = vocabulary.present.slice()
  let filled = 0
  for (let i = 0; i < slots.length; i += 4) if (slots[i] !== 0) filled++
  for (const start of placeStarts) {
    const i = slotFor(slots, mask, start)
    if (slots[i] === 0 && ++filled * 2 > mask) return addPlaces(enlarge(vocabulary), placeStarts)
    slots[i] = start
    slots[i + 2]! |= BEGINS_PLACE
    markPresent(present, start)
  }
  return { ...vocabulary, words: { slots, mask }, present }
}

/** The same words in a table of twice the size, for areas of very many places. */
function enlarge(vocabulary: Vocabulary): Vocabulary {
  const { slots, mask } = vocabulary.words
  const masks = new Map<number, [number, number]>()
  for (let i = 0; i < slots.length; i += 4)
    if (slots[i] !== 0) masks.set(slots[i]!, [slots[i + 1]!, slots[i + 2]!])
  return { ...vocabulary, words: buildTable(masks, (mask + 1) * 2) }
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

/** The first mask of a word, 0 when the lists do not have it. */
export function firstMaskOf({ words: { slots, mask } }: Vocabulary, hash: number): number {
  return slots[slotFor(slots, mask, hash) + 1]!
}

/** Where a hash lies among the slots, or the free slot where it would. */
function slotFor(slots: Int32Array, mask: number, hash: number): number {
  let slot = (hash ^ (hash >>> 15)) & mask
  while (slots[slot * 4] !== hash && slots[slot * 4] !== 0) slot = (slot + 1) & mask
  return slot * 4
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
  const slots = new Int32Array(size * 4)
  for (const [hash, [first, second]] of masks) slots.set([hash, first, second], slotFor(slots, size - 1, hash))
  return { slots, mask: size - 1 }
}

function maskOf(categories: string[]): number {
  return categories.reduce((mask, category) => mask | firstBit(category), 0)
}
