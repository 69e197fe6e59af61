import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHouse, type TestHouse } from '#app/test-house.ts'
import { own } from '#platform/database/index.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

async function count(table: string): Promise<number> {
  return house.platform.db.transaction(async (tx) => {
    const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(own(tx))
    return Number(rows[0]?.count)
  })
}

async function night(): Promise<void> {
  await house.platform.db.transaction((tx) => house.platform.jobs.enqueue(tx, { name: 'expire-old-data' }, {}))
  await house.settle()
}

describe('what is kept for how long', () => {
  it('is told to administrators only', async () => {
    expect((await (await house.as(null)).get('/settings/data')).headers.get('Location')).toContain('/sign-in')
    expect((await (await house.as('jonas')).get('/settings/data')).status).toBe(404)
    const page = await (await house.as('sam')).page('/settings/data')
    expect(page).toContain('Kept messages')
    expect(page).toContain('14 days')
    expect(page).toContain('It has not run yet')
  })

  it('goes at night, and not before its days are over', async () => {
    await (await house.as(null)).post('/sign-in/link', { email: 'ida.sorensen@harbourside.example' })
    await (
      await house.as('sam')
    ).post('/settings/invitations', { name: 'Lena', email: 'lena@x.example', locale: 'en', 'roles[]': 'staff' })
    await (await house.as(null)).postBody('/sign-in/passkey/options', '{}', { 'Content-Type': 'application/json' })
    await house.settle()
    const tables = ['session', 'one_time_link', 'invitation', 'passkey_challenge', 'kept_mail']
    const before = await Promise.all(tables.map(count))
    expect(before.every((number) => number > 0)).toBe(true)

    await night()
    expect(await Promise.all(tables.map(count))).toEqual(before)

    await house.advance({ days: 6 })
    await night()
    expect([await count('passkey_challenge'), await count('one_time_link')]).toEqual([0, before[1]])

    await house.advance({ days: 40 })
    await night()
    expect(await Promise.all(tables.map(count))).toEqual([0, 0, 0, 0, 0])
  })

  it('is told with the last run’s figures', async () => {
    const page = await (await house.as('sam')).page('/settings/data')
    expect(page).toContain('Last run: now')
    expect(await (await house.as('sam')).page('/settings/audit')).toContain('Nightly clearing')
  })
})
