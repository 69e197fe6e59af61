import type { Words } from '#platform/i18n/index.ts'
import { Button, ButtonRow } from '#ui/button.tsx'

export interface ErrorPageProps {
  words: Words
  /** The error's stable code; `bug` for what nobody threw on purpose. */
  code: string
  /** Found again in the log. */
  reference?: string
}

/** What happened and what to do next. */
export function ErrorPage({ words, code, reference }: ErrorPageProps) {
  const known = words.has(`error.title.${code}`) ? code : 'bug'
  return (
    <div class="sv-stack">
      <h1>{words(`error.title.${known}`)}</h1>
      <p class="sv-lead">{words(`error.text.${known}`)}</p>
      {reference && (
        <p>
          <code>{reference}</code>
        </p>
      )}
      <ButtonRow>
        <Button href="/" kind="main">
          {words('error.home')}
        </Button>
      </ButtonRow>
    </div>
  )
}
