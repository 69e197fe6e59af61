import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { matchedRoutes } from 'hono/route'
import { NotFound, TooLarge } from '#platform/errors.ts'
import { isLocale, negotiateLocale } from '#platform/i18n/index.ts'
import { openAssets } from '#platform/web/assets.ts'
import { timeStyle, type AppContext, type AppEnv, type Routes } from '#platform/web/context.ts'
import { refuseForeignOrigin, securityHeaders } from '#platform/web/security.ts'
import type { Platform } from '#platform/platform.ts'
import type { Room } from '#platform/room.ts'
import type { Accounts } from '#features/accounts'
import type { Readiness } from '#features/readiness'
import type { Config } from './config.ts'
import { readCookie } from './cookies.ts'
import { healthRoutes } from './health.ts'
import { answerProblem } from './problems.tsx'
import { drawDocument } from './pages/frame.tsx'

/** A form without a file is small. Rooms that take files check their own sizes while they stream. */
const FORM_BYTES = 1_000_000

export interface WebParts {
  platform: Platform
  config: Config
  accounts: Accounts
  /** Says the posture in the header of staff pages. */
  readiness: Pick<Readiness, 'postureStrip' | 'canSeeReadiness'>
  rooms: Room[]
  /** Screens that show several rooms. */
  screens: Routes
  /** Paths that take large bodies and check them themselves. */
  largeBodies: RegExp
}

/** The order of mounts: a map of the product. */
export function createWeb(parts: WebParts): Hono<AppEnv> {
  const { platform, config, accounts, readiness, rooms, screens, largeBodies } = parts
  const assets = openAssets()
  const app = new Hono<AppEnv>()
  const isSecure = config.origin.startsWith('https://')
  const origins = [
    config.origin,
    ...(isSecure ? [] : [`http://127.0.0.1:${config.port}`, `http://localhost:${config.port}`]),
  ]

  app.use(async (c, next) => {
    const started = performance.now()
    c.set('requestId', randomUUID())
    c.set('now', platform.clock())
    await next()
    const seconds = (performance.now() - started) / 1_000
    const route = matchedRoutes(c).findLast(({ path }) => !path.endsWith('*'))?.path ?? 'none'
    platform.metrics.request(route, c.req.method, c.res.status, seconds)
  })
  app.use(securityHeaders({ isSecure }))
  app.onError((error, c) => answerProblem(error, c as AppContext, platform.log))
  app.route('/', healthRoutes(platform, config) as unknown as Routes)
  app.get('/assets/:name', assets.serve)

  app.use(refuseForeignOrigin({ origins }))
  const limit = bodyLimit({
    maxSize: FORM_BYTES,
    onError: () => {
      throw new TooLarge('More than a form holds')
    },
  })
  app.use((c, next) => (largeBodies.test(c.req.path) ? next() : limit(c, next)))

  const loadStrip = (c: AppContext) =>
    platform.db.read((reader) => readiness.postureStrip(reader, { exerciseId: null, style: timeStyle(c) }))

  app.use(async (c, next) => {
    const organisation = await accounts.organisation()
    const chosen = readCookie(c, 'lang')
    c.set('organisation', organisation)
    c.set(
      'locale',
      isLocale(chosen) && organisation.languages.includes(chosen)
        ? chosen
        : negotiateLocale(c.req.header('Accept-Language'), organisation.languages, organisation.languages[0] ?? 'en'),
    )
    c.set('actor', await accounts.actorOf(c))
    c.setRenderer(async (content, page) => {
      const isForStaff = page.frame === 'staff' && readiness.canSeeReadiness(c.get('actor'))
      const strip = isForStaff ? await loadStrip(c) : undefined
      return c.html(
        drawDocument(
          {
            page,
            locale: c.get('locale'),
            organisation,
            actor: c.get('actor'),
            theme: themeOf(c),
            navigation: rooms.flatMap((room) => room.navigation(c.get('actor'), c.get('locale'))),
            path: c.req.path,
            strip,
            assets: {
              style: assets.path('salve.css'),
              scripts: ['salve.js', ...(page.scripts ?? [])].map(assets.path).filter((path) => path !== undefined),
            },
          },
          content,
        ),
      )
    })
    await next()
  })

  app.use((c, next) => {
    // No id holds a NUL, and the database refuses to look for one.
    if (c.req.url.includes('%00')) throw new NotFound('No such page')
    return next()
  })
  app.use(async (c, next) => {
    const isOpen = c.req.path === '/set-up' || c.req.path === '/language' || c.req.path === '/theme'
    if (!isOpen && !(await accounts.isSetUp())) return c.redirect('/set-up', 303)
    return next()
  })
  for (const room of rooms) app.route('/', room.routes)
  app.route('/', screens)
  app.notFound((c) => answerProblem(undefined, c, platform.log))
  return app
}

function themeOf(c: AppContext): 'light' | 'dark' | 'system' {
  const theme = readCookie(c, 'theme')
  return theme === 'light' || theme === 'dark' ? theme : 'system'
}
