import { foldText } from './detector/characters.ts'
import { canonicalWord, isTypeWord } from './detector/place-words.ts'
import { hashWord } from './detector/word-hash.ts'
import { ambiguityOf } from './detector/world.ts'

/** A town so large that its name means the town even where it is also a word or a person. */
const LARGE = 15_000
/** Shorter names of one word are found inside talk of anything. */
const LEAST_LETTERS = 4

/** Whether a name is found everywhere, so that it says nothing about this area: "Park", "Bath", "Main Street", "Primary School". */
export function isEverywhere(name: string, population: number): boolean {
  const words = foldText(name).split(' ').filter(Boolean)
  const [first, second] = words
  if (first === undefined) return true
  if (second !== undefined) return words.every(isGeneric)
  if (population >= LARGE) return false
  return first.length < LEAST_LETTERS || ambiguityOf(first) !== null || isGeneric(first)
}

const COMMON = new Set(
  `shopping primary secondary high bus railway train police fire post office ferry town city retail industrial business
community health medical sports leisure public national international general hospital station the of and la el de del`.split(
    /\s+/,
  ),
)

/** A kind of place, a common word or a number: nothing that singles a place out. */
function isGeneric(word: string): boolean {
  return (
    COMMON.has(word) || /^\d/.test(word) || ambiguityOf(word) === 'word' || isTypeWord(canonicalWord(hashWord(word)))
  )
}
