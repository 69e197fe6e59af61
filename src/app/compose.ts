import { join } from 'node:path'
import type { Hono } from 'hono'
import { createAccounts, type Accounts } from '#features/accounts'
import { createPaging, type Paging } from '#features/paging'
import { createReadiness, type Readiness } from '#features/readiness'
import { createWatch, type Watch } from '#features/watch'
import { systemClock, type Clock } from '#platform/clock.ts'
import { createDatabase } from '#platform/database/index.ts'
import { createOutbox, type Outbox } from '#platform/events/index.ts'
import { createFiles } from '#platform/files/index.ts'
import { createJobs, type JobWorker } from '#platform/jobs/index.ts'
import { openKeys } from '#platform/keys.ts'
import { createLedger } from '#platform/ledger/index.ts'
import { createLogger, type Logger } from '#platform/log.ts'
import { createMail } from '#platform/mail/index.ts'
import { createMetrics } from '#platform/metrics.ts'
import type { Platform } from '#platform/platform.ts'
import { createFragmentStreams } from '#platform/realtime/fragments.ts'
import { createRealtime } from '#platform/realtime/index.ts'
import type { Room } from '#platform/room.ts'
import type { AppEnv } from '#platform/web/context.ts'
import { createLimits } from '#platform/web/limits.ts'
import type { Config } from './config.ts'
import { remoteAddress } from './remote-address.ts'
import { screens } from './screens.tsx'
import { createWeb } from './web.ts'
import { subscriptions } from './wiring.ts'

/** What differs between a serving house, a command and a test. Our own code is never replaced, only the clock and what lies outside. */
export interface ComposeOptions {
  databaseUrl: string
  /** The role to run as, from `migrate`. */
  role?: string | undefined
  clock?: Clock
  log?: Logger
  /** Nothing runs by itself: tests call `settle`. */
  manual?: boolean
  onQuery?: (sql: string) => void
}

export interface Rooms {
  accounts: Accounts
  paging: Paging
  readiness: Readiness
  watch: Watch
}

/** The built house: what answers requests, what works in the background, and the way to close it. */
export interface House {
  web: Hono<AppEnv>
  platform: Platform
  rooms: Rooms
  list: Room[]
  outbox: Outbox
  jobs: JobWorker
  /** Begins the background work: events, jobs, live pages, sources. */
  work(): Promise<void>
  /** Fills an empty house with the demo organisation. Safe to run twice. */
  seedDemo(): Promise<void>
  close(): Promise<void>
}

/** Builds the house and connects it. */
export async function compose(config: Config, options: ComposeOptions): Promise<House> {
  const house = assemble(config, options)
  await house.jobs.start(house.list.flatMap((room) => room.jobs))
  return house
}

/** Builds everything by hand, in the order in which it depends on each other. Nothing connects yet. */
export function assemble(config: Config, options: ComposeOptions): House {
  const clock = options.clock ?? systemClock
  const log = options.log ?? createLogger(config.logLevel)
  const { databaseUrl: url, role, manual = false, onQuery } = options
  const db = createDatabase({ url, log, ...(role && { role }), ...(onQuery && { onQuery }) })
  const keys = openKeys(config.dataDir)
  const metrics = createMetrics()
  const realtime = createRealtime({ db, log })
  const jobs = createJobs({ url, db, clock, log, manual, onJob: metrics.job, ...(role && { role }) })

  // The outbox knows its listeners, the listeners are rooms, and rooms announce: the knot is tied here.
  let outbox: Outbox | undefined
  const events = {
    announce: (...announced: Parameters<Outbox['announce']>) => {
      if (!outbox) throw new Error('Announced before the house was composed')
      return outbox.announce(...announced)
    },
  } as Pick<Outbox, 'announce'>

  const platform: Platform = {
    db,
    clock,
    log,
    jobs,
    events,
    ledger: createLedger({ key: keys.derive('ledger'), clock }),
    files: createFiles({ folder: join(config.dataDir, 'files'), clock }),
    realtime,
    fragments: createFragmentStreams(realtime, { clock }),
    mail: createMail({ smtpUrl: config.smtpUrl, from: config.mailFrom, db, clock, log }),
    limits: createLimits(),
    keys,
    metrics,
    config: { origin: config.origin, isDev: config.isDev, isDemo: config.isDemo, dataDir: config.dataDir },
  }

  const list: Room[] = []
  const accounts = createAccounts({
    ...platform,
    rooms: () => list,
    addressOf: (c) => remoteAddress(c, config.trustProxy),
  })
  const paging = createPaging({
    ...platform,
    accounts,
    pathOf: (subject, exerciseId) =>
      subject.startsWith('incident:') ? watch.boardPath(exerciseId, subject.slice('incident:'.length)) : undefined,
  })
  const readiness = createReadiness({
    ...platform,
    accounts,
    paging,
    // The watch is composed after readiness, which asks only when a page is drawn.
    async exerciseLabel(reader, exerciseId, locale) {
      const exercise = await watch.findExercise(reader, exerciseId)
      return exercise && watch.exerciseLabel(exercise, locale)
    },
  })
  const watch: Watch = createWatch({
    ...platform,
    accounts,
    isDutyManager: readiness.isDutyManager,
    reportExtras: readiness.responseTimes,
  })
  const rooms: Rooms = { accounts, paging, readiness, watch }
  const inOrder = [watch.room, readiness.room, paging.room, accounts.room]
  list.push(...inOrder.filter((room) => room.name === 'accounts' || !config.roomsOff.includes(room.name)))

  outbox = createOutbox({ db, clock, log }, subscriptions(rooms))
  metrics.gauge('salve_open_streams', 'Pages that are open and live', () => realtime.open().streams)
  metrics.gauge('salve_database_connections', 'Database connections in use or idle', () => db.pool().total)
  metrics.gauge('salve_database_waiting', 'Requests that wait for a database connection', () => db.pool().waiting)

  const web = createWeb({
    platform,
    config,
    accounts,
    readiness,
    rooms: list,
    screens: screens(platform, rooms, list),
    largeBodies: watch.largeBodies,
  })

  return {
    web,
    platform,
    rooms,
    list,
    outbox,
    jobs,
    async work() {
      await realtime.start()
      await outbox.start()
      await jobs.work()
      for (const room of list) await room.start?.()
    },
    async seedDemo() {
      await db.transaction(async (tx) => {
        const people = await accounts.seedDemo(tx)
        for (const room of list) await room.seed?.(tx, people)
      })
    },
    async close() {
      for (const room of list) await room.stop?.()
      await outbox.stop()
      await jobs.stop()
      await realtime.stop()
      platform.mail.close()
      await db.close()
    },
  }
}
