import { clockTime, clockTimeToTheSecond, dateAndTime, relativeTime, type TimeStyle } from '#platform/i18n/time.ts'
import type { FormProblem } from '#platform/web/forms.ts'
import { typed } from '#platform/web/forms.ts'
import { Button } from '#ui/button.tsx'
import { Minutes } from '#ui/choices.tsx'
import { Details } from '#ui/details.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { Icon, type IconName } from '#ui/icon.tsx'
import { Notice } from '#ui/notice.tsx'
import { PostForm } from '#ui/post-form.tsx'
import { Time } from '#ui/time.tsx'
import { MOST_MINUTES } from '../forms.ts'
import type { FactLine } from '../message.ts'
import type { Answer, CallMode, CallState } from '../types.ts'
import { pagingWords, type PagingWords } from '../words.ts'

const CHOICES = [5, 10, 20, 30, 45, 60]
const USUAL = 20

export interface AnswerPageProps {
  style: TimeStyle
  now: Date
  organisation: string
  name: string
  sentence: string
  facts: FactLine[]
  mode: CallMode
  callState: CallState
  openedAt: Date
  /** Where the form posts. */
  action: string
  answer: { answer: Answer; minutes: number | null; eta: Date | null } | null
  /** For a duty manager who writes down what somebody said by phone: for whom. */
  onBehalf?: boolean
  /** Just answered: says thank you first. */
  thanks: boolean
  /** How many people this call asked so far, and what they said. */
  paged: number
  others: { coming: number; cannot: number; waiting: number }
  /** Where it is shown to those who may sign in. */
  boardPath: string | undefined
  next: { kind: 'escalate' | 'remind' | 'exhaust'; at: Date } | null
  /** Until when the link answers; absent when signed in. */
  linkEndsAt?: Date
  problem?: FormProblem
}

/** The page that wakes: one sentence, place, distance, evidence, three large buttons. */
export function AnswerPage(props: AnswerPageProps) {
  const { style, now, openedAt } = props
  const words = pagingWords(style.locale)
  const isOver = props.callState === 'ended'
  const errors = Object.entries(props.problem?.errors ?? {})
  return (
    <main id="main" class="pg">
      <ErrorSummary
        title={words('error.title')}
        errors={errors.map(([field, key]) => ({ field, text: words(words.has(key) ? key : 'error.minutes') }))}
      />
      <p class="pg__from">
        <span>
          <b>{props.organisation}</b>
          <br />
          {words('link.to', { name: props.name })}
        </span>
        <Time
          at={openedAt.toISOString()}
          relative={relativeTime(openedAt, now, style.locale)}
          absolute={clockTimeToTheSecond(openedAt, style)}
        />
      </p>
      {props.onBehalf && <p>{words('on-behalf.intro', { name: props.name })}</p>}
      <h1>{props.sentence}</h1>
      <div class="sv-stack">
        <ul class="pg__facts">
          {props.facts.map((fact) => (
            <li>
              <Icon name={FACT_ICONS[fact.about]} /> <span>{fact.text}</span>
            </li>
          ))}
        </ul>
        <Said {...props} words={words} />
        {props.boardPath && (
          <p>
            <a href={props.boardPath}>{words('link.board')}</a>
          </p>
        )}
      </div>
      {!isOver && <AnswerForm {...props} words={words} />}
      <p class="pg__next">
        {!isOver && <Next {...props} words={words} />}
        {props.linkEndsAt ? (
          words('link.ends', { time: dateAndTime(props.linkEndsAt, style) })
        ) : (
          <a href="/pages">{words('link.all-mine')}</a>
        )}
      </p>
    </main>
  )
}

const FACT_ICONS: Record<FactLine['about'], IconName> = {
  distance: 'pin',
  evidence: 'search',
  sources: 'people',
  asked: 'person',
}

type WithWords = AnswerPageProps & { words: PagingWords }

/** What this person has said, and what the others have. */
function Said({ words, answer, callState, mode, thanks, paged, others, style }: WithWords) {
  if (callState === 'ended' && mode !== 'test') {
    return (
      <Notice
        kind="plain"
        title={words(answer?.answer === 'coming' ? 'link.ended-come' : 'link.ended')}
        role="status"
      />
    )
  }
  if (!answer) {
    if (mode === 'test') return <p>{words('link.test-explain')}</p>
    if (callState === 'exhausted') return <Notice kind="alarm" icon="warn" title={words('link.exhausted')} />
    return callState === 'answered' ? <p>{words('link.settled')}</p> : null
  }
  const said =
    answer.answer === 'coming'
      ? words('answered.coming', { time: answer.eta ? clockTime(answer.eta, style) : '' })
      : words(`answered.${answer.answer}`)
  return (
    <Notice
      kind="good"
      icon="check"
      title={mode === 'test' ? words('answered.thanks-test') : said}
      role={thanks ? 'status' : undefined}
    >
      {mode !== 'test' && (
        <p>
          {thanks && <>{words('answered.thanks')} </>}
          {paged > 1 && <>{words('link.others', others)} </>}
          {words('answered.change')}
        </p>
      )}
    </Notice>
  )
}

function AnswerForm({ words, action, answer, mode, problem }: WithWords) {
  if (mode === 'test') {
    return (
      <PostForm action={action} class="pg__answer">
        <Button kind="hand" wide class="sv-button--main" name="answer" value="seen">
          {words('answer.test')}
        </Button>
      </PostForm>
    )
  }
  const chosen = Number(typed(problem, 'minutes', String(answer?.minutes ?? USUAL)))
  const isOwn = !CHOICES.includes(chosen)
  const error = problem?.errors['ownMinutes']
  return (
    <PostForm action={action} class="pg__answer">
      <Minutes name="minutes" legend={words('answer.minutes-legend')} minutes={CHOICES} value={chosen} />
      <Details summary={words('answer.own-minutes-summary')} open={isOwn || error !== undefined}>
        <Field
          name="ownMinutes"
          label={words('answer.own-minutes')}
          type="number"
          inputmode="numeric"
          min={1}
          max={MOST_MINUTES}
          width={4}
          value={typed(problem, 'ownMinutes', isOwn ? String(chosen) : '')}
          suffix={words('answer.minutes-unit')}
          {...(error !== undefined && { error: words('error.minutes'), errorPrefix: words('error.prefix') })}
        />
      </Details>
      <Button kind="hand" wide class="sv-button--main" name="answer" value="coming">
        {words('answer.coming')}
      </Button>
      <div class="pg__pair">
        <Button kind="plain" name="answer" value="cannot">
          {words('answer.cannot')}
        </Button>
        <Button kind="plain" name="answer" value="seen">
          {words('answer.seen')}
        </Button>
      </div>
    </PostForm>
  )
}

function Next({ words, next, answer, style }: WithWords) {
  if (!next || answer || next.kind === 'exhaust') return null
  return (
    <>
      <b>{words(`link.next-${next.kind}`, { time: clockTime(next.at, style) })}</b>{' '}
    </>
  )
}

/** A link that has ended: friendly, with the way on. */
export function LinkOverPage({ style }: { style: TimeStyle }) {
  const words = pagingWords(style.locale)
  return (
    <main id="main" class="pg">
      <h1>{words('link.over-title')}</h1>
      <p>{words('link.over-text')}</p>
      <p>
        <a href="/pages">{words('link.sign-in')}</a>
      </p>
    </main>
  )
}
