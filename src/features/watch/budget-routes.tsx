import { Hono } from 'hono'
import { NotFound } from '#platform/errors.ts'
import { signedIn, timeStyle, type AppContext, type AppEnv, type Routes } from '#platform/web/context.ts'
import { readForm, type FormProblem } from '#platform/web/forms.ts'
import { forgetLessons, setBudget } from './budget-actions.ts'
import { BUDGET_FIGURES } from './budget-figures.ts'
import { learnedIn } from './detector/index.ts'
import { BudgetForm, ForgetForm } from './forms.ts'
import { BudgetPage } from './pages/budget.page.tsx'
import { canManageSources } from './permissions.ts'
import type { RouteDeps } from './route-deps.ts'
import { USUAL_BUDGET_DAYS } from './rules.ts'
import { findBudget, findDetectorState } from './store.ts'
import { watchWords } from './words.ts'

const PATH = '/settings/watch'

/** How easily the watch pages, and what verdicts taught it; for the administrator. */
export function budgetRoutes(deps: RouteDeps): Routes {
  const { db, names } = deps
  return new Hono<AppEnv>()
    .get(PATH, (c) => budgetPage(c, manager(c) && undefined))
    .post(PATH, async (c) => {
      const actor = manager(c)
      const form = await readForm(c, BudgetForm)
      if (!form.ok) return budgetPage(c, form)
      await setBudget(deps, actor, form.data.days)
      return c.redirect(PATH, 303)
    })
    .post(`${PATH}/forget`, async (c) => {
      const actor = manager(c)
      const form = await readForm(c, ForgetForm)
      if (!form.ok) throw new NotFound('No such kind of incident')
      await forgetLessons(deps, actor, form.data.kind)
      return c.redirect(PATH, 303)
    })

  async function budgetPage(c: AppContext, problem: FormProblem | undefined) {
    const style = timeStyle(c)
    const now = c.get('now')
    const { budget, setBy, state } = await db.read(async (reader) => {
      const found = await findBudget(reader)
      const by = found?.set_by ?? null
      return {
        budget: found,
        setBy: by === null ? undefined : (await names(reader, [by])).get(by)?.name,
        state: await findDetectorState(reader, null),
      }
    })
    if (problem) c.status(422)
    return c.render(
      <BudgetPage
        days={budget?.days ?? USUAL_BUDGET_DAYS}
        setAt={budget?.set_at}
        setBy={setBy}
        learned={state ? learnedIn(JSON.parse(state), now.getTime()) : []}
        figures={BUDGET_FIGURES}
        style={style}
        problem={problem}
      />,
      { title: watchWords(style.locale)('budget.title'), frame: 'staff' },
    )
  }
}

function manager(c: AppContext) {
  const actor = signedIn(c)
  if (!canManageSources(actor)) throw new NotFound('No such page')
  return actor
}
