import { randomUUID } from 'node:crypto'
import pg from 'pg'

/** A migrated, empty database that tests copy; `tools/test-database.ts` makes it once a run. */
export interface TemplateSource {
  /** The server's address, at a database that exists; its user may make databases. */
  url: string
  template: string
  /** The role that the application takes, as `migrate` returned it. */
  role: string | undefined
}

export interface TemplateCopy {
  url: string
  role: string | undefined
  drop(): Promise<void>
}

/** Copies the template into a database for one test file: some 50 ms. */
export async function copyTemplate({ url, template, role }: TemplateSource): Promise<TemplateCopy> {
  const name = `${template}_${randomUUID().slice(0, 8)}`
  await runAt(url, `create database ${pg.escapeIdentifier(name)} template ${pg.escapeIdentifier(template)}`)
  return {
    url: atDatabase(url, name),
    role,
    drop: () => runAt(url, `drop database if exists ${pg.escapeIdentifier(name)} with (force)`),
  }
}

/** The same server and user, another database. */
export function atDatabase(url: string, name: string): string {
  const other = new URL(url)
  other.pathname = `/${name}`
  return other.href
}

/** Runs one statement on a connection of its own. */
export async function runAt(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
