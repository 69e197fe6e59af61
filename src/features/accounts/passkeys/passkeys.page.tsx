import { typed, type FormProblem } from '#platform/web/forms.ts'
import { Button, ButtonRow } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Field } from '#ui/field.tsx'
import { ConfirmDialog } from '#ui/live.tsx'
import { Panel } from '#ui/panel.tsx'
import { PostForm } from '#ui/post-form.tsx'
import { BackToMe } from '../me/back-to-me.tsx'
import { errorText, ProblemSummary } from '../problem-summary.tsx'
import type { AccountsWords } from '../words.ts'

export interface ShownPasskey {
  id: string
  name: string
  isBackedUp: boolean
  /** Relative and absolute. */
  added: string
  used: string | null
}

export interface PasskeysPageProps {
  words: AccountsWords
  passkeys: ShownPasskey[]
  problem: (FormProblem & { id: string }) | undefined
}

export function PasskeysPage({ words, passkeys, problem }: PasskeysPageProps) {
  return (
    <>
      <ProblemSummary
        words={words}
        problem={
          problem && { values: problem.values, errors: { [`name-${problem.id}`]: problem.errors['name'] ?? '' } }
        }
      />
      <BackToMe words={words} />
      <h1>{words('passkeys.title')}</h1>
      <p>{words('passkeys.text')}</p>
      <passkey-button mode="add" failed={words('passkey.failed')} hidden>
        <Button kind="main" type="button" icon="key">
          {words('passkey.add')}
        </Button>
        <p role="status" class="sv-meta"></p>
      </passkey-button>
      <noscript>
        <p class="sv-meta">{words('passkeys.no-script')}</p>
      </noscript>
      {passkeys.length === 0 ? (
        <EmptyState title={words('passkeys.none')} headingLevel={2}>
          {words('passkeys.none-text')}
        </EmptyState>
      ) : (
        passkeys.map((passkey) => (
          <PasskeyPanel words={words} passkey={passkey} problem={problem?.id === passkey.id ? problem : undefined} />
        ))
      )}
    </>
  )
}

function PasskeyPanel({
  words,
  passkey,
  problem,
}: {
  words: AccountsWords
  passkey: ShownPasskey
  problem: FormProblem | undefined
}) {
  const path = `/me/passkeys/${encodeURIComponent(passkey.id)}`
  return (
    <Panel id={`passkey-${passkey.id}`} title={passkey.name}>
      <p class="sv-meta">
        {words('passkey.added', { when: passkey.added })}{' '}
        {passkey.used ? words('passkey.used', { when: passkey.used }) : words('passkey.unused')}{' '}
        {passkey.isBackedUp && words('passkey.backed-up')}
      </p>
      <PostForm action={`${path}/name`} label={words('passkey.rename')}>
        <Field
          name="name"
          id={`name-${passkey.id}`}
          label={words('passkey.name')}
          value={typed(problem, 'name', passkey.name)}
          error={errorText(words, problem?.errors['name'])}
          maxlength={60}
          action={
            <Button kind="plain" type="submit">
              {words('passkey.rename')}
            </Button>
          }
        />
      </PostForm>
      <ButtonRow>
        <ConfirmDialog
          title={words('passkey.remove-title', { name: passkey.name })}
          text={words('passkey.remove-text')}
          yes={words('passkey.remove')}
          no={words('act.keep')}
        >
          <PostForm action={`${path}/remove`} inline>
            <Button kind="quiet" type="submit">
              {words('passkey.remove')}
            </Button>
          </PostForm>
        </ConfirmDialog>
      </ButtonRow>
    </Panel>
  )
}
