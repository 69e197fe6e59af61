import { clockTime } from '#platform/i18n/time.ts'
import { Button, ButtonRow } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { PostForm } from '#ui/post-form.tsx'
import { Select } from '#ui/select.tsx'
import { Countdown } from '#ui/time.tsx'
import { BIG_HOLD, HOLD_MINUTES } from '../holds/rules.ts'
import { minutesAfter } from '../posture/rules.ts'
import { HOLD_KINDS, type Hold } from '../types.ts'
import { minutesAndSeconds } from './duration.ts'
import { say, type Look } from './look.ts'

/** What is held, until when, and the way to hold more. */
export function HoldsPanel(look: Look) {
  const { data } = look
  const { words } = say(look)
  return (
    <section class="sv-panel" aria-labelledby="holds">
      {data.holds.length === 0 ? (
        <div class="sv-panel__head">
          <h2 id="holds">{words('holds.title')}</h2>
        </div>
      ) : (
        <h2 id="holds" class="sv-hidden">
          {words('holds.title')}
        </h2>
      )}
      {data.holds.map((hold) => (
        <RunningHold look={look} hold={hold} />
      ))}
      <Startable {...look} />
    </section>
  )
}

function RunningHold({ look, hold }: { look: Look; hold: Hold }) {
  const { data, style } = look
  const { words, path, nameOf } = say(look)
  const time = clockTime(hold.until, style)
  const values = { time, name: nameOf(hold.startedBy) }
  const label = words(`hold.${hold.kind}`)
  return (
    <div class="rd-hold" id={`hold-${hold.id}`}>
      <Countdown
        big
        until={hold.until.toISOString()}
        left={minutesAndSeconds(hold.until, data.now)}
        ends={words('hold.ends', { time })}
        over={words('hold.over')}
      />
      <div>
        <h3 class="ty-19">{words(`hold.${hold.kind}.held`)}</h3>
        <p>{hold.kind === BIG_HOLD ? words('hold.until', values) : words('hold.until-other', values)}</p>
      </div>
      {data.may.hold && (
        <ButtonRow>
          <PostForm action={`${path}/holds/${hold.id}/renew`} inline>
            <Button kind="plain" label={words('hold.renew-label', { hold: label, minutes: HOLD_MINUTES })}>
              {words('hold.renew', { minutes: HOLD_MINUTES })}
            </Button>
          </PostForm>
          <PostForm action={`${path}/holds/${hold.id}/release`} inline>
            <Button kind="plain" icon="undo" label={words('hold.release-label', { hold: label })}>
              {words('hold.release')}
            </Button>
          </PostForm>
        </ButtonRow>
      )}
    </div>
  )
}

function Startable(look: Look) {
  const { data, style } = look
  const { words, path } = say(look)
  const held = new Set(data.holds.map((hold) => hold.kind))
  const others = HOLD_KINDS.filter((kind) => kind !== BIG_HOLD && !held.has(kind))
  const none = words('hold.none', { minutes: HOLD_MINUTES })
  if (!data.may.hold) {
    return data.holds.length === 0 ? (
      <div class="sv-panel__body">
        <p>{none}</p>
      </div>
    ) : null
  }
  return (
    <div class="sv-panel__body sv-stack-s">
      {!held.has(BIG_HOLD) && (
        <PostForm action={`${path}/holds`} hidden={{ kind: BIG_HOLD }}>
          <Button
            kind="plain"
            id="hold-elective-starts"
            consequence={words('hold.big-does', { time: clockTime(minutesAfter(data.now, HOLD_MINUTES), style) })}
          >
            {words('hold.big', { minutes: HOLD_MINUTES })}
          </Button>
        </PostForm>
      )}
      {others.length > 0 && (
        <Details summary={words('hold.other')} id="hold-other">
          <PostForm action={`${path}/holds`}>
            <Select
              name="kind"
              id="hold-kind"
              label={words('hold.what')}
              options={others.map((kind) => ({ value: kind, text: words(`hold.${kind}`) }))}
            />
            <Button kind="plain">{words('hold.start', { minutes: HOLD_MINUTES })}</Button>
          </PostForm>
        </Details>
      )}
    </div>
  )
}
