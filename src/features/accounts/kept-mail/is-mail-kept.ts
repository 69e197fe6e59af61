import type { AccountsDeps } from '../deps.ts'

/**
 * Asks once whether mail is kept because no server is set up, which does not change while Salve runs. Asking each time would speak to the mail
 * server at every page.
 */
export function onceIsMailKept({ mail }: Pick<AccountsDeps, 'mail'>): () => Promise<boolean> {
  let answer: Promise<boolean> | undefined
  return () => {
    answer ??= mail.check().then((state) => state === 'not-configured')
    return answer
  }
}
