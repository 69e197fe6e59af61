import pg from 'pg'
import { atDatabase, runAt } from '../database/template-copy.ts'

/**
 * Fills a new database beside the present one and puts it in its place only when that went well: until then nothing is changed.
 * For the embedded server, where all databases are ours.
 */
export async function replaceAside(url: string, fill: (url: string) => Promise<void>): Promise<void> {
  const name = decodeURIComponent(new URL(url).pathname.slice(1))
  const [present, coming, going] = [name, `${name}_restoring`, `${name}_replaced`].map((one) =>
    pg.escapeIdentifier(one),
  ) as [string, string, string]
  const admin = atDatabase(url, 'postgres')
  await runAt(admin, `drop database if exists ${coming} with (force)`)
  await runAt(admin, `drop database if exists ${going} with (force)`)
  await runAt(admin, `create database ${coming} template template0`)
  try {
    await fill(atDatabase(url, `${name}_restoring`))
  } catch (error) {
    await runAt(admin, `drop database if exists ${coming} with (force)`)
    throw error
  }
  await runAt(
    admin,
    `select pg_terminate_backend(pid) from pg_stat_activity where datname in (${pg.escapeLiteral(name)}, ${pg.escapeLiteral(`${name}_restoring`)})`,
  )
  await runAt(admin, `alter database ${present} rename to ${going}`)
  await runAt(admin, `alter database ${coming} rename to ${present}`)
  await runAt(admin, `drop database ${going} with (force)`)
}

/** Empties the database and fills it where it lies. For an external server, where we may not make databases. */
export async function replaceInPlace(url: string, fill: (url: string) => Promise<void>): Promise<void> {
  await runAt(url, 'drop schema if exists pgboss cascade')
  await runAt(url, 'drop schema public cascade')
  await runAt(url, 'create schema public')
  await fill(url)
}
