import type { Locale } from '#platform/i18n/index.ts'
import { typed, type FormProblem } from '#platform/web/forms.ts'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Field } from '#ui/field.tsx'
import { CopyButton } from '#ui/live.tsx'
import { Panel } from '#ui/panel.tsx'
import { PostForm } from '#ui/post-form.tsx'
import { Tag } from '#ui/tag.tsx'
import { RoleCheckboxes } from '../people/role-checkboxes.tsx'
import { fieldError, ProblemSummary } from '../problem-summary.tsx'
import { BackToSettings } from '../settings/back-to-settings.tsx'
import type { AccountsWords } from '../words.ts'
import { LocaleRadios } from './join.page.tsx'
import { INVITATION_DAYS, type InvitationState } from './rules.ts'

export interface ShownInvitation {
  id: string
  name: string
  email: string
  /** In words. */
  roles: string
  by: string
  state: InvitationState
  /** When it was accepted, ends or ended. */
  when: string
  /** To hand over by other means, where mail cannot be sent. */
  link: string | undefined
}

export interface InvitationsPageProps {
  words: AccountsWords
  invitations: ShownInvitation[]
  /** Of the reader: offered as the language of the next invitation. */
  locale: Locale
  problem: FormProblem | undefined
}

export function InvitationsPage({ words, invitations, locale, problem }: InvitationsPageProps) {
  const chosen = problem?.values['roles']
  return (
    <div class="sv-stack">
      <ProblemSummary words={words} problem={problem} />
      <BackToSettings words={words} />
      <h1>{words('invitations.title')}</h1>
      <Panel id="invite" title={words('invitations.new')}>
        <p>{words('invitations.new-text', { days: INVITATION_DAYS })}</p>
        <PostForm action="/settings/invitations" keep="invitation">
          <Field
            name="name"
            label={words('field.name')}
            value={typed(problem, 'name')}
            error={fieldError(words, problem, 'name')}
          />
          <Field
            name="email"
            type="email"
            label={words('field.email')}
            value={typed(problem, 'email')}
            error={fieldError(words, problem, 'email')}
            spellcheck={false}
          />
          <LocaleRadios words={words} value={typed(problem, 'locale', locale)} problem={problem} isOther />
          <RoleCheckboxes words={words} roles={Array.isArray(chosen) ? chosen : []} problem={problem} />
          <Button type="submit" icon="mail">
            {words('invitations.send')}
          </Button>
        </PostForm>
      </Panel>
      <h2>{words('invitations.sent')}</h2>
      {invitations.length === 0 ? (
        <EmptyState title={words('invitations.none')}>{words('invitations.none-text')}</EmptyState>
      ) : (
        <ul class="sv-list">
          {invitations.map((invitation) => (
            <li>
              <InvitationRow words={words} invitation={invitation} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function InvitationRow({ words, invitation }: { words: AccountsWords; invitation: ShownInvitation }) {
  const { id, state, link } = invitation
  return (
    <div class="sv-stack-s">
      <p>
        <b>{invitation.name}</b>, {invitation.email}: {invitation.roles}
      </p>
      <p class="sv-row">
        <Tag
          kind={state === 'accepted' ? 'good' : state === 'open' ? 'hand' : 'quiet'}
          icon={state === 'accepted' ? 'check' : 'mail'}
        >
          {words(`invitation.state.${state}`, { when: invitation.when })}
        </Tag>
        <span class="sv-meta">{words('invitation.by', { name: invitation.by })}</span>
      </p>
      {link && (
        <div class="sv-row">
          <code id={`link-${id}`}>{link}</code>
          <CopyButton from={`link-${id}`} text={words('act.copy')} copied={words('act.copied')} />
        </div>
      )}
      {state === 'open' && (
        <PostForm action={`/settings/invitations/${id}/revoke`} inline>
          <Button kind="quiet">{words('invitation.revoke')}</Button>
        </PostForm>
      )}
    </div>
  )
}
