import { typed, type FormProblem } from '#platform/web/forms.ts'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { Notice } from '#ui/notice.tsx'
import { PostForm } from '#ui/post-form.tsx'
import { DEMO_PASSWORD } from '../people/demo.ts'
import { rolesInWords } from '../people/role-words.ts'
import type { Person } from '../people/store.ts'
import { fieldError, ProblemSummary } from '../problem-summary.tsx'
import type { AccountsWords } from '../words.ts'

export interface SignInPageProps {
  words: AccountsWords
  isDemo: boolean
  demo: Person[]
  /** Where to go afterwards; a path on this site. */
  to: string
  problem: FormProblem | undefined
}

export function SignInPage({ words, isDemo, demo, to, problem }: SignInPageProps) {
  const email = typed(problem, 'email')
  return (
    <>
      <ProblemSummary words={words} problem={problem} />
      <h1>{words('sign-in.title')}</h1>
      {isDemo && <DemoSignIns words={words} demo={demo} to={to} />}
      <PostForm action="/sign-in" hidden={{ to }} label={words('sign-in.by-password')}>
        <Field
          name="email"
          type="email"
          label={words('field.email')}
          value={email}
          error={fieldError(words, problem, 'email')}
          autocomplete="username webauthn"
          spellcheck={false}
        />
        <Field
          name="password"
          type="password"
          label={words('field.password')}
          error={fieldError(words, problem, 'password')}
          autocomplete="current-password"
        />
        <Button type="submit">{words('sign-in.do')}</Button>
      </PostForm>
      <p class="sv-or">{words('sign-in.or')}</p>
      <passkey-button mode="sign-in" to={to} failed={words('passkey.sign-in-failed')} hidden>
        <Button kind="plain" type="button" icon="key" wide>
          {words('sign-in.by-passkey')}
        </Button>
        <p role="status" class="sv-meta"></p>
      </passkey-button>
      <p>
        <a class="sv-link" href={`/sign-in/link?to=${encodeURIComponent(to)}`}>
          {words('sign-in.by-link')}
        </a>
      </p>
    </>
  )
}

function DemoSignIns({ words, demo, to }: Pick<SignInPageProps, 'words' | 'demo' | 'to'>) {
  return (
    <Notice title={words('demo.title')} icon="info">
      <p>{words('demo.text', { password: DEMO_PASSWORD })}</p>
      {demo.map((person) => (
        <PostForm action="/sign-in/demo" hidden={{ person: person.id, to }} class="sv-pick">
          <Button kind="plain" wide>
            {words('demo.sign-in-as', { name: person.name, roles: rolesInWords(words, person.roles) })}
          </Button>
        </PostForm>
      ))}
    </Notice>
  )
}
