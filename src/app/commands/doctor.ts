import { parseArgs } from 'node:util'
import type { Config } from '#app/config.ts'
import { migrations } from '#app/migrations.ts'
import { checkDatabase, checkDisk, checkKeys } from '#platform/checks.ts'
import { openServer } from '#platform/database/server.ts'
import { drawChecks, isHealthy, runDoctor, type Check } from '#platform/doctor.ts'
import { Failure } from '#platform/failure.ts'
import { UsageError, type Command } from './command.ts'
import { checkOrigin, houseChecks } from './house-checks.ts'
import { settingsFrom } from './settings.ts'

/** Looks at everything that Salve stands on. Exit 1 when something is to be mended. */
export const doctorCommand: Command = async (argv, io) => {
  const isJson = isJsonAsked(argv)
  const config = settingsFrom(io.env)
  // Before the database is opened, which makes what is missing.
  const before = await runDoctor([() => checkKeys(config.dataDir)])
  const checks = [
    ...(await checkWithDatabase(config)),
    ...(await runDoctor([() => checkDisk(config.dataDir), () => checkOrigin(config)])),
    ...before,
  ]
  io.out.write(isJson ? `${JSON.stringify({ ok: isHealthy(checks), checks })}\n` : drawChecks(checks))
  return isHealthy(checks) ? 0 : 1
}

async function checkWithDatabase(config: Config): Promise<Check[]> {
  let server
  try {
    server = await openServer({ ...config, exclusive: false })
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return [{ name: 'database', status: 'fail', said: error.message }]
  }
  const { url, isEmbedded } = server
  try {
    const found = await runDoctor([() => checkDatabase({ url, isEmbedded, migrations })])
    const isReady = found.some(({ name, status }) => name === 'schema' && status === 'ok')
    return isReady ? [...found, ...(await runDoctor([houseChecks(config, url)]))] : found
  } finally {
    await server.close()
  }
}

function isJsonAsked(argv: string[]): boolean {
  try {
    return parseArgs({ args: argv, options: { json: { type: 'boolean', default: false } } }).values.json
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}
