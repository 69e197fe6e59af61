import { Hono } from 'hono'
import { NotFound } from '#platform/errors.ts'
import { signedIn, timeStyle, type AppContext, type AppEnv, type Routes } from '#platform/web/context.ts'
import { readForm } from '#platform/web/forms.ts'
import { UUID_IN_PATH } from '#platform/web/path.ts'
import { decideIncident } from './actions.ts'
import { budgetRoutes } from './budget-routes.tsx'
import { drillRoutes } from './drill-routes.tsx'
import { exerciseLabel } from './exercise-label.ts'
import { DismissalForm } from './forms.ts'
import { findIncidentRow, listIncidents } from './incident.store.ts'
import { loadAccount } from './load-account.ts'
import { summaryOf } from './load-board.ts'
import { boardPath } from './paths.ts'
import { DismissPage } from './pages/dismiss.page.tsx'
import { canDismiss, canManageSources, canWatch } from './permissions.ts'
import { WhyPage } from './pages/why.page.tsx'
import { dismissalText, type Decision } from './rules.ts'
import type { RouteDeps } from './route-deps.ts'
import { pathId } from './path-id.ts'
import { sourceRoutes } from './source-routes.tsx'
import { incidentTitle, watchWords } from './words.ts'

/** Decisions about incidents of the real world and of exercises; replays and drills; sources. The boards themselves are composed in `app`. */
export function watchRoutes(deps: RouteDeps): Routes {
  const routes = new Hono<AppEnv>()
  for (const decision of ['confirm', 'close', 'reopen'] as const) {
    routes.post(`/watch/incidents/:id/${decision}`, (c) => decide(c, null, decision))
    routes.post(`/drills/:exercise/incidents/:id/${decision}`, (c) => decide(c, exerciseOf(c), decision))
  }
  return routes
    .post('/watch/incidents/:id/dismiss', (c) => dismiss(c, null))
    .post('/drills/:exercise/incidents/:id/dismiss', (c) => dismiss(c, exerciseOf(c)))
    .get(`/watch/incidents/:id{${UUID_IN_PATH}}/why`, (c) => why(c, null))
    .get(`/drills/:exercise{${UUID_IN_PATH}}/incidents/:id{${UUID_IN_PATH}}/why`, (c) => why(c, exerciseOf(c)))
    .get('/api/watch/incidents', async (c) => {
      if (!canWatch(signedIn(c))) throw new NotFound('No such page')
      const rows = await deps.db.read((reader) => listIncidents(reader, null))
      return c.json({ incidents: rows.map((row) => ({ ...summaryOf(row), rate: undefined })) })
    })
    .route('/', drillRoutes(deps))
    .route('/', sourceRoutes(deps))
    .route('/', budgetRoutes(deps))

  async function why(c: AppContext, exerciseId: string | null) {
    const actor = signedIn(c)
    if (!canWatch(actor)) throw new NotFound('No such page')
    const style = timeStyle(c)
    const incidentId = pathId(c, 'id')
    const data = await deps.db.read((reader) => loadAccount(reader, deps.names, { exerciseId, incidentId }))
    return c.render(<WhyPage data={data} style={style} maySet={canManageSources(actor)} />, {
      title: watchWords(style.locale)('why.title', { incident: incidentTitle(data.incident, style.locale) }),
      frame: 'staff',
      ...(data.exercise && { drill: { label: exerciseLabel(data.exercise, style.locale) } }),
    })
  }

  async function decide(c: AppContext, exerciseId: string | null, decision: Decision, reason: string | null = null) {
    const actor = signedIn(c)
    const incidentId = pathId(c, 'id')
    await decideIncident(deps, actor, { exerciseId, incidentId, decision, reason })
    return c.redirect(boardPath(exerciseId, incidentId), 303)
  }

  async function dismiss(c: AppContext, exerciseId: string | null) {
    const actor = signedIn(c)
    const incidentId = pathId(c, 'id')
    const form = await readForm(c, DismissalForm)
    if (form.ok) return decide(c, exerciseId, 'dismiss', dismissalText(form.data.reason, form.data.words))
    const { row, isOnDuty } = await deps.db.read(async (reader) => ({
      row: await findIncidentRow(reader, incidentId),
      isOnDuty: await deps.isDutyManager(reader, actor.id),
    }))
    if (!canDismiss(actor, isOnDuty) || !row || row.exercise_id !== exerciseId) throw new NotFound('No such incident')
    const { locale } = timeStyle(c)
    c.status(422)
    return c.render(<DismissPage incident={summaryOf(row)} locale={locale} problem={form} />, {
      title: watchWords(locale)('act.dismiss'),
      frame: 'staff',
    })
  }
}

function exerciseOf(c: AppContext): string {
  return pathId(c, 'exercise')
}
