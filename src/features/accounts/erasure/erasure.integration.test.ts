import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHouse, type TestHouse } from '#app/test-house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

/** Everything in the database as one text, to search for what should be gone. */
async function everything(): Promise<string> {
  const client = new pg.Client({ connectionString: house.databaseUrl })
  await client.connect()
  const tables = await client.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_schema in ('public', 'pgboss') and table_type = 'BASE TABLE'`,
  )
  let text = ''
  for (const { name } of tables.rows) text += JSON.stringify((await client.query(`select * from ${name}`)).rows)
  await client.end()
  return text
}

describe('an export', () => {
  it('is one file with what every room holds of Ida, and of nobody else', async () => {
    const ida = await house.as('ida')
    await ida.post('/me/consents', { purpose: 'ask-opinion', answer: 'yes' })
    const answer = await ida.post('/me/export')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('Content-Disposition')).toContain('attachment')
    const data = (await answer.json()) as { personId: string; rooms: Record<string, Record<string, unknown>> }
    expect(data.personId).toBe(house.people.ida)
    expect(data.rooms['accounts']).toMatchObject({
      person: { name: 'Ida Sorensen', email: 'ida.sorensen@harbourside.example', roles: ['member'], hasPassword: true },
      consents: [{ purpose: 'ask-opinion' }],
    })
    expect(Object.keys(data.rooms)).toEqual(house.list.filter((room) => room.personalData).map((room) => room.name))
    expect(JSON.stringify(data)).not.toMatch(/argon2|Tomasz|Amal/)
  })
})

describe('an erasure', () => {
  it('asks once, naming what goes', async () => {
    const ida = await house.as('ida')
    const page = await ida.page('/me/data')
    expect(page).toContain('This goes at once and cannot be brought back: name, e-mail address')
    expect((await ida.post('/me/erase')).status).toBe(422)
    expect((await ida.get('/me')).status).toBe(200)
  })

  it('takes everything that says who Ida was, in every table, and leaves her id in the ledger', async () => {
    const [phone, computer] = [await house.as('ida'), await house.as('ida')]
    await (await house.as(null)).post('/sign-in/link', { email: 'ida.sorensen@harbourside.example' })
    await phone.post('/me/email', { email: 'ida@secret.example', current: 'harbourside-demo' })
    await house.settle()
    expect(await everything()).toContain('Sorensen')

    const answer = await phone.post('/me/erase', { sure: 'yes' })
    expect([answer.status, phone.cookies.has('salve_session')]).toEqual([303, false])
    expect((await computer.get('/me')).status).toBe(303)
    const left = await everything()
    for (const trace of ['Sorensen', 'ida.sorensen', 'ida@secret'])
      expect([trace, left.includes(trace)]).toEqual([trace, false])
    const entries = await house.platform.db.read((reader) => house.platform.ledger.list(reader, 'accounts'))
    expect(entries[0]).toMatchObject({ kind: 'person.erased', actorId: house.people.ida })
    expect(await house.platform.db.read((reader) => house.platform.ledger.verify(reader, 'accounts'))).toMatchObject({
      ok: true,
    })
    expect(await (await house.as('sam')).page('/settings/audit')).toContain('a former member')
  })

  it('cannot be undone by signing in', async () => {
    const phone = await house.as(null)
    expect(
      (await phone.post('/sign-in', { email: 'ida.sorensen@harbourside.example', password: 'harbourside-demo' }))
        .status,
    ).toBe(422)
    expect((await phone.post('/sign-in/demo', { person: house.people.ida })).status).toBe(404)
  })

  it('goes all the way or not at all', async () => {
    const room = house.list.find(({ name }) => name === 'accounts')
    const whole = room?.personalData
    if (!room || !whole) throw new Error('no accounts')
    room.personalData = {
      ...whole,
      async erase(tx, id) {
        await whole.erase(tx, id)
        throw new Error('the disk is full')
      },
    }
    const tomasz = await house.as('tomasz')
    expect((await tomasz.post('/me/erase', { sure: 'yes' })).status).toBe(500)
    room.personalData = whole
    expect(await tomasz.page('/me')).toContain('Tomasz Wilk')
  })
})
