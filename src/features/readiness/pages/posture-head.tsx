import { Notice } from '#ui/notice.tsx'
import { PostureLadder } from '#ui/posture-ladder.tsx'
import { Countdown } from '#ui/time.tsx'
import { incidentTitle } from '../incidents/title.ts'
import { ASKS_AGAIN_AFTER, isDue, minutesAfter, isRaised, REVERTS_AFTER } from '../posture/rules.ts'
import { incidentPath } from '../scene.ts'
import { POSTURE_LEVELS, type PostureLevel } from '../types.ts'
import { minutesAndSeconds } from './duration.ts'
import { sayMoment } from './moment.ts'
import { say, type Look } from './look.ts'
import { PostureButtons } from './posture-buttons.tsx'

/** The posture in large, why, what can be done about it, and the ladder. */
export function PostureHead(look: Look) {
  const { data, style } = look
  const { words, path } = say(look)
  const { posture, may } = data
  const isOpen = data.sheets.length + data.holds.length + data.incidents.length > 0
  return (
    <>
      <div class="rd-now">
        <h1>
          <Because {...look} />
          <NowLine {...look} />
        </h1>
        {may.setPosture && (
          <PostureButtons
            level={posture.level}
            path={path}
            style={style}
            incidentId={data.because?.incidentId}
            canStandDown={isOpen}
          />
        )}
      </div>
      <PostureLadder
        label={words('posture.label')}
        steps={POSTURE_LEVELS.map((level) => ({ name: words(`posture.${level}`), ...rung(look, level) }))}
      />
      <Hints {...look} />
    </>
  )
}

function Because(look: Look) {
  const { data, style } = look
  const { words } = say(look)
  const incident = data.because
  if (!incident || (!isRaised(data.posture.level) && data.incidents.length === 0 && data.sheets.length === 0))
    return null
  const since = {
    probable: incident.probableAt,
    confirmed: incident.confirmedAt,
    dismissed: incident.settledAt,
    closed: incident.settledAt,
  }
  const at = since[incident.state]
  const state = at && words(`incident.state.${incident.state}`, { time: sayMoment(at, data.now, style) })
  return (
    <small>
      {words('posture.because')}{' '}
      <a href={incidentPath(data.scene, incident.incidentId)}>{incidentTitle(incident, style.locale)}</a>
      {state && `, ${state}`}
    </small>
  )
}

function NowLine(look: Look) {
  const { data, style } = look
  const { words } = say(look)
  const { level, until, setAt } = data.posture
  const posture = words(`posture.${level}`)
  if (until) {
    const ends = words('posture.now-until', { posture, time: sayMoment(until, data.now, style) })
    return (
      <>
        {ends}{' '}
        <small>
          <Countdown until={until.toISOString()} left={minutesAndSeconds(until, data.now)} ends="" />{' '}
          {words('posture.left')}
        </small>
      </>
    )
  }
  return (
    <>
      {setAt && isRaised(level)
        ? words('posture.now-since', { posture, time: sayMoment(setAt, data.now, style) })
        : posture}
    </>
  )
}

/** How one step of the ladder is drawn: taken, standing, or what it would do. */
function rung(look: Look, level: PostureLevel): { state: 'past' | 'now' | 'next'; detail: string } {
  const { data, style } = look
  const { words, nameOf } = say(look)
  const { posture, steps } = data
  const time = (at: Date) => sayMoment(at, data.now, style)
  const taken = steps.findLast((step) => step.level === level)
  const who = taken && words('posture.set', { time: time(taken.setAt), name: nameOf(taken.setBy) })

  if (level === posture.level) {
    const ends =
      level === 'stand-down' && posture.until
        ? words('posture.stand-down-ends', { time: time(posture.until) })
        : posture.until
          ? words('posture.reverts', { time: time(posture.until) })
          : posture.askAt && words('posture.asks', { time: time(posture.askAt) })
    return { state: 'now', detail: [who, ends].filter(Boolean).join('. ') }
  }
  const first = steps.find((step) => step.level !== 'normal')
  if (level === 'normal' && first && isRaised(posture.level)) {
    return { state: 'past', detail: words('posture.before', { time: time(first.setAt) }) }
  }
  if (who && isRaised(posture.level)) return { state: 'past', detail: who }
  const minutes = REVERTS_AFTER[level] ?? 0
  return { state: 'next', detail: words(`posture.would.${level}`, { minutes, hours: ASKS_AGAIN_AFTER / 60 }) }
}

function Hints(look: Look) {
  const { data, style } = look
  const { words } = say(look)
  const { posture, now, incidents, sheets } = data
  // The question stands for ten minutes from the moment it was asked, which moved the next one two hours on.
  const lastAsked = posture.askAt && minutesAfter(posture.askAt, -ASKS_AGAIN_AFTER)
  const wasAsked =
    lastAsked &&
    posture.setAt &&
    lastAsked > posture.setAt &&
    isDue(lastAsked, now) &&
    data.calls.some((call) => call.key.startsWith('posture:') && !call.endedAt)
  if (wasAsked && posture.setAt) {
    return (
      <Notice kind="caution" icon="clock">
        <p>{words('posture.ask-now', { time: sayMoment(posture.setAt, data.now, style) })}</p>
      </Notice>
    )
  }
  const isUnderWay = (isRaised(posture.level) || sheets.length > 0) && posture.level !== 'stand-down'
  if (isUnderWay && incidents.length === 0 && data.because?.settledAt) {
    return (
      <Notice kind="hand" icon="info">
        <p>{words('posture.no-incident')}</p>
      </Notice>
    )
  }
  return null
}
