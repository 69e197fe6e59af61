import { dateAndTime, type TimeStyle } from '#platform/i18n/time.ts'
import { Button, ButtonRow } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { LogTable } from '#ui/log.tsx'
import { Facts } from '#ui/summary-list.tsx'
import { readinessWords } from '../words.ts'
import type { LogData } from './load.ts'
import { Seal, TamperingNotice } from './seal.tsx'

interface Props {
  log: LogData
  style: TimeStyle
  organisation: string
  /** Who prints it. */
  reader: string
  path: string
  isDrill: boolean
  /** Names of the scene's incidents. */
  incidents: string[]
}

/** The whole log, the first entry first, for reading and for paper. */
export function LogPage({ log, style, organisation, reader, path, isDrill, incidents }: Props) {
  const words = readinessWords(style.locale)
  return (
    <div class="sv-stack">
      <h1>{words('log.page-title')}</h1>
      <p>
        {words('log.page-line', { time: dateAndTime(log.checkedAt, style) })} {isDrill && words('log.page-drill')}
      </p>
      <Facts
        rows={[
          [words('log.incident-name'), incidents.length > 0 ? incidents.join('; ') : words('log.no-incident')],
          [words('log.period'), period(log, style)],
          [words('log.organisation'), organisation],
          [words('log.prepared'), reader],
          [words('log.signature'), '______________________________'],
        ]}
      />
      <p class="sv-meta">
        <Seal log={log} style={style} />
      </p>
      <TamperingNotice log={log} style={style} />
      <ButtonRow>
        <Button kind="plain" href={path}>
          {words('log.back')}
        </Button>
        <Button kind="plain" icon="download" href={`${path}/log.csv`}>
          {words('log.csv')}
        </Button>
      </ButtonRow>
      <LogTable
        caption={words('log.caption')}
        columns={{ time: words('log.time'), who: words('log.who'), what: words('log.what') }}
        entries={log.lines.toReversed().map((line) => ({
          id: `log-${line.seq}`,
          at: line.at.toISOString(),
          time: `${line.seq}. ${dateAndTime(line.at, style)}`,
          who: line.who,
          what: line.what,
        }))}
        empty={
          <EmptyState title={words('log.title')} headingLevel={2}>
            {words('log.empty')}
          </EmptyState>
        }
      />
    </div>
  )
}

/** From the first entry to the last. */
function period({ lines, checkedAt }: LogData, style: TimeStyle): string {
  const words = readinessWords(style.locale)
  const from = lines.at(-1)?.at ?? checkedAt
  return words('log.period-value', {
    from: dateAndTime(from, style),
    to: dateAndTime(lines[0]?.at ?? checkedAt, style),
  })
}
