import { firstBit, secondBit } from './lexicon/categories.ts'
import type { Scan } from './scan.ts'
import { hashPair } from './word-hash.ts'

/** The most distinct features that one post can have in each of the two sorts. */
export const MOST_SLOTS = 4096

/** What a post's words say one by one: all that a scan holds of them. */
export type ScannedWords = Pick<Scan, 'count' | 'words' | 'first' | 'second'>

const OUTRIGHT = 0x3ff
const LOOSE = 0x1ff << 10
const NUMBER = secondBit('number')
/** Harm before where and who; a word's class is the first that fits, counted from 1. */
const CLASSES = [
  OUTRIGHT,
  LOOSE,
  firstBit('dead'),
  firstBit('hurt'),
  firstBit('responder'),
  firstBit('vehicle'),
  firstBit('building'),
  firstBit('people'),
]
const HARM_CLASSES = 5
const NUMBER_CLASS = CLASSES.length + 1
const REACH = 4

/**
 * Fills `out` with the slots of a post's distinct words and pairs of words and returns their number. Said three times
 * is said once. `mask` is the table's size - 1.
 */
export function fillWordSlots({ count, words }: ScannedWords, mask: number, out: Int32Array): number {
  let filled = 0
  begin()
  for (let i = 0; i < count; i++) {
    filled = add(spread(words[i]!) & mask, out, filled)
    if (i > 0) filled = add(spread(hashPair(words[i - 1]!, words[i]!)) & mask, out, filled)
  }
  return filled
}

/**
 * Fills `out` with the slots of what stands near each word of harm and returns their number. The word of harm itself is
 * taken for its class ("a hazard", "a responder"), so that what is learnt of a flood holds for a derailment.
 * Hazards in `hiddenFirst` are words like any other.
 */
export function fillContextSlots(
  { count, words, first, second }: ScannedWords,
  hiddenFirst: number,
  mask: number,
  out: Int32Array,
): number {
  let filled = 0
  begin()
  for (let i = 0; i < count; i++) classes[i] = classOf(first[i]! & ~hiddenFirst, second[i]!)
  for (let i = 0; i < count; i++) {
    const harm = classes[i]!
    if (harm === 0 || harm > HARM_CLASSES) continue
    const end = Math.min(count, i + REACH + 1)
    for (let j = Math.max(0, i - REACH); j < end; j++) {
      if (j === i) continue
      const other = classes[j]!
      const near = other > 0 ? other + NUMBER_CLASS : words[j]!
      filled = add(spread(hashPair(hashPair(harm, near), REACH)) & mask, out, filled)
    }
  }
  return filled
}

const classes = new Uint8Array(256)

function classOf(first: number, second: number): number {
  for (let i = 0; i < CLASSES.length; i++) if ((first & CLASSES[i]!) !== 0) return i + 1
  return (second & NUMBER) !== 0 ? NUMBER_CLASS : 0
}

/** The slots taken so far, by open addressing: a cell counts only when it was written for the present post. */
const taken = new Int32Array(2 * MOST_SLOTS)
const writtenFor = new Int32Array(2 * MOST_SLOTS)
let turn = 0

function begin(): void {
  turn = (turn + 1) | 0
}

function add(slot: number, out: Int32Array, filled: number): number {
  const size = taken.length - 1
  let cell = slot & size
  while (writtenFor[cell] === turn) {
    if (taken[cell] === slot) return filled
    cell = (cell + 1) & size
  }
  writtenFor[cell] = turn
  taken[cell] = slot
  out[filled] = slot
  return filled + 1
}

function spread(hash: number): number {
  let mixed = hash ^ (hash >>> 15)
  mixed = Math.imul(mixed, 0xc2b2ae35)
  return mixed ^ (mixed >>> 13)
}
