import { firstBit, secondBit } from './lexicon/categories.ts'
import { BEFORE_EXPLANATION, TAKES_NEGATION } from './lexicon/negation.ts'
import { AFTER_PAUSE, type Scan } from './scan.ts'
import { HARM_CATEGORIES } from './vocabulary.ts'
import { hashWords } from './word-hash.ts'

const PERCEPTION = firstBit('saw') | firstBit('heard')
const NOT = secondBit('not')
const ASK = secondBit('ask')
const CERTAINTY = secondBit('report')
const REACH = 3

const TAKES = new Set(TAKES_NEGATION.split(',').flatMap(hashWords))
const BEFORE = new Set(BEFORE_EXPLANATION.split(',').flatMap(hashWords))

/**
 * Whether a "no" governs a harm word: "no second bomb", "no hubo ninguna explosión". It does not in "I did not see the
 * fire", "it will not stop burning", nor across a comma ("no, it exploded"), unless the comma lists ("no fire, no smoke").
 */
export function isDenied(scan: Scan, at: number): boolean {
  for (let i = at; i > 0 && i > at - REACH; i--) {
    const before = i - 1
    if ((scan.second[i]! & AFTER_PAUSE) !== 0 && (scan.first[before]! & HARM_CATEGORIES) === 0) return false
    if ((scan.second[before]! & NOT) !== 0) return true
    if ((scan.first[before]! & PERCEPTION) !== 0 || (scan.second[before]! & (ASK | CERTAINTY)) !== 0) return false
    if (TAKES.has(scan.words[before]!)) return false
  }
  return false
}

/** Whether an innocent explanation is refused: a "no" stands before it, with nothing between but small words. */
export function isRefused(scan: Scan, at: number): boolean {
  for (let i = at; i > 0 && i > at - REACH; i--) {
    if ((scan.second[i]! & AFTER_PAUSE) !== 0) return false
    if ((scan.second[i - 1]! & NOT) !== 0) return true
    if (!BEFORE.has(scan.words[i - 1]!)) return false
  }
  return false
}
