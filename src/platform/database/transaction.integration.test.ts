import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openGround, type Ground } from '../testing/ground.ts'
import { own } from './index.ts'

let ground: Ground
beforeAll(async () => {
  ground = await openGround()
})
afterAll(() => ground.close())

it('refuses a transaction or a read inside a transaction, because it would escape it', async () => {
  const { db } = ground
  await expect(db.transaction(async () => db.read(async () => 1))).rejects.toThrow(/escape/)
  await expect(db.transaction(async () => db.transaction(async () => 1))).rejects.toThrow(/escape/)
  expect(await db.transaction(async () => 1)).toBe(1)
})

it('keeps all of a transaction or nothing', async () => {
  const { db } = ground
  const insert = `insert into realtime_channel (name, version) values ('half', 1)`
  const work = db.transaction(async (tx) => {
    await sql.raw(insert).execute(own(tx))
    throw new Error('changed my mind')
  })
  await expect(work).rejects.toThrow('changed my mind')
  const { rows } = await db.transaction((tx) =>
    sql`select 1 from realtime_channel where name = 'half'`.execute(own(tx)),
  )
  expect(rows).toEqual([])
})

it('runs as a role that cannot change its own tables', async () => {
  if (!ground.role) return
  await expect(ground.db.transaction((tx) => sql`drop table ledger_entry`.execute(own(tx)))).rejects.toMatchObject({
    code: '42501',
  })
})

it('says whether the database answers', async () => {
  expect(await ground.db.ping()).toBe(true)
})
