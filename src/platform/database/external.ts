import { Failure } from '../failure.ts'
import { probe } from './probe.ts'

const OLDEST = 15

/** Checks that the server at DATABASE_URL can serve Salve. Throws a `Failure` that never shows the password. */
export async function checkExternal(url: string): Promise<void> {
  const place = placeOf(url)
  const answer = await probe(url)
  if (answer.is === 'ready') {
    const major = Math.floor(answer.version / 10_000)
    if (major < OLDEST)
      throw new Failure(
        `The database at ${place} is PostgreSQL ${major}, and Salve needs ${OLDEST} or newer: upgrade it, or point DATABASE_URL elsewhere.`,
      )
    return
  }
  if (answer.is === 'silent')
    throw new Failure(`Cannot reach the database at ${place}: check that it runs and that DATABASE_URL is right.`)
  if (answer.is === 'busy')
    throw new Failure(`The database at ${place} is starting, stopping or full of connections: try again in a moment.`)
  if (answer.is === 'without-database')
    throw new Failure(`The server at ${place} has no such database: create it (\`createdb\`), or correct DATABASE_URL.`)
  if (answer.code.startsWith('28'))
    throw new Failure(`The database at ${place} refuses the user or the password: correct DATABASE_URL.`)
  throw new Failure(`The database at ${place} refuses us (code ${answer.code}): check DATABASE_URL.`)
}

/** Host, port and database of a connection URL: what may be printed. */
export function placeOf(url: string): string {
  try {
    const { hostname, port, pathname, searchParams } = new URL(url)
    return `${searchParams.get('host') ?? hostname}${port ? `:${port}` : ''}${pathname}`
  } catch {
    throw new Failure('DATABASE_URL is not a URL: it looks like postgres://user:password@host:5432/database.')
  }
}
