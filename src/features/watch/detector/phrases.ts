import { firstBit, secondBit } from './lexicon/categories.ts'
import type { Scan } from './scan.ts'
import { BEGINS_PHRASE, HARM_CATEGORIES, type Vocabulary } from './vocabulary.ts'
import { ANY_WORD } from './word-hash.ts'

const HAZARD_WORDS = HARM_CATEGORIES & ~(firstBit('hurt') | firstBit('dead') | firstBit('responder'))
const PERCEPTION = firstBit('saw') | firstBit('heard')
const NOT = secondBit('not')
const ASK = secondBit('ask')
const CERTAINTY = secondBit('report')
const DENIAL = secondBit('denial')

/** The categories of a post once phrases of several words have had their say. */
export interface Categories {
  first: number
  second: number
  /** Hazards that the post names only to deny them ("no explosion"). */
  denied: number
}

/** Reads phrases in a scan, longest first; a phrase such as "flu shot" overrules its words. */
export function readPhrases(scan: Scan, vocabulary: Vocabulary): Categories {
  if ((scan.anySecond & (BEGINS_PHRASE | NOT)) === 0) return { first: scan.anyFirst, second: scan.anySecond, denied: 0 }
  let first = 0
  let second = 0
  let denied = 0
  let coveredTo = 0
  for (let i = 0; i < scan.count; i++) {
    const covered = i < coveredTo
    if (!covered && (scan.second[i]! & BEGINS_PHRASE) !== 0) {
      const phrase = vocabulary.phrases.get(scan.words[i]!)?.find(({ words }) => matches(scan, i, words))
      if (phrase) {
        first |= phrase.first
        second |= phrase.second
        if (phrase.overrules) {
          coveredTo = i + phrase.words.length
          for (let j = i; j < coveredTo; j++) denied |= scan.first[j]! & HARM_CATEGORIES
          continue
        }
      }
    }
    if (covered) continue
    const harm = scan.first[i]! & HAZARD_WORDS
    if (harm !== 0 && isDenied(scan, i)) {
      denied |= harm
      first |= scan.first[i]! & ~HAZARD_WORDS
      second |= scan.second[i]! | DENIAL
      continue
    }
    first |= scan.first[i]!
    second |= scan.second[i]!
  }
  return { first, second, denied: denied & ~first }
}

/** Whether a "no" stands close before a word: "no second bomb", "no hubo ninguna explosión", yet not "I did not see the fire". */
function isDenied(scan: Scan, at: number): boolean {
  for (let i = at - 1; i >= 0 && i >= at - 3; i--) {
    if ((scan.second[i]! & NOT) !== 0) return true
    if ((scan.first[i]! & PERCEPTION) !== 0 || (scan.second[i]! & (ASK | CERTAINTY)) !== 0) return false
  }
  return false
}

function matches(scan: Scan, at: number, words: readonly number[]): boolean {
  if (at + words.length > scan.count) return false
  for (let j = 1; j < words.length; j++) if (words[j] !== ANY_WORD && scan.words[at + j] !== words[j]) return false
  return true
}
