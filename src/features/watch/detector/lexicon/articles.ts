import type { WordList } from './categories.ts'

/** The article, "and", "in" and their pairs, which Arabic writes in one with the word. */
const PREFIXES = ['', 'ال', 'و', 'ب', 'وال', 'بال']

/** Adds to each single word its forms with an article or a particle. */
export function withArticles(list: WordList): WordList {
  const entries = Object.entries(list).map(([category, words]) => [
    category,
    words.split(',').flatMap(formsOf).join(','),
  ])
  return Object.fromEntries(entries) as WordList
}

function formsOf(entry: string): string[] {
  const word = entry.trim()
  return word.includes(' ') || word.startsWith('ال') ? [word] : PREFIXES.map((prefix) => prefix + word)
}
