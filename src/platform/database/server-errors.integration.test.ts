import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type Server as NetServer } from 'node:net'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest'
import { databaseUser } from './os-user.ts'
import { processesOn } from './postmaster.ts'
import { makePristine, type Pristine } from './pristine.ts'
import { openServer } from './server.ts'
import { copyTemplate } from './template-copy.ts'

const isRoot = process.getuid?.() === 0
const cleanups: (() => void)[] = []

let pristine: Pristine

beforeAll(async () => {
  pristine = await makePristine()
})

afterAll(() => pristine.remove())

function newFolder(): string {
  const folder = pristine.newDataDir({ isNew: true })
  mkdirSync(folder, { mode: 0o711 })
  return folder
}

async function openAndClose(dataDir: string): Promise<void> {
  const server = await openServer({ dataDir, exclusive: true })
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  expect((await client.query('select current_database() as name')).rows).toEqual([{ name: 'salve' }])
  await client.end()
  await server.close()
  expect(processesOn(join(dataDir, 'postgres'))).toEqual([])
}

const refusal = (dataDir: string, databaseUrl?: string) =>
  openServer({ dataDir, databaseUrl, exclusive: true }).then(
    () => 'it opened',
    (error: Error) => error.message,
  )

afterEach(() => {
  for (const clean of cleanups.splice(0).toReversed()) clean()
})

test('a data directory that cannot be written to', async () => {
  const inTheWay = join(newFolder(), 'file')
  writeFileSync(inTheWay, '')
  expect(await refusal(join(inTheWay, 'data'))).toBe(
    `The data directory ${join(inTheWay, 'data')} cannot be made, because a file is in the way: choose another with SALVE_DATA.`,
  )
})

test.skipIf(!isRoot)('a data directory on a read-only file system', async (context) => {
  const dataDir = newFolder()
  if (!mount(['-t', 'tmpfs', '-o', 'ro', 'tmpfs', dataDir], dataDir))
    return context.skip('mounting is not permitted here')
  expect(await refusal(dataDir)).toBe(
    `Salve cannot write to its data directory ${dataDir}: give it to this user with \`chown\`, or choose another with SALVE_DATA.`,
  )
})

test.skipIf(!isRoot)('run as root, below a directory that the database user cannot enter', async () => {
  const closed = join(newFolder(), 'closed')
  mkdirSync(closed, { mode: 0o700 })
  const said = await refusal(join(closed, 'data'))
  expect(said).toContain(`The database runs as the system user "postgres", who cannot enter ${closed}.`)
  expect(said).toContain('SALVE_DATA=/var/lib/salve')
  expect(existsSync(join(closed, 'data', 'postgres'))).toBe(false)
})

test.skipIf(!isRoot)('a disk that is full at the first start, and has room at the second', async (context) => {
  const dataDir = newFolder()
  if (!mount(['-t', 'tmpfs', '-o', 'size=20m,mode=711', 'tmpfs', dataDir], dataDir))
    return context.skip('mounting is not permitted here')
  expect(await refusal(dataDir)).toMatch(
    /^The disk that holds .* is full, so the database cannot start\. Free some space/,
  )
  expect(existsSync(join(dataDir, 'postgres')), 'nothing half made is left').toBe(false)
  execFileSync('mount', ['-o', 'remount,size=200m', dataDir])
  await openAndClose(dataDir)
})

test.skipIf(!isRoot)('a disk that filled up while Salve was down', async (context) => {
  const dataDir = newFolder()
  if (!mount(['-t', 'tmpfs', '-o', 'size=120m,mode=711', 'tmpfs', dataDir], dataDir))
    return context.skip('mounting is not permitted here')
  await openAndClose(dataDir)
  const ballast = join(dataDir, 'ballast')
  spawnSync('dd', ['if=/dev/zero', `of=${ballast}`, 'bs=4k'], { stdio: 'ignore' })
  expect(await refusal(dataDir)).toMatch(/^The disk that holds .* is full/)
  rmSync(ballast)
  await openAndClose(dataDir)
})

test('data of another major version', async () => {
  const dataDir = pristine.newDataDir()
  writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '17\n')
  expect(await refusal(dataDir)).toBe(
    `The data in ${join(dataDir, 'postgres')} was written by PostgreSQL 17, and this Salve brings 18. With the Salve that wrote it, run \`salve backup FILE\`; then restore that file with this one into a new data directory.`,
  )
})

test('a first start that was killed half way is done again', async () => {
  const dataDir = newFolder()
  mkdirSync(join(dataDir, 'postgres.new', 'base'), { recursive: true })
  writeFileSync(join(dataDir, 'postgres.new', 'PG_VERSION'), '18\n')
  await openAndClose(dataDir)
})

test('a process id that another program has taken since does not keep the server down', async () => {
  const dataDir = pristine.newDataDir()
  const user = databaseUser()
  const stranger = spawn('sleep', ['60'], user ? { uid: user.uid, gid: user.gid } : {})
  cleanups.push(() => stranger.kill('SIGKILL'))
  const cluster = join(dataDir, 'postgres')
  for (const [name, text] of [
    ['postmaster.pid', `${stranger.pid}\n${cluster}\n1700000000\n5432\n${cluster}\n\n  1 1\nready\n`],
    ['.s.PGSQL.5432.lock', `${stranger.pid}\n${cluster}\n1700000000\n5432\n${cluster}\n`],
  ] as const) {
    writeFileSync(join(cluster, name), text, { mode: 0o600 })
    if (user) chownSync(join(cluster, name), user.uid, user.gid)
  }
  await openAndClose(dataDir)
  expect(stranger.exitCode).toBe(null)
})

test('a lost key: the password is made anew and the data is still there', async () => {
  const dataDir = pristine.newDataDir()
  const key = join(dataDir, 'keys', 'database-password')
  const before = readFileSync(key, 'utf8')
  rmSync(key)
  await openAndClose(dataDir)
  expect(readFileSync(key, 'utf8')).not.toBe(before)
  expect(statSync(key).mode & 0o777).toBe(0o600)
})

test('a path too long for a socket: the server listens on loopback', async () => {
  const dataDir = join(newFolder(), 'a-long-name-for-a-directory'.repeat(4))
  const server = await openServer({ dataDir, exclusive: true })
  expect(new URL(server.url).hostname).toBe('127.0.0.1')
  expect(new URL(server.url).port).not.toBe('')
  await server.close()
  await openAndClose(dataDir)
})

test('DATABASE_URL: nothing there, a wrong password, no such database, not a URL', async () => {
  const { url } = inject('database')
  const at = (change: (url: URL) => void) => {
    const changed = new URL(url)
    change(changed)
    return changed.href
  }
  expect(await refusal(newFolder(), 'postgres://salve:secret@127.0.0.1:9/salve')).toBe(
    'Cannot reach the database at 127.0.0.1:9/salve: check that it runs and that DATABASE_URL is right.',
  )
  expect(await refusal(newFolder(), 'postgres://salve:sec ret@:::/salve')).toMatch(/^DATABASE_URL is not a URL/)
  expect(
    await refusal(
      newFolder(),
      at((other) => (other.pathname = '/nowhere')),
    ),
  ).toMatch(/has no such database: create it \(`createdb`\), or correct DATABASE_URL\.$/)
  const strict = process.env.TEST_DATABASE_URL === undefined
  if (strict) {
    const said = await refusal(
      newFolder(),
      at((other) => (other.password = 'wrong-secret')),
    )
    expect(said).toMatch(/refuses the user or the password: correct DATABASE_URL\.$/)
    expect(said).not.toContain('wrong-secret')
  }
})

test('DATABASE_URL: a server older than 15', async () => {
  const server = await startOldServer()
  cleanups.push(() => server.close())
  const { port } = server.address() as { port: number }
  expect(await refusal(newFolder(), `postgres://salve@127.0.0.1:${port}/salve`)).toBe(
    `The database at 127.0.0.1:${port}/salve is PostgreSQL 14, and Salve needs 15 or newer: upgrade it, or point DATABASE_URL elsewhere.`,
  )
})

test('DATABASE_URL: an external database opens, and its data directory is still for one serve alone', async () => {
  const copy = await copyTemplate(inject('database'))
  const dataDir = newFolder()
  const server = await openServer({ dataDir, databaseUrl: copy.url, exclusive: true })
  expect(server).toMatchObject({ url: copy.url, isEmbedded: false, adopted: false })
  expect(await refusal(dataDir, copy.url)).toMatch(/^Another Salve already serves the data directory/)
  await server.close()
  expect(existsSync(join(dataDir, 'postgres'))).toBe(false)
  await copy.drop()
})

function mount(args: string[], folder: string): boolean {
  const { status } = spawnSync('mount', args)
  if (status === 0) cleanups.push(() => spawnSync('umount', [folder]))
  else process.stderr.write(`Skipped for ${dirname(folder)}: mounting is not permitted here.\n`)
  return status === 0
}

/** Speaks just enough of PostgreSQL's protocol to say that it is version 14. */
function startOldServer(): Promise<NetServer> {
  const message = (type: string, body: Buffer) => {
    const head = Buffer.alloc(5)
    head.write(type)
    head.writeInt32BE(body.length + 4, 1)
    return Buffer.concat([head, body])
  }
  const ready = message('Z', Buffer.from('I'))
  const column = Buffer.concat([
    Buffer.from('\0\x01server_version_num\0', 'latin1'),
    Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 0, 25, 255, 255, 255, 255, 255, 255, 0, 0]),
  ])
  const value = Buffer.concat([Buffer.from([0, 1, 0, 0, 0, 6]), Buffer.from('140010')])
  const server = createServer((socket) => {
    socket.once('data', () => {
      socket.write(Buffer.concat([message('R', Buffer.alloc(4)), ready]))
      socket.once('data', () =>
        socket.write(
          Buffer.concat([message('T', column), message('D', value), message('C', Buffer.from('SHOW\0')), ready]),
        ),
      )
    })
    socket.on('error', () => undefined)
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}
