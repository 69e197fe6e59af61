import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { codeOf, Failure } from '../failure.ts'
import { copyOut } from './copy.ts'
import { listMigrations, listSequences, listTables, nameOf, quote, quoteColumns, type Table } from './catalogue.ts'
import { FORMAT, MANIFEST, type Manifest } from './manifest.ts'
import { packTar, type Member } from './tar.ts'

export interface BackupOptions {
  url: string
  /** Where the backup goes; it appears there when it is whole. */
  file: string
  /** The folder of uploaded files; it may be absent. */
  filesDir: string
  salveVersion: string
  keyMark?: string
  now: Date
  /** Hears progress, a line at a time. */
  say?: (line: string) => void
}

const PART_BYTES = 4_000_000

/**
 * Writes one snapshot of the whole database and every uploaded file into one gzip'd tar archive, while Salve goes on serving.
 * Keys are not in it. Throws a `Failure`; then no file is left.
 */
export async function backup({
  url,
  file,
  filesDir,
  salveVersion,
  keyMark,
  now,
  say = () => undefined,
}: BackupOptions): Promise<Manifest> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  const unfinished = `${file}.partial-${process.pid}`
  await client.connect()
  try {
    await client.query('begin isolation level repeatable read, read only')
    await client.query("set local client_encoding to 'UTF8'")
    const { rows } = await client.query<{ server_version_num: string }>('show server_version_num')
    const manifest: Manifest = {
      format: FORMAT,
      madeAt: now.toISOString(),
      salve: salveVersion,
      postgres: Number(rows[0]?.server_version_num),
      ...(keyMark && { keyMark }),
      migrations: await listMigrations(client),
      tables: [],
      sequences: await listSequences(client),
      files: 0,
      members: {},
    }
    if (manifest.migrations.length === 0)
      throw new Failure('There is nothing to back up: Salve has never run on this database.')
    const members = sealed(listMembers(client, filesDir, manifest, say), manifest)
    await pipeline(packTar(members), createGzip({ level: 6 }), createWriteStream(unfinished, { mode: 0o600 }))
    await makeDurable(unfinished)
    await rename(unfinished, file)
    return manifest
  } catch (error) {
    await rm(unfinished, { force: true })
    throw explain(error, file)
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function* listMembers(
  client: pg.Client,
  filesDir: string,
  manifest: Manifest,
  say: (line: string) => void,
): AsyncGenerator<Member> {
  for (const table of await listTables(client)) {
    say(`Table ${nameOf(table)}`)
    const rows = yield* tableMembers(client, table)
    manifest.tables.push({ ...table, rows })
  }
  for (const name of await listFiles(filesDir)) {
    const path = join(filesDir, name)
    const bytes = await stat(path).then(({ size }) => size, ignoreMissing)
    // Swept away meanwhile: nothing referred to it for a day.
    if (bytes === undefined) continue
    manifest.files += 1
    if (manifest.files % 100 === 1) say(`Files: ${manifest.files}`)
    yield { name: `files/${name}`, bytes, content: createReadStream(path) }
  }
}

/** A table as parts of some megabytes: its size is known only in the end, and an archive wants it first. */
async function* tableMembers(client: pg.Client, table: Table): AsyncGenerator<Member, number> {
  const rows = copyOut(client, `copy (select ${quoteColumns(table.columns)} from ${quote(table)}) to stdout`)
  let part = 0
  let waiting: Buffer[] = []
  let bytes = 0
  const member = (): Member => {
    part += 1
    const taken = { name: `tables/${nameOf(table)}/${String(part).padStart(6, '0')}.copy`, bytes, content: waiting }
    waiting = []
    bytes = 0
    return taken
  }
  for (;;) {
    const { value, done } = await rows.next()
    if (done) {
      if (bytes > 0) yield member()
      return value
    }
    waiting.push(value)
    bytes += value.length
    if (bytes >= PART_BYTES) yield member()
  }
}

/** Notes the hash of every member as it passes, and adds the manifest as the last. */
async function* sealed(members: AsyncIterable<Member>, manifest: Manifest): AsyncGenerator<Member> {
  for await (const { name, bytes, content } of members) yield { name, bytes, content: hashed(name, content) }
  const last = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)
  yield { name: MANIFEST, bytes: last.length, content: [last] }

  async function* hashed(name: string, content: AsyncIterable<Buffer> | Iterable<Buffer>): AsyncGenerator<Buffer> {
    const hash = createHash('sha256')
    for await (const chunk of content) {
      hash.update(chunk)
      yield chunk
    }
    manifest.members[name] = hash.digest('hex')
  }
}

/** Kept files, by their path below the folder; half-received ones are left out. */
async function listFiles(filesDir: string): Promise<string[]> {
  const entries = await readdir(filesDir, { recursive: true, withFileTypes: true }).catch((error) =>
    codeOf(error) === 'ENOENT' ? [] : Promise.reject(error),
  )
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(filesDir.length + 1))
    .filter((name) => !name.startsWith('incoming/'))
    .toSorted()
}

function ignoreMissing(error: unknown): undefined {
  if (codeOf(error) !== 'ENOENT') throw error
}

async function makeDurable(path: string): Promise<void> {
  const file = await open(path, 'r')
  await file.sync()
  await file.close()
}

function explain(error: unknown, file: string): unknown {
  const code = codeOf(error)
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new Failure(
      `The disk is full: the backup ${file} was not written. Free some space, or write it to another disk.`,
    )
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new Failure(`The backup ${file} cannot be written: its directory does not exist.`)
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'EISDIR')
    return new Failure(`The backup ${file} cannot be written there: choose another path.`)
  return error
}
