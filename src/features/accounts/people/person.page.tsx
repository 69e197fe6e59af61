import type { FormProblem } from '#platform/web/forms.ts'
import { LOCALE_NAMES } from '#platform/i18n/index.ts'
import { Button, ButtonRow } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { ConfirmDialog } from '#ui/live.tsx'
import { Notice } from '#ui/notice.tsx'
import { Panel } from '#ui/panel.tsx'
import { PostForm } from '#ui/post-form.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { EraseFields } from '../erasure/erase-fields.tsx'
import { ProblemSummary } from '../problem-summary.tsx'
import type { AccountsWords } from '../words.ts'
import { RoleCheckboxes } from './role-checkboxes.tsx'
import type { Person } from './store.ts'

export interface PersonPageProps {
  words: AccountsWords
  person: Person
  /** Relative and absolute. */
  joined: string
  sessions: number
  problem: FormProblem | undefined
}

export function PersonPage({ words, person, joined, sessions, problem }: PersonPageProps) {
  const path = `/settings/people/${person.id}`
  const chosen = problem?.values['roles']
  return (
    <div class="sv-stack">
      <ProblemSummary words={words} problem={problem} />
      <p>
        <a class="sv-link" href="/settings/people">
          {words('people.title')}
        </a>
      </p>
      <h1>{person.name}</h1>
      {person.suspendedAt && (
        <Notice kind="caution" icon="lock" title={words('people.closed')}>
          <p>{words('people.closed-text')}</p>
        </Notice>
      )}
      <SummaryList
        rows={[
          { key: words('field.email'), value: person.email ?? '' },
          { key: words('field.locale-other'), value: LOCALE_NAMES[person.locale] },
          { key: words('people.joined'), value: joined },
          { key: words('sessions.title'), value: words('people.sessions', { count: sessions }) },
        ]}
      />
      <Panel id="roles-panel" title={words('people.roles')}>
        <PostForm action={path}>
          <RoleCheckboxes words={words} roles={Array.isArray(chosen) ? chosen : person.roles} problem={problem} />
          <Button type="submit">{words('act.save')}</Button>
        </PostForm>
      </Panel>
      <Panel id="access" title={words('people.access')}>
        <ButtonRow>
          {sessions > 0 && (
            <PostForm action={`${path}/sign-out`} inline>
              <Button kind="plain">{words('people.sign-out')}</Button>
            </PostForm>
          )}
          {person.suspendedAt ? (
            <PostForm action={`${path}/reinstate`} inline>
              <Button kind="plain">{words('people.reinstate')}</Button>
            </PostForm>
          ) : (
            <ConfirmDialog
              title={words('people.suspend-title', { name: person.name })}
              text={words('people.suspend-text')}
              yes={words('people.suspend')}
              no={words('act.cancel')}
            >
              <PostForm action={`${path}/suspend`} inline>
                <Button kind="plain">{words('people.suspend')}</Button>
              </PostForm>
            </ConfirmDialog>
          )}
        </ButtonRow>
        <Details
          summary={words('erase.other', { name: person.name })}
          id="erase"
          open={problem?.errors['sure'] !== undefined}
        >
          <EraseFields words={words} action={`${path}/erase`} problem={problem} />
        </Details>
      </Panel>
    </div>
  )
}
