import { Hono } from 'hono'
import type { Child } from 'hono/jsx'
import type { Actor } from '#platform/actor.ts'
import { NotFound } from '#platform/errors.ts'
import type { Platform } from '#platform/platform.ts'
import { sceneChannel } from '#platform/realtime/index.ts'
import { signedIn, timeStyle, type AppContext, type AppEnv, type Routes } from '#platform/web/context.ts'
import { UUID_IN_PATH } from '#platform/web/path.ts'
import type { Rooms } from './compose.ts'
import { BoardContent, BoardPage, type BoardView } from './pages/board.page.tsx'
import { appWords } from './words.ts'

/** Which board: the real one or an exercise's, and which incident is chosen. */
interface BoardAddress {
  exerciseId: string | null
  incidentId: string | undefined
}

/** The watch board with readiness beside it: four addresses and their streams. */
export function boardScreens(platform: Platform, rooms: Rooms): Routes {
  const { db, clock, fragments } = platform
  const { watch, readiness, accounts } = rooms

  async function loadView(c: AppContext, actor: Actor, address: BoardAddress): Promise<BoardView> {
    const style = timeStyle(c)
    const organisation = c.get('organisation')
    return db.read(async (reader) => {
      const data = await watch.loadBoard(reader, { ...address, now: clock() })
      const incidentId = address.incidentId ?? data.chosen?.id
      const beside = await readiness.loadBeside(reader, {
        exerciseId: address.exerciseId,
        incidentId,
        now: clock(),
        actor,
        style,
      })
      return {
        data,
        beside,
        style,
        actor,
        organisation: organisation.name,
        blind: watch.blindLine(data, style),
        now: clock(),
        back: watch.boardPath(address.exerciseId, address.incidentId),
        exercise: data.exercise ? watch.exerciseLabel(data.exercise, style.locale) : undefined,
      }
    })
  }

  function watcher(c: AppContext): Actor {
    const actor = signedIn(c)
    if (!watch.canWatch(actor)) throw new NotFound('No board for this person')
    return actor
  }

  async function showBoard(c: AppContext, address: BoardAddress): Promise<Response> {
    const actor = watcher(c)
    const view = await loadView(c, actor, address)
    const query = new URLSearchParams({
      since: String(view.data.version),
      ...(address.incidentId && { incident: address.incidentId }),
    })
    const stream = `${watch.boardPath(address.exerciseId)}/stream?${query}`
    return c.render(<BoardPage view={view} stream={stream} />, {
      title: appWords(view.style.locale)('board.title'),
      frame: 'board',
      drill: view.exercise === undefined ? undefined : { label: view.exercise },
    })
  }

  async function streamBoard(c: AppContext, address: BoardAddress): Promise<Response> {
    const actor = watcher(c)
    const { beside } = await loadView(c, actor, address)
    const variant = JSON.stringify([c.get('locale'), rolesOf(actor), address.incidentId, beside.may])
    return fragments(c, {
      channel: sceneChannel(address.exerciseId),
      variant,
      render: async () => String(await resolve(<BoardContent view={await loadView(c, actor, address)} />)),
      recheckOn: accounts.sessionsChannel(actor.id),
      // Whoever was given or has lost a role sees another board: the page connects anew, or finds nothing.
      stillAllowed: async () => {
        const present = await accounts.actorOf(c)
        return watch.canWatch(present) && rolesOf(present) === rolesOf(actor)
      },
    })
  }

  const incident = (c: AppContext) => {
    const id = c.req.param('incident') ?? c.req.query('incident')
    if (id !== undefined && !new RegExp(`^${UUID_IN_PATH}$`).test(id)) throw new NotFound('No such incident')
    return id
  }
  const exercise = (c: AppContext) => c.req.param('exercise') ?? null

  return new Hono<AppEnv>()
    .get('/watch', (c) => showBoard(c, { exerciseId: null, incidentId: undefined }))
    .get('/watch/stream', (c) => streamBoard(c, { exerciseId: null, incidentId: incident(c) }))
    .get(`/watch/incidents/:incident{${UUID_IN_PATH}}`, (c) =>
      showBoard(c, { exerciseId: null, incidentId: incident(c) }),
    )
    .get(`/drills/:exercise{${UUID_IN_PATH}}`, (c) => showBoard(c, { exerciseId: exercise(c), incidentId: undefined }))
    .get(`/drills/:exercise{${UUID_IN_PATH}}/stream`, (c) =>
      streamBoard(c, { exerciseId: exercise(c), incidentId: incident(c) }),
    )
    .get(`/drills/:exercise{${UUID_IN_PATH}}/incidents/:incident{${UUID_IN_PATH}}`, (c) =>
      showBoard(c, { exerciseId: exercise(c), incidentId: incident(c) }),
    )
}

function rolesOf(actor: Actor | undefined): string {
  return (actor?.roles ?? []).toSorted().join(' ')
}

/** A page's tree as text. */
async function resolve(tree: Child): Promise<string> {
  return String(await tree)
}
