import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '#app/test-house.ts'
import type { IncidentEvent } from '#features/watch'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

/** The watch says something about the explosion at the ferry terminal. */
async function hear(type: IncidentEvent['type'], changes: Partial<IncidentEvent> = {}): Promise<string> {
  const incidentId = changes.incidentId ?? randomUUID()
  const event: IncidentEvent = {
    type,
    incidentId,
    exerciseId: null,
    kind: 'explosion',
    state: 'probable',
    place: { name: 'Ferry terminal', lat: 38.7, lon: -9.1 },
    distanceKm: 3.2,
    headline: 'Explosion, Ferry terminal',
    confidence: 0.86,
    corroboration: 6,
    at: house.clock.now.toISOString(),
    by: null,
    reason: null,
    ...changes,
  }
  await house.platform.db.transaction((tx) => house.platform.events.announce(tx, event))
  await house.settle()
  return incidentId
}

const callsOf = (exerciseId: string | null) =>
  house.platform.db.read((reader) => house.rooms.paging.summary(reader, { exerciseId }))

async function log(path = '/readiness/log'): Promise<string> {
  return (await house.as('amal')).page(path)
}

describe('a probable incident', () => {
  test('pages Amal; she sleeps, and after three minutes Jonas is asked too; his answer stands in the log', async () => {
    const incidentId = await hear('incident.probable')
    const call = async () => (await callsOf(null)).find((one) => one.key === `incident:${incidentId}:duty`)
    expect((await call())?.pages.map((page) => page.name)).toEqual(['Amal Haddad'])

    await house.advance({ minutes: 3, seconds: 1 })
    expect((await call())?.pages.map((page) => page.name).toSorted()).toEqual(['Amal Haddad', 'Jonas Brandt'])

    const jonas = await house.as('jonas')
    const page = (await call())?.pages.find((one) => one.personId === house.people.jonas)
    await jonas.post(`/pages/${page?.pageId}`, { answer: 'coming', minutes: '10' })
    await house.settle()
    const html = await log()
    expect(html).toContain('incident is probable: Explosion, Ferry terminal, 3.2 km, 6 independent sources')
    expect(html).toContain('Amal Haddad paged as duty manager')
    expect(html).toContain('no answer in time, Jonas Brandt paged too')
    expect(html).toContain('is coming, here in 10 min')
    expect(await (await house.as('amal')).page('/readiness')).toContain('Ferry terminal')
  })

  test('that turns out to be something else changes the page that Amal opens, and wakes nobody again', async () => {
    const incidentId = await hear('incident.probable', {
      kind: 'quake',
      place: { name: 'Old Town', lat: 38.7, lon: -9.1 },
      corroboration: 2,
    })
    const mine = async () => (await callsOf(null)).find((one) => one.subject === `incident:${incidentId}`)
    const sent = (await mine())?.pages.map((page) => page.timesSent)
    await hear('incident.revised', { incidentId, kind: 'explosion', corroboration: 7 })
    const amal = await house.as('amal')
    const page = await amal.page(`/pages/${(await mine())?.pages[0]?.pageId}`)
    expect(page).toContain('Explosion reported, Ferry terminal')
    expect(page).not.toContain('Old Town')
    expect((await mine())?.pages.map((one) => one.timesSent)).toEqual(sent)
  })

  test('heard twice is paged once; dismissed, nobody need answer', async () => {
    const incidentId = await hear('incident.probable')
    await hear('incident.probable', { incidentId })
    const mine = async () => (await callsOf(null)).filter((one) => one.subject === `incident:${incidentId}`)
    expect(await mine()).toHaveLength(1)
    await hear('incident.dismissed', { incidentId, by: house.people.amal, reason: 'fireworks' })
    expect((await mine())[0]?.endedAt).not.toBeNull()
    expect(await log()).toContain('incident dismissed: Explosion, Ferry terminal. Reason: fireworks')
  })

  test('that comes back after it was dismissed is paged anew', async () => {
    const incidentId = await hear('incident.probable')
    await hear('incident.dismissed', { incidentId, by: house.people.amal })
    await house.advance({ minutes: 1 })
    await hear('incident.probable', { incidentId })
    const mine = (await callsOf(null)).filter((one) => one.subject === `incident:${incidentId}`)
    expect(mine.map((one) => one.endedAt === null)).toEqual([true, false])
    await hear('incident.closed', { incidentId, by: house.people.amal })
  })

  test('that Amal confirms herself wakes nobody else', async () => {
    const incidentId = await hear('incident.probable')
    await hear('incident.confirmed', { incidentId, by: house.people.amal, state: 'confirmed' })
    await house.advance({ minutes: 10 })
    const call = (await callsOf(null)).find((one) => one.key === `incident:${incidentId}:duty`)
    expect(call?.pages.map((page) => page.name)).toEqual(['Amal Haddad'])
    await hear('incident.closed', { incidentId, by: house.people.amal })
  })

  test('confirmed by somebody who was not asked still wakes the duty manager', async () => {
    const incidentId = await hear('incident.confirmed', { by: house.people.sam, state: 'confirmed' })
    const call = (await callsOf(null)).find((one) => one.key === `incident:${incidentId}:duty`)
    expect([call?.pages[0]?.name, call?.message.key]).toEqual(['Amal Haddad', 'incident-confirmed'])
    await hear('incident.closed', { incidentId, by: house.people.amal })
  })

  test('once confirmed opens every role sheet, given to whom the rota names', async () => {
    const incidentId = await hear('incident.probable')
    await hear('incident.confirmed', { incidentId, by: house.people.amal, state: 'confirmed' })
    const html = await (await house.as('osei')).page('/readiness')
    expect(html).toContain('Incident commander')
    expect(html).toContain('Open the second triage point')
    expect(html).toContain('Noor Rahman')
    const call = (await callsOf(null)).find((one) => one.key === `incident:${incidentId}:duty`)
    expect(call?.facts.confirmedBy?.personId).toBe(house.people.amal)
  })
})

describe('a hold', () => {
  const holdId = async () =>
    /holds\/([0-9a-f-]{36})\/renew/.exec(await (await house.as('amal')).page('/readiness'))?.[1]
  const endings = async () => (await log()).split('hold ended by time').length - 1

  test('on elective starts reverts by itself after 20 minutes, exactly once', async () => {
    const amal = await house.as('amal')
    const before = await endings()
    expect((await amal.post('/readiness/holds', { kind: 'elective-starts' })).headers.get('location')).toBe(
      '/readiness',
    )
    await amal.post('/readiness/holds', { kind: 'elective-starts' })
    expect(await amal.page('/readiness')).toContain('New elective starts are held')
    await house.advance({ minutes: 19, seconds: 59 })
    expect(await amal.page('/readiness')).toContain('New elective starts are held')
    await house.advance({ seconds: 1 })
    expect(await amal.page('/readiness')).not.toContain('New elective starts are held')
    await house.advance({ hours: 1 })
    expect(await endings()).toBe(before + 1)
  })

  test('renewed goes on for 20 minutes more; after its end it can only be started anew', async () => {
    const amal = await house.as('amal')
    const before = await endings()
    await amal.post('/readiness/holds', { kind: 'elective-starts' })
    const id = await holdId()
    await house.advance({ minutes: 15 })
    await amal.post(`/readiness/holds/${id}/renew`)
    await house.advance({ minutes: 24 })
    expect(await holdId()).toBe(id)
    await house.advance({ minutes: 1 })
    expect(await holdId()).toBeUndefined()
    expect((await amal.post(`/readiness/holds/${id}/renew`)).status).toBe(409)
    expect(await endings()).toBe(before + 1)
  })

  test('can be set by the OR charge nurse on duty, not by another nurse; released, it ends once', async () => {
    const lindqvist = await house.as('lindqvist')
    expect((await (await house.as('osei')).post('/readiness/holds', { kind: 'elective-starts' })).status).toBe(403)
    expect((await lindqvist.post('/readiness/holds', { kind: 'elective-starts' })).status).toBe(303)
    const id = await holdId()
    await lindqvist.post(`/readiness/holds/${id}/release`)
    await lindqvist.post(`/readiness/holds/${id}/release`)
    await house.advance({ minutes: 30 })
    expect((await log()).split('hold released: New elective starts').length - 1).toBe(1)
  })

  test('whose revert was lost half-way by a kill is reverted when the job runs again, and once', async () => {
    const amal = await house.as('amal')
    const before = await endings()
    await amal.post('/readiness/holds', { kind: 'visitors' })
    house.clock.now = new Date(house.clock.now.getTime() + 21 * 60_000)
    const job = house.rooms.readiness.room.jobs.find((one) => one.name === 'revert-hold')
    const id = await holdId()
    // The process died after the work and before the queue noted it: the job comes twice, even at the same time.
    await Promise.all([job?.work({ holdId: id }), job?.work({ holdId: id })])
    await house.settle()
    expect(await endings()).toBe(before + 1)
  })
})

describe('a clock that runs ahead', () => {
  test('does not keep a hold for ever: a job that comes too early comes again', async () => {
    const amal = await house.as('amal')
    await amal.post('/readiness/holds', { kind: 'transfers-in' })
    const id = /holds\/([0-9a-f-]{36})\/renew/.exec(await amal.page('/readiness'))?.[1]
    const owner = new pg.Client({ connectionString: house.databaseUrl })
    await owner.connect()
    await owner.query(`delete from pgboss.job where name = 'revert-hold'`)
    await owner.end()
    house.clock.now = new Date(house.clock.now.getTime() + 20 * 60_000 - 500)
    const job = house.rooms.readiness.room.jobs.find((one) => one.name === 'revert-hold')
    await job?.work({ holdId: id })
    expect(await amal.page('/readiness')).toContain('Transfers from other hospitals are held')
    await house.advance({ seconds: 1 })
    expect(await amal.page('/readiness')).not.toContain('Transfers from other hospitals are held')
  })
})

describe('posture', () => {
  test('reverts to normal by itself unless it is renewed', async () => {
    const amal = await house.as('amal')
    await amal.post('/readiness/posture', { level: 'advisory' })
    await house.advance({ minutes: 20 })
    await amal.post('/readiness/posture/renew')
    await house.advance({ minutes: 29 })
    expect(await amal.page('/readiness')).toContain('Advisory until')
    await house.advance({ minutes: 1 })
    expect(await amal.page('/readiness')).not.toContain('Advisory until')
    expect(await log()).toContain('posture Advisory ended by time, back to normal')
  })

  test('activated does not end by itself: after two hours Amal is asked whether it still holds', async () => {
    const amal = await house.as('amal')
    await amal.post('/readiness/posture', { level: 'activated' })
    await house.advance({ hours: 2 })
    const asked = (await callsOf(null)).filter((one) => one.key.startsWith('posture:'))
    expect(asked.map((one) => [one.pages[0]?.name, one.endedAt])).toEqual([['Amal Haddad', null]])
    expect(await amal.page('/readiness')).toContain('Is that still right?')
    await amal.post('/readiness/posture/renew')
    const after = (await callsOf(null)).filter((one) => one.key.startsWith('posture:'))
    expect(after[0]?.endedAt).not.toBeNull()
  })

  test('stand-down releases holds, ends pages and returns to normal when every role has signed off', async () => {
    const amal = await house.as('amal')
    await hear('incident.probable')
    await amal.post('/readiness/holds', { kind: 'elective-starts' })
    await amal.post('/readiness/posture', { level: 'standby' })
    await amal.post('/readiness/posture', { level: 'stand-down' })
    let html = await amal.page('/readiness')
    expect(html).not.toContain('New elective starts are held')
    expect((await callsOf(null)).filter((one) => one.endedAt === null)).toEqual([])
    const signOffs = [...html.matchAll(/action="(\/readiness\/sheets\/[0-9a-f-]{36}\/sign-off)"/g)].map(
      (match) => match[1] as string,
    )
    expect(signOffs).toHaveLength(6)
    for (const path of signOffs) await (await house.as('jonas')).post(path)
    html = await amal.page('/readiness')
    expect(html).toContain('No role sheet is open')
    expect(await log()).toContain('stand-down complete, all have signed off')
  })

  test('can be set by nobody but a duty manager, or who is one by the rota: Amal sleeps, Jonas was paged and acts', async () => {
    expect((await (await house.as('jonas')).post('/readiness/posture', { level: 'advisory' })).status).toBe(303)
    expect((await (await house.as('jonas')).post('/readiness/posture', { level: 'normal' })).status).toBe(303)
    for (const person of ['osei', 'noor', 'sam'] as const) {
      expect((await (await house.as(person)).post('/readiness/posture', { level: 'activated' })).status).toBe(403)
    }
  })
})

describe('role sheets', () => {
  test('a tick is seen by all, says by whom, shows lateness, and the last one wins', async () => {
    const amal = await house.as('amal')
    const jonas = await house.as('jonas')
    await amal.post('/readiness/sheets')
    const tick = async () => /action="([^"]+\/steps\/second-triage)"/.exec(await amal.page('/readiness'))?.[1] as string
    const path = await tick()
    await house.advance({ minutes: 8 })
    expect(await amal.page('/readiness')).toContain('3 min late')
    await jonas.post(path, { done: 'yes' })
    expect(await amal.page('/readiness')).toMatch(/by Jonas Brandt, 3 min late/)
    await amal.post(path, { done: 'no' })
    await jonas.post(path, { done: 'yes' })
    await jonas.post(path, { done: 'yes' })
    await amal.post(path, { done: 'no' })
    const html = await log()
    expect(html.split('tick taken back: Open the second triage point').length - 1).toBe(2)
    expect(html.split('Emergency charge nurse: Open the second triage point, 3 min late').length - 1).toBe(2)
    expect(await amal.page('/readiness')).not.toMatch(/by Jonas Brandt, 3 min late/)
    expect((await jonas.post(path.replace('second-triage', 'no-such-step'), { done: 'yes' })).status).toBe(404)
  })
})
