import type { Organisation } from '#platform/organisation.ts'
import { typed, type FormProblem } from '#platform/web/forms.ts'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { PostForm } from '#ui/post-form.tsx'
import type { Choice } from '../organisation/choices.ts'
import { BasicFields } from '../organisation/organisation.page.tsx'
import { fieldError, ProblemSummary } from '../problem-summary.tsx'
import { PASSWORD_MIN } from '../sign-in/password-rules.ts'
import type { AccountsWords } from '../words.ts'

export interface SetUpPageProps {
  words: AccountsWords
  organisation: Organisation
  countries: Choice[]
  zones: Choice[]
  problem: FormProblem | undefined
}

export function SetUpPage({ words, organisation, countries, zones, problem }: SetUpPageProps) {
  const shared = { words, organisation, countries, zones, problem }
  return (
    <>
      <ProblemSummary words={words} problem={problem} />
      <h1>{words('set-up.title')}</h1>
      <p>{words('set-up.text')}</p>
      <PostForm action="/set-up" keep="set-up">
        <Field
          name="code"
          label={words('set-up.code')}
          hint={words('set-up.code-hint')}
          value={typed(problem, 'code')}
          error={fieldError(words, problem, 'code')}
          autocomplete="one-time-code"
          spellcheck={false}
          width={24}
        />
        <h2>{words('set-up.organisation')}</h2>
        <BasicFields {...shared} value={(name, otherwise) => typed(problem, name, otherwise)} />
        <h2>{words('set-up.you')}</h2>
        <p>{words('set-up.you-text')}</p>
        <Field
          name="name"
          label={words('field.name')}
          value={typed(problem, 'name')}
          error={fieldError(words, problem, 'name')}
          autocomplete="name"
        />
        <Field
          name="email"
          type="email"
          label={words('field.email')}
          value={typed(problem, 'email')}
          error={fieldError(words, problem, 'email')}
          autocomplete="username"
          spellcheck={false}
        />
        <NewPasswordField words={words} problem={problem} />
        <Button type="submit">{words('set-up.do')}</Button>
      </PostForm>
    </>
  )
}

/** A password to be chosen, with the one rule said before. */
export function NewPasswordField({
  words,
  problem,
  label,
}: {
  words: AccountsWords
  problem: FormProblem | undefined
  label?: string
}) {
  return (
    <Field
      name="password"
      type="password"
      label={label ?? words('field.password')}
      hint={words('password.hint', { count: PASSWORD_MIN })}
      error={fieldError(words, problem, 'password')}
      autocomplete="new-password"
    />
  )
}
