import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '#app/test-house.ts'
import type { IncidentEvent } from '#features/watch'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

function eventOf(type: IncidentEvent['type'], changes: Partial<IncidentEvent>): IncidentEvent {
  return {
    type,
    incidentId: randomUUID(),
    exerciseId: null,
    kind: 'fire',
    state: 'probable',
    place: { name: 'Central Station', lat: 38.7, lon: -9.1 },
    distanceKm: 6.1,
    headline: 'Fire, Central Station',
    confidence: 0.91,
    corroboration: 4,
    at: house.clock.now.toISOString(),
    by: null,
    reason: null,
    ...changes,
  }
}

async function announce(event: IncidentEvent): Promise<void> {
  await house.platform.db.transaction((tx) => house.platform.events.announce(tx, event))
}

/** The next fragments of a stream, one by one. */
function fragmentsOf(response: Response) {
  const reader = (response.body as ReadableStream<Uint8Array>).getReader()
  const decoder = new TextDecoder()
  let text = ''
  return {
    async next(): Promise<string> {
      for (;;) {
        const end = text.indexOf('\n\n')
        if (end >= 0) {
          const event = text.slice(0, end)
          text = text.slice(end + 2)
          const data = /^data: (.*)$/m.exec(event)?.[1]
          if (event.includes('event: fragment') && data) return (JSON.parse(data) as { html: string }).html
          continue
        }
        const { value, done } = await reader.read()
        if (done) throw new Error('the stream ended')
        text += decoder.decode(value, { stream: true })
      }
    },
    close: () => reader.cancel(),
  }
}

describe('an open page', () => {
  test('of Amal shows the tick that Jonas sets', async () => {
    const amal = await house.as('amal')
    const jonas = await house.as('jonas')
    await amal.post('/readiness/sheets')
    const path = /action="([^"]+\/steps\/clear-bays)"/.exec(await amal.page('/readiness'))?.[1] as string
    const stream = fragmentsOf(await amal.get('/readiness/stream'))
    expect(await stream.next()).not.toContain('by Jonas Brandt')
    await jonas.post(path, { done: 'yes' })
    expect(await stream.next()).toContain('by Jonas Brandt')
    await stream.close()
  })

  test('marks a step late by itself, without anybody’s doing', async () => {
    const amal = await house.as('amal')
    const stream = fragmentsOf(await amal.get('/readiness/stream'))
    expect(await stream.next()).not.toContain('min late, target')
    await house.advance({ minutes: 2 })
    expect(await stream.next()).toContain('1 min late, target')
    await stream.close()
  })
})

describe('the watch board', () => {
  test('holds and pages from beside the incident, and comes back to it', async () => {
    const amal = await house.as('amal')
    await announce(eventOf('incident.probable', {}))
    await house.settle()
    let html = await amal.page('/watch')
    expect(html).toContain('Hold new elective starts for 20 minutes')
    expect(html).toContain('3 people. You have 10 seconds to take it back.')
    expect(html).toContain('Amal Haddad paged as duty manager')
    expect(
      (await amal.post('/readiness/holds', { kind: 'elective-starts', back: '/watch' })).headers.get('location'),
    ).toBe('/watch')
    for (const back of ['https://evil.example/', '//evil.example', '/\\evil.example']) {
      expect((await amal.post('/readiness/log', { text: 'came back here', back })).headers.get('location')).toBe(
        '/readiness',
      )
    }
    await amal.post('/readiness/posture', { level: 'advisory', back: '/watch' })
    html = await amal.page('/watch')
    expect(html).toContain('New elective starts are held')
    expect(html).toContain('Returns to normal at')
    // Dr Osei may see it, but has no button that would be refused.
    const seen = await (await house.as('osei')).page('/watch')
    expect(seen).toContain('New elective starts are held')
    expect(seen).not.toContain('/readiness/posture"')
    expect(seen).not.toMatch(/holds\/[0-9a-f-]{36}\/release/)
  })
})

describe('when nobody answers', () => {
  test('the board says so, loudly, and the log keeps it', async () => {
    const exerciseId = await house.rooms.watch.startScenario(
      { id: house.people.amal, name: 'Amal Haddad', roles: ['duty-manager', 'staff'] },
      'quiet-evening',
      null,
    )
    await announce(eventOf('incident.probable', { exerciseId }))
    await house.settle()
    for (let minute = 0; minute < 30; minute += 1) await house.advance({ minutes: 1 })
    const amal = await house.as('amal')
    expect(await amal.page(`/drills/${exerciseId}`)).toContain('Nobody has answered')
    expect(await amal.page(`/drills/${exerciseId}/readiness`)).toContain('Nobody has answered')
    expect(await amal.page(`/drills/${exerciseId}/readiness/log`)).toContain(
      'everybody asked and reminded: 0 of 2 are coming',
    )
  })
})

describe('many at once', () => {
  test('make one hold, one posture, and a log without a gap', async () => {
    const amal = await house.as('amal')
    const jonas = await house.as('jonas')
    const before = await house.platform.db.read((reader) => house.platform.ledger.verify(reader, 'readiness:real'))
    const event = eventOf('incident.probable', {})
    await announce(event)
    await house.settle()
    const calls = await house.platform.db.read((reader) =>
      house.rooms.paging.summary(reader, { subject: `incident:${event.incidentId}` }),
    )
    const page = calls[0]?.pages[0]?.pageId
    const statuses = await Promise.all([
      ...Array.from({ length: 6 }, () => amal.post('/readiness/holds', { kind: 'visitors' })),
      ...Array.from({ length: 4 }, () => amal.post('/readiness/posture', { level: 'standby' })),
      ...Array.from({ length: 4 }, (_, index) => jonas.post('/readiness/log', { text: `at once ${index}` })),
      amal.post(`/pages/${page}`, { answer: 'seen' }),
      amal.post('/readiness/posture', { level: 'stand-down' }),
    ])
    await house.settle()
    expect(statuses.map((response) => response.status).filter((status) => ![303, 409].includes(status))).toEqual([])
    const verdict = await house.platform.db.read((reader) => house.platform.ledger.verify(reader, 'readiness:real'))
    expect(verdict.ok).toBe(true)
    expect(verdict.entries).toBeGreaterThan(before.entries + 6)
    const entries = await house.platform.db.read((reader) => house.platform.ledger.list(reader, 'readiness:real'))
    const visitors = entries.filter((entry) => entry.kind === 'hold.started' && entry.body['hold'] === 'visitors')
    expect(visitors.length).toBeLessThanOrEqual(2)
  })
})

describe('an exercise’s report', () => {
  test('says when it was paged, answered, confirmed and held', async () => {
    const exerciseId = randomUUID()
    const event = eventOf('incident.probable', { exerciseId })
    await announce(event)
    await house.settle()
    await house.advance({ seconds: 52 })
    const calls = await house.platform.db.read((reader) => house.rooms.paging.summary(reader, { exerciseId }))
    await (await house.as('amal')).post(`/pages/${calls[0]?.pages[0]?.pageId}`, { answer: 'coming', minutes: '10' })
    await house.advance({ seconds: 8 })
    await announce({ ...event, type: 'incident.confirmed', by: house.people.amal })
    await house.settle()
    const rows = await house.platform.db.read((reader) =>
      house.rooms.readiness.responseTimes(reader, { exerciseId, style: { locale: 'en', zone: 'Europe/Lisbon' } }),
    )
    const value = (label: string) => rows.find((row) => row.label === label)?.value
    expect(value('First answer')).toMatch(/^\d\d:\d\d:\d\d, Amal Haddad, after 52 s$/)
    expect(value('Confirmed')).toMatch(/^\d\d:\d\d:\d\d, 60 s after it was probable$/)
    expect(value('New elective starts held')).toBe('not in this exercise')
    expect(value('Highest posture')).toBe('Normal')
  })
})
