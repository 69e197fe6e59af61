import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { copyTemplate } from '#platform/database/template-copy.ts'
import { createLogger } from '#platform/log.ts'
import { listKeptMail, type KeptMail } from '#platform/mail/index.ts'
import type { DemoPeople } from '#platform/room.ts'
import { compose, type House } from './compose.ts'
import { readConfig } from './config.ts'

export type DemoPerson = keyof DemoPeople

/** Somebody at the border of the house: a browser without a window. */
export interface Client {
  get(path: string, headers?: Record<string, string>): Promise<Response>
  post(path: string, form?: Record<string, string | string[]>, headers?: Record<string, string>): Promise<Response>
  postBody(path: string, body: BodyInit, headers?: Record<string, string>): Promise<Response>
  /** The page's HTML; fails unless it answers 200. */
  page(path: string): Promise<string>
  /** The cookies that this client holds. */
  readonly cookies: Map<string, string>
}

/** A composed house on its own copy of the demo database, with a clock that a test moves and background work that waits for `settle`. */
export interface TestHouse extends House {
  clock: { now: Date }
  people: DemoPeople
  /** A client signed in as one of the demo's people; `null` is a stranger. */
  as(person: DemoPerson | null): Promise<Client>
  /** Drains events and due jobs until nothing is left to do. */
  settle(): Promise<void>
  /** Moves the clock, then settles. Deadlines on the way run at the end, as after a pause. */
  advance(by: { seconds?: number; minutes?: number; hours?: number; days?: number }): Promise<void>
  /** Mail kept because there is no SMTP server, newest first. */
  mailbox(): Promise<KeptMail[]>
  /** The SQL statements since the last call. */
  sql(): string[]
  /** Where the copy lies, for tests that tamper with it as its owner. */
  databaseUrl: string
  dataDir: string
}

export interface TestHouseOptions {
  /** The demo's people and rota; without it the house is empty, as after installation. */
  isDemo?: boolean
  environment?: Record<string, string>
  now?: Date
  /** Hears every line of the log, from level debug on. */
  onLog?: (line: string) => void
}

const ORIGIN = 'http://localhost:3080'
const TRIES = 200

export async function openHouse(options: TestHouseOptions = {}): Promise<TestHouse> {
  const { isDemo = true, environment = {}, now = new Date('2026-11-21T14:40:00Z'), onLog } = options
  const copy = await copyTemplate(inject('database'))
  const dataDir = await mkdtemp(join(tmpdir(), 'salve-house-'))
  const clock = { now }
  const statements: string[] = []
  const config = readConfig({
    SALVE_DATA: dataDir,
    SALVE_ORIGIN: ORIGIN,
    SALVE_LOG_LEVEL: 'silent',
    SALVE_DEMO: isDemo ? '1' : '0',
    ...environment,
  })
  const house = await compose(config, {
    databaseUrl: copy.url,
    role: copy.role,
    clock: () => clock.now,
    log: onLog ? createLogger('debug', onLog) : createLogger(process.env['SALVE_TEST_LOG'] ?? 'silent'),
    manual: true,
    onQuery: (sql) => statements.push(sql),
  })
  await house.platform.realtime.start()
  if (isDemo) await house.seedDemo()
  const people = isDemo
    ? await house.platform.db.transaction((tx) => house.rooms.accounts.seedDemo(tx))
    : ({} as DemoPeople)

  async function settle(): Promise<void> {
    for (let round = 0; round < TRIES; round += 1) {
      const delivered = await house.outbox.deliver()
      const ran = await house.jobs.runDue()
      if (delivered + ran === 0) return
    }
    throw new Error('The house does not come to rest: a job or a listener keeps making work')
  }

  return {
    ...house,
    clock,
    people,
    databaseUrl: copy.url,
    dataDir,
    settle,
    async as(person) {
      const client = createClient(house)
      if (person) {
        const response = await client.post('/sign-in/demo', { person: people[person] })
        if (response.status !== 303) throw new Error(`${person} could not sign in: ${response.status}`)
      }
      return client
    },
    async advance({ seconds = 0, minutes = 0, hours = 0, days = 0 }) {
      clock.now = new Date(clock.now.getTime() + 1_000 * (seconds + 60 * (minutes + 60 * (hours + 24 * days))))
      await settle()
    },
    mailbox: () => house.platform.db.read((reader) => listKeptMail(reader, 1_000)),
    sql: () => statements.splice(0),
    async close() {
      await house.close()
      await rm(dataDir, { recursive: true, force: true })
      await copy.drop()
    },
  }
}

function createClient(house: House): Client {
  const cookies = new Map<string, string>()

  async function request(path: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers)
    if (cookies.size > 0) headers.set('Cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    const response = await house.web.request(new URL(path, ORIGIN), { ...init, headers })
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const name = pair.slice(0, pair.indexOf('='))
      const value = pair.slice(pair.indexOf('=') + 1)
      if (value === '' || /max-age=0/i.test(line)) cookies.delete(name)
      else cookies.set(name, value)
    }
    return response
  }

  const client: Client = {
    cookies,
    get: (path, headers = {}) => request(path, { headers }),
    post(path, form = {}, headers = {}) {
      const body = new URLSearchParams()
      for (const [name, value] of Object.entries(form)) for (const item of [value].flat()) body.append(name, item)
      return request(path, { method: 'POST', body, headers: { Origin: ORIGIN, ...headers } })
    },
    postBody: (path, body, headers = {}) =>
      request(path, { method: 'POST', body, headers: { Origin: ORIGIN, ...headers } }),
    async page(path) {
      const response = await client.get(path)
      const body = await response.text()
      if (response.status !== 200) throw new Error(`${path} answered ${response.status}: ${body.slice(0, 500)}`)
      return body
    },
  }
  return client
}
