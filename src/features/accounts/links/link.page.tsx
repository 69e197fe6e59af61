import { typed, type FormProblem } from '#platform/web/forms.ts'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { Notice } from '#ui/notice.tsx'
import { PostForm } from '#ui/post-form.tsx'
import { fieldError, ProblemSummary } from '../problem-summary.tsx'
import type { AccountsWords } from '../words.ts'
import { LINK_MINUTES } from './rules.ts'

export function AskForLinkPage({
  words,
  to,
  problem,
}: {
  words: AccountsWords
  to: string
  problem: FormProblem | undefined
}) {
  return (
    <>
      <ProblemSummary words={words} problem={problem} />
      <h1>{words('link.ask-title')}</h1>
      <p>{words('link.ask-text', { minutes: LINK_MINUTES['sign-in'] })}</p>
      <PostForm action="/sign-in/link" hidden={{ to }}>
        <Field
          name="email"
          type="email"
          label={words('field.email')}
          value={typed(problem, 'email')}
          error={fieldError(words, problem, 'email')}
          autocomplete="username"
          spellcheck={false}
        />
        <Button type="submit" icon="mail">
          {words('link.ask-do')}
        </Button>
      </PostForm>
    </>
  )
}

/** Says the same whether or not the address has an account. */
export function LinkSentPage({ words, isKept }: { words: AccountsWords; isKept: boolean }) {
  return (
    <>
      <h1>{words('link.sent-title')}</h1>
      <p>{words('link.sent-text', { minutes: LINK_MINUTES['sign-in'] })}</p>
      {isKept && (
        <Notice kind="caution" title={words('link.kept-title')}>
          <p>{words('link.kept-text')}</p>
        </Notice>
      )}
      <p>
        <a class="sv-link" href="/sign-in/link">
          {words('link.again')}
        </a>
      </p>
    </>
  )
}

export function LinkPage(props: { words: AccountsWords; organisation: string; path: string; isRecovery: boolean }) {
  const { words, organisation, path, isRecovery } = props
  return (
    <>
      <h1>{words('link.title')}</h1>
      <p>{words(isRecovery ? 'link.recovery-text' : 'link.text', { organisation })}</p>
      <PostForm action={path}>
        <Button type="submit">{words('sign-in.do')}</Button>
      </PostForm>
    </>
  )
}

export function LinkGonePage({ words }: { words: AccountsWords }) {
  return (
    <>
      <h1>{words('link.gone-title')}</h1>
      <p>{words('link.gone-text', { minutes: LINK_MINUTES['sign-in'] })}</p>
      <Button href="/sign-in/link">{words('link.again')}</Button>
    </>
  )
}
