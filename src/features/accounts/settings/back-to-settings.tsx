import type { AccountsWords } from '../words.ts'

/** The way back from one of the settings pages. */
export function BackToSettings({ words }: { words: AccountsWords }) {
  return (
    <p>
      <a class="sv-link" href="/settings">
        {words('settings.title')}
      </a>
    </p>
  )
}
