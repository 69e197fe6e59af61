import { spawn, type ChildProcess } from 'node:child_process'
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { codeOf, Failure } from '../failure.ts'
import type { Binaries } from './binaries.ts'
import type { OsUser } from './os-user.ts'

/** The embedded server's own user, and the name of Salve's database in it. */
export const OWNER = 'salve'
export const DATABASE = 'salve'

/** Where a server listens: on a socket in its own directory, or, when that path is too long for a socket, on loopback. */
export interface Endpoint {
  /** Empty for loopback. */
  socketDirectory: string
  port: number
}

export interface Cluster {
  /** PostgreSQL's data directory. */
  folder: string
  logFile: string
  binaries: Binaries
  user: OsUser | undefined
  /** Settings beyond ours, for tests. */
  settings: Record<string, string>
}

/**
 * Two settings keep what people wrote out of the server's log: statements that fail are not quoted, and errors are not logged there
 * (Salve logs their codes). Durability is PostgreSQL's default: fsync and full_page_writes stay on.
 */
const SETTINGS = {
  max_connections: '60',
  shared_buffers: '128MB',
  max_wal_size: '512MB',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
}

const LOG_LIMIT_BYTES = 5_000_000
const NEARLY_NOTHING = 1_000_000

/** Makes a new, empty cluster: whole or not at all. Text sorts the same on every system and survives upgrades of its C library. */
export async function createCluster({ folder, binaries, user }: Cluster, password: string): Promise<void> {
  const unfinished = `${folder}.new`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { mode: 0o700 })
  if (user) chownSync(unfinished, user.uid, user.gid)
  const passwordFile = `${folder}.password`
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  if (user) chownSync(passwordFile, user.uid, user.gid)
  const flags = [
    `--pgdata=${unfinished}`,
    `--username=${OWNER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
  ]
  const { code, said } = await run(binaries.initdb, flags, user, '').finally(() =>
    rmSync(passwordFile, { force: true }),
  )
  if (code !== 0) {
    const failure = explainStart(said, folder)
    rmSync(unfinished, { recursive: true, force: true })
    throw failure
  }
  renameSync(unfinished, folder)
}

/** Gives the owner another password while the server is down: for a cluster whose key file was lost. */
export async function resetPassword({ folder, binaries, user }: Cluster, password: string): Promise<void> {
  const { code, said } = await run(
    binaries.postgres,
    ['--single', '-D', folder, 'postgres'],
    user,
    `alter role ${OWNER} password '${password}'\n`,
  )
  if (code !== 0) throw explainStart(said, folder)
}

/** Starts the server apart from us, so that it outlives us and our terminal's signals. It is not ready yet when this returns. */
export function startServer({ folder, logFile, binaries, user, settings }: Cluster, endpoint: Endpoint): ChildProcess {
  const listen: Record<string, string> = endpoint.socketDirectory
    ? {
        listen_addresses: '',
        unix_socket_directories: `"${endpoint.socketDirectory.replaceAll('"', '""')}"`,
        unix_socket_permissions: '0700',
      }
    : { listen_addresses: '127.0.0.1', unix_socket_directories: '' }
  const all = { ...SETTINGS, ...listen, port: String(endpoint.port), ...settings }
  const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const isLong = existsSync(logFile) && statSync(logFile).size > LOG_LIMIT_BYTES
  if (isLong) renameSync(logFile, `${logFile}.1`)
  const log = openSync(logFile, 'a', 0o600)
  try {
    const child = spawn(binaries.postgres, ['-D', folder, ...flags], {
      ...asUser(user),
      detached: true,
      cwd: '/',
      env: environment(),
      stdio: ['ignore', log, log],
    })
    child.on('error', () => undefined)
    child.unref()
    return child
  } finally {
    closeSync(log)
  }
}

/** The major version that wrote the cluster. */
export function majorOf(folder: string): string {
  return readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim()
}

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}

/** Turns what the server said into one line. */
export function explainStart(said: string, folder: string): Failure {
  if (
    /No space left on device|Check free disk space|Disk quota exceeded/.test(said) ||
    freeBytes(dirname(folder)) < NEARLY_NOTHING
  ) {
    return new Failure(
      `The disk that holds ${dirname(folder)} is full, so the database cannot start. Free some space (Salve needs about 200 MB to begin) and start again.`,
    )
  }
  if (/Permission denied|Read-only file system/.test(said)) {
    return new Failure(
      `The database cannot write to ${folder}. Give that directory back to the user who runs Salve, or choose another with SALVE_DATA.`,
    )
  }
  const lines = said
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /(FATAL|PANIC|ERROR|error):/.test(line))
  return new Failure(
    `The database does not start: ${lines.at(-1) ?? 'it gave no reason'} (more in ${join(dirname(folder), 'postgres.log')})`,
  )
}

function asUser(user: OsUser | undefined): { uid?: number; gid?: number } {
  return user ? { uid: user.uid, gid: user.gid } : {}
}

/** Nothing of our own environment: it may hold secrets. */
function environment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' }
}

function run(
  program: string,
  args: string[],
  user: OsUser | undefined,
  input: string,
): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...asUser(user),
      cwd: '/',
      env: environment(),
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    let said = ''
    const listen = (chunk: Buffer) => (said = (said + chunk.toString()).slice(-20_000))
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
    child.on('error', (error) =>
      reject(
        codeOf(error) === 'EACCES'
          ? new Failure(
              `The database's program ${program} cannot be run: check the permissions of the directories above it.`,
            )
          : error,
      ),
    )
    child.on('close', (code) => resolve({ code, said }))
  })
}

/** Reads a secret of the data directory's keys, or makes it. */
export function readOrMakeSecret(path: string, make: () => string): { secret: string; isNew: boolean } {
  try {
    return { secret: readFileSync(path, 'utf8').trim(), isNew: false }
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
    const secret = make()
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    writeFileSync(path, `${secret}\n`, { mode: 0o600, flag: 'wx' })
    return { secret, isNew: true }
  }
}
