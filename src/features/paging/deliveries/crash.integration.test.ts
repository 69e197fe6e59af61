import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest'
import { openHouse, type TestHouse } from '#app/test-house.ts'
import type { CallSummary } from '../index.ts'
import type { CrashChildOptions } from '../testing/crash.child.ts'
import { startMailServer, type TestMailServer } from '../testing/mail-server.ts'

// Real processes, a real mail server, and the signal that no program can prepare for.
const root = join(import.meta.dirname, '../../../..')
const folder = join(root, 'node_modules', '.cache', `salve-crash-${process.pid}`)
const program = join(folder, 'crash-child.mjs')

let house: TestHouse
let server: TestMailServer
const children: ChildProcess[] = []
beforeAll(async () => {
  await mkdir(folder, { recursive: true })
  await build({
    entryPoints: [join(import.meta.dirname, '../testing/crash.child.ts')],
    outfile: program,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    absWorkingDir: root,
    tsconfig: join(root, 'tsconfig.json'),
    logLevel: 'silent',
  })
  server = await startMailServer()
  house = await openHouse({ now: new Date() })
})
afterEach(kill)
afterAll(async () => {
  await house.close()
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

/** Makes what is in the database older, as if the server had been dead for so long. */
async function sleepOver(minutes: number): Promise<void> {
  const client = new pg.Client({ connectionString: house.databaseUrl })
  await client.connect()
  const ago = `${minutes} minutes`
  await client.query('update delivery set due_at = due_at - $1::interval, lease_until = lease_until - $1::interval', [
    ago,
  ])
  await client.query('update call set next_at = next_at - $1::interval, moved_at = moved_at - $1::interval', [ago])
  await client.end()
}

async function start(): Promise<void> {
  const options: CrashChildOptions = {
    databaseUrl: house.databaseUrl,
    role: inject('database').role,
    dataDir: house.dataDir,
    smtpUrl: server.url,
  }
  const child = spawn(process.execPath, [program, JSON.stringify(options)], { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  await once(child.stdout as NodeJS.ReadableStream, 'data')
}

async function kill(): Promise<void> {
  for (const child of children.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }
}

async function open(key: string, people: ('amal' | 'jonas' | 'osei')[][], afterMinutes = 60): Promise<void> {
  await house.platform.db.transaction((tx) =>
    house.rooms.paging.openCall(tx, {
      key,
      subject: `incident:${key}`,
      exerciseId: null,
      message: { key: 'plain', values: { text: key } },
      mode: 'first-answer',
      steps: people.map((rung) => ({ people: rung.map((name) => house.people[name]), afterMinutes })),
      openedBy: null,
    }),
  )
}

async function summaryOf(key: string): Promise<CallSummary> {
  return (
    await house.platform.db.read((reader) => house.rooms.paging.summary(reader, { subject: `incident:${key}` }))
  )[0] as CallSummary
}

const mailsOf = (key: string) => server.received.filter((mail) => mail.text.includes(`${key}\n`))

test('killed while the mail server had the message and had not said so: Amal is paged again, and told why', async () => {
  server.mood = 'holds'
  await open('interrupted', [['amal']])
  await start()
  await server.arrived(1)
  await kill()
  expect((await summaryOf('interrupted')).pages[0]).toMatchObject({ state: 'waiting', timesSent: 0 })

  server.mood = 'takes'
  await sleepOver(1)
  await start()
  await server.arrived(2)
  const [first, second] = mailsOf('interrupted')
  expect(first?.text).not.toContain('You may have this message twice')
  expect(second?.text).toContain('You may have this message twice')
  expect(second?.messageId).toBe(first?.messageId)
})

test('killed again and again in the middle of paging: every page arrives, and none twice without saying so', async () => {
  server.mood = 'takes'
  const before = server.received.length
  const keys = Array.from({ length: 30 }, (_, index) => `storm ${index + 1}.`)
  for (const key of keys) await open(key, [['amal', 'jonas', 'osei']])
  for (const enough of [5, 25, 50]) {
    await start()
    await server.arrived(before + enough)
    await kill()
    await sleepOver(1)
  }
  await start()
  await expect
    .poll(
      async () =>
        (await Promise.all(keys.map(summaryOf))).every((call) => call.pages.every((page) => page.state === 'sent')),
      { timeout: 25_000 },
    )
    .toBe(true)
  await kill()

  for (const key of keys) {
    for (const address of ['amal', 'jonas', 'efua']) {
      const mails = mailsOf(key).filter((mail) => mail.to.startsWith(address))
      expect(mails.length, `${key} to ${address}`).toBeGreaterThan(0)
      const unsaid = mails.filter((mail) => !mail.text.includes('You may have this message twice'))
      expect(unsaid.length, `${key} to ${address}, unsaid`).toBeLessThanOrEqual(1)
    }
  }
})

test('dead over a deadline: started again, it asks Jonas', async () => {
  await open('deadline', [['amal'], ['jonas']], 1)
  await sleepOver(1)
  await start()
  await expect
    .poll(() => mailsOf('deadline').some((mail) => mail.to.startsWith('jonas')), { timeout: 20_000 })
    .toBe(true)
})

test('two servers side by side: every page arrives exactly once', async () => {
  server.mood = 'takes'
  await Promise.all([start(), start()])
  const keys = Array.from({ length: 10 }, (_, index) => `pair ${index + 1}.`)
  for (const key of keys) await open(key, [['amal', 'jonas', 'osei']])
  const allSent = async () =>
    (await Promise.all(keys.map(summaryOf))).every((call) => call.pages.every((page) => page.state === 'sent'))
  await expect.poll(allSent, { timeout: 20_000 }).toBe(true)
  expect(keys.map((key) => mailsOf(key).length)).toEqual(keys.map(() => 3))
})
