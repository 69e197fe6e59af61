import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { Failure } from '../failure.ts'
import { readArchive } from './archive.ts'
import { listTables, nameOf, quote, quoteColumns, type Table } from './catalogue.ts'
import { copyIn } from './copy.ts'
import type { Manifest } from './manifest.ts'
import type { Member } from './tar.ts'

export interface Load {
  /** A database with the schema that the backup was made of. */
  url: string
  file: string
  manifest: Manifest
  /** Where the uploaded files go. */
  filesDir: string
  say: (line: string) => void
}

/** Fills the tables, in one transaction, and unpacks the files. Compares the count of every table's rows. */
export async function loadArchive({ url, file, manifest, filesDir, say }: Load): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('begin')
    await client.query("set local client_encoding to 'UTF8'")
    const present = await listTables(client)
    for (const table of present) await client.query(`alter table ${quote(table)} disable trigger user`)
    for (const table of present.toReversed()) await client.query(`delete from ${quote(table)}`)
    const counts = await copyMembers(client, { file, manifest, filesDir, say, present })
    for (const { rows, ...table } of manifest.tables) {
      if ((counts.get(nameOf(table)) ?? 0) !== rows)
        throw new Failure(
          `The table ${nameOf(table)} came out with ${counts.get(nameOf(table)) ?? 0} rows instead of ${rows}: nothing was restored.`,
        )
    }
    for (const { value, isCalled, ...sequence } of manifest.sequences)
      await client.query('select setval($1::regclass, $2::bigint, $3)', [quote(sequence), value, isCalled])
    // Deferred references are compared now: triggers cannot be switched while some of that is pending.
    await client.query('set constraints all immediate')
    for (const table of present) await client.query(`alter table ${quote(table)} enable trigger user`)
    await client.query('commit')
    await client.query('analyze')
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Copies the parts of each table one after the other, as one COPY: references within a table are compared at its end. */
async function copyMembers(
  client: pg.Client,
  { file, manifest, filesDir, say, present }: Omit<Load, 'url'> & { present: Table[] },
): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  const members = readArchive(file)
  let files = 0
  let next = await members.next()
  while (!next.done) {
    const { name } = next.value
    const table = tableOf(name)
    if (table !== undefined) {
      say(`Table ${table}`)
      const source = manifest.tables.find((one) => nameOf(one) === table)
      if (!source) throw new Failure(`The backup holds a table ${table} that its manifest does not know.`)
      const parts = partsOf(table)
      counts.set(table, await copyTable(client, source, present, parts))
      continue
    }
    if (name.startsWith('files/')) {
      files += 1
      if (files % 100 === 1) say(`Files: ${files} of ${manifest.files}`)
      await unpackFile(next.value, filesDir)
    }
    next = await members.next()
  }
  return counts

  async function* partsOf(table: string): AsyncGenerator<Buffer> {
    while (!next.done && tableOf(next.value.name) === table) {
      yield* next.value.content
      next = await members.next()
    }
  }
}

const tableOf = (member: string) => /^tables\/([^/]+)\/\d+\.copy$/.exec(member)?.[1]

async function copyTable(
  client: pg.Client,
  source: Table,
  present: Table[],
  content: AsyncIterable<Buffer>,
): Promise<number> {
  const target = present.find((table) => nameOf(table) === nameOf(source))
  if (target && source.columns.every((column) => target.columns.includes(column))) {
    return copyIn(client, `copy ${quote(target)} (${quoteColumns(source.columns)}) from stdin`, content)
  }
  if (source.schema !== 'pgboss')
    throw new Failure(
      `The table ${nameOf(source)} of the backup does not fit this Salve: restore it with the Salve that made it.`,
    )
  return copyJobs(client, source, target, content)
}

/** The job queue belongs to a library, whose tables change with its version: what both versions know is taken over. */
async function copyJobs(
  client: pg.Client,
  source: Table,
  target: Table | undefined,
  content: AsyncIterable<Buffer>,
): Promise<number> {
  await client.query(
    `create temporary table incoming (${source.columns.map((column) => `${pg.escapeIdentifier(column)} text`).join(', ')}) on commit drop`,
  )
  const rows = await copyIn(client, 'copy incoming from stdin', content)
  if (target) {
    const { rows: types } = await client.query<{ name: string; type: string }>(
      'select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped',
      [quote(target)],
    )
    const common = source.columns.filter((column) => target.columns.includes(column))
    const cast = common.map(
      (column) => `${pg.escapeIdentifier(column)}::${types.find(({ name }) => name === column)?.type}`,
    )
    await client.query(`insert into ${quote(target)} (${quoteColumns(common)}) select ${cast.join(', ')} from incoming`)
  }
  await client.query('drop table incoming')
  return rows
}

async function unpackFile({ name, content }: Member, filesDir: string): Promise<void> {
  const parts = name.split('/').slice(1)
  if (parts.length === 0 || parts.some((part) => !/^[\w-][\w.-]*$/.test(part)))
    throw new Failure(`The backup holds a file with an impossible name: ${JSON.stringify(name)}.`)
  const path = join(filesDir, ...parts)
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await pipeline(content, createWriteStream(path, { mode: 0o600 }))
}
