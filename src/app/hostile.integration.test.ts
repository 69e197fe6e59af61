import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listRoutes } from './documents.ts'
import { problemsOf } from './testing/hostile-answers.ts'
import { listForms } from './testing/hostile-forms.ts'
import { createDice, HOSTILE_TEXTS, type Dice } from './testing/hostile-input.ts'
import { hostileRequest, type HostileRequest } from './testing/hostile-requests.ts'
import { openHouse, type Client, type DemoPerson, type TestHouse } from './test-house.ts'

/** `SALVE_FUZZ_REQUESTS=20000` looks longer, `SALVE_FUZZ_SEED=7` elsewhere. */
const REQUESTS = Number(process.env['SALVE_FUZZ_REQUESTS'] ?? 2_400)
const SEED = Number(process.env['SALVE_FUZZ_SEED'] ?? 20_261_122)

let house: TestHouse
let owner: pg.Client
let ids: string[]
/** Those that are no person's. */
let idsOfThings: string[]
const failures: string[] = []
const log: string[] = []
const onRejection = (reason: unknown) => failures.push(`unhandled rejection: ${String(reason)}`)

beforeAll(async () => {
  house = await openHouse({ onLog: (line) => log.push(line) })
  process.on('unhandledRejection', onRejection)
  owner = new pg.Client({ connectionString: house.databaseUrl })
  await owner.connect()
  ids = await playDrill()
  const people = new Set<string>(Object.values(house.people))
  idsOfThings = ids.filter((id) => !people.has(id))
})
afterAll(async () => {
  process.off('unhandledRejection', onRejection)
  await owner.end()
  await house.close()
})

/** A drill in full swing, so that there are incidents, pages, holds and role sheets to aim at. Returns every id there is. */
async function playDrill(): Promise<string[]> {
  const amal = { id: house.people.amal, name: 'Amal Haddad', roles: ['duty-manager', 'staff'] as const }
  const drill = await house.rooms.watch.startScenario(amal, 'harbourside-ferry', null)
  await house.rooms.watch.playToEnd(drill, new Date('2026-11-21T15:00:00Z'))
  await house.settle()
  const client = await house.as('amal')
  await client.post(`/drills/${drill}/readiness/posture`, { level: 'activated' })
  await client.post(`/drills/${drill}/readiness/holds`, { kind: 'elective-starts' })
  await client.post(`/drills/${drill}/readiness/team`)
  await client.post('/settings/reachability/test')
  await house.settle()
  const { rows } = await owner.query(`
    select table_name from information_schema.columns join information_schema.tables using (table_schema, table_name)
    where table_schema = 'public' and column_name = 'id' and data_type = 'uuid' and table_type = 'BASE TABLE'`)
  const found: string[] = []
  for (const { table_name: table } of rows) {
    const result = await owner.query(`select id::text from ${pg.escapeIdentifier(table)} limit 12`)
    found.push(...result.rows.map((row) => row.id as string))
  }
  return found
}

/** Each table's content as one hash. */
async function fingerprint(except: RegExp): Promise<Record<string, string>> {
  const { rows } = await owner.query(
    `select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  )
  const prints: Record<string, string> = {}
  for (const { table_name: table } of rows) {
    if (except.test(table)) continue
    const name = pg.escapeIdentifier(table)
    const result = await owner.query(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as print from ${name} t`,
    )
    prints[table] = result.rows[0].print
  }
  return prints
}

/** How many entries of each other kind the ledger has. */
async function entriesBut(kind: string): Promise<unknown> {
  return (
    await owner.query('select kind, count(*) from ledger_entry where kind <> $1 group by kind order by kind', [kind])
  ).rows
}

async function rolesOf(): Promise<unknown> {
  return (await owner.query('select id, roles, suspended_at, erased_at from person order by id')).rows
}

/** Sends so many hostile requests as one person, signing in again whenever one of them has signed out. */
async function attack(person: DemoPerson | null, count: number): Promise<Map<number, number>> {
  const dice = createDice(SEED + (person ?? 'stranger').length * 1_009)
  const routes = listRoutes(house)
  const statuses = new Map<number, number>()
  let client = await house.as(person)
  for (let n = 0; n < count; n += 1) {
    if (person && !client.cookies.has('salve_session')) client = await house.as(person)
    // Each route in turn, so that none is left out.
    const route = routes[n % routes.length] as (typeof routes)[number]
    // The demo signs in whoever knows an id: here nobody does.
    const request = hostileRequest(dice, route, route.path.startsWith('/sign-in') ? idsOfThings : ids)
    const response = await send(client, request)
    statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1)
    for (const problem of await problemsOf(response, log.at(-1)))
      failures.push(`${person ?? 'a stranger'} #${n} ${request.label}: ${problem}`)
  }
  return statuses
}

function send(client: Client, { method, path, body, headers }: HostileRequest): Promise<Response> {
  return method === 'GET' ? client.get(path, headers) : client.postBody(path, body ?? '', headers)
}

async function drillPath(): Promise<string> {
  const { rows } = await owner.query('select id::text from exercise order by started_at limit 1')
  return `/drills/${rows[0].id}`
}

/** Some of the hostile texts, and all of them when it may take long. */
function textsFor(dice: Dice): readonly string[] {
  return REQUESTS >= 10_000 ? HOSTILE_TEXTS : Array.from({ length: 3 }, () => dice.pick(HOSTILE_TEXTS))
}

const share = (part: number) => Math.ceil(REQUESTS * part)

describe('Hostile input', { timeout: Math.max(120_000, REQUESTS * 60) }, () => {
  it('from a stranger changes nothing but what strangers may: questions for links and passkeys, and the record of failures', async () => {
    const before = await fingerprint(/^(?:one_time_link|passkey_challenge|ledger_(?:entry|head)|kysely.*)$/)
    const recorded = await entriesBut('sign-in.failed')
    const statuses = await attack(null, share(0.25))
    expect(failures.splice(0)).toEqual([])
    expect(await fingerprint(/^(?:one_time_link|passkey_challenge|ledger_(?:entry|head)|kysely.*)$/)).toEqual(before)
    expect(await entriesBut('sign-in.failed')).toEqual(recorded)
    expect(statuses.get(404)).toBeGreaterThan(10)
  })

  it('from Ida, a member, changes only what is hers', async () => {
    const own = /^(?:person|session|consent|one_time_link|passkey.*|ledger_(?:entry|head)|realtime_channel|kysely.*)$/
    const [before, roles] = [await fingerprint(own), await rolesOf()]
    await attack('ida', share(0.15))
    expect(failures.splice(0)).toEqual([])
    expect(await fingerprint(own)).toEqual(before)
    expect(await rolesOf()).toEqual(roles)
  })

  it('from Jonas, who works here, changes neither people, roles, settings, decisions nor the rota', async () => {
    const decided = /^(?!(?:organisation|invitation|exercise|incident|source|watch_area|recording|file|file_use|duty)$)/
    const [before, roles] = [await fingerprint(decided), await rolesOf()]
    expect(Object.keys(before).length).toBeGreaterThan(5)
    await attack('jonas', share(0.2))
    expect(failures.splice(0)).toEqual([])
    expect(await fingerprint(decided)).toEqual(before)
    expect(await rolesOf()).toEqual(roles)
  })

  it('from Amal, who decides, changes neither people, roles nor settings', async () => {
    const settings = /^(?!(?:organisation|invitation)$)/
    const [before, roles] = [await fingerprint(settings), await rolesOf()]
    const statuses = await attack('amal', share(0.2))
    expect(failures.splice(0)).toEqual([])
    expect(await fingerprint(settings)).toEqual(before)
    expect(await rolesOf()).toEqual(roles)
    // Forms come through: otherwise this would test refusals only.
    expect(statuses.get(303)).toBeGreaterThan(10)
    expect(statuses.get(422)).toBeGreaterThan(5)
  })

  it('in each field of each form that a page shows is answered as what it is', async () => {
    const drill = await drillPath()
    const people: [DemoPerson, string[]][] = [
      ['ida', ['/sign-in', '/me', '/me/email', '/me/password', '/me/consents', '/me/data', '/me/passkeys']],
      [
        'amal',
        [
          drill,
          `${drill}/readiness`,
          `${drill}/readiness/log`,
          '/readiness',
          '/readiness/rota',
          '/drills',
          '/pages',
          '/me/contact',
          '/settings/reachability',
        ],
      ],
      [
        'sam',
        [
          '/settings/organisation',
          '/settings/sources',
          '/settings/invitations',
          '/settings/mail',
          `/settings/people/${house.people.ida}`,
        ],
      ],
    ]
    const dice = createDice(SEED)
    let sent = 0
    for (const [person, paths] of people) {
      let client = await house.as(person)
      const forms = await listForms(client, paths)
      for (const { action, fields } of forms) {
        for (const [name] of fields) {
          for (const text of textsFor(dice)) {
            if (!client.cookies.has('salve_session')) client = await house.as(person)
            const body = new URLSearchParams(fields.map(([field, value]) => [field, field === name ? text : value]))
            const response = await client.postBody(action, body)
            sent += 1
            for (const problem of await problemsOf(response, log.at(-1)))
              failures.push(`${person} ${action} ${name}=${JSON.stringify(text.slice(0, 60))}: ${problem}`)
          }
        }
      }
      expect([person, forms.length > 3]).toEqual([person, true])
    }
    expect(failures.splice(0)).toEqual([])
    expect(sent).toBeGreaterThan(200)
  })

  it('from Sam, who may do anything, leaves an administrator and a house that works', async () => {
    await attack('sam', share(0.2))
    expect(failures.splice(0)).toEqual([])
    const { rows } = await owner.query(
      `select id from person where 'administrator' = any (roles) and suspended_at is null and erased_at is null`,
    )
    expect(rows.length).toBeGreaterThan(0)
    await house.settle()
    const sam = await house.as('sam')
    for (const path of [
      '/settings/people',
      '/settings/audit',
      '/settings/mail',
      '/settings/organisation',
      '/watch',
      '/drills',
      '/readiness',
      '/readiness/log',
    ]) {
      expect([path, (await sam.get(path)).status]).toEqual([path, 200])
    }
    expect((await sam.page('/settings/audit')).includes('fuzz()')).toBe(false)
    expect(log.filter((line) => line.includes('"level":"error"'))).toEqual([])
  })
})
