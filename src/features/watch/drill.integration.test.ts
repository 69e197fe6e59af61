import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '#app/test-house.ts'
import type { IncidentEvent } from './events.ts'

let house: TestHouse
const heard: IncidentEvent[] = []

beforeAll(async () => {
  house = await openHouse()
  const announce = house.platform.events.announce
  house.platform.events.announce = async (tx, event) => {
    if (event.type.startsWith('incident.') && event.type !== 'incident.revised')
      heard.push(event as unknown as IncidentEvent)
    await announce(tx, event)
  }
})
afterAll(() => house.close())

const at = (time: string) => new Date(`2026-11-21T${time}Z`)
const board = (exerciseId: string, incidentId?: string) =>
  house.platform.db.read((reader) =>
    house.rooms.watch.loadBoard(reader, { exerciseId, incidentId, now: house.clock.now }),
  )

async function startDrill(scenario = 'harbourside-ferry'): Promise<string> {
  const amal = await house.as('amal')
  const started = await amal.post('/drills', { what: `scenario:${scenario}`, speed: '10' })
  expect(started.status).toBe(303)
  return started.headers.get('location')?.slice('/drills/'.length) ?? ''
}

describe('Amal starts the ferry drill', () => {
  let drill: string

  beforeAll(async () => {
    drill = await startDrill()
  })

  test('before the explosion nothing is suspected, and every source sees', async () => {
    await house.rooms.watch.playToEnd(drill, at('14:52:00'))
    const { open, settled, sources, exercise, now } = await board(drill)
    expect([...open, ...settled].filter(({ state }) => state !== 'suspected')).toEqual([])
    expect(sources.map(({ state }) => state)).not.toContain('blind')
    expect(exercise).toMatchObject({
      state: 'playing',
      kind: 'drill',
      posts: 443,
      postsSkipped: 0,
      startedByName: 'Amal Haddad',
    })
    expect(now).toEqual(at('14:52:00'))
  })

  test('the explosion is suspected, then probable within minutes, each announced once and marked as this exercise', async () => {
    await house.rooms.watch.playToEnd(drill, at('14:57:00'))
    const { open, alert } = await board(drill)
    expect(open[0]).toMatchObject({ state: 'probable', kind: 'explosion', place: { name: 'Ferry terminal' } })
    expect(alert).toBe(open[0]?.id)
    const mine = heard.filter(({ incidentId }) => incidentId === open[0]?.id)
    expect(mine.map(({ type }) => type)).toEqual(['incident.opened', 'incident.probable'])
    expect(mine.every(({ exerciseId }) => exerciseId === drill)).toBe(true)
    expect(new Date(mine[1]?.at ?? 0).getTime()).toBeLessThan(at('14:57:00').getTime())
  })

  test('copies of the first post count as one source, and each post says why it counted', async () => {
    await house.rooms.watch.playToEnd(drill, at('15:00:00'))
    const { chosen } = await board(drill)
    const copies = chosen?.evidence.filter(({ bearing }) => bearing === 'copy' || bearing === 'repeat') ?? []
    expect(copies.length).toBeGreaterThan(4)
    const counted = chosen?.evidence.filter(({ bearing }) => bearing === 'counts') ?? []
    expect(chosen?.corroboration).toBeLessThanOrEqual(counted.length)
    expect(counted.every(({ reasons }) => reasons.length > 0)).toBe(true)
    expect(chosen?.timeline.map(({ code }) => code)).toEqual(expect.arrayContaining(['suspected', 'probable']))
  })

  test('Mastodon falls silent: it is blind on the board, not quiet', async () => {
    await house.rooms.watch.playToEnd(drill, at('15:09:00'))
    const data = await board(drill)
    expect(data.sources.find(({ name }) => name === 'Mastodon')).toMatchObject({
      state: 'blind',
      blindSince: expect.any(Date),
    })
    expect(house.rooms.watch.blindLine(data, { locale: 'en', zone: 'UTC' })).toMatch(
      /^1 of \d sources is blind since 15:03$/,
    )
    await house.rooms.watch.playToEnd(drill, at('15:12:00'))
    expect((await board(drill)).sources.find(({ name }) => name === 'Mastodon')?.state).toBe('live')
  })

  test('who says that there is no second bomb is counted apart; who says that it was no firework is not among them', async () => {
    const { chosen } = await board(drill)
    const denials = chosen?.evidence.filter(({ bearing }) => bearing === 'denies').map(({ text }) => text) ?? []
    expect(chosen?.voices.denials).toBe(denials.length)
    expect(denials.join('\n')).toContain('There is no bomb')
    expect(denials.join('\n')).not.toContain('fuegos artificiales')
    expect(chosen?.timeline.map(({ code }) => code)).toContain('denial')
  })

  test('Dr Lindqvist sees the board and may not decide', async () => {
    const { chosen } = await board(drill)
    const maja = await house.as('lindqvist')
    const page = await maja.page(`/drills/${drill}/incidents/${chosen?.id}`)
    expect(page).toContain('Explosion, Ferry terminal')
    expect(page).toContain('A duty manager decides')
    expect(page).not.toContain(`/incidents/${chosen?.id}/dismiss`)
    for (const act of ['confirm', 'dismiss', 'close', 'reopen']) {
      const refused = await maja.post(`/drills/${drill}/incidents/${chosen?.id}/${act}`, { reason: 'not-real' })
      expect(refused.status, act).toBe(403)
    }
    expect((await board(drill)).chosen?.state).toBe('probable')
  })

  test('Jonas, whom the rota names duty manager after Amal, may decide like her', async () => {
    const { chosen } = await board(drill)
    const jonas = await house.as('jonas')
    const path = `/drills/${drill}/incidents/${chosen?.id}`
    expect(await jonas.page(path)).toContain(`action="${path}/confirm"`)
    expect((await jonas.post(`${path}/dismiss`, { reason: 'not-real' })).status).toBe(303)
    expect((await board(drill, chosen?.id)).chosen?.state).toBe('dismissed')
    expect((await jonas.post(`${path}/reopen`)).status).toBe(303)
    expect((await board(drill)).chosen?.state).toBe('probable')
  })

  test('she confirms it, once; a second confirmation is told that somebody was faster', async () => {
    const { chosen } = await board(drill)
    const amal = await house.as('amal')
    const path = `/drills/${drill}/incidents/${chosen?.id}`
    expect((await amal.post(`${path}/confirm`)).headers.get('location')).toBe(path)
    expect((await amal.post(`${path}/confirm`)).status).toBe(409)
    const after = await board(drill)
    expect(after.chosen?.state).toBe('confirmed')
    expect(after.chosen?.timeline.at(-1)).toMatchObject({ code: 'confirmed', byName: 'Amal Haddad' })
    expect(
      heard.filter(({ type, incidentId }) => type === 'incident.confirmed' && incidentId === chosen?.id),
    ).toHaveLength(1)
  })

  test('it plays to its end; the report says how early it was', async () => {
    await house.rooms.watch.playToEnd(drill)
    expect((await board(drill)).exercise).toMatchObject({ state: 'finished', postsPlayed: 443, progress: 1 })
    const report = await (await house.as('jonas')).page(`/drills/${drill}/report`)
    expect(report).toContain('before the first newsroom (14:57:20)')
    expect(report).toContain('443 of 443')
    expect(report).toContain('No false incident.')
  })

  test('nothing of it is in the real world', async () => {
    const data = await house.platform.db.read((reader) =>
      house.rooms.watch.loadBoard(reader, { exerciseId: null, now: house.clock.now }),
    )
    expect([data.open, data.settled, data.sources]).toEqual([[], [], []])
    const amal = await house.as('amal')
    const { chosen } = await board(drill)
    expect((await amal.get(`/watch/incidents/${chosen?.id}`)).status).toBe(404)
    expect((await amal.post(`/watch/incidents/${chosen?.id}/dismiss`, { reason: 'not-real' })).status).toBe(404)
    expect(await amal.page('/watch')).toContain('No source is connected')
  })
})

describe('Amal dismisses', () => {
  test('with a reason; without one she is asked again and what she typed stays; she can take it back', async () => {
    const drill = await startDrill()
    await house.rooms.watch.playToEnd(drill, at('14:57:00'))
    const { chosen } = await board(drill)
    const amal = await house.as('amal')
    const path = `/drills/${drill}/incidents/${chosen?.id}`
    const asked = await amal.post(`${path}/dismiss`, { words: 'heard <b>nothing</b>' })
    expect(asked.status).toBe(422)
    const again = await asked.text()
    expect(again).toContain('Choose why it is dismissed')
    expect(again).toContain('heard &lt;b&gt;nothing&lt;/b&gt;')
    expect((await amal.post(`${path}/dismiss`, { reason: 'other' })).status).toBe(422)

    expect((await amal.post(`${path}/dismiss`, { reason: 'not-here', words: 'the other pier' })).status).toBe(303)
    const page = await amal.page(path)
    expect(page).toContain('It is not here: the other pier')
    expect(page).toContain(`${path}/reopen`)
    expect((await board(drill)).open.map(({ id }) => id)).not.toContain(chosen?.id)

    expect((await amal.post(`${path}/reopen`)).status).toBe(303)
    expect((await board(drill)).open.map(({ id }) => id)).toContain(chosen?.id)
    await house.rooms.watch.playToEnd(drill, at('15:01:00'))
    const later = (await board(drill)).open.find(({ id }) => id === chosen?.id)
    expect(later?.corroboration, 'it goes on growing').toBeGreaterThan(chosen?.corroboration ?? Infinity)
    const mine = heard.filter(({ incidentId }) => incidentId === chosen?.id).map(({ type }) => type)
    expect(mine).toEqual(['incident.opened', 'incident.probable', 'incident.dismissed', 'incident.reopened'])
  })
})

describe('a quiet evening', () => {
  test('pages nobody', async () => {
    const before = heard.length
    const drill = await startDrill('quiet-evening')
    await house.rooms.watch.playToEnd(drill)
    expect(heard.slice(before).filter(({ type }) => type === 'incident.probable')).toEqual([])
    expect(await (await house.as('amal')).page(`/drills/${drill}`)).toContain('Read')
  })
})
