import { clockTime, type TimeStyle } from '#platform/i18n/time.ts'
import type { Actor } from '#platform/actor.ts'
import { BoardCaption } from '#ui/board.tsx'
import { Button, ButtonRow } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { PostForm } from '#ui/post-form.tsx'
import { ProgressBar } from '#ui/progress-bar.tsx'
import { Select } from '#ui/select.tsx'
import { canStartExercise } from '../permissions.ts'
import { SPEEDS } from '../rules.ts'
import { watchWords, wordFor } from '../words.ts'
import type { ExerciseSummary } from './board-data.ts'

/** How far an exercise is, and its buttons: pause, resume, end, report. */
export function ExerciseControls({
  exercise,
  style,
  actor,
}: {
  exercise: ExerciseSummary
  style: TimeStyle
  actor: Actor
}) {
  const words = watchWords(style.locale)
  const path = `/drills/${exercise.id}`
  const isUnderWay = exercise.state === 'queued' || exercise.state === 'playing' || exercise.state === 'paused'
  return (
    <div class="act">
      <BoardCaption text={words('exercise.title')} aside={words(`exercise.state-${exercise.state}`)} />
      <ProgressBar
        id="exercise-progress"
        label={words('exercise.progress')}
        value={Math.round(exercise.progress * 100)}
        text={
          exercise.reached && exercise.to
            ? words('exercise.reached', {
                time: clockTime(exercise.reached, style),
                end: clockTime(exercise.to, style),
                played: exercise.postsPlayed,
                posts: exercise.posts ?? exercise.postsPlayed,
              })
            : words('exercise.reading')
        }
      />
      {canStartExercise(actor) && isUnderWay && (
        <ButtonRow>
          {exercise.state === 'paused' ? (
            <PostForm action={`${path}/resume`} inline>
              <Button kind="plain" icon="play">
                {words('exercise.resume')}
              </Button>
            </PostForm>
          ) : (
            <PostForm action={`${path}/pause`} inline>
              <Button kind="plain">{words('exercise.pause')}</Button>
            </PostForm>
          )}
          <PostForm action={`${path}/stop`} inline>
            <Button kind="plain" icon="x">
              {words('exercise.stop')}
            </Button>
          </PostForm>
        </ButtonRow>
      )}
      {canStartExercise(actor) && isUnderWay && (
        <Details id="exercise-speed" summary={words('exercise.speed')}>
          <PostForm action={`${path}/speed`}>
            <Select
              name="speed"
              id="exercise-speed-choice"
              label={words('drills.speed')}
              value={exercise.speed === null ? 'max' : String(exercise.speed)}
              options={SPEEDS.map((speed) => ({ value: speed, text: wordFor(words, 'speed', speed) }))}
            />
            <Button kind="plain">{words('exercise.speed-button')}</Button>
          </PostForm>
        </Details>
      )}
      <p>
        <a href={`${path}/report`}>{words('exercise.report')}</a>
      </p>
    </div>
  )
}
