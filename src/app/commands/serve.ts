import { parseArgs } from 'node:util'
import { compose, type House } from '#app/compose.ts'
import type { Config } from '#app/config.ts'
import { migrations } from '#app/migrations.ts'
import { listenOn, type WebServer } from '#app/web-server.ts'
import { migrate } from '#platform/database/migrate.ts'
import { refuseIfServed } from '#platform/database/data-directory.ts'
import { openServer, type Server } from '#platform/database/server.ts'
import { createLogger, errorForLog, type Logger } from '#platform/log.ts'
import { UsageError, type Command, type Io } from './command.ts'
import { settingsFrom } from './settings.ts'
import { welcome } from './welcome.ts'

const STOP_PATIENCE_MS = 25_000
const SAME_SIGNAL_MS = 500

/** Serves until SIGTERM or SIGINT. */
export const serveCommand: Command = async (argv, io) => {
  const config = settingsFrom(isDemoAsked(argv) ? { ...io.env, SALVE_DEMO: '1' } : io.env)
  const log = createLogger(config.logLevel)
  const stopAsked = nextStop()
  const web = await listenOn(config).catch(async (error: unknown) => {
    // A taken port is most often this Salve, started twice: then that is what to say.
    await refuseIfServed(config.dataDir)
    throw error
  })
  let database: Server | undefined
  let house: House | undefined
  try {
    database = await openServer({ ...config, exclusive: true, log, say: (line) => io.err.write(`${line}\n`) })
    await database.noteAddress(`http://localhost:${web.port}`)
    house = await openHouse(config, database, log)
    web.answerWith((request, env) => (house as House).web.fetch(request, env))
    await house.work()
    await sayWelcome({ config, web, database, house, io })
    log.info(
      { port: web.port, adopted: database.adopted, seconds: Math.round(process.uptime() * 1_000) / 1_000 },
      'serving',
    )
    const signal = await stopAsked
    log.info({ signal }, 'stopping')
    io.err.write('Stopping: open work is finished first…\n')
  } finally {
    await stop({ web, house, database, log })
  }
  return 0
}

function isDemoAsked(argv: string[]): boolean {
  try {
    return parseArgs({ args: argv, options: { demo: { type: 'boolean', default: false } } }).values.demo
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}

async function openHouse(config: Config, database: Server, log: Logger): Promise<House> {
  const { role, applied } = await migrate(database.url, migrations)
  if (applied.length > 0) log.info({ applied: applied.length }, 'the database schema was brought up to date')
  const house = await compose(config, { databaseUrl: database.url, role, log })
  if (config.isDemo) await house.seedDemo()
  return house
}

interface Up {
  config: Config
  web: WebServer
  database: Server
  house: House
  io: Io
}

async function sayWelcome({ config, web, database, house, io }: Up): Promise<void> {
  io.out.write(
    welcome({
      address: config.port === web.port ? config.origin : `http://localhost:${web.port}`,
      isDemo: config.isDemo,
      // In development every restart is a kill.
      adopted: database.adopted && database.isEmbedded && !config.isDev,
      setUpCode: await house.rooms.accounts.setUpCode(),
      dataDir: config.dataDir,
    }),
  )
}

/** Requests first, then background work, the database last. */
async function stop({
  web,
  house,
  database,
  log,
}: {
  web: WebServer
  house: House | undefined
  database: Server | undefined
  log: Logger
}): Promise<void> {
  const overdue = setTimeout(() => {
    log.error('not everything stopped in time: the rest is cut off, and is taken up again at the next start')
    process.exit(1)
  }, STOP_PATIENCE_MS)
  try {
    await web.finish()
    await house?.close()
  } catch (error) {
    log.error({ error: errorForLog(error) }, 'something failed while stopping')
  }
  await web.close()
  await database?.close()
  clearTimeout(overdue)
}

/**
 * Resolves at the first signal to stop. A second one ends the process at once: nothing acknowledged is lost by that.
 * Under npm a single Ctrl+C arrives twice, from the terminal and from npm: what follows at once is the same one.
 */
function nextStop(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    let askedAt: number | undefined
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        if (askedAt !== undefined && performance.now() - askedAt > SAME_SIGNAL_MS) process.exit(130)
        askedAt ??= performance.now()
        resolve(signal)
      })
    }
  })
}
