import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse, type Client, type TestHouse } from '#app/test-house.ts'
import { natsOf } from './detector/cluster.ts'
import { findIncidentRow } from './incident.store.ts'
import { loadAccount } from './load-account.ts'

let house: TestHouse
let amal: Client
let drill = ''
let incident = ''

beforeAll(async () => {
  house = await openHouse()
  amal = await house.as('amal')
  const started = await amal.post('/drills', { what: 'scenario:harbourside-ferry', speed: '10' })
  drill = started.headers.get('location')?.slice('/drills/'.length) ?? ''
  await house.rooms.watch.playToEnd(drill, new Date('2026-11-21T14:53:40Z'))
  incident = (await board()).open[0]?.id ?? ''
})
afterAll(() => house.close())

const board = () =>
  house.platform.db.read((reader) => house.rooms.watch.loadBoard(reader, { exerciseId: drill, now: house.clock.now }))
const path = () => `/drills/${drill}/incidents/${incident}/why`

describe('Amal asks why the ferry terminal paged her', () => {
  test('the board leads there; the page tells each post, its weight and the sum', async () => {
    expect(await amal.page(`/drills/${drill}`)).toContain(path())
    const page = await amal.page(path())
    expect(page).toContain('Why: Explosion, Ferry terminal')
    expect(page).toMatch(/\d independent sources within minutes of one another/)
    expect(page).toMatch(/<b>Strong<\/b>: .*names the place: Ferry terminal/)
    const [, together, probableAt] = /together (\d+\.\d)[\s\S]*probable at (\d+\.\d)/.exec(page) ?? []
    expect(Number(together)).toBeGreaterThanOrEqual(Number(probableAt))
    const ends = [...page.matchAll(/why-bar__part" x="([\d.]+)" y="8" width="([\d.]+)"/g)].map(
      (part) => +part[1]! + +part[2]!,
    )
    const mark = Number(/why-bar__mark" x1="([\d.]+)"/.exec(page)?.[1])
    expect(Math.max(...ends) / mark, 'drawn as it is told').toBeCloseTo(Number(together) / Number(probableAt), 1)
    expect(page).toMatch(/How many they are and how close together they came<\/th><td[^>]*>[+−]\d/)
    expect(page).toContain('What would change it')
    expect(page).toContain('DRILL')
    expect(page.length, 'bytes').toBeLessThan(60_000)
  })

  test('the sum is the one that the detector made', async () => {
    const [account, row] = await house.platform.db.read(async (reader) => [
      (await loadAccount(reader, async () => new Map(), { exerciseId: drill, incidentId: incident })).account,
      await findIncidentRow(reader, incident),
    ])
    expect(row?.probable_at).toEqual(account?.at)
    expect(account?.total).toBeGreaterThanOrEqual(account?.threshold ?? Infinity)
    // What came since makes it surer, by less than it weighs.
    const known = natsOf(row?.confidence ?? 0)
    expect(account?.total).toBeLessThanOrEqual(known + 0.01)
    expect(account?.total).toBeGreaterThan(known - 6)
  })

  test('what came later is told as that, and what was too weak says why', async () => {
    await house.rooms.watch.playToEnd(drill, new Date('2026-11-21T15:00:00Z'))
    const page = await amal.page(path())
    expect(page).toMatch(/\d+ more posts counted afterwards/)
    expect(page).toMatch(/\d+ copies of other posts/)
    expect(page).toMatch(/\d+ posts? with too little to go by: [a-z]/)
  })

  test('in Spanish too, and for Jonas who only looks', async () => {
    const jonas = await house.as('jonas')
    expect(await jonas.page(path())).not.toContain('/settings/watch')
    await jonas.post('/language', { lang: 'es', back: '/' })
    expect(await jonas.page(path())).toContain('Por qué: Explosión')
  })

  test('a stranger signs in first; Ida finds nothing; nor does anybody in another scene', async () => {
    expect((await (await house.as(null)).get(path())).headers.get('location')).toContain('/sign-in')
    expect((await (await house.as('ida')).get(path())).status).toBe(404)
    expect((await amal.get(`/watch/incidents/${incident}/why`)).status).toBe(404)
    expect((await amal.get(`/drills/${drill}/incidents/${drill}/why`)).status).toBe(404)
  })

  test('when the words have expired the weights still stand', async () => {
    await house.platform.db.transaction(async (tx) => {
      for (const { kind, expire } of house.rooms.watch.room.retention ?? [])
        if (kind === 'exercise-texts') await expire(tx, new Date(house.clock.now.getTime() + 1))
    })
    const page = await amal.page(path())
    expect(page).toContain('The words of this post have expired.')
    expect(page).toMatch(/together \d+\.\d/)
  })

  test('what was dismissed says so', async () => {
    await amal.post(`/drills/${drill}/incidents/${incident}/dismiss`, { reason: 'not-here' })
    expect(await amal.page(path())).toContain('Reason: It is not here.')
  })
})
