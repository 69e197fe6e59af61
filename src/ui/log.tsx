import type { Content } from './content.ts'
import { Table } from './table.tsx'

export type LogEntry = {
  id?: string
  /** ISO 8601. */
  at: string
  /** As shown. */
  time: Content
  who: Content
  what: Content
  arrived?: boolean
}

/** The log beside the board: newest first, a line each. */
export function LogList({ entries, label }: { entries: readonly LogEntry[]; label?: string }) {
  return (
    <ol class="log" reversed aria-label={label}>
      {entries.map((entry) => (
        <li id={entry.id} class={entry.arrived ? 'has-arrived' : undefined}>
          <time datetime={entry.at}>{entry.time}</time>
          <span>
            {entry.who}: {entry.what}
          </span>
        </li>
      ))}
    </ol>
  )
}

/** The whole log as a table, for reading and for paper. */
export function LogTable(props: {
  caption: Content
  entries: readonly LogEntry[]
  columns: { time: string; who: string; what: string }
  empty?: Content
}) {
  const { time, who, what } = props.columns
  return (
    <div class="log-table">
      <Table
        caption={props.caption}
        columns={[{ text: time }, { text: who }, { text: what }]}
        stackLabels={[time, who, what]}
        narrow="stack"
        rows={props.entries.map((entry) => [<time datetime={entry.at}>{entry.time}</time>, entry.who, entry.what])}
        empty={props.empty}
      />
    </div>
  )
}
