import { APOSTROPHE, ASCII_WORD, BREAK, FOLD, IDEOGRAPH, SKIP } from './characters.ts'
import { AT_SIGN, endOfHandle, goesOnBehind, sizeOf, unitAt } from './utf8.ts'
import { SHORTEST_STEM, type MaskTable, type Vocabulary, findEntry } from './vocabulary.ts'
import { hashWord } from './word-hash.ts'

/** Posts are read up to this many bytes and words; news does not hide its point behind them. */
export const MAX_BYTES = 4000
const MAX_WORDS = 256

/** Marks of a text that are no words. */
export const MARK_LINK = 1
export const MARK_MENTION = 2
export const MARK_HASHTAG = 4
export const MARK_QUESTION = 8
export const MARK_EXCLAMATION = 16
export const MARK_REPOST = 32
export const MARK_DIGITS = 64
export const MARK_CAPITALS = 128

/** What one pass over a text finds. One object is filled again and again: copy what must last. */
export interface Scan {
  count: number
  words: Int32Array
  first: Int32Array
  second: Int32Array
  /** All words' masks together. */
  anyFirst: number
  anySecond: number
  marks: number
  /** Hash of the handle after "RT @" or "via @", or 0. */
  repostedHandle: number
}

export function emptyScan(): Scan {
  return {
    count: 0,
    words: new Int32Array(MAX_WORDS),
    first: new Int32Array(MAX_WORDS),
    second: new Int32Array(MAX_WORDS),
    anyFirst: 0,
    anySecond: 0,
    marks: 0,
    repostedHandle: 0,
  }
}

export type Scanner = (text: string) => Scan

/**
 * Scans `bytes[from, to)`, valid UTF-8 of at most MAX_BYTES bytes. Two more bytes must follow, the first of them a
 * sign of ASCII that ends a word: as the quote and the brace behind a text in JSON.
 */
export type ByteScanner = (bytes: Uint8Array, from: number, to: number) => Scan

/** No sign before this code unit is an ideograph. */
const FIRST_IDEOGRAPH = 0x3041
/** Set in a word's second mask when a comma, a full stop or the like stands before it. It is no category. */
export const AFTER_PAUSE = 1 << 30

const FNV_START = 0x811c9dc5 | 0
const FNV_PRIME = 0x01000193
const RT = hashWord('rt')
const VIA = hashWord('via')
const HTTP = hashWord('http')
const HTTPS = hashWord('https')
const BLANK = 32
const COLON = 58

/*
 * A token as one number: the offset behind it, the number of its letters, and what signs stood before it. It is a word
 * of plain ASCII or, without letters, one odd byte: an apostrophe, an @, or any that is not ASCII.
 */
const OFFSET = 0xfff
const LETTERS_SHIFT = 12
const LETTER = 1 << LETTERS_SHIFT
/** The marks that a sign makes stand as many bits further up. */
const SIGNS_SHIFT = 22
const HASHTAG = MARK_HASHTAG << SIGNS_SHIFT
const QUESTION = MARK_QUESTION << SIGNS_SHIFT
const EXCLAMATION = MARK_EXCLAMATION << SIGNS_SHIFT
const MARK_SIGNS = HASHTAG | QUESTION | EXCLAMATION
const SIGNS = MARK_SIGNS | AFTER_PAUSE

/** Byte → its folded letter and LETTER, or the signs that it is; below 0 for odd bytes, 0 for blanks and all the rest. */
const CLASSES = Int32Array.from({ length: 256 }, (_, byte) => {
  const letter = ASCII_WORD[byte]!
  if (letter !== 0) return (letter & 0xff) | LETTER
  if (byte >= 0x80 || byte === AT_SIGN || FOLD[byte] === APOSTROPHE) return 1 << 31
  const sign = String.fromCharCode(byte)
  return (
    (sign === '?' ? QUESTION : 0) |
    (sign === '!' ? EXCLAMATION : 0) |
    (sign === '#' ? HASHTAG : 0) |
    ('.,!?:;()\n'.includes(sign) ? AFTER_PAUSE : 0)
  )
})

/** 1 for the bytes behind which a word may go on: apostrophes, and all that is not ASCII. */
const MAY_GO_ON = Uint8Array.from({ length: 256 }, (_, byte) => (byte >= 0x80 || FOLD[byte] === APOSTROPHE ? 1 : 0))
/** MARK_DIGITS for digits. */
const DIGITS = Uint8Array.from({ length: 256 }, (_, byte) => (byte >= 48 && byte <= 57 ? MARK_DIGITS : 0))

const tokens = new Int32Array(OFFSET + 1)
const hashes = new Int32Array(OFFSET + 1)

/**
 * Takes `bytes[from, to)` apart and returns the number of tokens; behind the last one stand the signs that follow it.
 * The processor loses more time by one wrong guess where a word ends than by reading ten letters: so there is no branch
 * here for it to guess.
 */
function tokenise(bytes: Uint8Array, from: number, to: number): number {
  let count = 0
  let letters = 0
  let signs = 0
  let hash = FNV_START
  let wasLetter = 0
  let wasOdd = 0
  for (let i = from; i <= to; i++) {
    const kind = CLASSES[bytes[i]!]!
    tokens[count] = (i - from) | letters | signs
    hashes[count] = hash
    // All bits set where it holds, else none.
    const isLetter = (kind << (31 - LETTERS_SHIFT)) >> 31
    const isEnd = (wasLetter & ~isLetter) | wasOdd
    count -= isEnd
    signs = (signs & ~isEnd) | (kind & SIGNS)
    letters = (letters + LETTER) & isLetter
    hash = (Math.imul(hash ^ (kind & 0xff), FNV_PRIME) & isLetter) | (FNV_START & ~isLetter)
    wasLetter = isLetter
    wasOdd = kind >> 31
  }
  tokens[count] = signs
  return count
}

/** Makes strings into bytes that can be scanned: the first MAX_BYTES of them, good until the next string. */
export function createEncoder(): (text: string) => { bytes: Uint8Array; length: number } {
  const encoder = new TextEncoder()
  const bytes = Buffer.alloc(MAX_BYTES + 4)
  const writable = bytes.subarray(0, MAX_BYTES)
  const encoded = { bytes, length: 0 }
  return (text) => {
    encoded.length = encoder.encodeInto(text, writable).written
    bytes[encoded.length] = 0
    return encoded
  }
}

/** The scanner of texts that are strings: they become bytes first, so that all texts are read alike. */
export function createScanner(vocabulary: Vocabulary): Scanner {
  const encode = createEncoder()
  const scan = createByteScanner(vocabulary)
  return (text) => {
    const { bytes, length } = encode(text)
    return scan(bytes, 0, length)
  }
}

/**
 * Makes the stage that normalises: lower case, accents folded, words hashed (by their folded UTF-16 code units), links
 * and handles left out, without building a string. The scan returned is the same object each time.
 */
export function createByteScanner(vocabulary: Vocabulary): ByteScanner {
  const scan = emptyScan()
  return (bytes, from, to) => {
    findWords(scan, bytes, from, to, vocabulary)
    lookUpWords(scan, vocabulary)
    return scan
  }
}

/** Finds words and marks. A word's stem, if it has one, is left in `first`, and AFTER_PAUSE in `second`. */
function findWords(scan: Scan, bytes: Uint8Array, from: number, to: number, { stems, stemStarts }: Vocabulary): void {
  const { words, first, second } = scan
  const tokenCount = tokenise(bytes, from, to)
  scan.repostedHandle = 0
  let count = 0
  let marks = 0
  let signs = tokens[tokenCount]!
  let pause = 0
  /** Letters of the words that are all capitals: the second letter tells. */
  let capitals = 0
  /** All before this byte has been read. */
  let done = from
  for (let t = 0; t < tokenCount; t++) {
    const token = tokens[t]!
    const end = from + (token & OFFSET)
    if (end <= done) continue
    signs |= token
    pause |= token & AFTER_PAUSE
    const length = (token >>> LETTERS_SHIFT) & OFFSET
    let word = hashes[t]!
    let stem = 0
    if (length > 0 && MAY_GO_ON[bytes[end]!] === 0) {
      const start = end - length
      if ((word === HTTP || word === HTTPS) && bytes[end] === COLON) {
        marks |= MARK_LINK
        done = endOfLink(bytes, end, to)
        continue
      }
      const key = ((bytes[start]! & 31) << 10) | ((bytes[start + 1]! & 31) << 5) | (bytes[start + 2]! & 31)
      if (((stemStarts[key >>> 3]! >>> (key & 7)) & 1) !== 0) stem = findStem(bytes, start, end, stems)
      marks |= DIGITS[bytes[end - 1]!]!
      capitals += length & -(ASCII_WORD[bytes[start + 1]!]! >>> 8)
    } else if (length > 0 || FOLD[unitAt(bytes, end - 1)]! > APOSTROPHE) {
      readOddWord(bytes, length > 0 ? end - length : end - 1, to, stems)
      word = odd.hash
      stem = odd.stem
      done = odd.end
      capitals += odd.capitals
      marks |= odd.endsInDigit ? MARK_DIGITS : 0
    } else if (bytes[end - 1] === AT_SIGN) {
      done = endOfHandle(bytes, end, to)
      if (done === end) continue
      marks |= MARK_MENTION
      const previous = count > 0 ? words[count - 1]! : 0
      if (previous !== RT && previous !== VIA) continue
      marks |= MARK_REPOST
      scan.repostedHandle = hashHandle(bytes, end, done)
      continue
    } else {
      const unit = unitAt(bytes, end - 1)
      done = end - 1 + sizeOf(bytes[end - 1]!)
      signs |= unit === 0xbf ? QUESTION : unit === 0xa1 ? EXCLAMATION : 0
      if (unit === 0x2013 || unit === 0x2014 || unit === 0x2026) pause = AFTER_PAUSE
      continue
    }
    if (count === MAX_WORDS) break
    words[count] = word || 1
    first[count] = stem
    second[count] = pause
    pause = 0
    count++
  }
  if (capitals > 8 && capitals * 6 > to - from && capitals * 2 > countUnits(bytes, from, to)) marks |= MARK_CAPITALS
  scan.count = count
  scan.marks = marks | ((signs & MARK_SIGNS) >>> SIGNS_SHIFT)
}

/** Gives each word the categories of its entry and of its stem. Again without a branch to guess, as most words have none. */
function lookUpWords(scan: Scan, { words: { index, entries }, stems }: Vocabulary): void {
  const { words, first, second, count } = scan
  const stemEntries = stems.entries
  const indexMask = index.length - 1
  let anyFirst = 0
  let anySecond = 0
  for (let i = 0; i < count; i++) {
    const word = words[i]!
    let entry = index[(word ^ (word >>> 15)) & indexMask]!
    const difference = entries[entry]! ^ word
    // All bits set where the word is the entry's.
    let isFound = ~((difference | -difference) >> 31)
    if ((entries[entry + 3]! & ~isFound) !== 0) {
      do entry = entries[entry + 3]!
      while (entry !== 0 && entries[entry]! !== word)
      isFound = -1
    }
    const stem = first[i]!
    const firstMask = (entries[entry + 1]! & isFound) | stemEntries[stem + 1]!
    const secondMask = (entries[entry + 2]! & isFound) | stemEntries[stem + 2]!
    first[i] = firstMask
    second[i]! |= secondMask
    anyFirst |= firstMask
    anySecond |= secondMask
  }
  scan.anyFirst = anyFirst
  scan.anySecond = anySecond
}

/** The longest stem of a word of plain ASCII, as an entry; 0 when it has none. */
function findStem(bytes: Uint8Array, start: number, end: number, stems: MaskTable): number {
  let hash = FNV_START
  let stem = 0
  for (let i = start; i < end; i++) {
    hash = Math.imul(hash ^ (ASCII_WORD[bytes[i]!]! & 0xff), FNV_PRIME)
    if (i - start >= SHORTEST_STEM - 1) stem = findEntry(stems, hash) || stem
  }
  return stem
}

/** What readOddWord found. `end` is the byte behind the word, `stem` an entry. */
const odd = { hash: 0, stem: 0, capitals: 0, endsInDigit: false, end: 0 }

/** Reads a word sign by sign, from its first letter: one with more in it than letters and digits of ASCII. */
function readOddWord(bytes: Uint8Array, start: number, to: number, stems: MaskTable): void {
  let hash = FNV_START
  let length = 0
  let last = 0
  let capitals = 0
  let stem = 0
  let i = start
  while (i < to) {
    const byte = bytes[i]!
    const code = FOLD[unitAt(bytes, i)]!
    if (code === BREAK || (code === APOSTROPHE && !goesOnBehind(bytes, i, length))) break
    i += sizeOf(byte)
    if (code === SKIP || code === APOSTROPHE) continue
    capitals += ASCII_WORD[byte]! >>> 8
    hash = Math.imul(hash ^ code, FNV_PRIME)
    length++
    last = code
    if (length >= SHORTEST_STEM) stem = findEntry(stems, hash) || stem
    if (code >= FIRST_IDEOGRAPH && IDEOGRAPH[code] === 1) break
  }
  odd.hash = hash
  odd.stem = stem
  odd.capitals = capitals
  odd.endsInDigit = last >= 48 && last <= 57
  odd.end = i
}

/** The length of a text in UTF-16 code units. */
function countUnits(bytes: Uint8Array, from: number, to: number): number {
  let units = 0
  for (let i = from; i < to; i++) units += (bytes[i]! & 0xc0) === 0x80 ? 0 : bytes[i]! < 0xf0 ? 1 : 2
  return units
}

function endOfLink(bytes: Uint8Array, start: number, to: number): number {
  let i = start
  while (i < to && bytes[i]! > BLANK) i++
  return i
}

function hashHandle(bytes: Uint8Array, start: number, end: number): number {
  let hash = FNV_START
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ FOLD[bytes[i]!]!, FNV_PRIME)
  return hash
}
