import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '#app/test-house.ts'
import { deleteSettled } from './retention.store.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const NOWHERE = randomUUID()
const posts = [
  '/readiness/posture',
  '/readiness/posture/renew',
  '/readiness/holds',
  `/readiness/holds/${NOWHERE}/renew`,
  `/readiness/holds/${NOWHERE}/release`,
  '/readiness/team',
  `/readiness/team/${NOWHERE}/undo`,
  '/readiness/sheets',
  `/readiness/sheets/${NOWHERE}/steps/take-role`,
  `/readiness/sheets/${NOWHERE}/take`,
  `/readiness/sheets/${NOWHERE}/assign`,
  `/readiness/sheets/${NOWHERE}/sign-off`,
  '/readiness/units',
  '/readiness/log',
  '/readiness/rota',
  `/readiness/rota/${NOWHERE}/up`,
  `/readiness/rota/${NOWHERE}/remove`,
  `/drills/${NOWHERE}/readiness/posture`,
  `/drills/${NOWHERE}/readiness/log`,
]
const gets = [
  '/readiness',
  '/readiness/stream',
  '/readiness/rota',
  '/readiness/log',
  '/readiness/log.csv',
  `/drills/${NOWHERE}/readiness`,
]

/** Somebody with the database's own password, past Salve. */
async function asOwner(sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const owner = new pg.Client({ connectionString: house.databaseUrl })
  await owner.connect()
  try {
    return (await owner.query(sql, values)).rows
  } finally {
    await owner.end()
  }
}

describe('a stranger', () => {
  test('is refused everywhere', async () => {
    const stranger = await house.as(null)
    for (const path of posts)
      expect([path, (await stranger.post(path, { level: 'activated', text: 'x' })).status]).toEqual([path, 401])
    for (const path of gets)
      expect([path, (await stranger.get(path)).headers.get('location')?.split('?')[0]]).toEqual([path, '/sign-in'])
  })
})

describe('Ida and Ruth, who do not work here on call', () => {
  test('find nothing, and change nothing', async () => {
    for (const person of ['ida', 'ruth'] as const) {
      const client = await house.as(person)
      for (const path of gets) expect([path, (await client.get(path)).status]).toEqual([path, 404])
      for (const path of posts)
        expect([path, (await client.post(path, { level: 'activated', text: 'x' })).status]).toEqual([path, 404])
    }
    expect(await (await house.as('amal')).page('/readiness/log')).toContain('No entry yet')
  })
})

describe('Sam, an administrator', () => {
  test('reads and edits the rota, but does not act for the duty manager', async () => {
    const sam = await house.as('sam')
    expect((await sam.get('/readiness')).status).toBe(200)
    expect((await sam.post('/readiness/holds', { kind: 'elective-starts' })).status).toBe(403)
    expect((await sam.post('/readiness/team')).status).toBe(403)
    expect((await sam.post('/readiness/log', { text: 'x' })).status).toBe(403)
    expect((await (await house.as('osei')).post('/readiness/rota', {})).status).toBe(403)
  })
})

describe('the rota', () => {
  test('decides who is on duty, in what order, from when to when', async () => {
    const sam = await house.as('sam')
    const osei = house.people.osei
    const refused = await sam.post('/readiness/rota', {
      role: 'duty-manager',
      person: osei,
      from: '2026-11-22T20:00',
      until: '2026-11-22T08:00',
    })
    expect(refused.status).toBe(422)
    const html = await refused.text()
    expect(html).toContain('The end must be later than the start')
    expect(html).toContain('value="2026-11-22T20:00"')
    expect(
      (await sam.post('/readiness/rota', { role: 'duty-manager', person: house.people.ida, from: '', until: '' }))
        .status,
    ).toBe(404)

    await sam.post('/readiness/rota', {
      role: 'blood-bank',
      person: osei,
      from: '2026-11-21T15:00',
      until: '2026-11-21T23:00',
    })
    expect(await sam.page('/readiness/rota')).toContain('not on duty now')
    const up = [...(await sam.page('/readiness/rota')).matchAll(/rota\/([0-9a-f-]{36})\/up/g)].map((match) => match[1])
    await house.advance({ minutes: 30 })
    const later = await sam.page('/readiness/rota')
    expect(later).not.toContain('not on duty now')
    for (const id of up) expect((await sam.post(`/readiness/rota/${id}/up`)).status).toBe(303)
    expect(await sam.page('/readiness/log')).toContain('rota: Dr Efua Osei paged earlier as Blood bank')
  })

  test('names who cannot be woken before the night it matters', async () => {
    await asOwner('update person set email = null where id = $1', [house.people.noor])
    await asOwner('delete from contact_method where person_id = $1', [house.people.noor])
    const html = await (await house.as('amal')).page('/readiness/rota')
    expect(html).toMatch(/cannot be woken[\s\S]*Noor Rahman/)
  })

  test('that names nobody is said so by the doctor', async () => {
    const checks = await house.rooms.readiness.room.doctor?.()
    expect(checks?.map((check) => check.status)).toEqual(['ok', 'ok'])
  })
})

describe('the log', () => {
  test('that was changed by other means than Salve says so, loudly', async () => {
    const amal = await house.as('amal')
    for (const text of ['first', 'second', 'third']) await amal.post('/readiness/log', { text })
    const before = await amal.page('/readiness')
    expect(before).toMatch(/\d+ entries, seal checked/)
    await asOwner('alter table ledger_entry disable trigger user')
    const [changed] = await asOwner(
      `update ledger_entry set body = jsonb_build_object('text', 'never happened') where chain = 'readiness:real' and body->>'text' = 'second' returning seq`,
    )
    await asOwner('alter table ledger_entry enable trigger user')
    const said = `The log was changed at entry ${changed?.['seq']}`
    expect(await amal.page('/readiness')).toContain(said)
    expect(await amal.page('/readiness/log')).toContain(said)
    const checks = await house.rooms.readiness.room.doctor?.()
    expect(checks?.find((check) => check.name === 'readiness log')?.status).toBe('fail')
  })
})

describe('a person’s own data', () => {
  test('is handed out, and unlinked when they go', async () => {
    const jonas = await house.as('jonas')
    await (await house.as('amal')).post('/readiness/sheets')
    const path = /action="([^"]+\/steps\/clear-bays)"/.exec(await jonas.page('/readiness'))?.[1] as string
    await jonas.post(path, { done: 'yes' })
    const data = house.rooms.readiness.room.personalData
    const exported = await house.platform.db.read(
      (reader) => data?.export(reader, house.people.jonas) ?? Promise.resolve({}),
    )
    expect(exported).toMatchObject({ ticks: [{ role: 'ed-charge-nurse', step: 'clear-bays', done: true }] })
    expect((exported as { logEntries: { kind: string }[] }).logEntries.map((entry) => entry.kind)).toContain(
      'step.ticked',
    )
    await house.platform.db.transaction((tx) => data?.erase(tx, house.people.jonas) ?? Promise.resolve())
    expect(await (await house.as('amal')).page('/readiness/rota')).not.toContain('Jonas Brandt</b>')
  })
})

describe('what is over', () => {
  test('goes when its time has come; what runs stays', async () => {
    const amal = await house.as('amal')
    await amal.post('/readiness/holds', { kind: 'elective-starts' })
    await house.advance({ minutes: 25 })
    await amal.post('/readiness/holds', { kind: 'elective-starts' })
    await amal.post('/readiness/posture', { level: 'activated' })
    await house.platform.db.transaction((tx) => deleteSettled(tx, 'real', new Date(house.clock.now.getTime() + 60_000)))
    const html = await amal.page('/readiness')
    expect(html).toContain('New elective starts are held')
    expect(html).toContain('Activated since')
    expect(await house.platform.db.transaction((tx) => deleteSettled(tx, 'exercise', house.clock.now))).toBe(0)
  })
})

describe('in Spanish', () => {
  test('every page is drawn in the reader’s words', async () => {
    const amal = await house.as('amal')
    await amal.post('/language', { lang: 'es', back: '/readiness' })
    expect(await amal.page('/readiness')).toContain('No empiezan nuevas cirugías programadas')
    expect(await amal.page('/readiness/rota')).toContain('Turno de guardia')
    expect(await amal.page('/readiness/log')).toContain('Registro de actividad')
  })
})
