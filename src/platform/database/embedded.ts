import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import { codeOf, Failure } from '../failure.ts'
import type { Logger } from '../log.ts'
import { findBinaries } from './binaries.ts'
import {
  createCluster,
  DATABASE,
  explainStart,
  majorOf,
  OWNER,
  readOrMakeSecret,
  resetPassword,
  startServer,
  type Cluster,
  type Endpoint,
} from './cluster.ts'
import { databaseUser, firstClosedDirectory } from './os-user.ts'
import { clearDeadServer, isServing, processesOn, readPostmaster } from './postmaster.ts'
import { probe } from './probe.ts'

const START_PATIENCE_MS = 300_000
const STOP_PATIENCE_MS = 60_000
const GOODBYE_MS = 1_000
/** A socket's whole path must fit in 107 bytes on Linux. */
const LONGEST_SOCKET_DIRECTORY = 107 - '/.s.PGSQL.5432'.length

export interface EmbeddedOptions {
  dataDir: string
  log?: Logger
  /** Hears progress, a line at a time. */
  say?: (line: string) => void
  settings?: Record<string, string>
}

export interface Running {
  url: string
  pid: number
  /** It ran already: left behind by a Salve that was killed, or started by another command. */
  wasRunning: boolean
}

/** The server in a data directory. The caller holds the lock around `ensureRunning` and `stop`. */
export interface EmbeddedServer {
  ensureRunning(): Promise<Running>
  stop(): Promise<void>
}

export function embeddedServer({
  dataDir,
  log,
  say = () => undefined,
  settings = {},
}: EmbeddedOptions): EmbeddedServer {
  const user = databaseUser()
  const folder = join(dataDir, 'postgres')
  if (user) {
    const closed = firstClosedDirectory(dataDir, user)
    if (closed) {
      throw new Failure(
        `The database runs as the system user "${user.name}", who cannot enter ${closed}. Choose another data directory, for example SALVE_DATA=/var/lib/salve, or allow it with \`chmod o+x ${closed}\`, or run Salve as an ordinary user.`,
      )
    }
  }
  const cluster: Cluster = {
    folder,
    logFile: join(dataDir, 'postgres.log'),
    binaries: findBinaries(dataDir, user),
    user,
    settings,
  }
  const keyFile = join(dataDir, 'keys', 'database-password')
  const portFile = join(dataDir, 'run', 'database-port')

  async function endpoint(): Promise<Endpoint> {
    if (Buffer.byteLength(folder) <= LONGEST_SOCKET_DIRECTORY) return { socketDirectory: folder, port: 5432 }
    // Kept from start to start, so that pools find the server again after it was killed.
    if (!existsSync(portFile)) writeFileSync(portFile, String(await freePort()))
    return { socketDirectory: '', port: Number(readFileSync(portFile, 'utf8')) }
  }

  async function ensureRunning(): Promise<Running> {
    const { secret, isNew } = readOrMakeSecret(keyFile, () => randomBytes(24).toString('base64url'))
    if (!existsSync(join(folder, 'PG_VERSION'))) {
      say('Preparing a new database (once)…')
      await createCluster(cluster, secret)
    } else {
      refuseOtherMajor(cluster)
      if (isNew) await withServerDown(() => resetPassword(cluster, secret))
    }
    const place = await endpoint()
    const url = urlOf(place, secret)
    const running = await joinRunning(url)
    if (running) return running
    await clearDeadServer(folder)
    return start(place, url)
  }

  /** Joins the server that runs already, if one does and answers. */
  async function joinRunning(url: string): Promise<Running | undefined> {
    const deadline = Date.now() + START_PATIENCE_MS
    for (;;) {
      const postmaster = readPostmaster(folder)
      if (!postmaster) return undefined
      const answer = await probe(url)
      if (answer.is === 'ready') return { url, pid: postmaster.pid, wasRunning: true }
      if (answer.is === 'without-database') {
        await makeDatabase(url)
        continue
      }
      if (answer.is === 'refusing') {
        log?.warn({ code: answer.code }, 'the running database does not accept our password: it is started anew')
        await withServerDown(() => resetPassword(cluster, readFileSync(keyFile, 'utf8').trim()))
        return undefined
      }
      if (answer.is === 'silent' && !isServing(postmaster.pid, folder)) return undefined
      if (Date.now() > deadline)
        throw new Failure(
          `The database in ${folder} runs (process ${postmaster.pid}) but does not answer: see ${cluster.logFile}.`,
        )
      await pause(50)
    }
  }

  async function start(place: Endpoint, url: string): Promise<Running> {
    const deadline = Date.now() + START_PATIENCE_MS
    const transientUntil = Date.now() + 15_000
    const logStart = existsSync(cluster.logFile) ? statSync(cluster.logFile).size : 0
    let saidRecovering = false
    for (;;) {
      const began = Date.now()
      const child = startServer(cluster, place)
      if (child.pid === undefined)
        throw new Failure(
          `The database's program ${cluster.binaries.postgres} cannot be run: check the permissions of the directories above it.`,
        )
      const pid = child.pid
      while (child.exitCode === null && child.signalCode === null) {
        const answer = await probe(url)
        if (answer.is === 'ready') return { url, pid, wasRunning: false }
        if (answer.is === 'without-database') await makeDatabase(url)
        else if (Date.now() > deadline) throw new Failure(`The database does not become ready: see ${cluster.logFile}.`)
        if (answer.is === 'busy' && !saidRecovering && Date.now() - began > 2_000) {
          saidRecovering = true
          say('The database was not stopped in order and is recovering: please wait…')
        }
        await pause(20)
      }
      const said = readTail(cluster.logFile, logStart)
      const isTransient = /pre-existing shared memory block|lock file .* already exists|Address already in use/.test(
        said,
      )
      if (!isTransient || Date.now() > transientUntil) throw explainStart(said, folder)
      await clearDeadServer(folder)
      await pause(200)
    }
  }

  async function makeDatabase(url: string): Promise<void> {
    const client = new pg.Client({ connectionString: url.replace(`/${DATABASE}?`, '/postgres?') })
    client.on('error', () => undefined)
    await client.connect()
    try {
      await client.query(`create database ${DATABASE}`)
    } catch (error) {
      if (codeOf(error) === '53100') throw explainStart('No space left on device', folder)
      if (codeOf(error) !== '42P04') throw error
    } finally {
      await client.end().catch(() => undefined)
    }
  }

  async function withServerDown(work: () => Promise<void>): Promise<void> {
    await stop()
    await clearDeadServer(folder)
    await work()
  }

  /** Stops the server in order: open transactions roll back, everything is written. */
  async function stop(): Promise<void> {
    const postmaster = readPostmaster(folder)
    if (!postmaster || !isServing(postmaster.pid, folder)) return
    const { pid } = postmaster
    const began = Date.now()
    // First it waits for connections that are just saying goodbye, then it ends what is left of them, then it is cut off.
    const steps: { after: number; signal: NodeJS.Signals }[] = [
      { after: 0, signal: 'SIGTERM' },
      { after: GOODBYE_MS, signal: 'SIGINT' },
      { after: STOP_PATIENCE_MS, signal: 'SIGQUIT' },
    ]
    while (processesOn(folder).length > 0) {
      const [next] = steps
      if (next && Date.now() - began >= next.after && isServing(pid, folder)) {
        steps.shift()
        process.kill(pid, next.signal)
        if (next.signal === 'SIGQUIT')
          log?.error({ pid }, 'the database did not stop in time and is cut off: it will recover at the next start')
      }
      await pause(20)
    }
  }

  return { ensureRunning, stop }
}

function refuseOtherMajor({ folder, binaries }: Cluster): void {
  const major = majorOf(folder)
  if (major === binaries.major) return
  throw new Failure(
    `The data in ${folder} was written by PostgreSQL ${major}, and this Salve brings ${binaries.major}. With the Salve that wrote it, run \`salve backup FILE\`; then restore that file with this one into a new data directory.`,
  )
}

function urlOf({ socketDirectory, port }: Endpoint, password: string): string {
  const at = socketDirectory
    ? `localhost:${port}/${DATABASE}?host=${encodeURIComponent(socketDirectory)}`
    : `127.0.0.1:${port}/${DATABASE}?`
  return `postgres://${OWNER}:${password}@${at}`
}

function readTail(file: string, from: number): string {
  const content = readFileSync(file)
  return content
    .subarray(content.length < from ? 0 : from)
    .toString('utf8')
    .slice(-20_000)
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
