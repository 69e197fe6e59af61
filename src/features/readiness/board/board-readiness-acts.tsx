import { clockTime, type TimeStyle } from '#platform/i18n/time.ts'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { PostForm } from '#ui/post-form.tsx'
import { BIG_HOLD, HOLD_MINUTES } from '../holds/rules.ts'
import { PostureButtons } from '../pages/posture-buttons.tsx'
import { TeamAct } from '../pages/team-act.tsx'
import { minutesAfter } from '../posture/rules.ts'
import { readinessWords } from '../words.ts'
import type { BesideData } from './beside-data.ts'

interface Props {
  data: BesideData
  style: TimeStyle
  /** Where the forms lead back to. */
  back: string
}

/** What readiness offers beside an incident: hold, page the team, move the posture; and what was done already. */
export function BoardReadinessActs({ data, style, back }: Props) {
  const words = readinessWords(style.locale)
  return (
    <>
      {data.nobodyAnswered && (
        <Notice kind="alarm" icon="warn" role="alert">
          <p>{words('who.exhausted')}</p>
        </Notice>
      )}
      <ElectiveStarts data={data} style={style} back={back} />
      <TeamAct {...data} style={style} back={back} mayPage={data.may.pageTeam} incidentId={data.incident?.incidentId} />
      {data.may.setPosture && (
        <PostureButtons
          board
          level={data.posture.level}
          path={data.path}
          style={style}
          back={back}
          incidentId={data.incident?.incidentId}
        />
      )}
      <div class="act">
        <h3 class="sv-meta">{words('done.title')}</h3>
        {data.done.length === 0 ? (
          <p>{words('done.none')}</p>
        ) : (
          <p>
            {data.done.map((line, index) => (
              <>
                {index > 0 && <br />}
                <time datetime={line.at.toISOString()}>{clockTime(line.at, style)}</time> {line.who}: {line.what}
              </>
            ))}
          </p>
        )}
        <p>
          <a href={data.path}>{words('done.open')}</a>
        </p>
      </div>
    </>
  )
}

function ElectiveStarts({ data, style, back }: Props) {
  const words = readinessWords(style.locale)
  const hold = data.holds.find((one) => one.kind === BIG_HOLD)
  if (hold) {
    return (
      <div class="act">
        <h3 class="sv-meta">{words('hold.elective-starts.held')}</h3>
        {data.may.hold && (
          <div class="act__pair">
            <PostForm action={`${data.path}/holds/${hold.id}/renew`} hidden={{ back }} inline>
              <Button kind="plain" wide>
                {words('hold.renew', { minutes: HOLD_MINUTES })}
              </Button>
            </PostForm>
            <PostForm action={`${data.path}/holds/${hold.id}/release`} hidden={{ back }} inline>
              <Button kind="plain" wide>
                {words('hold.release')}
              </Button>
            </PostForm>
          </div>
        )}
        <p>{words('hold.running-board', { time: clockTime(hold.until, style) })}</p>
      </div>
    )
  }
  if (!data.may.hold) return null
  return (
    <PostForm action={`${data.path}/holds`} hidden={{ kind: BIG_HOLD, back }}>
      <Button
        kind="plain"
        wide
        id="hold-elective-starts"
        consequence={words('hold.big-does', { time: clockTime(minutesAfter(data.now, HOLD_MINUTES), style) })}
      >
        {words('hold.big', { minutes: HOLD_MINUTES })}
      </Button>
    </PostForm>
  )
}
