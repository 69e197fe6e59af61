import type { SettingsLink } from '#platform/room.ts'
import { List } from '#ui/panel.tsx'
import type { AccountsWords } from '../words.ts'

export type SettingsEntry = 'organisation' | 'people' | 'invitations' | 'mail' | 'data' | 'audit'

interface SettingsPageProps {
  words: AccountsWords
  entries: SettingsEntry[]
  /** Pages of the other rooms. */
  links: SettingsLink[]
}

export function SettingsPage({ words, entries, links }: SettingsPageProps) {
  const own = entries.map((entry) => ({
    href: `/settings/${entry}`,
    label: words(`settings.${entry}`),
    text: words(`settings.${entry}-text`),
  }))
  return (
    <div class="sv-stack">
      <h1>{words('settings.title')}</h1>
      <List
        items={[...own, ...links].map(({ href, label, text }) => (
          <>
            <a class="sv-link" href={href}>
              {label}
            </a>
            <p class="sv-meta">{text}</p>
          </>
        ))}
      />
    </div>
  )
}
