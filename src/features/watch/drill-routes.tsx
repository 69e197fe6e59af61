import { Hono } from 'hono'
import type { Actor } from '#platform/actor.ts'
import { Invalid, NotFound } from '#platform/errors.ts'
import { signedIn, timeStyle, type AppContext, type AppEnv, type Routes } from '#platform/web/context.ts'
import { fieldErrors, readForm, type FormProblem } from '#platform/web/forms.ts'
import {
  keepRecording,
  removeRecording,
  startRecording,
  startScenario,
  steerExercise,
  type Steering,
} from './exercise-actions.ts'
import { exerciseLabel } from './exercise-label.ts'
import { RecordingForm, SpeedForm, StartForm } from './forms.ts'
import { loadDrills, loadReport } from './load-exercises.ts'
import { DrillsPage } from './pages/drills.page.tsx'
import { ReportPage } from './pages/report.page.tsx'
import { pathId } from './path-id.ts'
import { canStartExercise, canWatch } from './permissions.ts'
import { receiveUpload } from './receive-upload.ts'
import type { RouteDeps } from './route-deps.ts'
import { readAreaText } from './source-actions.ts'
import { watchWords } from './words.ts'

/** Replays and drills: start, steer, upload, report. */
export function drillRoutes(deps: RouteDeps): Routes {
  const { db, names, runner } = deps
  return new Hono<AppEnv>()
    .get('/drills', (c) => drillsPage(c, watcher(c), { uploaded: c.req.query('recording') }))
    .post('/drills', async (c) => {
      const actor = watcher(c)
      const form = await readForm(c, StartForm)
      if (!form.ok) return drillsPage(c, actor, { start: form })
      const { what, speed, pages } = form.data
      try {
        const start = what.kind === 'scenario' ? startScenario : startRecording
        const id = await start(deps, actor, what.id, { speed, pagesPeople: pages })
        runner.wake()
        return c.redirect(`/drills/${id}`, 303)
      } catch (error) {
        if (!(error instanceof Invalid)) throw error
        return drillsPage(c, actor, {
          start: {
            errors: error.fields,
            values: { what: `${what.kind}:${what.id}`, speed: String(speed ?? 'max'), pages: pages ? 'yes' : 'no' },
          },
        })
      }
    })
    .post('/drills/recordings', async (c) => {
      const actor = watcher(c)
      if (!canStartExercise(actor)) throw new NotFound('No such page')
      const problem = await takeRecording(c, actor)
      return problem instanceof Response ? problem : drillsPage(c, actor, { upload: problem })
    })
    .post('/drills/recordings/:id/delete', async (c) => {
      await removeRecording(deps, watcher(c), pathId(c, 'id'))
      return c.redirect('/drills', 303)
    })
    .post('/drills/:id/pause', (c) => steer(c, { act: 'pause' }))
    .post('/drills/:id/resume', (c) => steer(c, { act: 'resume' }))
    .post('/drills/:id/stop', (c) => steer(c, { act: 'stop' }))
    .post('/drills/:id/speed', async (c) => {
      watcher(c)
      const form = await readForm(c, SpeedForm)
      if (!form.ok) throw new Invalid(form.errors)
      return steer(c, { act: 'speed', speed: form.data.speed })
    })
    .get('/drills/:id/report', async (c) => {
      watcher(c)
      const style = timeStyle(c)
      const id = pathId(c, 'id')
      const data = await db.read((reader) => loadReport(reader, { names, reportExtras: deps.reportExtras }, id, style))
      const words = watchWords(style.locale)
      return c.render(<ReportPage data={data} style={style} />, {
        title: words('report.title', { title: data.exercise.title[style.locale] }),
        frame: 'staff',
        drill: { label: exerciseLabel(data.exercise, style.locale) },
      })
    })

  async function drillsPage(
    c: AppContext,
    actor: Actor,
    props: { uploaded?: string | undefined; start?: FormProblem; upload?: FormProblem },
  ) {
    const style = timeStyle(c)
    const data = await db.read((reader) => loadDrills(reader, names))
    if (props.start || props.upload) c.status(422)
    return c.render(
      <DrillsPage
        {...props}
        data={data}
        style={style}
        now={c.get('now')}
        mayStart={canStartExercise(actor)}
        maxMegabytes={Math.floor(deps.maxRecordingBytes / 1_000_000)}
      />,
      { title: watchWords(style.locale)('drills.title'), frame: 'staff' },
    )
  }

  /** A redirect to the start form with the recording chosen, or what was wrong. */
  async function takeRecording(c: AppContext, actor: Actor): Promise<Response | FormProblem> {
    let values: Record<string, string> = {}
    try {
      const upload = await receiveUpload(c.req.raw, deps.files, deps.maxRecordingBytes)
      values =
        upload.areaFile === undefined
          ? upload.fields
          : { ...upload.fields, areaChoice: 'other', areaText: upload.areaFile }
      const form = RecordingForm.safeParse(values)
      const errors: Record<string, string> = form.success ? {} : fieldErrors(form.error)
      if (upload.error) errors['recording'] = 'error.file.large'
      else if (!upload.file || upload.file.bytes === 0) errors['recording'] = 'error.file.missing'
      if (!form.success || !upload.file || Object.keys(errors).length > 0) return { errors, values }
      const { title, areaChoice, areaText } = form.data
      const area = areaChoice === 'other' ? readAreaText(areaText, 'areaText') : null
      const id = await keepRecording(deps, actor, {
        title: title || upload.file.name.slice(0, 120),
        file: upload.file,
        area,
      })
      return c.redirect(`/drills?recording=${id}`, 303)
    } catch (error) {
      if (error instanceof Invalid) return { errors: error.fields, values }
      throw error
    }
  }

  async function steer(c: AppContext, steering: Steering) {
    const actor = watcher(c)
    const id = pathId(c, 'id')
    await steerExercise(deps, actor, id, steering)
    runner.wake()
    return c.redirect(`/drills/${id}`, 303)
  }
}

function watcher(c: AppContext): Actor {
  const actor = signedIn(c)
  if (!canWatch(actor)) throw new NotFound('No such page')
  return actor
}
