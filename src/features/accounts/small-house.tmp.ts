import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { inject } from 'vitest'
import { createDatabase } from '#platform/database/index.ts'
import { copyTemplate } from '#platform/database/template-copy.ts'
import { createFiles } from '#platform/files/index.ts'
import { createJobs } from '#platform/jobs/index.ts'
import { openKeys } from '#platform/keys.ts'
import { createLedger } from '#platform/ledger/index.ts'
import { createLogger } from '#platform/log.ts'
import { createMail, listKeptMail } from '#platform/mail/index.ts'
import { createMetrics } from '#platform/metrics.ts'
import { createFragmentStreams } from '#platform/realtime/fragments.ts'
import { createRealtime } from '#platform/realtime/index.ts'
import type { Room } from '#platform/room.ts'
import { createLimits } from '#platform/web/limits.ts'
import type { AppEnv } from '#platform/web/context.ts'
import { readConfig } from '#app/config.ts'
import { createWeb } from '#app/web.ts'
import type { TestHouse } from "#app/test-house.ts"
import { createAccounts } from './index.ts'

const ORIGIN = 'http://localhost:3080'
export async function openHouse({ isDemo = true, environment = {} as Record<string, string> } = {}): Promise<TestHouse> {
  const copy = await copyTemplate(inject('database'))
  const dataDir = await mkdtemp(join(tmpdir(), 'salve-house-'))
  const clk = { now: new Date('2026-11-21T14:40:00Z') }
  const clock = () => clk.now
  const statements: string[] = []
  const config = readConfig({ SALVE_DATA: dataDir, SALVE_ORIGIN: ORIGIN, SALVE_LOG_LEVEL: 'silent', SALVE_DEMO: isDemo ? '1' : '0', ...environment })
  const log = createLogger(process.env['SALVE_TEST_LOG'] ?? 'silent')
  const db = createDatabase({ url: copy.url, log, ...(copy.role && { role: copy.role }), onQuery: (sql) => statements.push(sql) })
  const jobs = createJobs({ url: copy.url, db, clock, log, manual: true, ...(copy.role && { role: copy.role }) })
  const keys = openKeys(dataDir)
  const realtime = createRealtime({ db, log })
  const platform: any = { db, clock, log, jobs, events: { announce: async () => {} }, ledger: createLedger({ key: keys.derive('ledger'), clock }), files: createFiles({ folder: join(dataDir, 'files'), clock }), realtime, fragments: createFragmentStreams(realtime), mail: createMail({ smtpUrl: config.smtpUrl, from: config.mailFrom, db, clock, log }), limits: createLimits(), keys, metrics: createMetrics(), config: { origin: config.origin, isDev: config.isDev, isDemo: config.isDemo, dataDir } }
  const list: Room[] = []
  const accounts = createAccounts({ ...platform, rooms: () => list })
  list.push(accounts.room)
  await jobs.start(list.flatMap((r) => r.jobs))
  const web = createWeb({ platform, config, accounts, rooms: list, screens: new Hono<AppEnv>(), largeBodies: /^$/ } as any)
  await realtime.start()
  const people = isDemo ? await db.transaction((tx) => accounts.seedDemo(tx)) : {}
  const settle = async () => { for (let i = 0; i < 50; i++) if ((await jobs.runDue()) === 0) return }
  const house: any = {
    web, platform, rooms: { accounts }, list, jobs, people, settle, clock: clk, dataDir, databaseUrl: copy.url,
    seedDemo: async () => { await db.transaction((tx) => accounts.seedDemo(tx)) },
    async as(person: string | null) {
      const client = createClient(web)
      if (person) {
        const r = await client.post('/sign-in/demo', { person: (people as any)[person] })
        if (r.status !== 303) throw new Error(`${person} could not sign in: ${r.status}`)
      }
      return client
    },
    async advance({ seconds = 0, minutes = 0, hours = 0, days = 0 }) { clk.now = new Date(clk.now.getTime() + 1000 * (seconds + 60 * (minutes + 60 * (hours + 24 * days)))); await settle() },
    mailbox: () => db.read((r) => listKeptMail(r, 1000)),
    sql: () => statements.splice(0),
    async close() { for (const r of list) await r.stop?.(); await jobs.stop(); await realtime.stop(); await db.close(); await rm(dataDir, { recursive: true, force: true }); await copy.drop() },
  }
  return house
}
function createClient(web: any): any {
  const cookies = new Map<string, string>()
  async function request(path: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers)
    if (cookies.size > 0) headers.set('Cookie', [...cookies].map(([n, v]) => `${n}=${v}`).join('; '))
    const response = await web.request(new URL(path, ORIGIN), { ...init, headers })
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const name = pair.slice(0, pair.indexOf('=')), value = pair.slice(pair.indexOf('=') + 1)
      if (value === '' || /max-age=0/i.test(line)) cookies.delete(name)
      else cookies.set(name, value)
    }
    return response
  }
  const client: any = {
    cookies,
    get: (path: string, headers = {}) => request(path, { headers }),
    post(path: string, form: any = {}, headers = {}) {
      const body = new URLSearchParams()
      for (const [n, v] of Object.entries(form)) for (const item of [v].flat()) body.append(n, item as string)
      return request(path, { method: 'POST', body, headers: { Origin: ORIGIN, ...headers } })
    },
    postBody: (path: string, body: any, headers = {}) => request(path, { method: 'POST', body, headers: { Origin: ORIGIN, ...headers } }),
    async page(path: string) {
      const r = await client.get(path); const body = await r.text()
      if (r.status !== 200) throw new Error(`${path} answered ${r.status}: ${body.slice(0, 500)}`)
      return body
    },
  }
  return client
}
