import type { AccountsWords } from '../words.ts'

/** The way back from one of the personal pages. */
export function BackToMe({ words }: { words: AccountsWords }) {
  return (
    <p>
      <a class="sv-link" href="/me">
        {words('me.back')}
      </a>
    </p>
  )
}
