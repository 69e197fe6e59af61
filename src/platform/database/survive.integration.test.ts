import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { isServing, processesOn, readPostmaster } from './postmaster.ts'
import { makePristine, type Pristine } from './pristine.ts'
import { openServer } from './server.ts'

const PROGRAM = join(import.meta.dirname, 'acknowledged-rows.child.ts')
const started: ChildProcess[] = []
const folders: string[] = []

/** A Salve that saves rows in a process of its own, and the ids that the database acknowledged to it. */
interface Writer {
  adopted: boolean
  acknowledged: string[]
  child: ChildProcess
  /** Resolves when this many more rows are acknowledged. */
  more(rows: number): Promise<void>
  end(signal: NodeJS.Signals): Promise<void>
}

let pristine: Pristine

function newDataDir(): string {
  const folder = pristine.newDataDir()
  folders.push(folder)
  return folder
}

async function startWriter(dataDir: string): Promise<Writer> {
  const child = spawn(process.execPath, [PROGRAM, dataDir], { stdio: ['ignore', 'pipe', 'pipe'] })
  started.push(child)
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()))
  const acknowledged: string[] = []
  let waiting: { at: number; resolve: () => void } | undefined
  const opened = Promise.withResolvers<boolean>()
  void ended.then(() => opened.reject(new Error(`the writer ended: ${said}`)))
  createInterface(child.stdout).on('line', (line) => {
    if (line.startsWith('{')) return opened.resolve((JSON.parse(line) as { adopted: boolean }).adopted)
    acknowledged.push(line)
    if (waiting && acknowledged.length >= waiting.at) waiting.resolve()
  })
  return {
    adopted: await opened.promise,
    acknowledged,
    child,
    more: (rows) => new Promise((resolve) => (waiting = { at: acknowledged.length + rows, resolve })),
    async end(signal) {
      child.kill(signal)
      await ended
    },
  }
}

/** The acknowledged rows that the database does not hold: none, or the test fails. */
async function lostRows(dataDir: string, acknowledged: string[]): Promise<string[]> {
  const server = await openServer({ dataDir, exclusive: false })
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  const { rows } = await client.query<{ id: string }>('select id from acknowledged')
  await client.end()
  await server.close()
  const kept = new Set(rows.map(({ id }) => id))
  return acknowledged.filter((id) => !kept.has(id))
}

function postmasterOf(dataDir: string): number {
  return readPostmaster(join(dataDir, 'postgres'))?.pid ?? 0
}

beforeAll(async () => {
  pristine = await makePristine()
})

afterAll(() => pristine.remove())

afterEach(async () => {
  for (const child of started.splice(0)) child.kill('SIGKILL')
  for (const folder of folders.splice(0)) {
    for (const pid of processesOn(join(folder, 'postgres'))) process.kill(pid, 'SIGKILL')
    await expect.poll(() => processesOn(join(folder, 'postgres')).length).toBe(0)
  }
})

test('kill -9 of Salve: the server lives on, the next Salve adopts it, and every acknowledged row is there', async () => {
  const dataDir = newDataDir()
  const first = await startWriter(dataDir)
  expect(first.adopted).toBe(false)
  await first.more(300)
  await first.end('SIGKILL')
  const orphan = postmasterOf(dataDir)
  expect(isServing(orphan, join(dataDir, 'postgres'))).toBe(true)

  const second = await startWriter(dataDir)
  expect(second.adopted).toBe(true)
  expect(postmasterOf(dataDir)).toBe(orphan)
  await second.more(100)
  await second.end('SIGTERM')

  expect(isServing(orphan, join(dataDir, 'postgres')), 'the adopted server is stopped in the end').toBe(false)
  expect(first.acknowledged.length).toBeGreaterThanOrEqual(300)
  expect(await lostRows(dataDir, [...first.acknowledged, ...second.acknowledged])).toEqual([])
})

test('kill -9 of the server: Salve starts it again, goes on saving, and loses nothing', async () => {
  const dataDir = newDataDir()
  const writer = await startWriter(dataDir)
  const killed: number[] = []
  for (let round = 0; round < 3; round += 1) {
    await writer.more(150)
    killed.push(postmasterOf(dataDir))
    process.kill(postmasterOf(dataDir), 'SIGKILL')
  }
  await writer.more(150)
  await writer.end('SIGTERM')
  expect(new Set([...killed, postmasterOf(dataDir)]).size, 'each time another server').toBe(4)
  expect(writer.acknowledged.length).toBeGreaterThanOrEqual(600)
  expect(await lostRows(dataDir, writer.acknowledged)).toEqual([])
})

test('kill -9 of Salve and of the server, in either order: the next start recovers every acknowledged row', async () => {
  const dataDir = newDataDir()
  const acknowledged: string[] = []
  for (const isServerFirst of [true, false]) {
    const writer = await startWriter(dataDir)
    await writer.more(200)
    const server = postmasterOf(dataDir)
    if (isServerFirst) process.kill(server, 'SIGKILL')
    await writer.end('SIGKILL')
    if (!isServerFirst) process.kill(server, 'SIGKILL')
    acknowledged.push(...writer.acknowledged)
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(400)
  expect(await lostRows(dataDir, acknowledged)).toEqual([])
})

test('a second serve on the directory is refused in one line, while other commands join', async () => {
  const dataDir = newDataDir()
  const writer = await startWriter(dataDir)
  await writer.more(50)
  await expect(openServer({ dataDir, exclusive: true })).rejects.toThrow(
    `Another Salve already serves the data directory ${dataDir} (process ${writer.child.pid}, http://localhost:3080). Stop it first, or choose another directory with SALVE_DATA.`,
  )
  const seen = writer.acknowledged.slice()
  expect(await lostRows(dataDir, seen)).toEqual([])
  await writer.more(50)
  await writer.end('SIGTERM')
})

test('two commands at once share a server that neither found running; the last one stops it', async () => {
  const dataDir = newDataDir()
  const [one, two] = await Promise.all([
    openServer({ dataDir, exclusive: false }),
    openServer({ dataDir, exclusive: false }),
  ])
  const server = postmasterOf(dataDir)
  expect([one.adopted, two.adopted].toSorted()).toEqual([false, true])
  await one.close()
  expect(isServing(server, join(dataDir, 'postgres'))).toBe(true)
  const client = new pg.Client({ connectionString: two.url })
  await client.connect()
  expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  await client.end()
  await two.close()
  expect(isServing(server, join(dataDir, 'postgres'))).toBe(false)
})

test('Salve stops while a backup is running: the database stays up for the backup', async () => {
  const dataDir = newDataDir()
  const writer = await startWriter(dataDir)
  const backup = await openServer({ dataDir, exclusive: false })
  await writer.more(50)
  await writer.end('SIGTERM')
  const client = new pg.Client({ connectionString: backup.url })
  await client.connect()
  const { rows } = await client.query<{ count: number }>('select count(*)::int from acknowledged')
  expect(rows[0]?.count).toBeGreaterThanOrEqual(writer.acknowledged.length)
  await client.end()
  await backup.close()
  expect(processesOn(join(dataDir, 'postgres'))).toEqual([])
})

test('durability is not traded away: fsync, full_page_writes and synchronous_commit are on', async () => {
  const dataDir = newDataDir()
  const server = await openServer({ dataDir, exclusive: false })
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  for (const setting of ['fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums']) {
    const { rows } = await client.query<Record<string, string>>(`show ${setting}`)
    expect(rows[0], setting).toEqual({ [setting]: 'on' })
  }
  await client.end()
  await server.close()
  expect(readFileSync(join(dataDir, 'keys', 'database-password'), 'utf8').trim()).toMatch(/^[\w-]{32}$/)
})
