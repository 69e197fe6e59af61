import type { KeptMail } from '#platform/mail/index.ts'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { CopyButton } from '#ui/live.tsx'
import { Notice } from '#ui/notice.tsx'
import { PostForm } from '#ui/post-form.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { Table } from '#ui/table.tsx'
import { BackToSettings } from '../settings/back-to-settings.tsx'
import type { AccountsWords } from '../words.ts'

export type MailState = 'works' | 'not-configured' | 'fails' | 'slow'

export interface MailSettingsPageProps {
  words: AccountsWords
  state: MailState
  kept: { id: number; when: string; to: string; subject: string }[]
  isTestSent: boolean
}

export function MailSettingsPage({ words, state, kept, isTestSent }: MailSettingsPageProps) {
  const columns = [words('mail.column-subject'), words('mail.column-to'), words('mail.column-when')]
  return (
    <div class="sv-stack">
      <BackToSettings words={words} />
      <h1>{words('mail.title')}</h1>
      {isTestSent && <Notice kind="good" role="status" icon="mail" title={words('mail.test-sent')} />}
      <Notice
        kind={state === 'works' ? 'good' : 'caution'}
        icon={state === 'works' ? 'check' : 'warn'}
        title={words(`mail.state.${state}`)}
      >
        <p>{words(`mail.state-text.${state}`)}</p>
      </Notice>
      <PostForm action="/settings/mail/test">
        <Button kind="plain" icon="mail">
          {words('mail.test-do')}
        </Button>
      </PostForm>
      <h2>{words('mail.kept')}</h2>
      <Table
        caption={words('mail.kept-caption', { count: kept.length })}
        narrow="stack"
        stackLabels={columns}
        columns={columns.map((text) => ({ text }))}
        rows={kept.map(({ id, when, to, subject }) => [
          <a class="sv-link" href={`/settings/mail/${id}`}>
            {subject}
          </a>,
          to,
          when,
        ])}
        empty={<EmptyState title={words('mail.none')}>{words('mail.none-text')}</EmptyState>}
      />
    </div>
  )
}

export interface KeptMailPageProps {
  words: AccountsWords
  message: KeptMail
  when: string
  /** Addresses found in the text, to be copied. */
  links: string[]
}

/** Only the text part is shown: it says the same as the HTML. */
export function KeptMailPage({ words, message, when, links }: KeptMailPageProps) {
  return (
    <div class="sv-stack">
      <p>
        <a class="sv-link" href="/settings/mail">
          {words('mail.title')}
        </a>
      </p>
      <h1>{message.subject}</h1>
      <SummaryList
        rows={[
          { key: words('mail.column-to'), value: message.to },
          { key: words('mail.column-when'), value: when },
        ]}
      />
      <pre class="sv-pre">{message.text}</pre>
      {links.map((link, index) => (
        <div class="sv-row">
          <code id={`link-${index}`}>{link}</code>
          <CopyButton from={`link-${index}`} text={words('act.copy')} copied={words('act.copied')} />
        </div>
      ))}
      <p class="sv-meta">{words('mail.read-recorded')}</p>
    </div>
  )
}
