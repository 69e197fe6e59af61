import { migrations } from '#app/migrations.ts'
import { migrate } from '#platform/database/migrate.ts'
import { openServer } from '#platform/database/server.ts'
import { UsageError, type Command } from './command.ts'
import { settingsFrom } from './settings.ts'

/** Brings the database's schema up to date. `serve` does it too; this is for doing it beforehand. */
export const migrateCommand: Command = async (argv, { env, out, err }) => {
  if (argv.length > 0) throw new UsageError('migrate takes no arguments.')
  const server = await openServer({ ...settingsFrom(env), exclusive: false, say: (line) => err.write(`${line}\n`) })
  try {
    const { applied } = await migrate(server.url, migrations)
    for (const name of applied) out.write(`applied ${name}\n`)
    out.write(applied.length > 0 ? 'The schema is up to date now.\n' : 'The schema was up to date.\n')
    return 0
  } finally {
    await server.close()
  }
}
