import { clockTimeToTheSecond, dateAndTime, longDate, type TimeStyle } from '#platform/i18n/time.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { Facts } from '#ui/summary-list.tsx'
import { Table } from '#ui/table.tsx'
import { corroborationLine, sourceLine } from '../board/figures.ts'
import type { ReportData, ReportedIncident } from '../load-exercises.ts'
import { boardPath } from '../paths.ts'
import { incidentTitle, watchWords, wordFor, type WatchWords } from '../words.ts'
import type { ExerciseSummary } from '../board/board-data.ts'

/** What an exercise showed: how early, how sure, how fast people were, and what went wrong with the recording. */
export function ReportPage({ data, style }: { data: ReportData; style: TimeStyle }) {
  const words = watchWords(style.locale)
  const { exercise } = data
  const falseOnes = data.incidents.filter(({ isFalse }) => isFalse).length
  return (
    <div class="sv-stack">
      <h1>{words('report.title', { title: exercise.title[style.locale] })}</h1>
      <p class="sv-lead">
        {words('report.lead', {
          state: words(`exercise.state-${exercise.state}`),
          at: dateAndTime(data.startedAt, style),
        })}{' '}
        <a href={boardPath(exercise.id)}>{words('report.board')}</a>
      </p>
      <h2>{words('report.incidents')}</h2>
      <p>{words('report.false', { count: falseOnes })}</p>
      {data.incidents.length === 0 ? (
        <EmptyState title={words('report.no-incident-title')}>
          {words(isOver(exercise.state) ? 'report.no-incident' : 'report.no-incident-yet')}
        </EmptyState>
      ) : (
        data.incidents.map((incident) => <IncidentFacts incident={incident} data={data} style={style} words={words} />)
      )}
      {data.extras.length > 0 && (
        <>
          <h2>{words('report.people')}</h2>
          <Facts rows={data.extras.map(({ label, value }) => [label, value] as const)} />
        </>
      )}
      {data.scenario && data.scenario.steps.length > 0 && <ExpectedSteps data={data} style={style} words={words} />}
      <h2>{words('report.recording')}</h2>
      <Facts rows={recordingFacts(data, style, words)} />
      {data.sources.length > 0 && (
        <Table
          id="report-sources"
          caption={words('report.sources')}
          columns={[{ text: words('source.title') }, { text: words('report.source-state') }]}
          rows={data.sources.map((source) => [
            source.name,
            sourceLine(source, exercise.reached ?? data.startedAt, style, words),
          ])}
        />
      )}
    </div>
  )
}

function recordingFacts({ exercise, skips, failure }: ReportData, style: TimeStyle, words: WatchWords) {
  const rows: [string, string][] = [
    [
      words('report.played'),
      words('report.played-value', { played: exercise.postsPlayed, posts: exercise.posts ?? exercise.postsPlayed }),
    ],
  ]
  if (exercise.from && exercise.to) {
    rows.push([words('report.span'), `${dateAndTime(exercise.from, style)} – ${dateAndTime(exercise.to, style)}`])
  }
  rows.push([
    words('report.skipped'),
    exercise.postsSkipped === 0
      ? words('report.skipped-none')
      : words('report.skipped-value', {
          count: exercise.postsSkipped,
          lines: skips
            .map(({ line, reason }) =>
              words('report.skipped-line', { line, reason: wordFor(words, 'skip', reasonKey(reason)) }),
            )
            .join('; '),
        }),
  ])
  if (failure) rows.push([words('report.failure'), wordFor(words, 'failure', failure)])
  return rows
}

/** `its time (at) cannot be read` → `its-time-at-cannot-be-read` */
function reasonKey(reason: string): string {
  return reason
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
}

type IncidentProps = { incident: ReportedIncident; data: ReportData; style: TimeStyle; words: WatchWords }

function IncidentFacts({ incident, data, style, words }: IncidentProps) {
  const time = (at: Date | null) => (at ? clockTimeToTheSecond(at, style) : words('report.never'))
  const minutes = (value: number) =>
    new Intl.NumberFormat(style.locale, { maximumFractionDigits: 1 }).format(Math.abs(value))
  const rows: [string, string][] = [[words('report.state'), words(`state.${incident.state}`)]]
  if (!incident.confirmedAt) rows.push([words('report.confirmed'), words('report.never')])
  if (data.onsetAt && incident.minutesAfterOnset !== null) {
    rows.push([words('report.after-onset'), words('report.minutes', { minutes: minutes(incident.minutesAfterOnset) })])
  }
  const before = incident.minutesBeforeNewsroom
  if (before === null) rows.push([words('report.newsroom'), words('report.no-newsroom')])
  rows.push([
    words('report.evidence'),
    words('report.evidence-value', {
      counted: incident.counted,
      all: incident.evidence,
      voices: corroborationLine(incident.voices, words),
    }),
  ])
  if (incident.isFalse) rows.push([words('report.judged'), words('report.is-false')])
  return (
    <section class="sv-stack">
      <h3>
        <a href={boardPath(incident.exerciseId, incident.id)}>{incidentTitle(incident, style.locale)}</a>
      </h3>
      {before !== null && (
        <p class="rp-figure">
          {words(before >= 0 ? 'report.before-newsroom' : 'report.after-newsroom', {
            minutes: minutes(before),
            time: time(incident.firstNewsroomAt),
          })}
        </p>
      )}
      <ol class="rp-line">
        {momentsOf(incident, data.onsetAt, words).map(({ at, text }) => (
          <li>
            <b>{time(at)}</b> {text}
          </li>
        ))}
      </ol>
      <Facts rows={rows} />
    </section>
  )
}

/** What happened, in the order in which it happened. */
function momentsOf(incident: ReportedIncident, onsetAt: Date | null, words: WatchWords): { at: Date; text: string }[] {
  return [
    { at: onsetAt, text: words('report.onset') },
    { at: incident.firstPostAt, text: words('report.first-post') },
    { at: incident.openedAt, text: words('report.suspected') },
    { at: incident.probableAtTime, text: words('report.detected') },
    { at: incident.firstNewsroomAt, text: words('report.newsroom') },
    { at: incident.confirmedAt, text: words('report.confirmed') },
  ]
    .flatMap(({ at, text }) => (at ? [{ at, text }] : []))
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
}

function ExpectedSteps({ data, style, words }: { data: ReportData; style: TimeStyle; words: WatchWords }) {
  return (
    <>
      <h2>{words('report.steps')}</h2>
      <p>{words('report.steps-lead', { date: data.exercise.from ? longDate(data.exercise.from, style) : '' })}</p>
      <Table
        id="report-steps"
        caption={words('report.steps')}
        hideCaption
        columns={[
          { text: words('report.step-by') },
          { text: words('report.step-who') },
          { text: words('report.step-what') },
        ]}
        rows={(data.scenario?.steps ?? []).map((step) => [
          clockTimeToTheSecond(step.by, style),
          step.who[style.locale],
          step.do[style.locale],
        ])}
      />
    </>
  )
}

function isOver(state: ExerciseSummary['state']): boolean {
  return state === 'finished' || state === 'stopped' || state === 'failed'
}
