import { List } from '#ui/panel.tsx'
import type { AccountsWords } from '../words.ts'

export type SettingsEntry = 'organisation' | 'people' | 'invitations' | 'mail' | 'data' | 'audit'

export function SettingsPage({ words, entries }: { words: AccountsWords; entries: SettingsEntry[] }) {
  return (
    <div class="sv-stack">
      <h1>{words('settings.title')}</h1>
      <List
        items={entries.map((entry) => (
          <>
            <a class="sv-link" href={`/settings/${entry}`}>
              {words(`settings.${entry}`)}
            </a>
            <p class="sv-meta">{words(`settings.${entry}-text`)}</p>
          </>
        ))}
      />
    </div>
  )
}
