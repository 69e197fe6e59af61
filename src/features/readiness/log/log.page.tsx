import { dateAndTime, type TimeStyle } from '#platform/i18n/time.ts'
import { Button, ButtonRow } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { LogTable } from '#ui/log.tsx'
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
}

/** The whole log, the first entry first, for reading and for paper. */
export function LogPage({ log, style, organisation, reader, path, isDrill }: Props) {
  const words = readinessWords(style.locale)
  return (
    <>
      <h1>{words('log.page-title')}</h1>
      <p>
        {words('log.page-line', { organisation, time: dateAndTime(log.checkedAt, style) })} {isDrill && words('log.page-drill')}
      </p>
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
      <p class="sv-meta">
        {words('log.prepared')}: {reader}
      </p>
      <p class="sv-meta">{words('log.signature')}: ______________________________</p>
    </>
  )
}
