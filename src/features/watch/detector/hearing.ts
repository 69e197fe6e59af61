import { secondBit } from './lexicon/categories.ts'
import { holdsTellingPhrase } from './phrases.ts'
import { type Scan, createByteScanner, createEncoder, emptyScan } from './scan.ts'
import { createSieve } from './sieve.ts'
import { BEGINS_PLACE, HARM_CATEGORIES, IN_TELLING_PHRASE, type Vocabulary } from './vocabulary.ts'

const DENIAL = secondBit('denial')

/** The first that becomes of a post: its text is sifted, and scanned only when it may matter. */
export interface Hearing {
  /** A text as bytes that can be listened to, good until the next one. */
  encode(text: string): { bytes: Uint8Array; length: number }
  /** The words of a text; unless `whole`, none when no word of it names harm, or denies it, or begins the name of a place where places matter. */
  listen(bytes: Uint8Array, from: number, to: number, whole?: boolean): Scan
}

export function createHearing(vocabulary: Vocabulary, placesMatter: boolean): Hearing {
  const scan = createByteScanner(vocabulary)
  const second = IN_TELLING_PHRASE | DENIAL | (placesMatter ? BEGINS_PLACE : 0)
  const mayMatter = createSieve(vocabulary, HARM_CATEGORIES, second)
  const nothing = emptyScan()
  return {
    encode: createEncoder(),
    listen: (bytes, from, to, whole = false) => (whole || mayMatter(bytes, from, to) ? scan(bytes, from, to) : nothing),
  }
}

/** Whether a post names harm or denies it, so that it is worth reading: sure for most posts, and never wrong about a no. */
export function speaksOfHarm(scan: Scan, vocabulary: Vocabulary): boolean {
  if ((scan.anyFirst & HARM_CATEGORIES) !== 0 || (scan.anySecond & DENIAL) !== 0) return true
  return (scan.anySecond & IN_TELLING_PHRASE) !== 0 && holdsTellingPhrase(scan, vocabulary)
}
