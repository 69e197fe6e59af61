import type { Locale } from '#platform/i18n/index.ts'
import { List } from '#ui/panel.tsx'
import { appWords } from '../words.ts'

export function AccessibilityPage({ locale, organisation }: { locale: Locale; organisation: string }) {
  const words = appWords(locale)
  return (
    <div class="sv-stack">
      <h1>{words('accessibility.title')}</h1>
      <p class="sv-lead">{words('accessibility.lead')}</p>
      <h2>{words('accessibility.does-title')}</h2>
      <List
        items={[
          words('accessibility.does-keyboard'),
          words('accessibility.does-script'),
          words('accessibility.does-screen'),
          words('accessibility.does-motion'),
        ]}
      />
      <h2>{words('accessibility.known-title')}</h2>
      <List items={[words('accessibility.known-tests'), words('accessibility.known-board')]} />
      <h2>{words('accessibility.tell-title')}</h2>
      <p>{words('accessibility.tell-text', { organisation })}</p>
    </div>
  )
}
