import { firstBit, secondBit } from './lexicon/categories.ts'
import { isDenied, isRefused } from './negation.ts'
import type { Scan } from './scan.ts'
import { BEGINS_PHRASE, HARM_CATEGORIES, IN_TELLING_PHRASE, type Phrase, type Vocabulary } from './vocabulary.ts'
import { ANY_WORD } from './word-hash.ts'

const HAZARD_WORDS = HARM_CATEGORIES & ~(firstBit('hurt') | firstBit('dead') | firstBit('responder'))
const OUTRIGHT = 0x3ff
const NOT = secondBit('not')
const DENIAL = secondBit('denial')
const EXPLANATION = DENIAL | secondBit('innocent')

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
  let deniesByNot = 0
  let coveredTo = 0
  for (let i = 0; i < scan.count; i++) {
    const covered = i < coveredTo
    if (!covered && (scan.second[i]! & BEGINS_PHRASE) !== 0) {
      const phrase = phraseAt(scan, i, vocabulary)
      if (phrase && (phrase.second & EXPLANATION) !== 0 && isRefused(scan, i)) {
        // "No son fuegos artificiales": what would explain it away is itself denied.
        coveredTo = i + phrase.words.length
        continue
      }
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
      deniesByNot |= harm
      first |= scan.first[i]! & ~HAZARD_WORDS
      second |= scan.second[i]!
      continue
    }
    first |= scan.first[i]!
    second |= scan.second[i]! & ((scan.second[i]! & EXPLANATION) !== 0 && isRefused(scan, i) ? ~EXPLANATION : -1)
  }
  if (deniesByNot !== 0 && !assertsAnother(first, deniesByNot)) second |= DENIAL
  return { first, second, denied: denied & ~first }
}

/** The longest phrase that begins at a word. */
function phraseAt(scan: Scan, at: number, { phrases }: Vocabulary): Phrase | undefined {
  for (const phrase of phrases.get(scan.words[at]!) ?? []) if (matches(scan, at, phrase.words)) return phrase
  return undefined
}

/** Whether a scan holds a phrase of harm or denial that its words alone do not give away. */
export function holdsTellingPhrase(scan: Scan, { telling }: Vocabulary): boolean {
  for (let i = 0; i < scan.count; i++) {
    if ((scan.second[i]! & IN_TELLING_PHRASE) === 0) continue
    for (const { words, rarest } of telling.get(scan.words[i]!) ?? [])
      if (i >= rarest && matches(scan, i - rarest, words)) return true
  }
  return false
}

/** Whether a post names one hazard outright and denies another only loosely: "an explosion, my hands are not shaking". It is no denial then. */
function assertsAnother(asserted: number, denied: number): boolean {
  const loosely = (denied >>> 10) & 0x1ff
  return (denied & OUTRIGHT) === 0 && (asserted & OUTRIGHT & ~loosely) !== 0
}

function matches(scan: Scan, at: number, words: readonly number[]): boolean {
  if (at + words.length > scan.count) return false
  for (let j = 0; j < words.length; j++) if (words[j] !== ANY_WORD && scan.words[at + j] !== words[j]) return false
  return true
}
