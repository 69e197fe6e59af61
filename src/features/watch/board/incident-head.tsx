import { clockTime, clockTimeToTheSecond, relativeTime } from '#platform/i18n/time.ts'
import { BoardFigures } from '#ui/board.tsx'
import { IncidentState } from '#ui/tag.tsx'
import { incidentTitle, watchWords, wordFor, type WatchWords } from '../words.ts'
import type { BoardData, IncidentDetail } from './board-data.ts'
import { BoardQuiet } from './board-quiet.tsx'
import { kilometres, share, sureness, whereFrom } from './figures.ts'
import type { BoardLook } from './look.ts'

/** The chosen incident's name, state, place and figures; without one, what the board can see. It is the page's `<main>`. */
export function BoardIncidentHead(look: BoardLook) {
  const { data, style } = look
  const incident = data.chosen
  if (!incident) return <BoardQuiet {...look} />
  const words = watchWords(style.locale)
  const first = relativeTime(incident.firstPostAt, data.now, style.locale)
  return (
    <main id="main" class="wb-head">
      <p class="sv-row">
        <IncidentState state={incident.state} text={stateLine(incident, words)} />{' '}
        <span class="sv-meta">{surenessLine(incident, words)}</span>
      </p>
      <h1>{incidentTitle(incident, style.locale)}</h1>
      <p class="wb-head__where">
        <Where data={data} incident={incident} words={words} />{' '}
        {words('head.first-post', { ago: first, time: clockTimeToTheSecond(incident.firstPostAt, style) })}
      </p>
      {incident.settledAt && (
        <p class="sv-meta">
          {words('head.settled', {
            state: words(`state.${incident.state}`),
            time: clockTime(incident.settledAt, style),
          })}
          {incident.reason && ` ${words('head.reason', { reason: reasonInWords(incident.reason, words) })}`}
        </p>
      )}
      <BoardFigures figures={figuresOf(data, incident, words)} />
    </main>
  )
}

function stateLine(incident: IncidentDetail, words: WatchWords): string {
  const state = words(`state.${incident.state}`)
  const isOpen = incident.state === 'suspected' || incident.state === 'probable'
  return isOpen ? words('head.state', { state, confidence: share(incident.confidence, words.locale) }) : state
}

function surenessLine(incident: IncidentDetail, words: WatchWords): string {
  const sure = sureness(incident.confidence, words)
  const at = share(incident.probableAt, words.locale)
  if (incident.state === 'suspected') return words('head.would-page', { sure, at })
  if (incident.state === 'probable') return words('head.paged', { sure, at })
  return words('head.sure', { sure, confidence: share(incident.confidence, words.locale) })
}

/** `not-here: …` or a person's own words. */
export function reasonInWords(reason: string, words: WatchWords): string {
  const [code = '', ...own] = reason.split(': ')
  const known = wordFor(words, 'dismissal', code)
  if (known === code) return reason
  return own.length > 0 ? `${known}: ${own.join(': ')}` : known
}

function Where({ data, incident, words }: { data: BoardData; incident: IncidentDetail; words: WatchWords }) {
  const where = whereFrom(incident, data.area)
  if (!where) return <>{words('head.no-place')}</>
  return (
    <>
      <b>{kilometres(where.km, words)}</b>{' '}
      {where.compass
        ? words('head.direction', { direction: words(`compass.${where.compass}`) })
        : words('head.straight')}
      {', '}
      {words('head.travel', { minutes: where.minutes })}
    </>
  )
}

function figuresOf(data: BoardData, incident: IncidentDetail, words: WatchWords) {
  const { people, newsrooms, officials, denials } = incident.voices
  const { normal, perMinute } = data.rate
  const count = (value: number, label: string) => ({
    label,
    value: value > 0 ? value : words('figure.nobody-yet'),
    none: value === 0,
  })
  return [
    count(people, words('figure.people', { count: people || 1 })),
    count(newsrooms, words('figure.newsrooms', { count: newsrooms || 1 })),
    count(officials, words('figure.officials', { count: officials || 1 })),
    {
      label: words('figure.denials', { count: denials || 1 }),
      value: denials > 0 ? denials : words('figure.nobody'),
      none: denials === 0,
    },
    {
      label: normal ? words('figure.rate-normal', { low: normal.low, high: normal.high }) : words('figure.rate'),
      value: fullMinute(perMinute),
    },
  ]
}

/** Posts in the last minute that is over, or in the present one when it already has more. */
export function fullMinute(perMinute: readonly number[]): number {
  return Math.max(perMinute.at(-1) ?? 0, perMinute.at(-2) ?? 0)
}
