import { compose } from '#app/compose.ts'
import { migrations } from '#app/migrations.ts'
import { migrate } from '#platform/database/migrate.ts'
import { openServer } from '#platform/database/server.ts'
import { createLogger } from '#platform/log.ts'
import { UsageError, type Command } from './command.ts'
import { settingsFrom } from './settings.ts'

/** Prints a link that signs somebody in as administrator, when no administrator can sign in any more. */
export const recoverCommand: Command = async (argv, { env, out, err }) => {
  const [email, ...rest] = argv
  if (email === undefined || email.startsWith('-') || rest.length > 0)
    throw new UsageError('recover takes one e-mail address.')
  const config = settingsFrom(env)
  const server = await openServer({ ...config, exclusive: false, say: (line) => err.write(`${line}\n`) })
  try {
    const { role } = await migrate(server.url, migrations)
    const house = await compose(config, { databaseUrl: server.url, role, log: createLogger('silent'), manual: true })
    try {
      out.write(`${await house.rooms.accounts.recover(email)}\n`)
      err.write(
        'Whoever opens this link within the hour is an administrator. It works once, and the log tells that it was made.\n',
      )
      return 0
    } finally {
      await house.close()
    }
  } finally {
    await server.close()
  }
}
