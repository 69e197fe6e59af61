import { rename, rm } from 'node:fs/promises'
import pg from 'pg'
import { migrate, type Migrations } from '../database/migrate.ts'
import { codeOf, Failure } from '../failure.ts'
import { examineArchive } from './archive.ts'
import { listTables, quote } from './catalogue.ts'
import { loadArchive } from './load.ts'
import type { Manifest } from './manifest.ts'
import { replaceAside, replaceInPlace } from './replace-database.ts'

export interface RestoreOptions {
  url: string
  isEmbedded: boolean
  file: string
  filesDir: string
  /** Every migration of this Salve. */
  migrations: Migrations
  /** Replace what the database holds. Without it, only an empty one is filled. */
  force: boolean
  say?: (line: string) => void
}

/**
 * Puts a backup in the place of the database and the uploaded files. The archive is compared with its hashes first; the schema is brought to the
 * one that the backup was made of, filled, counted, and then brought up to date. Nobody else may use the database meanwhile. Throws a `Failure`.
 */
export async function restore({
  url,
  isEmbedded,
  file,
  filesDir,
  migrations,
  force,
  say = () => undefined,
}: RestoreOptions): Promise<Manifest> {
  say(`Checking ${file}`)
  const manifest = await examineArchive(file)
  const unknown = manifest.migrations.find((name) => migrations[name] === undefined)
  if (unknown)
    throw new Failure(
      `${file} was made by Salve ${manifest.salve}, which is newer than this one (it knows ${unknown}): install that version and restore with it.`,
    )
  if (!force && (await holdsData(url))) {
    throw new Failure(
      'The database already holds data, and a restore would replace it: back it up if you need it, then add --force.',
    )
  }
  const then = Object.fromEntries(manifest.migrations.map((name) => [name, migrations[name]])) as Migrations
  const unpacked = `${filesDir}.restoring`
  await rm(unpacked, { recursive: true, force: true })
  const replace = isEmbedded ? replaceAside : replaceInPlace
  try {
    await replace(url, async (target) => {
      await migrate(target, then)
      await loadArchive({ url: target, file, manifest, filesDir: unpacked, say })
      await migrate(target, migrations)
    })
    await replaceFolder(unpacked, filesDir)
    return manifest
  } catch (error) {
    await rm(unpacked, { recursive: true, force: true })
    if (codeOf(error) === 'ENOSPC' || codeOf(error) === '53100') {
      throw new Failure(
        'The disk is full: the backup was not restored. Free some space (a restore needs room for the data twice) and run it again.',
      )
    }
    throw error
  }
}

/** True when a table of a room or of the platform has a row. */
async function holdsData(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (const table of await listTables(client)) {
      if (table.schema === 'pgboss' || table.name === 'kysely_migration') continue
      const { rows } = await client.query<{ any: boolean }>(`select exists (select from ${quote(table)}) as any`)
      if (rows[0]?.any) return true
    }
    return false
  } finally {
    await client.end()
  }
}

async function replaceFolder(coming: string, folder: string): Promise<void> {
  const going = `${folder}.replaced`
  const absent = (error: unknown) => {
    if (codeOf(error) !== 'ENOENT') throw error
  }
  await rm(going, { recursive: true, force: true })
  await rename(folder, going).catch(absent)
  await rename(coming, folder).catch(absent)
  await rm(going, { recursive: true, force: true })
}
