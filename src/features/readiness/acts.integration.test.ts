import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '#app/test-house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

async function log(path = '/readiness/log'): Promise<string> {
  return (await house.as('amal')).page(path)
}

describe('the trauma team', () => {
  const calls = async () =>
    (await house.platform.db.read((reader) => house.rooms.paging.summary(reader, { exerciseId: null }))).filter((one) =>
      one.key.startsWith('team:'),
    )

  test('is paged ten seconds after the button, unless it is taken back', async () => {
    const amal = await house.as('amal')
    await amal.post('/readiness/team')
    const undo = /action="(\/readiness\/team\/[0-9a-f-]{36}\/undo)"/.exec(await amal.page('/readiness'))?.[1] as string
    await house.advance({ seconds: 9 })
    await amal.post(undo)
    await house.advance({ seconds: 30 })
    expect(await calls()).toEqual([])

    await amal.post('/readiness/team')
    await amal.post('/readiness/team')
    const late = /action="(\/readiness\/team\/[0-9a-f-]{36}\/undo)"/.exec(await amal.page('/readiness'))?.[1] as string
    await house.advance({ seconds: 10 })
    const [call] = await calls()
    expect(call?.mode).toBe('call-in')
    expect(call?.pages.map((page) => page.name).toSorted()).toEqual([
      'Dr Efua Osei',
      'Dr Maja Lindqvist',
      'Jonas Brandt',
    ])
    expect((await amal.post(late)).status).toBe(409)
    expect(await calls()).toHaveLength(1)
    expect(await log()).toContain('trauma team paged: Dr Efua Osei, Dr Maja Lindqvist')
  })
})

describe('the log', () => {
  test('keeps what was typed when it cannot take it, and shows hostile text as text', async () => {
    const jonas = await house.as('jonas')
    const tooLong = `<script>alert(1)</script> ${'x'.repeat(1_000)}`
    const refused = await jonas.post('/readiness/log', { text: tooLong })
    expect(refused.status).toBe(422)
    const html = await refused.text()
    expect(html).toContain('Write at most 1000 characters')
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; xxx')
    expect((await jonas.post('/readiness/log', { text: '=HYPERLINK("x") <b>bays</b>' })).status).toBe(303)
    expect(await log()).toContain('&lt;b&gt;bays&lt;/b&gt;')
    const csv = await (await jonas.get('/readiness/log.csv')).text()
    expect(csv).toContain(`"'=HYPERLINK(""x"") <b>bays</b>"`)
  })

  test('keeps a unit’s figures that cannot be', async () => {
    const refused = await (
      await house.as('jonas')
    ).post('/readiness/units', { unit: 'ed-bays', free: '30', total: '22' })
    expect(refused.status).toBe(422)
    const html = await refused.text()
    expect(html).toContain('No more can be free than there are')
    expect(html).toContain('value="30"')
  })
})

describe('a drill', () => {
  test('never touches the real world, nor the real world a drill', async () => {
    const amal = await house.as('amal')
    const exerciseId = await house.rooms.watch.startScenario(
      { id: house.people.amal, name: 'Amal Haddad', roles: ['duty-manager', 'staff'] },
      'harbourside-ferry',
      null,
    )
    const path = `/drills/${exerciseId}/readiness`
    const realBefore = await log()
    await amal.post(`${path}/holds`, { kind: 'elective-starts' })
    await amal.post(`${path}/posture`, { level: 'standby' })
    await amal.post(`${path}/log`, { text: 'only an exercise' })
    const hold = /holds\/([0-9a-f-]{36})\/renew/.exec(await amal.page(path))?.[1]
    expect((await amal.post(`/readiness/holds/${hold}/release`)).status).toBe(404)
    expect(await log(`${path}/log`)).toContain('only an exercise')
    expect((await log()).split('<tr>').length).toBe(realBefore.split('<tr>').length)
    expect((await amal.get(`/drills/${randomUUID()}/readiness`)).status).toBe(404)
  })
})
