import { dateAndTime, longDate, type TimeStyle } from '#platform/i18n/time.ts'
import { typed, type FormProblem } from '#platform/web/forms.ts'
import { Button } from '#ui/button.tsx'
import { Radios } from '#ui/choices.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { ConfirmDialog } from '#ui/live.tsx'
import { PostForm } from '#ui/post-form.tsx'
import { Table } from '#ui/table.tsx'
import type { BudgetFigure } from '../budget-figures.ts'
import type { Learned } from '../detector/index.ts'
import { BUDGET_DAYS, USUAL_BUDGET_DAYS } from '../rules.ts'
import { watchWords, type WatchWords } from '../words.ts'
import { errorsOf, messageOf } from './form-errors.ts'

export interface BudgetPageProps {
  days: number
  /** Undefined while nobody has set it. */
  setAt: Date | undefined
  setBy: string | undefined
  learned: Learned[]
  figures: readonly BudgetFigure[]
  style: TimeStyle
  problem?: FormProblem | undefined
}

/** How many false pages the hospital bears, what that costs, and what verdicts have taught. */
export function BudgetPage({ days, setAt, setBy, learned, figures, style, problem }: BudgetPageProps) {
  const words = watchWords(style.locale)
  return (
    <div class="sv-stack">
      <ErrorSummary title={words('form.problem')} errors={errorsOf(problem, words)} />
      <h1>{words('budget.title')}</h1>
      <p class="sv-lead">{words('budget.lead')}</p>
      <PostForm action="/settings/watch">
        <Radios
          name="days"
          legend={words('budget.legend')}
          hint={words('budget.hint')}
          choices={BUDGET_DAYS.map((choice) => ({
            value: String(choice),
            text: words(choice === USUAL_BUDGET_DAYS ? 'budget.days-usual' : 'budget.days', { days: choice }),
          }))}
          value={typed(problem, 'days', String(days))}
          error={messageOf(problem, 'days', words)}
          errorPrefix={words('form.error-prefix')}
        />
        <Button kind="main">{words('budget.button')}</Button>
        {setAt && (
          <p class="sv-meta">
            {setBy
              ? words('budget.set-by', { name: setBy, at: dateAndTime(setAt, style) })
              : words('budget.set-at', { at: dateAndTime(setAt, style) })}
          </p>
        )}
      </PostForm>
      {figures.length > 0 && <Cost figures={figures} style={style} words={words} />}
      <section class="sv-stack" aria-labelledby="learned-title">
        <h2 id="learned-title">{words('learned.title')}</h2>
        <p>{words('learned.lead')}</p>
        {learned.length === 0 ? (
          <EmptyState title={words('learned.none-title')} headingLevel={3}>
            <p>{words('learned.none')}</p>
          </EmptyState>
        ) : (
          learned.map((one) => <OneKind learned={one} style={style} words={words} />)
        )}
      </section>
    </div>
  )
}

function Cost({ figures, style, words }: { figures: readonly BudgetFigure[]; style: TimeStyle; words: WatchWords }) {
  const number = new Intl.NumberFormat(style.locale, { maximumFractionDigits: 1 })
  const labels = [
    words('budget.cost-budget'),
    words('budget.cost-found'),
    words('budget.cost-minutes'),
    words('budget.cost-false'),
  ]
  return (
    <section class="sv-stack" aria-labelledby="cost-title">
      <h2 id="cost-title">{words('budget.cost-title')}</h2>
      <p>{words('budget.cost-lead')}</p>
      <Table
        id="cost"
        caption={words('budget.cost-caption')}
        narrow="stack"
        stackLabels={labels}
        columns={labels.map((text, index) => ({ text, numeric: index > 0 }))}
        rows={figures.map(({ days, found, tried, medianMinutes, falseAlerts, inDays }) => [
          words('budget.cost-days', { days }),
          words('budget.cost-found-value', { found, tried }),
          words('budget.cost-minutes-value', { minutes: number.format(medianMinutes) }),
          words('budget.cost-false-value', { count: falseAlerts, days: inDays }),
        ])}
      />
    </section>
  )
}

function OneKind({ learned, style, words }: { learned: Learned; style: TimeStyle; words: WatchWords }) {
  const { kind, nats, dismissed, confirmed, latestAt } = learned
  const name = words(`kind.${kind}`)
  const reasons = [
    dismissed > 0 && words('learned.dismissed', { count: dismissed }),
    confirmed > 0 && words('learned.confirmed', { count: confirmed }),
  ].filter(Boolean)
  return (
    <section class="sv-card sv-stack-s" aria-labelledby={`learned-${kind}`}>
      <h3 id={`learned-${kind}`}>{words(`learned.${amountOf(nats)}`, { kind: name })}</h3>
      <p>
        {reasons.join(', ')}. {words('learned.latest', { date: longDate(new Date(latestAt), style) })}
      </p>
      <p class="sv-meta">
        {words('learned.nats', {
          nats: new Intl.NumberFormat(style.locale, { maximumFractionDigits: 1, signDisplay: 'exceptZero' }).format(
            nats,
          ),
        })}
      </p>
      <ConfirmDialog
        title={words('learned.forget-title', { kind: name })}
        text={words('learned.forget-text')}
        yes={words('learned.forget')}
        no={words('form.cancel')}
      >
        <PostForm action="/settings/watch/forget" inline>
          <input type="hidden" name="kind" value={kind} />
          <Button kind="quiet" label={words('learned.forget-label', { kind: name })}>
            {words('learned.forget')}
          </Button>
        </PostForm>
      </ConfirmDialog>
    </section>
  )
}

/** How much more, or less, in a word: a nat makes a false page nearly three times rarer. */
function amountOf(nats: number): 'more' | 'much-more' | 'little-more' | 'little-less' {
  if (nats < 0) return 'little-less'
  if (nats < 1) return 'little-more'
  return nats < 2.5 ? 'more' : 'much-more'
}
