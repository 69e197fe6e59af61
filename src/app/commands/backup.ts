import { statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { backup } from '#platform/backup/index.ts'
import { openServer } from '#platform/database/server.ts'
import { UsageError, type Command } from './command.ts'
import { keyMarkOf } from './key-mark.ts'
import { progressOn, sizeInWords } from './progress.ts'
import { settingsFrom } from './settings.ts'
import { salveVersion } from './version.ts'

/** Writes the database and the uploaded files into one archive, while Salve goes on serving. */
export const backupCommand: Command = async (argv, io) => {
  const file = fileFrom(argv)
  const config = settingsFrom(io.env)
  const progress = progressOn(io)
  const server = await openServer({ ...config, exclusive: false, say: progress.say })
  try {
    const manifest = await backup({
      url: server.url,
      file,
      filesDir: join(config.dataDir, 'files'),
      salveVersion: salveVersion(),
      keyMark: keyMarkOf(config.dataDir),
      now: new Date(),
      say: progress.say,
    })
    progress.done()
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    io.out.write(
      `${file}: ${sizeInWords(statSync(file).size)}, ${rows} rows in ${manifest.tables.length} tables, ${manifest.files} files.\n`,
    )
    io.err.write(
      `The keys are not in it: keep a copy of ${join(config.dataDir, 'keys', 'salve.key')} in another place.\n`,
    )
    return 0
  } finally {
    progress.done()
    await server.close()
  }
}

function fileFrom(argv: string[]): string {
  try {
    const { positionals } = parseArgs({ args: argv, options: {}, allowPositionals: true })
    if (positionals.length === 1 && positionals[0]) return resolve(positionals[0])
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
  throw new UsageError('backup takes one file.')
}
