import { Hono } from 'hono'
import { NotAllowed, NotFound } from '#platform/errors.ts'
import { signedIn, timeStyle, type AppContext, type AppEnv, type Routes } from '#platform/web/context.ts'
import { readForm, type FormProblem } from '#platform/web/forms.ts'
import { UUID_IN_PATH } from '#platform/web/path.ts'
import { DutyForm } from '../forms.ts'
import { canEditRota, canSeeReadiness } from '../permissions.ts'
import type { ReadinessDeps } from '../readiness.ts'
import { readinessWords } from '../words.ts'
import { addDuty, raiseDuty, removeDuty } from './actions.ts'
import { loadRota } from './load.ts'
import { fromLocalTime } from './local-time.ts'
import { RotaPage } from './rota.page.tsx'

export function rotaRoutes(deps: ReadinessDeps): Routes {
  const reader = (c: AppContext) => {
    const actor = signedIn(c)
    if (!canSeeReadiness(actor)) throw new NotFound('No rota for this person')
    return actor
  }

  async function show(c: AppContext, problem?: FormProblem) {
    const actor = reader(c)
    const style = timeStyle(c)
    const rota = await deps.db.read((open) => loadRota(deps, open, { now: c.get('now'), actor, locale: style.locale }))
    if (problem) c.status(422)
    return c.render(<RotaPage rota={rota} style={style} problem={problem} />, {
      title: readinessWords(style.locale)('rota.title'),
      frame: 'staff',
    })
  }

  return new Hono<AppEnv>()
    .get('/readiness/rota', (c) => show(c))
    .post('/readiness/rota', async (c) => {
      const actor = reader(c)
      const form = await readForm(c, DutyForm)
      // Whoever may not change it learns that, not what was wrong with the form.
      if (!canEditRota(actor)) throw new NotAllowed('Only a duty manager or an administrator can change the rota')
      if (!form.ok) return show(c, form)
      const { zone } = c.get('organisation')
      const input = form.data
      await addDuty(deps, actor, {
        role: input.role,
        personId: input.person,
        from: input.from === '' ? null : fromLocalTime(input.from, zone),
        until: input.until === '' ? null : fromLocalTime(input.until, zone),
      })
      return c.redirect('/readiness/rota', 303)
    })
    .post(`/readiness/rota/:duty{${UUID_IN_PATH}}/up`, async (c) => {
      await raiseDuty(deps, reader(c), c.req.param('duty'))
      return c.redirect('/readiness/rota', 303)
    })
    .post(`/readiness/rota/:duty{${UUID_IN_PATH}}/remove`, async (c) => {
      await removeDuty(deps, reader(c), c.req.param('duty'))
      return c.redirect('/readiness/rota', 303)
    })
}
