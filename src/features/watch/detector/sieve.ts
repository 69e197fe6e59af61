import { APOSTROPHE, ASCII_WORD, FOLD, IDEOGRAPH, SKIP } from './characters.ts'
import { AT_SIGN, endOfHandle, goesOnBehind, sizeOf, unitAt } from './utf8.ts'
import type { MaskTable, Vocabulary } from './vocabulary.ts'

/**
 * Whether a text may hold a word of some categories: false is sure, true is for the scanner to find out. Takes what a
 * ByteScanner takes. Most posts end here, for a third of what it costs to scan them.
 */
export type Sieve = (bytes: Uint8Array, from: number, to: number) => boolean

const FNV_START = 0x811c9dc5 | 0
const FNV_PRIME = 0x01000193
const ODD = 1
/** Byte → its folded letter; ODD for an apostrophe, an @ and all that is not ASCII; 0 for what parts words. */
const KINDS = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x80 || byte === AT_SIGN || FOLD[byte] === APOSTROPHE ? ODD : ASCII_WORD[byte]! & 0xff,
)

/** Two bits for each of 2^19 values of a hash: one where a word of the categories has it, one where a stem has. */
const WORD = 1
const STEM = 2

/** Makes the sieve for the words that have any of the categories of two masks. */
export function createSieve({ words, stems }: Vocabulary, first: number, second: number): Sieve {
  const cells = new Int32Array(2 ** 15)
  function mark({ entries }: MaskTable, bit: number): void {
    for (let i = 4; i < entries.length; i += 4) {
      const hash = entries[i]!
      if ((entries[i + 1]! & first) !== 0 || (entries[i + 2]! & second) !== 0) cells[hash >>> 17]! |= bit << (hash << 1)
    }
  }
  mark(words, WORD)
  mark(stems, STEM)

  return (bytes, from, to) => sift(cells, bytes, from, to)
}

function sift(cells: Int32Array, bytes: Uint8Array, from: number, to: number): boolean {
  let found = 0
  let hash = FNV_START
  /** All bits set within a word, else none. */
  let wasLetter = 0
  /** The byte behind the last odd sign, and the letters that its word had there. */
  let oddEnd = from
  let oddLength = 0
  for (let i = from; ;) {
    let kind = KINDS[bytes[i]!]!
    // Nearly all bytes pass here. As in the scanner there is next to nothing that the processor could guess wrong.
    while (kind !== ODD) {
      const isLetter = -kind >> 31
      // A stem counts at any letter, a word where it ends.
      found |= (cells[hash >>> 17]! >>> (hash << 1)) & wasLetter & (3 + isLetter)
      hash = (Math.imul(hash ^ kind, FNV_PRIME) & isLetter) | (FNV_START & ~isLetter)
      wasLetter = isLetter
      if (++i > to) return found !== 0
      kind = KINDS[bytes[i]!]!
    }
    const letters = countLettersBefore(bytes, i, oddEnd)
    oddLength = letters + (i - letters === oddEnd ? oddLength : 0)
    const code = FOLD[unitAt(bytes, i)]!
    const goesOn = code === SKIP || (code === APOSTROPHE && goesOnBehind(bytes, i, oddLength))
    i = bytes[i] === AT_SIGN ? endOfHandle(bytes, i + 1, to) : i + sizeOf(bytes[i]!)
    oddEnd = i
    if (goesOn) continue
    if (IDEOGRAPH[code] === 1) return true
    const isLetter = code > APOSTROPHE ? -1 : 0
    found |= (cells[hash >>> 17]! >>> (hash << 1)) & wasLetter & (3 + isLetter)
    hash = isLetter ? Math.imul(hash ^ code, FNV_PRIME) : FNV_START
    oddLength = isLetter ? oddLength + 1 : 0
    wasLetter = isLetter
  }
}

/** The number of letters and digits of ASCII that stand right before a byte, back to another at most. */
function countLettersBefore(bytes: Uint8Array, end: number, from: number): number {
  let i = end
  while (i > from && KINDS[bytes[i - 1]!]! > ODD) i--
  return end - i
}
