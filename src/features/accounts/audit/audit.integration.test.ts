import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHouse, type Client, type TestHouse } from '#app/test-house.ts'

let house: TestHouse
let sam: Client
beforeAll(async () => {
  house = await openHouse()
  sam = await house.as('sam')
})
afterAll(() => house.close())

describe('the audit', () => {
  it('is for administrators only', async () => {
    expect((await (await house.as(null)).get('/settings/audit')).headers.get('Location')).toContain('/sign-in')
    expect((await (await house.as('amal')).get('/settings/audit')).status).toBe(404)
  })

  it('tells in sentences who did what, and that the seal fits', async () => {
    await sam.post(`/settings/people/${house.people.jonas}`, { 'roles[]': ['staff', 'mentor'] })
    await (
      await house.as(null)
    ).post('/sign-in', { email: 'ruth.adeyemi@harbourside.example', password: 'my secret try' })
    const page = await sam.page('/settings/audit')
    expect(page).toContain('Seal checked at 14:40:00')
    expect(page).toContain('Changed the roles of Jonas Brandt: given mentor; taken none')
    expect(page).toContain('Failed to sign in as Ruth Adeyemi, by password')
    expect(page).toContain('Signed in, by one tap in the demo')
    expect(page).not.toContain('my secret try')
  })

  it('cannot be changed by Salve itself, and shows a change by the database’s owner', async () => {
    const { db } = house.platform
    const { own } = await import('#platform/database/index.ts')
    const { sql } = await import('kysely')
    const change = db.transaction((tx) =>
      sql`update ledger_entry set kind = 'nothing' where chain = 'accounts' and seq = 2`.execute(own(tx)),
    )
    await expect(change).rejects.toThrow()

    const owner = new pg.Client({ connectionString: house.databaseUrl })
    await owner.connect()
    await owner.query('alter table ledger_entry disable trigger ledger_entry_is_append_only')
    await owner.query(`update ledger_entry set actor_id = null where chain = 'accounts' and seq = 2`)
    await owner.query('alter table ledger_entry enable trigger ledger_entry_is_append_only')
    await owner.end()
    const page = await sam.page('/settings/audit')
    expect(page).toContain('The seal is broken at entry 2')
    expect(page).not.toContain('unbroken')
  })
})
