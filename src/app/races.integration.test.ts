import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHouse, type TestHouse } from './test-house.ts'

let house: TestHouse
let owner: pg.Client

beforeAll(async () => {
  house = await openHouse()
  owner = new pg.Client({ connectionString: house.databaseUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await house.close()
})

const count = (statuses: readonly number[], status: number) => statuses.filter((one) => one === status).length

async function linkOf(table: 'one_time_link' | 'invitation', purpose: string, path: string): Promise<string> {
  const column = table === 'invitation' ? 'expires_at' : 'created_at'
  const { rows } = await owner.query(`select id::text from ${table} order by ${column} desc limit 1`)
  return `${path}/${rows[0].id}/${house.platform.keys.linkToken(purpose, rows[0].id)}`
}

describe('Many at once', () => {
  it('sign in by one link: one comes in', async () => {
    await (await house.as(null)).post('/sign-in/link', { email: 'noor.rahman@harbourside.example' })
    const link = await linkOf('one_time_link', 'sign-in', '/sign-in/link')
    const clients = await Promise.all(Array.from({ length: 8 }, () => house.as(null)))
    const answers = await Promise.all(clients.map((client) => client.post(link)))
    expect(
      count(
        answers.map(({ status }) => status),
        303,
      ),
    ).toBe(1)
    expect(clients.filter(({ cookies }) => cookies.has('salve_session'))).toHaveLength(1)
  })

  it('join by one invitation: one account', async () => {
    const sam = await house.as('sam')
    await sam.post('/settings/invitations', {
      name: 'Marisol',
      email: 'marisol@harbourside.example',
      locale: 'es',
      'roles[]': 'staff',
    })
    const link = await linkOf('invitation', 'invitation', '/invitations')
    const form = { name: 'Marisol Vega', locale: 'es', password: 'a long enough passage 17' }
    const answers = await Promise.all(Array.from({ length: 6 }, async () => (await house.as(null)).post(link, form)))
    expect(
      count(
        answers.map(({ status }) => status),
        303,
      ),
    ).toBe(1)
    const { rows } = await owner.query(`select roles from person where email = 'marisol@harbourside.example'`)
    expect(rows).toEqual([{ roles: ['staff'] }])
  })

  it('take the administrator’s role from each other: one stays', async () => {
    const sam = await house.as('sam')
    await sam.post(`/settings/people/${house.people.ruth}`, { 'roles[]': ['administrator'] })
    const ruth = await house.as('ruth')
    const answers = await Promise.all([
      sam.post(`/settings/people/${house.people.ruth}`, { 'roles[]': ['staff'] }),
      ruth.post(`/settings/people/${house.people.sam}`, { 'roles[]': ['staff'] }),
      sam.post(`/settings/people/${house.people.sam}/suspend`),
      ruth.post(`/settings/people/${house.people.ruth}/suspend`),
      ruth.post('/me/erase', { sure: 'yes' }),
    ])
    for (const { status } of answers) expect([303, 404, 422]).toContain(status)
    const { rows } = await owner.query(
      `select id from person where 'administrator' = any (roles) and suspended_at is null and erased_at is null`,
    )
    expect(rows).toHaveLength(1)
  })
})

describe('An empty house', () => {
  it('is set up once, by whoever has the code, whoever else tries at the same moment', async () => {
    const log: string[] = []
    const empty = await openHouse({ isDemo: false, onLog: (line) => log.push(line) })
    try {
      const code = await empty.rooms.accounts.setUpCode()
      // The terminal shows the code; logs travel further.
      await empty.rooms.accounts.room.start?.()
      expect(log.join('')).toContain('/set-up')
      expect(log.join('')).not.toContain(code)
      const form = (name: string, typed: string | undefined) => ({
        code: typed ?? '',
        organisation: 'General',
        country: 'PT',
        zone: 'Europe/Lisbon',
        language: 'en',
        name,
        email: `${name}@hospital.example`,
        password: 'a long enough passage 17',
      })
      const wrong = await (await empty.as(null)).post('/set-up', form('mallory', 'aaaa-aaaa-aaaa-aaaa'))
      expect(wrong.status).toBe(422)
      const names = ['ana', 'berta', 'carla', 'diana']
      const answers = await Promise.all(
        names.map(async (name) => (await empty.as(null)).post('/set-up', form(name, code))),
      )
      expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409, 409, 409])
      expect(await empty.rooms.accounts.setUpCode()).toBeUndefined()
      expect((await (await empty.as(null)).post('/set-up', form('late', code))).status).toBe(409)
      // Outside the demo nobody is let in by a tap, whoever they say they are.
      const people = await empty.platform.db.read((reader) => empty.rooms.accounts.listPeople(reader))
      expect((await (await empty.as(null)).post('/sign-in/demo', { person: people[0]?.id ?? '' })).status).toBe(404)
    } finally {
      await empty.close()
    }
  })
})
