import { foldText } from './characters.ts'

const FNV_START = 0x811c9dc5 | 0
const FNV_PRIME = 0x01000193

/** The hash of a folded word: FNV-1a over its UTF-16 code units, as the scanner computes it on the way. */
export function hashWord(folded: string): number {
  let hash = FNV_START
  for (let i = 0; i < folded.length; i++) hash = Math.imul(hash ^ folded.charCodeAt(i), FNV_PRIME)
  return hash || 1
}

/** Stands for any one word inside a phrase of a word list, where it is written `_`. */
export const ANY_WORD = 0

/** The hashes of the words of a text, folded first. For word lists and place names, not for the hot path. */
export function hashWords(text: string): number[] {
  const hashes: number[] = []
  for (const [i, part] of text.split('_').entries()) {
    if (i > 0) hashes.push(ANY_WORD)
    for (const word of foldText(part).split(' ')) if (word !== '') hashes.push(hashWord(word))
  }
  return hashes
}

/** The hash of two words in a row. */
export function hashPair(first: number, second: number): number {
  return Math.imul(Math.imul(first, 0x9e3779b1) ^ second, 0x85ebca6b)
}
