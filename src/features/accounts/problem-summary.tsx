import type { FormProblem } from '#platform/web/forms.ts'
import { ErrorSummary } from '#ui/error-summary.tsx'
import type { AccountsWords } from './words.ts'

/** An error's key in words; a sentence that is no key stays as it is. */
export function errorText(words: AccountsWords, key: string | undefined): string | undefined {
  return key !== undefined && words.has(key) ? words(key) : key
}

/** The message of one field, for `Field error`. */
export function fieldError(words: AccountsWords, problem: FormProblem | undefined, field: string): string | undefined {
  return errorText(words, problem?.errors[field])
}

/** First on a page that answers 422: what is wrong, each with a link to its field. */
export function ProblemSummary({ words, problem }: { words: AccountsWords; problem: FormProblem | undefined }) {
  const errors = Object.entries(problem?.errors ?? {}).map(([field, key]) => ({
    ...(field !== 'form' && { field }),
    text: errorText(words, key) ?? '',
  }))
  return <ErrorSummary title={words('problem.title')} errors={errors} />
}
