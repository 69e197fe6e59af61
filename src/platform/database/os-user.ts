import { execFileSync, spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { dirname } from 'node:path'
import { Failure } from '../failure.ts'

/** The system user that the database server runs as. */
export interface OsUser {
  name: string
  uid: number
  gid: number
}

const NAME = 'postgres'

/** PostgreSQL refuses to run as root. As root, the user `postgres` runs it, and is made when absent; otherwise we run it ourselves: undefined. */
export function databaseUser(): OsUser | undefined {
  if (process.getuid?.() !== 0) return undefined
  const found = look()
  if (found) return found
  const made = spawnSync('useradd', [
    '--system',
    '--no-create-home',
    '--home-dir',
    '/nonexistent',
    '--shell',
    '/usr/sbin/nologin',
    NAME,
  ])
  const user = look()
  if (user) return user
  const why = made.error?.message ?? made.stderr.toString().trim()
  throw new Failure(
    `PostgreSQL does not run as root, and the system user "${NAME}" cannot be made (${why}): run Salve as an ordinary user, or make that user.`,
  )
}

function look(): OsUser | undefined {
  try {
    const id = (flag: string) =>
      Number(execFileSync('id', [flag, NAME], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
    return { name: NAME, uid: id('-u'), gid: id('-g') }
  } catch {
    return undefined
  }
}

/** The first directory on the way to `path`, itself included, that the user cannot enter. */
export function firstClosedDirectory(path: string, user: OsUser): string | undefined {
  return ancestors(path).find((folder) => !canEnter(folder, user))
}

function ancestors(path: string): string[] {
  const parent = dirname(path)
  return parent === path ? [path] : [...ancestors(parent), path]
}

function canEnter(folder: string, { uid, gid }: OsUser): boolean {
  const { mode, uid: owner, gid: group } = statSync(folder)
  const bit = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001
  // The mode says no: an access list may still say yes, so ask as that user.
  return (mode & bit) !== 0 || spawnSync('test', ['-x', folder], { uid, gid, cwd: '/' }).status === 0
}
