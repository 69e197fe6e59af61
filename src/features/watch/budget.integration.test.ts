import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse, type Client, type TestHouse } from '#app/test-house.ts'
import { listSources } from './source.store.ts'

let house: TestHouse
let sam: Client
let amal: Client
let source = ''

beforeAll(async () => {
  house = await openHouse()
  sam = await house.as('sam')
  amal = await house.as('amal')
  await sam.post('/settings/sources', { name: 'City stream', kind: 'url', address: 'http://127.0.0.1:9/posts' })
  source = (await house.platform.db.read((reader) => listSources(reader, null)))[0]?.id ?? ''
})
afterAll(() => house.close())

const board = () =>
  house.platform.db.read((reader) => house.rooms.watch.loadBoard(reader, { exerciseId: null, now: house.clock.now }))

/** What people say of one event, from now on, a quarter of a minute apart. */
async function hear(event: string, texts: readonly string[]): Promise<void> {
  const posts = texts.map((text, i) => ({
    id: `${event}-${i}`,
    author: `${event}-${i}@example`,
    at: new Date(house.clock.now.getTime() + i * 15_000).toISOString(),
    text,
  }))
  await house.rooms.watch.hearPosts(source, posts)
}

const WITNESSES = [
  'Huge explosion at the ferry terminal just now, people are hurt',
  'omg something just blew up at the ferry terminal, smoke everywhere, people screaming',
  'Explosion at the ferry terminal, I can see injured people on the ground, send help',
]
const DRIVERS = [
  'Two buses just crashed at Harbourside Airport, people are hurt',
  'Awful crash at Harbourside Airport, I saw the bus hit a wall, passengers are bleeding',
  'There was a bus crash in front of us at Harbourside Airport, send ambulances',
]

describe('How easily Salve pages', () => {
  test('is for Sam to set, and thirty days where nobody has', async () => {
    expect((await (await house.as(null)).get('/settings/watch')).headers.get('location')).toContain('/sign-in')
    expect((await amal.get('/settings/watch')).status).toBe(404)
    expect((await amal.post('/settings/watch', { days: '7' })).status).toBe(404)
    expect((await amal.post('/settings/watch/forget', { kind: 'crash' })).status).toBe(404)
    expect(await sam.page('/settings/watch')).toMatch(/value="30" checked/)
    expect(await sam.page('/settings')).toContain('href="/settings/watch"')
    expect(await amal.page('/watch')).toContain('At most one false page in 30 days')
  })

  test('what was not offered is asked again', async () => {
    for (const days of ['', '1', '29', '181', 'x']) {
      const asked = await sam.post('/settings/watch', { days })
      expect([days, asked.status]).toEqual([days, 422])
      expect(await asked.text()).toContain('Choose how many days')
    }
    expect((await board()).budgetDays).toBe(30)
  })

  test('a change is in force at once, on the board, in the audit, and forgets nothing', async () => {
    await hear('blast', WITNESSES)
    const before = await board()
    expect(before.open[0]).toMatchObject({ kind: 'explosion', state: 'probable' })
    expect((await sam.post('/settings/watch', { days: '180' })).status).toBe(303)
    expect(await sam.page('/settings/watch')).toMatch(/value="180" checked[\s\S]*Set by Sam Whitlock/)
    expect(await amal.page('/watch')).toContain('At most one false page in 180 days')
    expect(await sam.page('/settings/audit')).toContain(
      'Set the watch to at most one false page in 180 days (before: 30)',
    )

    await house.advance({ minutes: 20 })
    await hear('crash', DRIVERS)
    const { open } = await board()
    const crash = open.find(({ kind }) => kind === 'crash')
    expect(open.find(({ kind }) => kind === 'explosion')?.id, 'the blast is still known').toBe(before.open[0]?.id)
    expect(crash?.probableAt, 'it takes more').toBeGreaterThan(before.open[0]?.probableAt ?? 1)
    await sam.post('/settings/watch', { days: '30' })
    const audited = (await sam.page('/settings/audit')).match(/Set the watch/g)?.length
    await sam.post('/settings/watch', { days: '30' })
    expect((await sam.page('/settings/audit')).match(/Set the watch/g)?.length, 'nothing changed').toBe(audited)
  })
})

describe('What Amal’s decisions taught', () => {
  test('is told by kind, and Sam can forget it', async () => {
    expect(await sam.page('/settings/watch')).toContain('Nothing yet')
    const { open } = await board()
    for (const { id } of open) await amal.post(`/watch/incidents/${id}/dismiss`, { reason: 'not-real' })
    const page = await sam.page('/settings/watch')
    expect(page).toMatch(/Explosion: needs (a little |much )?more here[\s\S]*1 dismissed/)
    expect(page).toContain('Crash: needs')
    expect((await sam.post('/settings/watch/forget', { kind: 'explosion' })).status).toBe(303)
    const left = await sam.page('/settings/watch')
    expect(left).not.toContain('Explosion: needs')
    expect(left).toContain('Crash: needs')
    expect(await sam.page('/settings/audit')).toContain('about one kind of incident (explosion)')
    expect((await sam.post('/settings/watch/forget', { kind: 'nonsense' })).status).toBe(404)
  })

  test('and goes when she takes the decision back', async () => {
    const { settled } = await board()
    const crash = settled.find(({ kind }) => kind === 'crash')
    await amal.post(`/watch/incidents/${crash?.id}/reopen`)
    expect(await sam.page('/settings/watch')).toContain('Nothing yet')
  })
})
