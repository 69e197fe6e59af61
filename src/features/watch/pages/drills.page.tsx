import { dateAndTime, relativeTime, type TimeStyle } from '#platform/i18n/time.ts'
import { typed, type FormProblem } from '#platform/web/forms.ts'
import { Button, ButtonRow } from '#ui/button.tsx'
import { Radios } from '#ui/choices.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { PostForm } from '#ui/post-form.tsx'
import { Select } from '#ui/select.tsx'
import { Table } from '#ui/table.tsx'
import type { ExerciseSummary } from '../board/board-data.ts'
import type { DrillsData } from '../load-exercises.ts'
import { SPEEDS } from '../rules.ts'
import { watchWords, wordFor, type WatchWords } from '../words.ts'
import { errorsOf, messageOf } from './form-errors.ts'
import { megabytes, Recordings, UploadForm } from './recordings.tsx'

export interface DrillsPageProps {
  data: DrillsData
  style: TimeStyle
  now: Date
  mayStart: boolean
  maxMegabytes: number
  /** The recording that has just been uploaded: chosen already. */
  uploaded?: string | undefined
  start?: FormProblem | undefined
  upload?: FormProblem | undefined
}

/** Replays and drills: start one, upload a recording, look back at earlier ones. */
export function DrillsPage(props: DrillsPageProps) {
  const { data, style, mayStart } = props
  const words = watchWords(style.locale)
  return (
    <div class="sv-stack">
      <ErrorSummary
        title={words('form.problem')}
        errors={[...errorsOf(props.start, words), ...errorsOf(props.upload, words)]}
      />
      <h1>{words('drills.title')}</h1>
      <p class="sv-lead">{words('drills.lead')}</p>
      {mayStart ? <StartForm {...props} words={words} /> : <p>{words('drills.not-yours')}</p>}
      <PastExercises exercises={data.exercises} style={style} now={props.now} words={words} />
      {mayStart && <UploadForm {...props} words={words} />}
      {mayStart && data.recordings.length > 0 && <Recordings {...props} words={words} />}
    </div>
  )
}

type PartProps = DrillsPageProps & { words: WatchWords }

function StartForm({ data, style, uploaded, start, words }: PartProps) {
  const first = data.scenarios[0]
  const chosen = typed(start, 'what', uploaded ? `recording:${uploaded}` : first ? `scenario:${first.id}` : '')
  return (
    <section class="sv-stack" aria-labelledby="start-title">
      <h2 id="start-title">{words('drills.start')}</h2>
      <PostForm action="/drills">
        <Radios
          name="what"
          legend={words('drills.what')}
          value={chosen}
          error={messageOf(start, 'what', words)}
          errorPrefix={words('form.error-prefix')}
          small
          choices={[
            ...data.scenarios.map((scenario) => ({
              value: `scenario:${scenario.id}`,
              text: words('drills.scenario', {
                title: scenario.title[style.locale],
                minutes: scenario.durationMinutes,
              }),
              hint: scenario.description[style.locale],
            })),
            ...data.recordings.map((recording) => ({
              value: `recording:${recording.id}`,
              text: recording.title,
              hint: words('drills.recording-hint', {
                size: megabytes(recording.bytes, style.locale),
                at: dateAndTime(recording.uploaded_at, style),
              }),
            })),
          ]}
        />
        <Select
          name="speed"
          label={words('drills.speed')}
          hint={words('drills.speed-hint')}
          value={typed(start, 'speed', '10')}
          error={messageOf(start, 'speed', words)}
          options={SPEEDS.map((speed) => ({
            value: speed,
            text: wordFor(words, 'speed', speed),
          }))}
        />
        <Radios
          name="pages"
          legend={words('drills.pages')}
          hint={words('drills.pages-hint')}
          value={typed(start, 'pages', uploaded ? 'no' : 'yes')}
          error={messageOf(start, 'pages', words)}
          errorPrefix={words('form.error-prefix')}
          small
          choices={[
            { value: 'yes', text: words('drills.pages-yes') },
            { value: 'no', text: words('drills.pages-no') },
          ]}
        />
        <ButtonRow>
          <Button kind="main" icon="play">
            {words('drills.start-button')}
          </Button>
        </ButtonRow>
      </PostForm>
    </section>
  )
}

function PastExercises({
  exercises,
  style,
  now,
  words,
}: {
  exercises: ExerciseSummary[]
  style: TimeStyle
  now: Date
  words: WatchWords
}) {
  if (exercises.length === 0) {
    return (
      <EmptyState title={words('past.none-title')} headingLevel={2}>
        <p>{words('past.none')}</p>
      </EmptyState>
    )
  }
  return (
    <section class="sv-stack-s" aria-labelledby="past-title">
      <h2 id="past-title">{words('past.title')}</h2>
      <Table
        id="past"
        caption={words('past.title')}
        hideCaption
        columns={[
          { text: words('past.name') },
          { text: words('past.started') },
          { text: words('past.speed') },
          { text: words('past.state') },
          { text: words('past.report') },
        ]}
        narrow="stack"
        stackLabels={[
          words('past.name'),
          words('past.started'),
          words('past.speed'),
          words('past.state'),
          words('past.report'),
        ]}
        rows={exercises.map((exercise) => [
          <a href={`/drills/${exercise.id}`}>{exercise.title[style.locale]}</a>,
          `${relativeTime(exercise.startedAt, now, style.locale)}, ${dateAndTime(exercise.startedAt, style)}${exercise.startedByName ? `, ${exercise.startedByName}` : ''}`,
          wordFor(words, 'speed', exercise.speed === null ? 'max' : String(exercise.speed)),
          exercise.state === 'playing'
            ? words('past.playing', { percent: Math.round(exercise.progress * 100) })
            : words(`exercise.state-${exercise.state}`),
          <a href={`/drills/${exercise.id}/report`}>{words('past.report-link')}</a>,
        ])}
      />
    </section>
  )
}
