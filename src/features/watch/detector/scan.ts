import { APOSTROPHE, ASCII_WORD, BREAK, CAPITAL, FOLD, IDEOGRAPH, SKIP } from './characters.ts'
import type { Vocabulary } from './vocabulary.ts'
import { hashWord } from './word-hash.ts'

/** Posts are read up to this many characters and words; news does not hide its point behind them. */
export const MAX_CHARACTERS = 4000
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

export type Scanner = (text: string) => Scan

/** Scans `bytes[from, to)`, valid UTF-8 of at most MAX_CHARACTERS bytes. The byte at `to` must exist and be no letter or digit: a quote, say. */
export type ByteScanner = (bytes: Uint8Array, from: number, to: number) => Scan

/** No sign before this code unit is an ideograph. */
const FIRST_IDEOGRAPH = 0x3041
/** Set in a word's second mask when a comma, a full stop or the like stands before it. It is no category. */
export const AFTER_PAUSE = 1 << 30

const FNV_START = 0x811c9dc5 | 0
const FNV_PRIME = 0x01000193
const RT = hashWord('rt')
const VIA = hashWord('via')
const SMALL_H = 104
const SMALL_L = 108
const BLANK = 32
const AT_SIGN = 64

/** What an ASCII sign that is no part of a word means: a pause, a mark, both or nothing. */
const PAUSE = 1
const SIGNS = new Uint8Array(256)
for (const sign of '.,!?:;()\n') SIGNS[sign.charCodeAt(0)]! |= PAUSE
SIGNS[0x23]! |= MARK_HASHTAG
SIGNS[0x3f]! |= MARK_QUESTION
SIGNS[0x21]! |= MARK_EXCLAMATION
const MARKED = MARK_HASHTAG | MARK_QUESTION | MARK_EXCLAMATION

/** The scanner of texts that are strings: they become bytes first, so that all texts are read alike. */
export function createScanner(vocabulary: Vocabulary, scanBytes = createByteScanner(vocabulary)): Scanner {
  const encoder = new TextEncoder()
  const bytes = new Uint8Array(MAX_CHARACTERS * 3 + 1)
  return (text) => {
    const read = text.length > MAX_CHARACTERS ? text.slice(0, MAX_CHARACTERS) : text
    const { written } = encoder.encodeInto(read, bytes)
    bytes[written] = BLANK
    return scanBytes(bytes, 0, written)
  }
}

/**
 * Makes the stage that normalises: lower case, accents folded, words hashed (by their folded UTF-16 code units), links
 * and handles left out, all in one pass over the bytes without building a string. The scan returned is the same object
 * each time.
 */
export function createByteScanner(vocabulary: Vocabulary): ByteScanner {
  const scan: Scan = {
    count: 0,
    words: new Int32Array(MAX_WORDS),
    first: new Int32Array(MAX_WORDS),
    second: new Int32Array(MAX_WORDS),
    anyFirst: 0,
    anySecond: 0,
    marks: 0,
    repostedHandle: 0,
  }
  const { words: outWords, first: outFirst, second: outSecond } = scan
  const { slots, mask } = vocabulary.words
  const { slots: stemSlots, mask: stemMask } = vocabulary.stems
  const { stemStarts, present } = vocabulary

  /** Where a stem lies among the slots, or -1. */
  function findStem(hash: number): number {
    let slot = (hash ^ (hash >>> 15)) & stemMask
    for (let found = stemSlots[slot * 4]!; found !== 0; found = stemSlots[slot * 4]!) {
      if (found === hash) return slot * 4
      slot = (slot + 1) & stemMask
    }
    return -1
  }

  return (bytes, from, to) => {
    let count = 0
    let anyFirst = 0
    let anySecond = 0
    let marks = 0
    let repostedHandle = 0
    let hash = FNV_START
    /** Letters of the word so far; beyond four they are not counted one by one. */
    let length = 0
    let mayBeStem = false
    let stem = -1
    let last = 0
    let beforeLast = 0
    let capitals = 0
    let pause = 0
    for (let i = from; i <= to; i++) {
      const byte = i === to ? BLANK : bytes[i]!
      let letter = ASCII_WORD[byte]!
      if (letter !== 0) {
        if (length === 0 && (letter & ~CAPITAL) === SMALL_H && isLink(bytes, i, to)) {
          marks |= MARK_LINK
          while (i + 1 < to && bytes[i + 1]! > BLANK) i++
          continue
        }
        const start = i
        if (length < 4) {
          do {
            capitals += letter >>> 8
            hash = Math.imul(hash ^ (letter & 0xff), FNV_PRIME)
            length++
            letter = ASCII_WORD[bytes[++i]!]!
          } while (length < 4 && letter !== 0)
          if (length === 4) {
            mayBeStem = stemStarts[hash & 0xffff] === 1
            if (mayBeStem) stem = findStem(hash)
          }
        }
        if (mayBeStem)
          for (; letter !== 0; letter = ASCII_WORD[bytes[++i]!]!) {
            capitals += letter >>> 8
            hash = Math.imul(hash ^ (letter & 0xff), FNV_PRIME)
            const longer = findStem(hash)
            if (longer >= 0) stem = longer
          }
        else
          for (; letter !== 0; letter = ASCII_WORD[bytes[++i]!]!) {
            capitals += letter >>> 8
            hash = Math.imul(hash ^ (letter & 0xff), FNV_PRIME)
          }
        // Setting this bit makes letters small and leaves digits alone.
        beforeLast = i - start > 1 ? bytes[i - 2]! | 0x20 : last
        last = bytes[i - 1]! | 0x20
        i--
        continue
      }
      let raw = byte
      let code = BREAK
      if (byte >= 0x80) {
        if (byte < 0xe0) raw = ((byte & 0x1f) << 6) | (bytes[++i]! & 0x3f)
        else if (byte < 0xf0) {
          raw = ((byte & 0x0f) << 12) | ((bytes[i + 1]! & 0x3f) << 6) | (bytes[i + 2]! & 0x3f)
          i += 2
        } else {
          // Beyond the basic plane there are no letters for us: emoji part words.
          raw = 0xffff
          i += 3
        }
        code = FOLD[raw]!
      } else code = FOLD[byte]!
      if (code === SKIP) continue
      if (code === APOSTROPHE) {
        if (length > 2 && !(last === SMALL_L && beforeLast === SMALL_L)) continue
        code = BREAK
      }
      if (code !== BREAK) {
        if (length === 0 && code === SMALL_H && isLink(bytes, i, to)) {
          marks |= MARK_LINK
          while (i + 1 < to && bytes[i + 1]! > BLANK) i++
          continue
        }
        hash = Math.imul(hash ^ code, FNV_PRIME)
        length++
        beforeLast = last
        last = code
        if (length === 4) mayBeStem = stemStarts[hash & 0xffff] === 1
        if (mayBeStem) {
          const longer = findStem(hash)
          if (longer >= 0) stem = longer
        }
        if (code < FIRST_IDEOGRAPH || IDEOGRAPH[code] === 0) continue
      }
      if (length > 0) {
        if (count === MAX_WORDS) break
        const word = hash || 1
        let first = 0
        let second = 0
        if ((present[(word & 0xffff) >>> 3]! & (1 << (word & 7))) !== 0) {
          let slot = (word ^ (word >>> 15)) & mask
          for (let found = slots[slot * 4]!; found !== 0; found = slots[slot * 4]!) {
            if (found === word) {
              first = slots[slot * 4 + 1]!
              second = slots[slot * 4 + 2]!
              break
            }
            slot = (slot + 1) & mask
          }
        }
        if (stem >= 0) {
          first |= stemSlots[stem + 1]!
          second |= stemSlots[stem + 2]!
          stem = -1
        }
        if (last >= 48 && last <= 57) marks |= MARK_DIGITS
        outWords[count] = word
        outFirst[count] = first
        outSecond[count] = second | pause
        pause = 0
        count++
        anyFirst |= first
        anySecond |= second
        hash = FNV_START
        length = 0
        mayBeStem = false
        last = 0
      }
      if (raw === BLANK) continue
      if (raw >= 0x80) {
        if (raw === 0x2013 || raw === 0x2014 || raw === 0x2026) pause = AFTER_PAUSE
        else if (raw === 0xbf) marks |= MARK_QUESTION
        else if (raw === 0xa1) marks |= MARK_EXCLAMATION
      } else if (raw === AT_SIGN) {
        const previous = count > 0 ? outWords[count - 1]! : 0
        let handle = FNV_START
        while (i + 1 < to && isHandleSign(bytes[i + 1]!)) handle = Math.imul(handle ^ FOLD[bytes[++i]!]!, FNV_PRIME)
        if (handle !== FNV_START) {
          marks |= MARK_MENTION
          if (previous === RT || previous === VIA) {
            marks |= MARK_REPOST
            repostedHandle = handle
          }
        }
      } else {
        const sign = SIGNS[raw]!
        marks |= sign & MARKED
        if ((sign & PAUSE) !== 0) pause = AFTER_PAUSE
      }
    }
    if (capitals > 8 && capitals * 2 > countUnits(bytes, from, to)) marks |= MARK_CAPITALS
    scan.count = count
    scan.anyFirst = anyFirst
    scan.anySecond = anySecond
    scan.marks = marks
    scan.repostedHandle = repostedHandle
    return scan
  }
}

/** The length of the text in UTF-16 code units. */
function countUnits(bytes: Uint8Array, from: number, to: number): number {
  let units = 0
  for (let i = from; i < to; i++) units += (bytes[i]! & 0xc0) === 0x80 ? 0 : bytes[i]! < 0xf0 ? 1 : 2
  return units
}

function isLink(bytes: Uint8Array, i: number, to: number): boolean {
  if (i + 7 > to || bytes[i + 1] !== 116 || bytes[i + 2] !== 116 || bytes[i + 3] !== 112) return false
  return bytes[i + 4] === 58 || bytes[i + 4] === 115
}

function isHandleSign(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 95 ||
    code === 45 ||
    code === 46
  )
}
