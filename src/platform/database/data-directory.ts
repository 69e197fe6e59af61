import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeOf, Failure } from '../failure.ts'
import { takeLock, type Lock } from './lock.ts'

/** Makes the data directory when absent and checks that we can write to it. Throws a `Failure`. */
export function prepareDataDirectory(dataDir: string): void {
  // As root others must be able to pass through, because the database's user lives inside.
  const mode = process.getuid?.() === 0 ? 0o711 : 0o700
  const trial = join(dataDir, 'run', `.trial-${process.pid}`)
  try {
    mkdirSync(dataDir, { recursive: true, mode })
    mkdirSync(join(dataDir, 'run'), { recursive: true, mode: 0o700 })
    mkdirSync(join(dataDir, 'keys'), { recursive: true, mode: 0o700 })
    writeFileSync(trial, 'trial')
    rmSync(trial)
  } catch (error) {
    const code = codeOf(error)
    if (code === 'ENOSPC' || code === 'EDQUOT')
      throw new Failure(`The disk that holds ${dataDir} is full. Free some space and start again.`)
    if (code === 'ENOTDIR' || code === 'EEXIST')
      throw new Failure(
        `The data directory ${dataDir} cannot be made, because a file is in the way: choose another with SALVE_DATA.`,
      )
    // On a read-only file system a recursive mkdir ends with ENOENT.
    if (code === 'ENOENT' || code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
      throw new Failure(
        `Salve cannot write to its data directory ${dataDir}: give it to this user with \`chown\`, or choose another with SALVE_DATA.`,
      )
    }
    throw error
  }
}

/** Throws a `Failure` that says who serves the data directory, if somebody does. */
export async function refuseIfServed(dataDir: string): Promise<void> {
  if (existsSync(join(dataDir, 'run', 'serve.lock'))) await (await lockForServing(dataDir)).release()
}

/** Takes the lock that one `serve` holds for its whole life. Throws a `Failure` that says who holds it. */
export async function lockForServing(dataDir: string): Promise<Lock> {
  const path = join(dataDir, 'run', 'serve.lock')
  const lock = await takeLock(path)
  if (!lock) {
    const holder = readFileSync(path, 'utf8').trim()
    throw new Failure(
      `Another Salve already serves the data directory ${dataDir}${holder ? ` (${holder})` : ''}. Stop it first, or choose another directory with SALVE_DATA.`,
    )
  }
  await lock.note(`process ${process.pid}`)
  return lock
}
