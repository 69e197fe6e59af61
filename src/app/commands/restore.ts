import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { migrations } from '#app/migrations.ts'
import { restore } from '#platform/backup/index.ts'
import { openServer } from '#platform/database/server.ts'
import { UsageError, type Command } from './command.ts'
import { keyMarkOf } from './key-mark.ts'
import { progressOn } from './progress.ts'
import { settingsFrom } from './settings.ts'

/** Puts an archive in the place of the database and the uploaded files. Salve must not be serving. */
export const restoreCommand: Command = async (argv, io) => {
  const { file, force } = argumentsFrom(argv)
  const config = settingsFrom(io.env)
  const progress = progressOn(io)
  const server = await openServer({ ...config, exclusive: true, say: progress.say })
  try {
    const manifest = await restore({
      url: server.url,
      isEmbedded: server.isEmbedded,
      file,
      filesDir: join(config.dataDir, 'files'),
      migrations,
      force,
      say: progress.say,
    })
    progress.done()
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    io.out.write(
      `Restored the backup of ${manifest.madeAt} (Salve ${manifest.salve}): ${rows} rows, ${manifest.files} files, all counted.\n`,
    )
    const keyFile = join(config.dataDir, 'keys', 'salve.key')
    const consequence = 'or the log will be shown as tampered with and links in sent mail will not work.'
    if (!existsSync(keyFile))
      io.err.write(`Copy the key of the old machine to ${keyFile} before you start Salve, ${consequence}\n`)
    else if (manifest.keyMark !== undefined && manifest.keyMark !== keyMarkOf(config.dataDir)) {
      io.err.write(`${keyFile} is not the key that this backup belongs to: put the old one there, ${consequence}\n`)
    }
    io.err.write(
      'Work that waited when the backup was made is taken up when Salve starts: messages may be sent a second time.\n',
    )
    return 0
  } finally {
    progress.done()
    await server.close()
  }
}

function argumentsFrom(argv: string[]): { file: string; force: boolean } {
  try {
    const { positionals, values } = parseArgs({
      args: argv,
      options: { force: { type: 'boolean', default: false } },
      allowPositionals: true,
    })
    if (positionals.length === 1 && positionals[0]) return { file: resolve(positionals[0]), force: values.force }
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
  throw new UsageError('restore takes one file.')
}
