import { LOCALES, LOCALE_NAMES } from '#platform/i18n/index.ts'
import { typed, type FormProblem } from '#platform/web/forms.ts'
import { Button } from '#ui/button.tsx'
import { Radios } from '#ui/choices.tsx'
import { Field } from '#ui/field.tsx'
import { PostForm } from '#ui/post-form.tsx'
import { rolesInWords } from '../people/role-words.ts'
import { fieldError, ProblemSummary } from '../problem-summary.tsx'
import { NewPasswordField } from '../set-up/set-up.page.tsx'
import type { AccountsWords } from '../words.ts'
import type { Invitation } from './store.ts'

export interface JoinPageProps {
  words: AccountsWords
  organisation: string
  invitation: Invitation
  path: string
  problem: FormProblem | undefined
}

export function JoinPage({ words, organisation, invitation, path, problem }: JoinPageProps) {
  return (
    <>
      <ProblemSummary words={words} problem={problem} />
      <h1>{words('join.title', { organisation })}</h1>
      <p>{words('join.text', { organisation, roles: rolesInWords(words, invitation.roles) })}</p>
      <PostForm action={path}>
        <Field
          name="name"
          label={words('field.name')}
          value={typed(problem, 'name', invitation.name)}
          error={fieldError(words, problem, 'name')}
          autocomplete="name"
        />
        <Field
          name="address"
          id="address"
          type="email"
          label={words('field.email')}
          value={invitation.email}
          autocomplete="username"
          readonly
        />
        <LocaleRadios words={words} value={typed(problem, 'locale', invitation.locale)} problem={problem} />
        <NewPasswordField words={words} problem={problem} />
        <Button type="submit">{words('invitation.accept-do')}</Button>
      </PostForm>
    </>
  )
}

export interface LocaleRadiosProps {
  words: AccountsWords
  value: string
  problem: FormProblem | undefined
  /** Asked of one person about another. */
  isOther?: boolean
}

/** In which language Salve writes to somebody. */
export function LocaleRadios({ words, value, problem, isOther }: LocaleRadiosProps) {
  return (
    <Radios
      name="locale"
      legend={words(isOther ? 'field.locale-other' : 'field.locale')}
      choices={LOCALES.map((locale) => ({ value: locale, text: LOCALE_NAMES[locale], lang: locale }))}
      value={value}
      error={fieldError(words, problem, 'locale')}
      inline
      small
    />
  )
}

export function InvitationGonePage({ words }: { words: AccountsWords }) {
  return (
    <>
      <h1>{words('join.gone-title')}</h1>
      <p>{words('join.gone-text')}</p>
      <Button href="/sign-in">{words('sign-in.title')}</Button>
    </>
  )
}
