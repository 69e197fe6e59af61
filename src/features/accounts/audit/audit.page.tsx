import type { Verdict } from '#platform/ledger/index.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { LogTable, type LogEntry } from '#ui/log.tsx'
import { Notice } from '#ui/notice.tsx'
import { BackToSettings } from '../settings/back-to-settings.tsx'
import type { AccountsWords } from '../words.ts'

export interface AuditPageProps {
  words: AccountsWords
  entries: LogEntry[]
  verdict: Verdict
  /** `14:53:10` */
  checkedAt: string
}

export function AuditPage({ words, entries, verdict, checkedAt }: AuditPageProps) {
  return (
    <div class="sv-stack">
      <BackToSettings words={words} />
      <h1>{words('audit.title')}</h1>
      <p>{words('audit.text')}</p>
      {verdict.ok ? (
        <Notice kind="good" icon="lock" title={words('audit.sealed', { count: verdict.entries, time: checkedAt })} />
      ) : (
        <Notice
          kind="alarm"
          icon="warn"
          title={words('audit.broken', { entry: verdict.brokenAt ?? 0, time: checkedAt })}
          role="alert"
        >
          <p>{words('audit.broken-text')}</p>
        </Notice>
      )}
      <LogTable
        caption={words('audit.latest', { count: entries.length })}
        entries={entries}
        columns={{ time: words('audit.time'), who: words('audit.who'), what: words('audit.what') }}
        empty={<EmptyState title={words('audit.empty')}>{words('audit.empty-text')}</EmptyState>}
      />
    </div>
  )
}
