import { defineWords } from '#platform/i18n/index.ts'
import en from './messages/en.json' with { type: 'json' }
import es from './messages/es.json' with { type: 'json' }

export const accountsWords = defineWords({ en, es })
export type AccountsWords = ReturnType<typeof accountsWords>

/** A code that comes from data, in words; the code itself when this version does not know it. */
export function inWords(words: AccountsWords, prefix: string, code: string): string {
  const key = `${prefix}.${code}`
  return words.has(key) ? words(key) : code
}
