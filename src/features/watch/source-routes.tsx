import { Hono } from 'hono'
import type { Actor } from '#platform/actor.ts'
import { Invalid, NotFound } from '#platform/errors.ts'
import { signedIn, timeStyle, type AppContext, type AppEnv, type Routes } from '#platform/web/context.ts'
import { readForm, type FormProblem } from '#platform/web/forms.ts'
import { AreaForm, SourceForm } from './forms.ts'
import { sourceStatus } from './load-board.ts'
import { SourcesPage } from './pages/sources.page.tsx'
import { pathId } from './path-id.ts'
import { canManageSources } from './permissions.ts'
import type { RouteDeps } from './route-deps.ts'
import { addSource, changeSource, setArea } from './source-actions.ts'
import { listSources } from './source.store.ts'
import { findArea } from './store.ts'
import { watchWords } from './words.ts'

/** Sources and the catchment area, for the administrator. */
export function sourceRoutes(deps: RouteDeps): Routes {
  const { db, live } = deps
  return new Hono<AppEnv>()
    .get('/settings/sources', (c) => sourcesPage(c, manager(c) && {}))
    .post('/settings/sources', async (c) => {
      const actor = manager(c)
      const form = await readForm(c, SourceForm)
      if (!form.ok) return sourcesPage(c, { add: form })
      try {
        await addSource(deps, actor, form.data)
      } catch (error) {
        if (!(error instanceof Invalid)) throw error
        return sourcesPage(c, { add: { errors: error.fields, values: form.data } })
      }
      return c.redirect('/settings/sources', 303)
    })
    .post('/settings/sources/area', async (c) => {
      const actor = manager(c)
      const form = await readForm(c, AreaForm)
      if (!form.ok) return sourcesPage(c, { areaProblem: form })
      try {
        await setArea(deps, actor, form.data.area)
      } catch (error) {
        if (!(error instanceof Invalid)) throw error
        return sourcesPage(c, { areaProblem: { errors: error.fields, values: form.data } })
      }
      return c.redirect('/settings/sources', 303)
    })
    .post('/settings/sources/:id/pause', (c) => change(c, 'pause'))
    .post('/settings/sources/:id/resume', (c) => change(c, 'resume'))
    .post('/settings/sources/:id/remove', (c) => change(c, 'remove'))

  async function change(c: AppContext, act: 'pause' | 'resume' | 'remove') {
    await changeSource(deps, manager(c), pathId(c, 'id'), act)
    if (live.isStarted()) await live.refresh()
    return c.redirect('/settings/sources', 303)
  }

  async function sourcesPage(c: AppContext, problems: { add?: FormProblem; areaProblem?: FormProblem }) {
    const style = timeStyle(c)
    const { sources, area } = await db.read(async (reader) => ({
      sources: await listSources(reader, null),
      area: await findArea(reader),
    }))
    if (problems.add || problems.areaProblem) c.status(422)
    return c.render(
      <SourcesPage
        {...problems}
        sources={sources.map((row) => ({
          ...sourceStatus(row),
          kind: row.kind,
          address: row.config.url ?? row.config.file ?? '',
          isPaused: row.paused,
          posts: row.posts,
        }))}
        area={area ?? null}
        style={style}
        now={c.get('now')}
      />,
      { title: watchWords(style.locale)('sources.title'), frame: 'staff' },
    )
  }
}

function manager(c: AppContext): Actor {
  const actor = signedIn(c)
  if (!canManageSources(actor)) throw new NotFound('No such page')
  return actor
}
