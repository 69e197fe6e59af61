import { typed, type FormProblem } from '#platform/web/forms.ts'
import type { SettingsLink } from '#platform/room.ts'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { Notice } from '#ui/notice.tsx'
import { PostForm } from '#ui/post-form.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { LocaleRadios } from '../invitations/join.page.tsx'
import { rolesInWords } from '../people/role-words.ts'
import type { Person } from '../people/store.ts'
import { fieldError, ProblemSummary } from '../problem-summary.tsx'
import type { AccountsWords } from '../words.ts'

export interface MePageProps {
  words: AccountsWords
  person: Person
  sessions: number
  passkeys: number
  isSaved: boolean
  /** What the other rooms let this person set. */
  links: SettingsLink[]
  problem: FormProblem | undefined
}

export function MePage({ words, person, sessions, passkeys, isSaved, links, problem }: MePageProps) {
  const change = (href: string, of: string) => ({ href, text: words('act.change'), hidden: of })
  return (
    <>
      <ProblemSummary words={words} problem={problem} />
      <h1>{words('me.title')}</h1>
      {isSaved && !problem && <Notice kind="good" role="status" title={words('act.saved')} icon="check" />}
      <PostForm action="/me">
        <Field
          name="name"
          label={words('field.name')}
          value={typed(problem, 'name', person.name)}
          error={fieldError(words, problem, 'name')}
          autocomplete="name"
        />
        <LocaleRadios words={words} value={typed(problem, 'locale', person.locale)} problem={problem} />
        <Button type="submit">{words('act.save')}</Button>
      </PostForm>
      <SummaryList
        rows={[
          { key: words('people.roles'), value: rolesInWords(words, person.roles) || words('people.no-roles') },
          { key: words('field.email'), value: person.email ?? '', action: change('/me/email', words('field.email')) },
          {
            key: words('field.password'),
            value: words(person.passwordHash === null ? 'me.password-none' : 'me.password-set'),
            action: change('/me/password', words('field.password')),
          },
          {
            key: words('passkeys.title'),
            value: words('me.passkeys', { count: passkeys }),
            action: change('/me/passkeys', words('passkeys.title')),
          },
          {
            key: words('sessions.title'),
            value: words('people.sessions', { count: sessions }),
            action: { href: '/me/sessions', text: words('act.see'), hidden: words('sessions.title') },
          },
          ...links.map(({ href, label, text }) => ({
            key: label,
            value: text,
            action: { href, text: words('act.see'), hidden: label },
          })),
          {
            key: words('consents.title'),
            value: words('me.consents'),
            action: change('/me/consents', words('consents.title')),
          },
          {
            key: words('me.data-title'),
            value: words('me.data'),
            action: { href: '/me/data', text: words('act.see'), hidden: words('me.data-title') },
          },
        ]}
      />
    </>
  )
}
