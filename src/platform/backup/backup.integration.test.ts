import { execFileSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { fromKysely, PgBoss } from 'pg-boss'
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { systemClock } from '../clock.ts'
import { createDatabase, own, type Database } from '../database/index.ts'
import { platformMigrations } from '../database/migration.ts'
import { migrate } from '../database/migrate.ts'
import { makePristine } from '../database/pristine.ts'
import { openServer } from '../database/server.ts'
import { atDatabase, runAt } from '../database/template-copy.ts'
import { createLedger } from '../ledger/index.ts'
import { listTables, quote } from './catalogue.ts'
import { backup, restore } from './index.ts'
import type { Manifest } from './manifest.ts'

const KEY = Buffer.alloc(32, 7)
const HOSTILE = 'back\\slash \\N tab\tline\nreturn\r quote" ‮ 🩺 \u0001 \\.'
let folder: string
let url: string
let db: Database
const databases: string[] = []

const nameOf = (address: string) => new URL(address).pathname.slice(1)

async function newDatabase(template = 'template1'): Promise<string> {
  const server = inject('database').url
  const name = `salve_test_backup_${randomBytes(6).toString('hex')}`
  await runAt(server, `create database ${name} template ${template}`)
  databases.push(name)
  return atDatabase(server, name)
}

/** Filled once, copied for each test. */
let original: { url: string; folder: string }

beforeAll(async () => {
  original = { url: await newDatabase(), folder: mkdtempSync(join(tmpdir(), 'salve-backup-original-')) }
  databases.pop()
  await migrate(original.url, platformMigrations)
  await fill(original)
})

afterAll(async () => {
  await runAt(inject('database').url, `drop database ${nameOf(original.url)} with (force)`)
  rmSync(original.folder, { recursive: true, force: true })
})

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'salve-backup-'))
  cpSync(original.folder, folder, { recursive: true })
  url = await newDatabase(nameOf(original.url))
  db = createDatabase({ url })
})

afterEach(async () => {
  await db.close()
  for (const name of databases.splice(0)) {
    for (const one of [name, `${name}_restoring`, `${name}_replaced`])
      await runAt(inject('database').url, `drop database if exists ${one} with (force)`)
  }
  rmSync(folder, { recursive: true, force: true })
})

/** What a hospital leaves behind in an evening: log entries, events, mail, jobs that wait, files. */
async function fill({ url, folder }: { url: string; folder: string }): Promise<void> {
  const db = createDatabase({ url })
  const ledger = createLedger({ key: KEY, clock: systemClock })
  const boss = new PgBoss({
    connectionString: url,
    schema: 'pgboss',
    supervise: false,
    schedule: false,
    migrate: false,
  })
  boss.on('error', () => undefined)
  await boss.start()
  await boss.createQueue('send-page', { retryLimit: 3, notify: true })
  await boss.createQueue('sweep-files')
  await boss.schedule('sweep-files', '0 3 * * *', {}, { tz: 'UTC' })
  await db.transaction(async (tx) => {
    for (let number = 0; number < 40; number += 1)
      await ledger.append(tx, {
        chain: number % 2 ? 'incident:1' : 'posture',
        actorId: null,
        kind: 'noted',
        body: { number, text: HOSTILE },
      })
    await boss.send(
      'send-page',
      { pageId: 'p1', note: HOSTILE },
      { db: fromKysely(own(tx)), startAfter: new Date('2031-01-01') },
    )
  })
  await boss.stop({ graceful: false })
  await runAt(
    url,
    `insert into kept_mail (at, recipient, subject, text, html, reason)
    select now() + i * interval '1 second', 'amal@harbourside.example', ${pg.escapeLiteral(HOSTILE)}, repeat('lorem ipsum ', 500), '', 'no-smtp' from generate_series(1, 2000) i`,
  )
  await runAt(url, `delete from kept_mail where id > 1990`)
  for (const content of [randomBytes(3_000_000), Buffer.alloc(0), Buffer.from(HOSTILE)]) {
    const hash = createHash('sha256').update(content).digest('hex')
    mkdirSync(join(folder, 'files', hash.slice(0, 2)), { recursive: true })
    writeFileSync(join(folder, 'files', hash.slice(0, 2), hash), content)
    await runAt(url, `insert into file values ('${hash}', ${content.length}, 'application/octet-stream', now())`)
  }
  mkdirSync(join(folder, 'files', 'incoming'))
  writeFileSync(join(folder, 'files', 'incoming', 'half'), 'half of an upload')
  await db.close()
}

/** Every row of every table, byte for byte, and where every sequence stands. */
async function contentOf(at: string): Promise<Record<string, string[]>> {
  const client = new pg.Client({ connectionString: at })
  await client.connect()
  const content: Record<string, string[]> = {}
  for (const table of await listTables(client)) {
    const { rows } = await client.query<{ row: string }>(`select t::text as row from ${quote(table)} t order by 1`)
    content[`${table.schema}.${table.name}`] = rows.map(({ row }) => row)
  }
  const { rows } = await client.query<{ row: string }>(
    `select sequencename || ' ' || coalesce(last_value, 0) as row from pg_sequences where schemaname = 'public' order by 1`,
  )
  content['sequences'] = rows.map(({ row }) => row)
  await client.end()
  return content
}

function filesOf(root: string): Record<string, string> {
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (name) => statSync(join(root, name)).isFile() && !name.startsWith('incoming'),
  )
  return Object.fromEntries(names.toSorted().map((name) => [name, readFileSync(join(root, name)).toString('base64')]))
}

const save = (file = join(folder, 'evening.salve')): Promise<Manifest> =>
  backup({
    url,
    file,
    filesDir: join(folder, 'files'),
    salveVersion: '0.1.0',
    keyMark: 'abc',
    now: new Date('2026-11-22T20:00:00Z'),
  })

const bringBack = (
  to: string,
  options: { force?: boolean; isEmbedded?: boolean; file?: string; filesDir?: string } = {},
) =>
  restore({
    url: to,
    isEmbedded: options.isEmbedded ?? false,
    file: options.file ?? join(folder, 'evening.salve'),
    filesDir: options.filesDir ?? join(folder, 'files'),
    migrations: platformMigrations,
    force: options.force ?? false,
  })

test('back up, wipe, restore: every row, every sequence and every file is the same', async () => {
  const rows = await contentOf(url)
  const files = filesOf(join(folder, 'files'))
  const manifest = await save()
  expect(manifest).toMatchObject({
    format: 1,
    files: 3,
    madeAt: '2026-11-22T20:00:00.000Z',
    migrations: ['20261122-000-platform'],
  })
  expect(manifest.tables.find(({ name }) => name === 'kept_mail')).toMatchObject({ rows: 1990 })

  rmSync(join(folder, 'files'), { recursive: true })
  const fresh = await newDatabase()
  await bringBack(fresh)

  expect(await contentOf(fresh)).toEqual(rows)
  expect(rows['public.ledger_entry']).toHaveLength(40)
  expect(rows['pgboss.job']).toHaveLength(1)
  expect(rows['pgboss.schedule']).toHaveLength(1)
  expect(filesOf(join(folder, 'files'))).toEqual(files)
  expect(Object.keys(files)).toHaveLength(3)
})

test('the restored log still fits its seals, and still cannot be changed', async () => {
  await save()
  const fresh = await newDatabase()
  await bringBack(fresh)
  const restored = createDatabase({ url: fresh })
  const ledger = createLedger({ key: KEY, clock: systemClock })
  expect(await restored.read((reader) => ledger.verify(reader, 'posture'))).toEqual({ ok: true, entries: 20 })
  await restored.transaction((tx) => ledger.append(tx, { chain: 'posture', actorId: null, kind: 'noted', body: {} }))
  await restored.close()
  await expect(runAt(fresh, `update ledger_entry set kind = 'forged'`)).rejects.toThrow(
    'the ledger can be appended to, never changed',
  )
})

test('the restored jobs are worked', async () => {
  await save()
  const fresh = await newDatabase()
  await bringBack(fresh)
  await runAt(fresh, 'update pgboss.job set start_after = now()')
  const boss = new PgBoss({
    connectionString: fresh,
    schema: 'pgboss',
    supervise: false,
    schedule: false,
    migrate: false,
  })
  boss.on('error', () => undefined)
  await boss.start()
  const [job] = await boss.fetch<{ pageId: string; note: string }>('send-page')
  expect(job?.data).toEqual({ pageId: 'p1', note: HOSTILE })
  await boss.stop({ graceful: false })
})

test('Salve goes on writing during the backup: the backup shows one moment', async () => {
  const over = new AbortController()
  const writing = (async () => {
    while (!over.signal.aborted)
      await runAt(
        url,
        `with event as (insert into outbox_event (type, body, at) values ('tick', '{}', now()) returning id) insert into outbox_delivery (event_id, listener, due_at) select id, 'x', now() from event`,
      )
  })()
  await new Promise((resolve) => setTimeout(resolve, 200))
  const manifest = await save()
  over.abort()
  await writing
  const rowsOf = (table: string) => manifest.tables.find(({ name }) => name === table)?.rows
  expect(rowsOf('outbox_event')).toBeGreaterThan(0)
  expect(rowsOf('outbox_delivery')).toBe(rowsOf('outbox_event'))
})

test('a database that holds data is replaced only by force, and a failed restore leaves it as it was', async () => {
  await save()
  await runAt(url, `insert into realtime_channel values ('later', 1)`)
  const later = await contentOf(url)
  await db.close()
  await expect(bringBack(url)).rejects.toThrow(
    'The database already holds data, and a restore would replace it: back it up if you need it, then add --force.',
  )
  await bringBack(url, { force: true, isEmbedded: true })
  const restored = await contentOf(url)
  expect(restored['public.realtime_channel']).toEqual([])
  expect({ ...restored, 'public.realtime_channel': 0 }).toEqual({ ...later, 'public.realtime_channel': 0 })
  db = createDatabase({ url })
})

test('a damaged or foreign file changes nothing', async () => {
  await save()
  const whole = readFileSync(join(folder, 'evening.salve'))
  const before = await contentOf(url)
  const flipped = Buffer.from(whole)
  flipped[whole.length >> 1] = (flipped[whole.length >> 1] as number) ^ 0xff
  for (const content of [
    whole.subarray(0, whole.length - 2000),
    flipped,
    Buffer.from('not an archive'),
    Buffer.alloc(0),
  ]) {
    writeFileSync(join(folder, 'other.salve'), content)
    await expect(bringBack(url, { force: true, file: join(folder, 'other.salve') })).rejects.toThrow(
      /Nothing was changed/,
    )
  }
  await expect(bringBack(url, { force: true, file: join(folder, 'none.salve') })).rejects.toThrow(
    `There is no file ${join(folder, 'none.salve')}.`,
  )
  expect(await contentOf(url)).toEqual(before)
})

test('a backup of a newer Salve is refused; one of an older Salve is brought up to date', async () => {
  const newer = { ...platformMigrations, '20270101-later': { up: async () => undefined } }
  const older = await newDatabase()
  await save()
  await restore({
    url: older,
    isEmbedded: false,
    file: join(folder, 'evening.salve'),
    filesDir: join(folder, 'other'),
    migrations: newer,
    force: false,
  })
  expect((await contentOf(older))['public.kysely_migration']).toHaveLength(2)

  await backup({
    url: older,
    file: join(folder, 'newer.salve'),
    filesDir: join(folder, 'other'),
    salveVersion: '9.0.0',
    now: new Date(),
  })
  await expect(bringBack(await newDatabase(), { file: join(folder, 'newer.salve') })).rejects.toThrow(
    /was made by Salve 9\.0\.0, which is newer than this one/,
  )
})

test('jobs come across when the job library has changed its tables', async () => {
  await save()
  const other = { ...platformMigrations }
  const fresh = await newDatabase()
  await migrate(fresh, other)
  await runAt(url, "alter table pgboss.job add column gone text default 'x'")
  await save()
  await bringBack(fresh)
  expect((await contentOf(fresh))['pgboss.job']).toHaveLength(1)
})

const external = process.env.TEST_DATABASE_URL

test.skipIf(!external)('a backup moves between major versions of PostgreSQL, there and back', async () => {
  const before = await contentOf(url)
  const pristine = await makePristine()
  const embedded = await openServer({ dataDir: pristine.newDataDir(), exclusive: true })
  try {
    const there = await save()
    await bringBack(embedded.url, { isEmbedded: true })
    expect(await contentOf(embedded.url)).toEqual(before)
    const file = join(folder, 'back.salve')
    const back = await backup({
      url: embedded.url,
      file,
      filesDir: join(folder, 'files'),
      salveVersion: '0.1.0',
      now: new Date(),
    })
    expect(back.postgres).not.toBe(there.postgres)
    const fresh = await newDatabase()
    await bringBack(fresh, { file })
    expect(await contentOf(fresh)).toEqual(before)
  } finally {
    await embedded.close()
    pristine.remove()
  }
})

test('the archive is a plain tar file, readable by its owner alone', async () => {
  await save()
  const listed = execFileSync('tar', ['-tzf', join(folder, 'evening.salve')], { encoding: 'utf8' })
    .trim()
    .split('\n')
  expect(listed).toContain('tables/public.ledger_entry/000001.copy')
  expect(listed.filter((name) => name.startsWith('tables/public.kept_mail/')).length).toBeGreaterThan(1)
  expect(listed.at(-1)).toBe('manifest.json')
  expect(statSync(join(folder, 'evening.salve')).mode & 0o777).toBe(0o600)
  expect(readdirSync(folder).filter((name) => name.includes('partial'))).toEqual([])
})

test('a backup that cannot be written says why', async () => {
  await expect(save(join(folder, 'nowhere', 'x.salve'))).rejects.toThrow(
    'cannot be written: its directory does not exist',
  )
  await expect(save(join(folder, 'files'))).rejects.toThrow('cannot be written there: choose another path')
})
