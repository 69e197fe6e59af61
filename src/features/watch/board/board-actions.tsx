import { dateAndTime } from '#platform/i18n/time.ts'
import { BoardCaption } from '#ui/board.tsx'
import { Button } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { Undo } from '#ui/notice.tsx'
import { PostForm } from '#ui/post-form.tsx'
import { boardPath } from '../paths.ts'
import { canConfirm, canDismiss } from '../permissions.ts'
import { decisionsFor } from '../rules.ts'
import { watchWords, type WatchWords } from '../words.ts'
import type { IncidentDetail } from './board-data.ts'
import { DismissForm } from './dismiss-form.tsx'
import { ExerciseControls } from './exercise-controls.tsx'
import type { BoardLook } from './look.ts'

type BoardActionsProps = BoardLook & {
  /** The actor is duty manager by the rota now. */
  isOnDuty: boolean
  part?: 'decisions' | 'exercise'
}

/**
 * What can be decided about the chosen incident (`decisions`), and how an exercise is steered (`exercise`): both, unless
 * one is asked for so that other acts can stand between them. Lies in `<section class="wb-act">`.
 */
export function BoardActions({ data, style, actor, isOnDuty, part }: BoardActionsProps) {
  const words = watchWords(style.locale)
  const incident = data.chosen
  return (
    <>
      {part !== 'exercise' && <BoardCaption text={words('act.title')} />}
      {incident && part !== 'exercise' && (
        <Decisions incident={incident} actor={actor} isOnDuty={isOnDuty} style={style} words={words} />
      )}
      {data.exercise && part !== 'decisions' && (
        <ExerciseControls exercise={data.exercise} style={style} actor={actor} />
      )}
    </>
  )
}

type DecisionProps = {
  incident: IncidentDetail
  actor: BoardLook['actor']
  isOnDuty: boolean
  style: BoardLook['style']
  words: WatchWords
}

function Decisions({ incident, actor, isOnDuty, style, words }: DecisionProps) {
  const path = boardPath(incident.exerciseId, incident.id)
  const mayConfirm = canConfirm(actor, isOnDuty)
  const mayDismiss = canDismiss(actor, isOnDuty)
  const possible = decisionsFor(incident.state)
  if (!mayConfirm && !mayDismiss) {
    return (
      <div class="act">
        <p>{words('act.not-yours')}</p>
      </div>
    )
  }
  const settled = incident.state === 'dismissed' ? words('act.dismissed') : words('act.closed')
  return (
    <div class="act act--decide">
      {possible.includes('confirm') && mayConfirm && (
        <PostForm action={`${path}/confirm`}>
          <Button kind="main" icon="check" wide id="confirm" consequence={words('act.confirm-does')}>
            {words('act.confirm')}
          </Button>
        </PostForm>
      )}
      {possible.includes('close') && mayDismiss && (
        <PostForm action={`${path}/close`}>
          <Button kind="plain" wide id="close" consequence={words('act.close-does')}>
            {words('act.close')}
          </Button>
        </PostForm>
      )}
      {possible.includes('dismiss') && mayDismiss && (
        <Details id="dismiss" summary={words('act.dismiss')}>
          <DismissForm action={`${path}/dismiss`} words={words} />
        </Details>
      )}
      {possible.includes('reopen') && mayDismiss && (
        <Undo text={incident.settledAt ? `${settled} ${dateAndTime(incident.settledAt, style)}.` : settled}>
          <PostForm action={`${path}/reopen`} inline>
            <Button kind="quiet" icon="undo">
              {words('act.undo')}
            </Button>
          </PostForm>
        </Undo>
      )}
      {possible.includes('confirm') && <p>{words('act.teaches')}</p>}
    </div>
  )
}
