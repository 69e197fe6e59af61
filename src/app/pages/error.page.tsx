import { Button, ButtonRow } from '#ui/button.tsx'
import type { AppWords } from '../words.ts'

export interface ErrorPageProps {
  words: AppWords
  /** The error's stable code; `bug` for what nobody threw on purpose. */
  code: string
  /** Found again in the log. */
  reference?: string
  /** Where to sign in and come back from, for somebody whose session has run out. */
  signIn?: string
}

/** What happened and what to do next. Marked as refused, so that the browser keeps what was typed into the form that led here. */
export function ErrorPage({ words, code, reference, signIn }: ErrorPageProps) {
  const text = `error.text.${code}`
  return (
    <div class="sv-stack" data-refused>
      <h1>{errorTitle(words, code)}</h1>
      <p class="sv-lead">{words(words.has(text) ? text : 'error.text.bug')}</p>
      {reference && (
        <p>
          <code>{reference}</code>
        </p>
      )}
      <ButtonRow>
        {signIn && (
          <Button href={signIn} kind="main">
            {words('frame.sign-in')}
          </Button>
        )}
        <Button href="/" kind={signIn ? 'plain' : 'main'}>
          {words('error.home')}
        </Button>
      </ButtonRow>
    </div>
  )
}

/** What an error is called; a code without words of its own is our bug. */
export function errorTitle(words: AppWords, code: string): string {
  const title = `error.title.${code}`
  return words(words.has(title) ? title : 'error.title.bug')
}
