import { typed, type FormProblem } from '#platform/web/forms.ts'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { Notice } from '#ui/notice.tsx'
import { PostForm } from '#ui/post-form.tsx'
import { LINK_MINUTES } from '../links/rules.ts'
import { fieldError, ProblemSummary } from '../problem-summary.tsx'
import type { AccountsWords } from '../words.ts'
import { BackToMe } from './back-to-me.tsx'

export interface EmailPageProps {
  words: AccountsWords
  email: string
  needsPassword: boolean
  isSent: boolean
  problem: FormProblem | undefined
}

export function EmailPage({ words, email, needsPassword, isSent, problem }: EmailPageProps) {
  return (
    <>
      <ProblemSummary words={words} problem={problem} />
      <BackToMe words={words} />
      <h1>{words('me.email-title')}</h1>
      {isSent && !problem && (
        <Notice kind="hand" role="status" title={words('link.sent-title')} icon="mail">
          <p>{words('me.email-sent', { minutes: LINK_MINUTES['email-change'] })}</p>
        </Notice>
      )}
      <p>{words('me.email-now', { email })}</p>
      <PostForm action="/me/email">
        <Field
          name="email"
          type="email"
          label={words('me.email-new')}
          hint={words('me.email-hint')}
          value={typed(problem, 'email')}
          error={fieldError(words, problem, 'email')}
          autocomplete="email"
          spellcheck={false}
        />
        {needsPassword && <CurrentPasswordField words={words} problem={problem} />}
        <Button type="submit" icon="mail">
          {words('me.email-do')}
        </Button>
      </PostForm>
    </>
  )
}

export function CurrentPasswordField({ words, problem }: { words: AccountsWords; problem: FormProblem | undefined }) {
  return (
    <Field
      name="current"
      type="password"
      label={words('me.password-current')}
      error={fieldError(words, problem, 'current')}
      autocomplete="current-password"
    />
  )
}

/** The link in the mail leads here; only the button changes something. */
export function ConfirmEmailPage({ words, path, email }: { words: AccountsWords; path: string; email: string }) {
  return (
    <>
      <h1>{words('email.confirm-title')}</h1>
      <p>{words('email.confirm-text', { email })}</p>
      <PostForm action={path}>
        <Button type="submit">{words('email.confirm-do')}</Button>
      </PostForm>
    </>
  )
}
