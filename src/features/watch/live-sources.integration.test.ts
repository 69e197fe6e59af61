import { openDetector } from './detector/stories.ts'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { appendFile, mkdir, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '#app/test-house.ts'
import type { Database } from '#platform/database/index.ts'
import { createLiveSources, type LiveSources } from './live-sources.ts'
import { createPulse } from './pulse.ts'
import { createScenes } from './scene.ts'
import { listSources, type SourceRow } from './source.store.ts'

let house: TestHouse
let server: Server
let base: string
/** What the stream's server does with the next connections. */
let answers: ((request: IncomingMessage, response: ServerResponse) => void)[] = []
let requests: string[] = []

beforeAll(async () => {
  house = await openHouse()
  server = createServer((request, response) => {
    requests.push(request.url ?? '')
    const answer = answers.length > 1 ? answers.shift() : answers[0]
    if (answer) answer(request, response)
    else response.writeHead(503).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await house.close()
})
beforeEach(() => {
  answers = []
  requests = []
})

const line = (id: string, text = `hello from ${id}`, at = house.clock.now) =>
  `${JSON.stringify({ id, at: at.toISOString(), text })}\n`
const db = (): Database => house.platform.db
const sourceNamed = async (name: string): Promise<SourceRow | undefined> =>
  (await db().read((reader) => listSources(reader, null))).find((source) => source.name === name)

async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    if (await isSo()) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error(`Never came true: ${what}`)
}

/** A process that listens, with short waits. */
function listening(): LiveSources {
  const { clock, log, events, realtime, keys } = house.platform
  return createLiveSources({
    db: db(),
    clock,
    log,
    events,
    realtime,
    pulse: createPulse(),
    authorKey: (id) => keys.derive(`test/${id}`),
    scenes: createScenes({ db: db(), openDetector: async (area, state) => openDetector({ area, state }) }),
    fetch,
    streamsFolder: join(house.dataDir, 'streams'),
    pace: { stallMs: 300, backOff: { firstMs: 20, mostMs: 60 }, gatherMs: 10 },
  })
}

async function addSource(name: string, address: string, kind: 'url' | 'file' = 'url'): Promise<void> {
  const sam = await house.as('sam')
  const added = await sam.post('/settings/sources', { name, kind, address })
  expect(added.status).toBe(303)
}

async function withListener(work: (live: LiveSources) => Promise<void>): Promise<void> {
  const live = listening()
  await live.refresh()
  try {
    await work(live)
  } finally {
    await live.stop()
    for (const source of await db().read((reader) => listSources(reader, null))) {
      await (await house.as('sam')).post(`/settings/sources/${source.id}/remove`)
    }
  }
}

describe('Sam connects a stream', () => {
  test('its posts are read, repeats dropped, bad lines skipped, and it is live', async () => {
    answers = [
      (_, response) => {
        response.writeHead(200, { 'Content-Type': 'application/x-ndjson' })
        response.write(line('a') + line('b') + 'not json\n' + line('a') + '\n')
        response.write(
          Buffer.concat([Buffer.from('{"id":"broken","text":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}\n')]),
        )
        response.write(line('c'))
        const alive = setInterval(() => response.write('\n'), 50)
        response.on('close', () => clearInterval(alive))
      },
    ]
    await addSource('City stream', `${base}/posts?since={since}`)
    await withListener(async () => {
      await until('three posts', async () => (await sourceNamed('City stream'))?.posts === 3)
      const source = await sourceNamed('City stream')
      expect(source).toMatchObject({ state: 'live', error: null })
      expect(await (await house.as('jonas')).page('/watch')).toContain('City stream')
    })
  })

  test('a line of 10 MB is skipped; what follows is not lost', async () => {
    answers = [
      (_, response) => {
        response.writeHead(200)
        response.write(line('before'))
        response.write(`{"id":"huge","at":"2026-11-21T14:40:00Z","text":"${'x'.repeat(10_000_000)}"}\n`)
        response.write(line('after'))
      },
    ]
    await addSource('Huge lines', base)
    await withListener(() => until('two posts', async () => (await sourceNamed('Huge lines'))?.posts === 2))
  })

  test('after the connection closes it goes on where it stopped; what the server repeats counts once', async () => {
    answers = [
      (_, response) => response.writeHead(200).end(line('1') + line('2')),
      (_, response) => void response.writeHead(200).write(line('1') + line('2') + line('3')),
    ]
    await addSource('Closing', `${base}/closing?since={since}`)
    await withListener(() => until('three posts', async () => (await sourceNamed('Closing'))?.posts === 3))
    expect(requests[0]).toBe('/closing?since=')
    expect(requests[1]).toBe(`/closing?since=${encodeURIComponent(house.clock.now.toISOString())}`)
  })

  test('a new process goes on from the saved place: repeats are still dropped', async () => {
    answers = [(_, response) => void response.writeHead(200).write(line('x') + line('y'))]
    await addSource('Restarted', base)
    const first = listening()
    await first.refresh()
    await until('two posts', async () => (await sourceNamed('Restarted'))?.posts === 2)
    await first.stop()
    answers = [(_, response) => void response.writeHead(200).write(line('x') + line('y') + line('z'))]
    await withListener(() => until('three posts', async () => (await sourceNamed('Restarted'))?.posts === 3))
  })
})

describe('a stream that stalls', () => {
  test('is blind, never quiet, and says why; when it comes back it is live again', async () => {
    answers = [
      (_, response) => void response.writeHead(200).write(line('one')),
      (_, response) => void response.writeHead(500).end(),
    ]
    await addSource('Stalling', base)
    await withListener(async (live) => {
      await until('it was heard', async () => (await sourceNamed('Stalling'))?.posts === 1)
      const heardAt = house.clock.now
      await until('the silence is noticed', async () => (await sourceNamed('Stalling'))?.error === 'status-500')
      house.clock.now = new Date(house.clock.now.getTime() + 60_000)
      await live.tick()
      expect(await sourceNamed('Stalling')).toMatchObject({ state: 'blind', blind_since: heardAt })
      const board = await (await house.as('jonas')).page('/watch')
      expect(board).toContain('1 of 1 sources is blind since')
      expect(board).not.toContain('Nothing near here')
      expect(await (await house.as('sam')).page('/settings/sources')).toContain('The server answers with status 500.')
      const checks = await house.rooms.watch.room.doctor?.()
      expect(checks?.find(({ name }) => name === 'sources')).toMatchObject({
        status: 'fail',
        said: '1 of 1 sources are blind: Stalling (status-500)',
      })

      answers = [(_, response) => void response.writeHead(200).write(line('two'))]
      await until('it is heard again', async () => (await sourceNamed('Stalling'))?.posts === 2)
      expect(await sourceNamed('Stalling')).toMatchObject({ state: 'live', blind_since: null, error: null })
    })
  })

  test('a server that is not there is said in words', async () => {
    const closed = createServer()
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve))
    const { port } = closed.address() as AddressInfo
    await new Promise((resolve) => closed.close(resolve))
    await addSource('Nobody', `http://127.0.0.1:${port}/`)
    await withListener(async () => {
      await until('the refusal is noted', async () => (await sourceNamed('Nobody'))?.error === 'refused')
      expect(await (await house.as('sam')).page('/settings/sources')).toContain('The server refuses the connection')
    })
  })
})

describe('posts of a real source', () => {
  test('become a real incident, seen on the real board', async () => {
    const SEEN = [
      'Huge explosion at the ferry terminal, I saw people bleeding on the quay',
      'explosión en la terminal de ferris, hay varios heridos en el suelo, que alguien llame a una ambulancia',
      'We are running out of the ferry terminal, there was a blast in the waiting hall',
      'Three people hurt next to me at Pier 2, please send ambulances, something exploded',
      'There has been an explosion at the ferry terminal. I can see smoke and people on the ground',
    ]
    answers = [
      (_, response) => {
        response.writeHead(200)
        for (let i = 0; i < 300; i++)
          response.write(
            line(
              `chat-${i}`,
              `just another sentence about lunch number ${i}`,
              new Date(house.clock.now.getTime() - 600_000 + i * 1_900),
            ),
          )
        for (const [i, text] of SEEN.entries())
          response.write(
            `${JSON.stringify({ id: `seen-${i}`, at: house.clock.now.toISOString(), text, author: `person-${i}` })}\n`,
          )
      },
    ]
    await addSource('Real stream', base)
    await withListener(async () => {
      const open = async () =>
        (await db().read((reader) => house.rooms.watch.loadBoard(reader, { exerciseId: null, now: house.clock.now })))
          .open
      await until('an incident', async () => (await open()).length > 0)
      expect((await open())[0]).toMatchObject({
        kind: 'explosion',
        exerciseId: null,
        place: { name: 'Ferry terminal' },
      })
      const jonas = await house.as('jonas')
      const { incidents } = (await (await jonas.get('/api/watch/incidents')).json()) as {
        incidents: { kind: string }[]
      }
      expect(incidents[0]?.kind).toBe('explosion')
      const kept = await db().read((reader) =>
        house.rooms.watch.loadBoard(reader, { exerciseId: null, now: house.clock.now }),
      )
      expect(JSON.stringify(kept)).not.toContain('person-1')
    })
  })
})

describe('a followed file', () => {
  test('is read to its end, then as it grows; a half line waits for its rest; a replaced file begins anew', async () => {
    const folder = join(house.dataDir, 'streams')
    const path = join(folder, 'city.ndjson')
    await mkdir(folder, { recursive: true })
    await writeFile(path, line('f1') + line('f2').slice(0, 20))
    await addSource('Followed', 'city.ndjson', 'file')
    await withListener(async () => {
      await until('the first line', async () => (await sourceNamed('Followed'))?.posts === 1)
      await appendFile(path, line('f2').slice(20) + line('f3'))
      await until('three lines', async () => (await sourceNamed('Followed'))?.posts === 3)
    })
  })

  test('outside its folder it cannot be named', async () => {
    const sam = await house.as('sam')
    for (const address of ['../keys/salve.key', '/etc/passwd', '.hidden', 'a/b.ndjson']) {
      const asked = await sam.post('/settings/sources', { name: 'Sneaky', kind: 'file', address })
      expect(asked.status, address).toBe(422)
      expect(await asked.text()).toContain('without a folder')
    }
    expect(
      (await sam.post('/settings/sources', { name: 'Sneaky', kind: 'url', address: 'file:///etc/passwd' })).status,
    ).toBe(422)
  })
})

describe('the settings', () => {
  test('Sam pauses a source: it is off, not blind; two sources cannot share a name', async () => {
    await addSource('Paused one', base)
    const sam = await house.as('sam')
    const { id = '' } = (await sourceNamed('Paused one')) ?? {}
    await house.rooms.watch.hearPosts(id, [
      { id: 'p1', at: house.clock.now.toISOString(), text: 'hello' },
      { nothing: true },
    ])
    expect((await sourceNamed('Paused one'))?.posts).toBe(1)
    await sam.post(`/settings/sources/${id}/pause`)
    await house.rooms.watch.hearPosts(id, [{ id: 'p2', at: house.clock.now.toISOString(), text: 'not heard' }])
    expect((await sourceNamed('Paused one'))?.posts).toBe(1)
    await house.advance({ hours: 2 })
    await house.rooms.watch.tick()
    expect(await sourceNamed('Paused one')).toMatchObject({ state: 'off', blind_since: null })
    const twice = await sam.post('/settings/sources', { name: 'Paused one', kind: 'url', address: base })
    expect(twice.status).toBe(422)
    expect(await twice.text()).toContain('Another source has this name')
    await sam.post(`/settings/sources/${id}/resume`)
    expect((await sourceNamed('Paused one'))?.paused).toBe(false)
    await sam.post(`/settings/sources/${id}/remove`)
    expect(await sourceNamed('Paused one')).toBeUndefined()
  })

  test('a wrong area is named at the field and what was typed stays', async () => {
    const sam = await house.as('sam')
    const asked = await sam.post('/settings/sources/area', {
      area: '{"name":"X","hospital":{"name":"H","lat":95,"lon":0},"radiusKm":5}',
    })
    expect(asked.status).toBe(422)
    const page = await asked.text()
    expect(page).toContain('hospital.lat must be a number of degrees from -90 to 90')
    expect(page).toContain('&quot;lat&quot;:95')
    expect((await sam.post('/settings/sources/area', { area: 'not json' })).status).toBe(422)
    expect(
      (
        await sam.post('/settings/sources/area', {
          area: '{"name":"X","hospital":{"name":"H","lat":45,"lon":0},"radiusKm":5}',
        })
      ).status,
    ).toBe(303)
    expect(await sam.page('/settings/sources')).toContain('H (45, 0)')
  })
})
