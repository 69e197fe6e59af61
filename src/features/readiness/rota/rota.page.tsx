import { dateAndTime, type TimeStyle } from '#platform/i18n/time.ts'
import { typed, type FormProblem } from '#platform/web/forms.ts'
import { Button, ButtonRow } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { Notice } from '#ui/notice.tsx'
import { Panel } from '#ui/panel.tsx'
import { PostForm } from '#ui/post-form.tsx'
import { Select } from '#ui/select.tsx'
import { Table } from '#ui/table.tsx'
import { Tag, type TagKind } from '#ui/tag.tsx'
import { errorText } from '../pages/look.ts'
import { ROLE_KEYS, type RoleKey } from '../types.ts'
import { readinessWords, type ReadinessWords } from '../words.ts'
import type { RotaData, Turn } from './load.ts'
import { ESCALATES_AFTER } from './rules.ts'

interface Props {
  rota: RotaData
  style: TimeStyle
  problem?: FormProblem | undefined
}

const REACH_TAG: Record<Turn['reach'], { kind: TagKind; icon: 'x' | 'warn' | 'check' }> = {
  none: { kind: 'alarm', icon: 'x' },
  untested: { kind: 'caution', icon: 'warn' },
  stale: { kind: 'caution', icon: 'warn' },
  tested: { kind: 'good', icon: 'check' },
}

/** Who is on duty now for each role, in what order they are paged, and who could not be woken. */
export function RotaPage({ rota, style, problem }: Props) {
  const words = readinessWords(style.locale)
  const list = (parts: string[]) => new Intl.ListFormat(style.locale, { type: 'conjunction' }).format(parts)
  const errors = Object.entries(problem?.errors ?? {}).map(([field, key]) => ({
    field,
    text: errorText(words, key) ?? '',
  }))
  return (
    <>
      <ErrorSummary title={words('problem.title')} errors={errors} />
      <h1>{words('rota.title')}</h1>
      <p class="sv-lead">{words('rota.lead', { minutes: ESCALATES_AFTER })}</p>
      <div class="sv-stack">
        {rota.unreachable.length > 0 && (
          <Notice kind="alarm" icon="warn" title={words('rota.unreachable', { count: rota.unreachable.length })}>
            <p>
              {list(rota.unreachable)}. {words('rota.unreachable-todo')}
            </p>
          </Notice>
        )}
        {rota.gaps.length > 0 && (
          <Notice kind="caution" icon="warn">
            <p>{words('rota.gaps', { roles: list(rota.gaps.map((role) => words(`role.${role}`))) })}</p>
          </Notice>
        )}
        <Table
          caption={words('rota.title')}
          hideCaption
          narrow="stack"
          stackLabels={[words('rota.role'), words('rota.now')]}
          columns={[{ text: words('rota.role') }, { text: words('rota.now') }]}
          rows={rota.roles.map(({ role, turns }) => [
            words(`role.${role}`),
            turns.length === 0 ? (
              <span class="sv-meta">{words('rota.nobody')}</span>
            ) : (
              <ol class="sv-stack-s">
                {turns.map((turn, index) => (
                  <TurnLine turn={turn} isFirst={index === 0} role={role} rota={rota} style={style} />
                ))}
              </ol>
            ),
          ])}
        />
        {rota.mayEdit && <AddForm rota={rota} words={words} problem={problem} />}
      </div>
    </>
  )
}

function TurnLine({
  turn,
  isFirst,
  role,
  rota,
  style,
}: {
  turn: Turn
  isFirst: boolean
  role: RoleKey
  rota: RotaData
  style: TimeStyle
}) {
  const words = readinessWords(style.locale)
  const tag = REACH_TAG[turn.reach]
  const values = { name: turn.name, role: words(`role.${role}`) }
  return (
    <li class="rd-turn">
      <span>
        <b>{turn.name}</b>{' '}
        <span class="sv-meta">
          {turnTimes(turn, words, style)}
          {!turn.isNow && `, ${words('rota.later')}`}
        </span>{' '}
        <Tag kind={tag.kind} icon={tag.icon}>
          {words(`rota.reach.${turn.reach}`)}
        </Tag>
      </span>
      {rota.mayEdit && (
        <ButtonRow>
          {!isFirst && (
            <PostForm action={`/readiness/rota/${turn.id}/up`} inline>
              <Button kind="quiet" icon="up" label={words('rota.up-label', values)}>
                {words('rota.up')}
              </Button>
            </PostForm>
          )}
          <PostForm action={`/readiness/rota/${turn.id}/remove`} inline>
            <Button kind="quiet" label={words('rota.remove-label', values)}>
              {words('rota.remove')}
            </Button>
          </PostForm>
        </ButtonRow>
      )}
    </li>
  )
}

function turnTimes({ from, until }: Turn, words: ReadinessWords, style: TimeStyle): string {
  if (from && until)
    return words('rota.from-until', { from: dateAndTime(from, style), until: dateAndTime(until, style) })
  if (from) return words('rota.from', { from: dateAndTime(from, style) })
  if (until) return words('rota.until', { until: dateAndTime(until, style) })
  return words('rota.always')
}

function AddForm({
  rota,
  words,
  problem,
}: {
  rota: RotaData
  words: ReadinessWords
  problem: FormProblem | undefined
}) {
  const error = (field: string) => {
    const text = errorText(words, problem?.errors[field])
    return text === undefined ? {} : { error: text, errorPrefix: words('error-prefix') }
  }
  return (
    <Panel id="add" title={words('rota.add')}>
      <PostForm action="/readiness/rota" class="sv-fields">
        <Select
          name="role"
          label={words('rota.role')}
          empty={words('choose')}
          value={typed(problem, 'role')}
          options={ROLE_KEYS.map((role) => ({ value: role, text: words(`role.${role}`) }))}
          {...error('role')}
        />
        <Select
          name="person"
          label={words('rota.person')}
          empty={words('choose')}
          value={typed(problem, 'person')}
          options={rota.people.map(({ id, name }) => ({ value: id, text: name }))}
          {...error('person')}
        />
        <Field
          name="from"
          type="datetime-local"
          width={24}
          label={words('rota.from-field')}
          hint={words('rota.times-hint')}
          value={typed(problem, 'from')}
          {...error('from')}
        />
        <Field
          name="until"
          type="datetime-local"
          width={24}
          label={words('rota.until-field')}
          hint={words('rota.times-hint')}
          value={typed(problem, 'until')}
          {...error('until')}
        />
        <Button>{words('rota.add-do')}</Button>
      </PostForm>
    </Panel>
  )
}
