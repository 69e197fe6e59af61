import { expect, test } from 'vitest'
import { BudgetPage } from './budget.page.tsx'

const style = { locale: 'en', zone: 'UTC' } as const
const page = (props: Partial<Parameters<typeof BudgetPage>[0]>) =>
  String(
    <BudgetPage days={30} setAt={undefined} setBy={undefined} learned={[]} figures={[]} style={style} {...props} />,
  )

test('while nothing was measured Sam sees no figures; once it was, one line a budget', () => {
  expect(page({})).not.toContain('What it costs')
  const measured = page({
    figures: [{ days: 60, found: 9, tried: 10, medianMinutes: 7.25, falseAlerts: 3, inDays: 200 }],
  })
  expect(measured).toContain('What it costs')
  for (const told of ['60 days', '9 of 10', '7.3 min of the first post', '3 in 200 days of ordinary talk'])
    expect(measured).toContain(told)
})

test('what was learnt is told as strongly as it is meant', () => {
  const learned = (nats: number) =>
    page({ learned: [{ kind: 'crash', nats, dismissed: 3, confirmed: 1, latestAt: Date.UTC(2026, 10, 21) }] })
  expect(learned(3.2)).toContain('Crash: needs much more here')
  expect(learned(1.8)).toContain('Crash: needs more here')
  expect(learned(0.4)).toContain('Crash: needs a little more here')
  expect(learned(-0.2)).toContain('Crash: needs a little less here')
  expect(learned(1.8)).toContain('3 dismissed, 1 confirmed. The latest on Saturday, 21 November 2026.')
})
