import { join, resolve } from 'node:path'
import { Failure } from '../failure.ts'
import { errorForLog, type Logger } from '../log.ts'
import { lockForServing, prepareDataDirectory } from './data-directory.ts'
import { embeddedServer, type EmbeddedServer, type Running } from './embedded.ts'
import { checkExternal } from './external.ts'
import { takeLock, type Lock } from './lock.ts'
import { isServing } from './postmaster.ts'

export interface ServerOptions {
  dataDir: string
  /** An external PostgreSQL; without it Salve runs its own in the data directory. */
  databaseUrl?: string | undefined
  /** True for `serve`: it alone holds the data directory. Other commands join a running database, or start one while they run. */
  exclusive: boolean
  log?: Logger
  /** Hears progress, a line at a time. */
  say?: (line: string) => void
  /** Settings of the embedded server, for tests. */
  settings?: Record<string, string>
}

export interface Server {
  url: string
  isEmbedded: boolean
  /** The server ran already: a Salve that was killed left it behind, or another command started it. */
  adopted: boolean
  /** Notes at which port we serve, for the message that a second `serve` prints. */
  noteAddress(address: string): Promise<void>
  /** Lets go of the database, and stops the embedded one when nobody else uses it. */
  close(): Promise<void>
}

const WATCH_MS = 250
const LOCK_PATIENCE_S = 120

/** Opens the database: the external one, or our own, which is started, adopted or joined. Throws a `Failure`. */
export async function openServer(options: ServerOptions): Promise<Server> {
  const dataDir = resolve(options.dataDir)
  prepareDataDirectory(dataDir)
  const serving = options.exclusive ? await lockForServing(dataDir) : undefined
  const noteAddress = async (address: string) => serving?.note(`process ${process.pid}, ${address}`)
  try {
    if (options.databaseUrl) {
      await checkExternal(options.databaseUrl)
      return {
        url: options.databaseUrl,
        isEmbedded: false,
        adopted: false,
        noteAddress,
        close: async () => serving?.release(),
      }
    }
    const { running, close } = await openEmbedded({ ...options, dataDir })
    return {
      url: running.url,
      isEmbedded: true,
      adopted: running.wasRunning,
      noteAddress,
      async close() {
        await close()
        await serving?.release()
      },
    }
  } catch (error) {
    await serving?.release()
    throw error
  }
}

async function openEmbedded({
  dataDir,
  exclusive,
  log,
  say,
  settings,
}: ServerOptions): Promise<{ running: Running; close: () => Promise<void> }> {
  const server = embeddedServer({ dataDir, ...(log && { log }), ...(say && { say }), ...(settings && { settings }) })
  const users = join(dataDir, 'run', 'database-users.lock')
  // Held together by everybody who uses the server: who can have it alone is the last, and stops the server.
  const { running, using } = await oneAtATime(dataDir, async () => {
    const lock = (await takeLock(users, { shared: true })) as Lock
    try {
      return { running: await server.ensureRunning(), using: lock }
    } catch (error) {
      await lock.release()
      throw error
    }
  })
  const unwatch = exclusive ? watch(dataDir, server, running.pid, log) : undefined
  return {
    running,
    async close() {
      await unwatch?.()
      await oneAtATime(dataDir, async () => {
        await using.release()
        const alone = await takeLock(users)
        if (!alone) return
        await server.stop()
        await alone.release()
      })
    },
  }
}

/** Starting and stopping the server is for one process at a time. */
async function oneAtATime<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  const lock = await takeLock(join(dataDir, 'run', 'database.lock'), { wait: LOCK_PATIENCE_S })
  if (!lock)
    throw new Failure(
      `Another Salve has been starting or stopping the database in ${dataDir} for two minutes: see who uses it with \`fuser ${join(dataDir, 'run', 'database.lock')}\`.`,
    )
  try {
    return await work()
  } finally {
    await lock.release()
  }
}

/** Starts the server again whenever it dies while we serve. The pools find it at the same address. */
function watch(
  dataDir: string,
  server: EmbeddedServer,
  firstPid: number,
  log: Logger | undefined,
): () => Promise<void> {
  const folder = join(dataDir, 'postgres')
  let pid = firstPid
  let timer: NodeJS.Timeout | undefined
  let current: Promise<void> = Promise.resolve()
  let isOver = false

  async function look(): Promise<void> {
    if (isServing(pid, folder)) return
    log?.error({ pid }, 'the database server is gone and is started again')
    const started = performance.now()
    try {
      const running = await oneAtATime(dataDir, () => server.ensureRunning())
      pid = running.pid
      log?.warn({ pid, seconds: (performance.now() - started) / 1_000 }, 'the database server runs again')
    } catch (error) {
      log?.fatal(
        { error: errorForLog(error), reason: error instanceof Failure ? error.message : undefined },
        'the database server cannot be started again yet',
      )
    }
  }

  function next(): void {
    if (isOver) return
    timer = setTimeout(() => {
      current = look().finally(next)
    }, WATCH_MS)
  }

  next()
  return async () => {
    isOver = true
    clearTimeout(timer)
    await current
  }
}
