import { Hono } from 'hono'
import type { Child } from 'hono/jsx'
import type { Actor } from '#platform/actor.ts'
import { NotFound } from '#platform/errors.ts'
import { sceneChannel } from '#platform/realtime/index.ts'
import {
  signedIn,
  timeStyle,
  type AppContext,
  type AppEnv,
  type PageOptions,
  type Routes,
} from '#platform/web/context.ts'
import { readForm, safeReturnPath } from '#platform/web/forms.ts'
import { UUID_IN_PATH } from '#platform/web/path.ts'
import type { z } from 'zod'
import { AssignForm, BackForm, HoldForm, NoteForm, PostureForm, TeamForm, TickForm, UnitForm } from './forms.ts'
import { releaseHold, renewHold, startHold } from './holds/actions.ts'
import { listIncidents } from './incidents/store.ts'
import { incidentTitle } from './incidents/title.ts'
import { addNote } from './log/actions.ts'
import { logCsv } from './log/csv.ts'
import { loadLog } from './log/load.ts'
import { LogPage } from './log/log.page.tsx'
import { findMay, loadReadiness } from './pages/load.ts'
import type { PageProblem } from './pages/look.ts'
import { ReadinessContent, ReadinessPage } from './pages/readiness.page.tsx'
import { canReadLog, canSeeReadiness } from './permissions.ts'
import { renewPosture, setPosture } from './posture/actions.ts'
import type { ReadinessDeps } from './readiness.ts'
import { assignSheet, openSheetsByHand, signOffSheet, tickStep } from './role-sheets/actions.ts'
import { readinessPath, type Scene } from './scene.ts'
import { pageTeam, takeBackTeamPage } from './team/actions.ts'
import { tellUnit } from './units/actions.ts'
import { readinessWords } from './words.ts'

/** The whole log; nobody writes more in one event. */
const WHOLE_LOG = 100_000

/** One scene's readiness: the real one's addresses, or those of every exercise. */
export function sceneRoutes(
  deps: ReadinessDeps,
  base: '/readiness' | `/drills/:exercise{${string}}/readiness`,
): Routes {
  const { db, fragments, accounts } = deps

  /** Who asks, for which scene. A stranger signs in; whoever has no business here finds nothing. */
  async function enter(
    c: AppContext,
  ): Promise<{ actor: Actor; scene: Scene; path: string; drill: PageOptions['drill'] }> {
    const actor = signedIn(c)
    if (!canSeeReadiness(actor)) throw new NotFound('No readiness for this person')
    const scene = c.req.param('exercise') ?? null
    if (scene === null) return { actor, scene, path: readinessPath(null), drill: undefined }
    const label = await db.read((reader) => deps.exerciseLabel(reader, scene, c.get('locale')))
    if (label === undefined) throw new NotFound('No such exercise')
    return { actor, scene, path: readinessPath(scene), drill: { label } }
  }

  async function show(c: AppContext, problem?: PageProblem): Promise<Response> {
    const { actor, scene, drill } = await enter(c)
    const style = timeStyle(c)
    const now = c.get('now')
    const may = await db.read((reader) => findMay(reader, actor, now))
    const data = await loadReadiness(deps, { scene, may, style, now })
    if (problem) c.status(422)
    return c.render(<ReadinessPage data={data} style={style} problem={problem} readerId={actor.id} />, {
      title: readinessWords(style.locale)('nav.readiness'),
      frame: 'staff',
      drill,
    })
  }

  /** A post that is only pressed: parses, acts, leads back. What a button never sends is a page that is not there. */
  function act<Schema extends z.ZodType<{ back?: string | undefined }>>(
    schema: Schema,
    work: (input: z.infer<Schema>, of: { actor: Actor; scene: Scene; c: AppContext }) => Promise<unknown>,
  ) {
    return async (c: AppContext): Promise<Response> => {
      const { actor, scene, path } = await enter(c)
      const form = await readForm(c, schema)
      if (!form.ok) throw new NotFound('No such act')
      await work(form.data, { actor, scene, c })
      return c.redirect(safeReturnPath(form.data.back, path), 303)
    }
  }

  const param = (c: AppContext, name: string) => c.req.param(name) ?? ''

  return new Hono<AppEnv>()
    .get(base, (c) => show(c))
    .get(`${base}/stream`, async (c) => {
      const { actor, scene } = await enter(c)
      const style = timeStyle(c)
      const may = await db.read((reader) => findMay(reader, actor, c.get('now')))
      return fragments(c, {
        channel: sceneChannel(scene),
        variant: JSON.stringify(['readiness', style.locale, may]),
        render: async () => {
          const data = await loadReadiness(deps, { scene, may, style, now: deps.clock(), isFragment: true })
          return asText(<ReadinessContent data={data} style={style} />)
        },
        recheckOn: accounts.sessionsChannel(actor.id),
        stillAllowed: async () => canSeeReadiness(await accounts.actorOf(c)),
      })
    })
    .post(
      `${base}/posture`,
      act(PostureForm, ({ level, incidentId }, { actor, scene }) =>
        setPosture(deps, actor, { scene, level, incidentId }),
      ),
    )
    .post(
      `${base}/posture/renew`,
      act(BackForm, (_, { actor, scene }) => renewPosture(deps, actor, scene)),
    )
    .post(
      `${base}/holds`,
      act(HoldForm, ({ kind }, { actor, scene }) => startHold(deps, actor, { scene, kind })),
    )
    .post(
      `${base}/holds/:hold{${UUID_IN_PATH}}/renew`,
      act(BackForm, (_, { actor, scene, c }) => renewHold(deps, actor, { scene, holdId: param(c, 'hold') })),
    )
    .post(
      `${base}/holds/:hold{${UUID_IN_PATH}}/release`,
      act(BackForm, (_, { actor, scene, c }) => releaseHold(deps, actor, { scene, holdId: param(c, 'hold') })),
    )
    .post(
      `${base}/team`,
      act(TeamForm, ({ incidentId }, { actor, scene }) => pageTeam(deps, actor, { scene, incidentId })),
    )
    .post(
      `${base}/team/:page{${UUID_IN_PATH}}/undo`,
      act(BackForm, (_, { actor, scene, c }) => takeBackTeamPage(deps, actor, { scene, teamPageId: param(c, 'page') })),
    )
    .post(
      `${base}/sheets`,
      act(BackForm, (_, { actor, scene }) => openSheetsByHand(deps, actor, scene)),
    )
    .post(
      `${base}/sheets/:sheet{${UUID_IN_PATH}}/steps/:step{[a-z-]+}`,
      act(TickForm, ({ done }, { actor, scene, c }) =>
        tickStep(deps, actor, { scene, sheetId: param(c, 'sheet'), step: param(c, 'step'), done: done === 'yes' }),
      ),
    )
    .post(
      `${base}/sheets/:sheet{${UUID_IN_PATH}}/take`,
      act(BackForm, (_, { actor, scene, c }) =>
        assignSheet(deps, actor, { scene, sheetId: param(c, 'sheet'), personId: actor.id }),
      ),
    )
    .post(
      `${base}/sheets/:sheet{${UUID_IN_PATH}}/assign`,
      act(AssignForm, ({ person }, { actor, scene, c }) =>
        assignSheet(deps, actor, { scene, sheetId: param(c, 'sheet'), personId: person }),
      ),
    )
    .post(
      `${base}/sheets/:sheet{${UUID_IN_PATH}}/sign-off`,
      act(BackForm, (_, { actor, scene, c }) => signOffSheet(deps, actor, { scene, sheetId: param(c, 'sheet') })),
    )
    .post(`${base}/units`, async (c) => {
      const { actor, scene, path } = await enter(c)
      const form = await readForm(c, UnitForm)
      if (!form.ok) return show(c, { form: 'unit', errors: form.errors, values: form.values })
      const { unit, free, total, back } = form.data
      await tellUnit(deps, actor, { scene, unit, free, total })
      return c.redirect(safeReturnPath(back, path), 303)
    })
    .get(`${base}/log`, async (c) => {
      const { actor, scene, path, drill } = await enter(c)
      if (!canReadLog(actor)) throw new NotFound('No log for this person')
      const style = timeStyle(c)
      const [log, incidents] = await db.read(
        async (reader) =>
          [
            await loadLog(deps, reader, { scene, style, limit: WHOLE_LOG }),
            await listIncidents(reader, scene),
          ] as const,
      )
      return c.render(
        <LogPage
          log={log}
          style={style}
          organisation={c.get('organisation').name}
          reader={actor.name}
          path={path}
          isDrill={scene !== null}
          incidents={incidents.slice(-3).map((incident) => incidentTitle(incident, style.locale))}
        />,
        { title: readinessWords(style.locale)('log.page-title'), frame: 'staff', drill },
      )
    })
    .get(`${base}/log.csv`, async (c) => {
      const { actor, scene } = await enter(c)
      if (!canReadLog(actor)) throw new NotFound('No log for this person')
      const style = timeStyle(c)
      const words = readinessWords(style.locale)
      const log = await db.read((reader) => loadLog(deps, reader, { scene, style, limit: WHOLE_LOG }))
      const columns = { no: words('log.no'), time: words('log.time'), who: words('log.who'), what: words('log.what') }
      return c.body(logCsv(log.lines, columns), 200, {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="activity-log${scene === null ? '' : '-exercise'}.csv"`,
      })
    })
    .post(`${base}/log`, async (c) => {
      const { actor, scene, path } = await enter(c)
      const form = await readForm(c, NoteForm)
      if (!form.ok) return show(c, { form: 'note', errors: form.errors, values: form.values })
      await addNote(deps, actor, { scene, text: form.data.text })
      return c.redirect(safeReturnPath(form.data.back, path), 303)
    })
}

async function asText(tree: Child): Promise<string> {
  return String(await tree)
}
