import { clockTime, relativeTime } from '#platform/i18n/time.ts'
import { Button } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Panel } from '#ui/panel.tsx'
import { PostForm } from '#ui/post-form.tsx'
import { RoleStep, TaskList } from '#ui/role-step.tsx'
import { Select } from '#ui/select.tsx'
import { isLate, minutesLate, targetTime } from '../role-sheets/rules.ts'
import { SHEETS, type SheetStep } from '../role-sheets/steps.ts'
import type { Tick } from '../role-sheets/store.ts'
import { say, type Look } from './look.ts'
import type { ReadinessData } from './readiness-data.ts'

type Sheet = ReadinessData['sheets'][number]

/** Every open role sheet, ticked by one tap. */
export function SheetsPanel(look: Look) {
  const { data } = look
  const { words, path } = say(look)
  if (data.sheets.length === 0) {
    return (
      <Panel id="roles" title={words('sheets.title')}>
        <EmptyState title={words('sheets.none-title')}>
          <p>{words('sheets.none')}</p>
          {data.may.openSheets && (
            <PostForm action={`${path}/sheets`}>
              <Button kind="plain">{words('sheets.open')}</Button>
            </PostForm>
          )}
        </EmptyState>
      </Panel>
    )
  }
  const states = data.sheets.flatMap((sheet) => SHEETS[sheet.role].map((step) => stateOf(sheet, step, data.now)))
  const count = (is: (state: ReturnType<typeof stateOf>) => boolean) => states.filter(is).length
  const figure = words('sheets.figure', {
    done: count((state) => state.tick !== undefined),
    all: states.length,
    late: count((state) => state.tick === undefined && state.late),
  })
  return (
    <Panel id="roles" title={words('sheets.title')} aside={figure} flush>
      <div class="rd-roles">
        {data.sheets.map((sheet) => (
          <RoleSheetView look={look} sheet={sheet} />
        ))}
      </div>
    </Panel>
  )
}

function RoleSheetView({ look, sheet }: { look: Look; sheet: Sheet }) {
  const { data, style } = look
  const { words, path, nameOf } = say(look)
  const role = words(`role.${sheet.role}`)
  const action = `${path}/sheets/${sheet.id}`
  return (
    <TaskList title={role} who={sheet.personId ? nameOf(sheet.personId) : words('sheet.nobody')}>
      {SHEETS[sheet.role].map((step) => (
        <Step look={look} sheet={sheet} step={step} />
      ))}
      {data.posture.level === 'stand-down' && (
        <li class="step">
          {sheet.signedOffAt ? (
            <p>
              {words('sheet.signed-off', {
                time: clockTime(sheet.signedOffAt, style),
                name: nameOf(sheet.signedOffBy),
              })}
            </p>
          ) : (
            data.may.tick && (
              <PostForm action={`${action}/sign-off`} inline>
                <Button kind="main" label={words('sheet.sign-off-label', { role })}>
                  {words('sheet.sign-off')}
                </Button>
              </PostForm>
            )
          )}
        </li>
      )}
      {(data.may.tick || data.may.openSheets) && (
        <li class="step">
          <Who look={look} sheet={sheet} action={action} />
        </li>
      )}
    </TaskList>
  )
}

function Who({ look, sheet, action }: { look: Look; sheet: Sheet; action: string }) {
  const { data } = look
  const { words } = say(look)
  return (
    <>
      {data.may.tick && (
        <PostForm action={`${action}/take`} inline>
          <Button kind="quiet" label={words('sheet.take-label', { role: words(`role.${sheet.role}`) })}>
            {words('sheet.take')}
          </Button>
        </PostForm>
      )}
      {data.may.openSheets && (
        <Details summary={words('sheet.give')} id={`give-${sheet.id}`}>
          <PostForm action={`${action}/assign`}>
            <Select
              name="person"
              id={`person-${sheet.id}`}
              label={words('sheet.person')}
              value={sheet.personId ?? ''}
              options={data.staff.map(({ id, name }) => ({ value: id, text: name }))}
            />
            <Button kind="plain">{words('sheet.give-do')}</Button>
          </PostForm>
        </Details>
      )}
    </>
  )
}

function Step({ look, sheet, step }: { look: Look; sheet: Sheet; step: SheetStep }) {
  const { data, style } = look
  const { words, path, nameOf } = say(look)
  const { tick, target, late, minutes } = stateOf(sheet, step, data.now)
  const message = `step.${sheet.role}.${step.key}`
  const targetText = clockTime(target, style)
  const done = tick && { time: clockTime(tick.at, style), name: nameOf(tick.by), target: targetText, minutes }
  const detail = done
    ? words(late ? 'step.done-late' : 'step.done', done)
    : late
      ? words('step.late', { minutes, target: targetText })
      : words('step.target-in', { target: targetText, relative: relativeTime(target, data.now, style.locale) })
  return (
    <RoleStep
      id={`step-${sheet.id}-${step.key}`}
      text={words.has(message) ? words(message) : step.key}
      done={tick !== undefined}
      late={late && !tick}
      detail={detail}
      {...(data.may.tick && { action: `${path}/sheets/${sheet.id}/steps/${step.key}` })}
      stateText={words(tick ? 'step.state.done' : 'step.state.open')}
    />
  )
}

function stateOf(
  sheet: Sheet,
  step: SheetStep,
  now: Date,
): { tick: Tick | undefined; target: Date; late: boolean; minutes: number } {
  const tick = sheet.ticks.find((one) => one.step === step.key && one.done)
  const target = targetTime(sheet.openedAt, step)
  return { tick, target, late: isLate(target, tick?.at ?? null, now), minutes: minutesLate(target, tick?.at ?? now) }
}
