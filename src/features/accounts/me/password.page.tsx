import type { FormProblem } from '#platform/web/forms.ts'
import { Button } from '#ui/button.tsx'
import { PostForm } from '#ui/post-form.tsx'
import { ProblemSummary } from '../problem-summary.tsx'
import { NewPasswordField } from '../set-up/set-up.page.tsx'
import type { AccountsWords } from '../words.ts'
import { BackToMe } from './back-to-me.tsx'
import { CurrentPasswordField } from './email.page.tsx'

export interface PasswordPageProps {
  words: AccountsWords
  /** For password managers: which account this is. */
  email: string
  needsPassword: boolean
  problem: FormProblem | undefined
}

export function PasswordPage({ words, email, needsPassword, problem }: PasswordPageProps) {
  return (
    <>
      <ProblemSummary words={words} problem={problem} />
      <BackToMe words={words} />
      <h1>{words('me.password-title')}</h1>
      <p>{words('me.password-text')}</p>
      <PostForm action="/me/password">
        <input type="hidden" name="username" value={email} autocomplete="username" />
        {needsPassword && <CurrentPasswordField words={words} problem={problem} />}
        <NewPasswordField words={words} problem={problem} label={words('me.password-new')} />
        <Button type="submit">{words('me.password-do')}</Button>
      </PostForm>
      {needsPassword && (
        <p>
          <a class="sv-link" href="/sign-in/link">
            {words('me.password-forgotten')}
          </a>
        </p>
      )}
    </>
  )
}
