import { APOSTROPHE, BREAK, FOLD, IDEOGRAPH, SKIP } from './characters.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Posts are read up to this many characters and words; news does not hide its point behind them. */
const MAX_CHARACTERS = 4000
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

/** No sign before this code unit is an ideograph. */
const FIRST_IDEOGRAPH = 0x3041
/** Set in a word's second mask when a comma, a full stop or the like stands before it. It is no category. */
export const AFTER_PAUSE = 1 << 30

const FNV_START = 0x811c9dc5 | 0
const FNV_PRIME = 0x01000193
const RT = hashOf('rt')
const VIA = hashOf('via')

/**
 * Makes the stage that normalises: lower case, accents folded, words hashed, links and handles left out, all in one pass
 * over the UTF-16 code units without building a string. The scan returned is the same object each time.
 */
export function createScanner(vocabulary: Vocabulary): Scanner {
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
  const { hashes, first: firstMasks, second: secondMasks, mask } = vocabulary.words
  const { hashes: stemHashes, first: stemFirst, second: stemSecond, mask: stemMask } = vocabulary.stems
  const { stemStarts, present } = vocabulary

  return (text) => {
    const end = text.length < MAX_CHARACTERS ? text.length : MAX_CHARACTERS
    let count = 0
    let anyFirst = 0
    let anySecond = 0
    let marks = 0
    let repostedHandle = 0
    let hash = FNV_START
    let length = 0
    let mayBeStem = false
    let stemSlot = -1
    let last = 0
    let beforeLast = 0
    let capitals = 0
    let pause = 0
    for (let i = 0; i <= end; i++) {
      const raw = i === end ? 32 : text.charCodeAt(i)
      let code = FOLD[raw]!
      if (code === SKIP) continue
      if (code === APOSTROPHE) {
        if (length > 2 && !(last === 108 && beforeLast === 108)) continue
        code = BREAK
      }
      if (code !== BREAK) {
        if (length === 0 && code === 104 && isLink(text, i, end)) {
          marks |= MARK_LINK
          while (i + 1 < end && text.charCodeAt(i + 1) > 32) i++
          continue
        }
        if (raw < 91 && raw > 64) capitals++
        hash = Math.imul(hash ^ code, FNV_PRIME)
        length++
        beforeLast = last
        last = code
        if (length === 4) mayBeStem = stemStarts[hash & 0xffff] === 1
        if (mayBeStem) {
          let slot = (hash ^ (hash >>> 15)) & stemMask
          for (let found = stemHashes[slot]!; found !== 0; found = stemHashes[slot]!) {
            if (found === hash) {
              stemSlot = slot
              break
            }
            slot = (slot + 1) & stemMask
          }
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
          for (let found = hashes[slot]!; found !== 0; found = hashes[slot]!) {
            if (found === word) {
              first = firstMasks[slot]!
              second = secondMasks[slot]!
              break
            }
            slot = (slot + 1) & mask
          }
        }
        if (stemSlot >= 0) {
          first |= stemFirst[stemSlot]!
          second |= stemSecond[stemSlot]!
          stemSlot = -1
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
      if (raw === 32) continue
      if (isPause(raw)) pause = AFTER_PAUSE
      if (raw === 64) {
        const previous = count > 0 ? outWords[count - 1]! : 0
        let handle = FNV_START
        while (i + 1 < end && isHandleSign(text.charCodeAt(i + 1)))
          handle = Math.imul(handle ^ FOLD[text.charCodeAt(++i)]!, FNV_PRIME)
        if (handle !== FNV_START) {
          marks |= MARK_MENTION
          if (previous === RT || previous === VIA) {
            marks |= MARK_REPOST
            repostedHandle = handle
          }
        }
      } else if (raw === 35) marks |= MARK_HASHTAG
      else if (raw === 63 || raw === 0xbf) marks |= MARK_QUESTION
      else if (raw === 33 || raw === 0xa1) marks |= MARK_EXCLAMATION
    }
    if (capitals > 8 && capitals * 2 > end) marks |= MARK_CAPITALS
    scan.count = count
    scan.anyFirst = anyFirst
    scan.anySecond = anySecond
    scan.marks = marks
    scan.repostedHandle = repostedHandle
    return scan
  }
}

/** Full stop, comma, semicolon, colon, marks, brackets, line feed, dashes and ellipsis. */
function isPause(code: number): boolean {
  return (
    code === 46 ||
    code === 44 ||
    code === 33 ||
    code === 63 ||
    code === 58 ||
    code === 59 ||
    code === 10 ||
    code === 40 ||
    code === 41 ||
    code === 0x2013 ||
    code === 0x2014 ||
    code === 0x2026
  )
}

function isLink(text: string, i: number, end: number): boolean {
  if (i + 7 > end || text.charCodeAt(i + 3) !== 112 || text.charCodeAt(i + 1) !== 116 || text.charCodeAt(i + 2) !== 116)
    return false
  const next = text.charCodeAt(i + 4)
  return next === 58 || next === 115
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

function hashOf(word: string): number {
  let hash = FNV_START
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), FNV_PRIME)
  return hash
}
