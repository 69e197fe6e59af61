import { Table } from '#ui/table.tsx'
import { BackToSettings } from '../settings/back-to-settings.tsx'
import type { AccountsWords } from '../words.ts'

export interface ShownKind {
  room: string
  kind: string
  days: number
  /** How many went in the last run, if it counted this kind. */
  gone: number | undefined
}

export function RetentionPage({
  words,
  kinds,
  lastRun,
}: {
  words: AccountsWords
  kinds: ShownKind[]
  lastRun: string | undefined
}) {
  const columns = [words('retention.kind'), words('retention.room'), words('retention.kept'), words('retention.gone')]
  return (
    <div class="sv-stack">
      <BackToSettings words={words} />
      <h1>{words('retention.title')}</h1>
      <p>{words('retention.text')}</p>
      <p>{lastRun ? words('retention.last', { when: lastRun }) : words('retention.never')}</p>
      <Table
        caption={words('retention.table')}
        narrow="stack"
        stackLabels={columns}
        columns={columns.map((text, index) => ({ text, numeric: index > 1 }))}
        rows={kinds.map(({ kind, room, days, gone }) => [
          kind,
          room,
          words('retention.days', { count: days }),
          gone === undefined ? words('retention.not-yet') : String(gone),
        ])}
      />
      <p>{words('retention.ledger')}</p>
    </div>
  )
}
