import { sql } from 'kysely'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { own } from '../database/index.ts'
import { openGround, type Ground } from '../testing/ground.ts'
import { createLedger, type Ledger } from './index.ts'

const CHAIN = 'readiness:real'
let ground: Ground
let ledger: Ledger

beforeEach(async () => {
  ground = await openGround()
  ledger = createLedger({ key: Buffer.alloc(32, 7), clock: ground.clock })
  for (const step of [1, 2, 3]) {
    await ground.db.transaction((tx) =>
      ledger.append(tx, { chain: CHAIN, actorId: null, kind: 'step', body: { step, z: 1, a: 'ñ' } }),
    )
  }
})
afterEach(() => ground.close())

const verify = () => ground.db.read((reader) => ledger.verify(reader, CHAIN))

/** As the owner of the database, with the trigger switched off: whoever has the machine can do this. */
async function tamper(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: ground.url })
  await client.connect()
  await client.query('set session_replication_role = replica')
  await client.query(statement)
  await client.end()
}

it('keeps what was appended, newest first, and its seals fit', async () => {
  const entries = await ground.db.read((reader) => ledger.list(reader, CHAIN))
  expect(entries.map((entry) => entry.body['step'])).toEqual([3, 2, 1])
  expect(await verify()).toEqual({ ok: true, entries: 3 })
})

describe('The application', () => {
  it.each(['update ledger_entry set kind = kind', 'delete from ledger_entry', 'truncate ledger_entry'])(
    'may not %s',
    async (statement) => {
      await expect(ground.db.transaction((tx) => sql.raw(statement).execute(own(tx)))).rejects.toMatchObject({
        code: '42501',
      })
    },
  )
})

describe('Tampering shows:', () => {
  it('a changed entry', async () => {
    await tamper(`update ledger_entry set body = '{"step": 9}' where seq = 2`)
    expect(await verify()).toEqual({ ok: false, entries: 3, brokenAt: 2 })
  })
  it('a removed entry', async () => {
    await tamper('delete from ledger_entry where seq = 2')
    expect(await verify()).toEqual({ ok: false, entries: 2, brokenAt: 2 })
  })
  it('the newest entries cut off', async () => {
    await tamper('delete from ledger_entry where seq = 3')
    expect(await verify()).toEqual({ ok: false, entries: 2, brokenAt: 3 })
  })
  it('the newest entries cut off, and others appended after', async () => {
    await tamper('delete from ledger_entry where seq = 3')
    await ground.db.transaction((tx) =>
      ledger.append(tx, { chain: CHAIN, actorId: null, kind: 'step', body: { step: 4 } }),
    )
    expect(await verify()).toEqual({ ok: false, entries: 3, brokenAt: 3 })
  })
  it('a whole chain removed', async () => {
    await tamper('delete from ledger_entry')
    expect(await verify()).toEqual({ ok: false, entries: 0, brokenAt: 1 })
    expect(await ground.db.read((reader) => ledger.chains(reader))).toEqual([CHAIN])
  })
  it('a head that was set back by somebody without the key', async () => {
    await tamper('delete from ledger_entry where seq = 3')
    await tamper('update ledger_head set seq = 2, seal = (select seal from ledger_entry where seq = 2)')
    expect((await verify()).ok).toBe(false)
  })
  it('a time that was moved', async () => {
    await tamper(`update ledger_entry set at = at - interval '1 hour' where seq = 1`)
    expect((await verify()).ok).toBe(false)
  })
  it('entries sealed with another key', async () => {
    const forger = createLedger({ key: Buffer.alloc(32, 8), clock: ground.clock })
    await ground.db.transaction((tx) =>
      forger.append(tx, { chain: CHAIN, actorId: null, kind: 'step', body: { step: 4 } }),
    )
    expect(await verify()).toEqual({ ok: false, entries: 4, brokenAt: 4 })
  })
})

it('lets many append at once, one after the other', async () => {
  const append = (step: number) =>
    ground.db.transaction((tx) => ledger.append(tx, { chain: CHAIN, actorId: null, kind: 'step', body: { step } }))
  await Promise.all(Array.from({ length: 12 }, (_, index) => append(index)))
  expect(await verify()).toEqual({ ok: true, entries: 15 })
})
