import type { FormProblem } from '#platform/web/forms.ts'
import type { WatchWords } from '../words.ts'

/** The message of one field: a key of the catalogue, or words that come ready. */
export function messageOf(problem: FormProblem | undefined, field: string, words: WatchWords): string | undefined {
  const key = problem?.errors[field]
  if (key === undefined) return undefined
  return words.has(key) ? words(key) : key
}

/** Every message for the error summary. */
export function errorsOf(problem: FormProblem | undefined, words: WatchWords): { field?: string; text: string }[] {
  return Object.keys(problem?.errors ?? {}).map((field) => ({
    ...(field !== 'form' && { field }),
    text: messageOf(problem, field, words) ?? '',
  }))
}
