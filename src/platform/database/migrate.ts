import { Kysely, PostgresDialect, sql } from 'kysely'
import { Migrator, type Migration } from 'kysely/migration'
import pg from 'pg'
import { installJobs } from '../jobs/install.ts'

/** Migrations by name; names begin with a date, as in `20261122-watch-incident`, and run in the order of their names. */
export type Migrations = Record<string, Migration>

/** The role that the running application takes. It owns nothing, so the ledger's tables refuse it UPDATE and DELETE. */
export const APPLICATION_ROLE = 'salve_app'

export interface Migrated {
  applied: string[]
  /** The role to run as, or undefined where the database's user may not create roles; then only the triggers guard the ledger. */
  role: string | undefined
}

/** Brings the schema up to date: our migrations, the job queues, the rights of the application's role. Safe to run at every start, and by two at once. */
export async function migrate(url: string, migrations: Migrations): Promise<Migrated> {
  const pool = new pg.Pool({ connectionString: url, max: 2 })
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  try {
    const migrator = new Migrator({
      db,
      provider: { getMigrations: async () => migrations },
      allowUnorderedMigrations: true,
    })
    const { error, results } = await migrator.migrateToLatest()
    if (error) throw error
    await installJobs(url)
    const role = await grantApplicationRole(db)
    return { applied: (results ?? []).map((result) => result.migrationName), role }
  } finally {
    await db.destroy()
  }
}

async function grantApplicationRole(db: Kysely<unknown>): Promise<string | undefined> {
  const role = sql.id(APPLICATION_ROLE)
  try {
    await sql`do $$ begin
      if not exists (select from pg_roles where rolname = ${sql.lit(APPLICATION_ROLE)}) then create role ${role} nologin; end if;
    exception when duplicate_object or unique_violation then null;
    end $$`.execute(db)
    for (const schema of ['public', 'pgboss']) {
      const name = sql.id(schema)
      await sql`grant usage on schema ${name} to ${role}`.execute(db)
      await sql`grant select, insert, update, delete on all tables in schema ${name} to ${role}`.execute(db)
      await sql`grant usage, select, update on all sequences in schema ${name} to ${role}`.execute(db)
      await sql`grant execute on all functions in schema ${name} to ${role}`.execute(db)
    }
    await sql`revoke update, delete, truncate on ledger_entry from ${role}`.execute(db)
    await sql`grant ${role} to current_user`.execute(db)
    return APPLICATION_ROLE
  } catch (error) {
    if ((error as { code?: string }).code === '42501') return undefined
    throw error
  }
}
