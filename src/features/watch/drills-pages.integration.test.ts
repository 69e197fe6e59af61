import { readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse, type Client, type TestHouse } from '#app/test-house.ts'
import { packageRoot } from '#platform/root.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const fixture = (name: string) => readFile(join(packageRoot, 'fixtures', name))

function recordingForm(content: BlobPart, fields: Record<string, string> = {}, name = 'night.ndjson'): FormData {
  const form = new FormData()
  for (const [field, value] of Object.entries(fields)) form.append(field, value)
  form.append('recording', new Blob([content]), name)
  return form
}

async function upload(client: Client, form: FormData): Promise<Response> {
  return client.postBody('/drills/recordings', form)
}

describe('a stranger', () => {
  const id = '00000000-0000-4000-8000-000000000000'
  const gets = ['/drills', `/drills/${id}/report`, '/settings/sources', '/settings/watch', '/api/watch/incidents']
  const posts = [
    '/drills',
    '/drills/recordings',
    `/drills/recordings/${id}/delete`,
    ...['pause', 'resume', 'stop', 'speed'].map((act) => `/drills/${id}/${act}`),
    ...['confirm', 'dismiss', 'close', 'reopen'].flatMap((act) => [
      `/watch/incidents/${id}/${act}`,
      `/drills/${id}/incidents/${id}/${act}`,
    ]),
    '/settings/sources',
    '/settings/sources/area',
    '/settings/watch',
    '/settings/watch/forget',
    ...['pause', 'resume', 'remove'].map((act) => `/settings/sources/${id}/${act}`),
  ]

  test('is refused everywhere', async () => {
    const stranger = await house.as(null)
    for (const path of gets) expect((await stranger.get(path)).status, path).not.toBe(200)
    for (const path of posts) {
      const answer = await stranger.post(path, { what: 'scenario:harbourside-ferry', speed: '1', reason: 'not-real' })
      expect(
        [401, 403, 404].includes(answer.status) || answer.headers.get('location')?.startsWith('/sign-in'),
        `${path} ${answer.status}`,
      ).toBe(true)
    }
  })

  test('and so is Ida, who is a member: the board does not exist for her', async () => {
    const ida = await house.as('ida')
    for (const path of [...gets, '/watch']) expect((await ida.get(path)).status, path).toBe(404)
    expect((await ida.post('/drills', { what: 'scenario:harbourside-ferry', speed: '1' })).status).toBe(404)
  })

  test('Jonas may look and not start; Amal may start and not change sources', async () => {
    const jonas = await house.as('jonas')
    expect(await jonas.page('/drills')).not.toContain('<form method="post" action="/drills"')
    expect((await jonas.post('/drills', { what: 'scenario:harbourside-ferry', speed: '1' })).status).toBe(403)
    const amal = await house.as('amal')
    expect((await amal.get('/settings/sources')).status).toBe(404)
    expect((await amal.post('/settings/sources/area', { area: '{}' })).status).toBe(404)
  })

  test('an id that is none is not found, not a fault', async () => {
    const amal = await house.as('amal')
    expect((await amal.get('/drills/1%27--/report')).status).toBe(404)
    expect((await amal.post('/watch/incidents/x/confirm')).status).toBe(404)
  })
})

describe('Amal starts', () => {
  test('without choosing anything she is asked again', async () => {
    const amal = await house.as('amal')
    const asked = await amal.post('/drills', {})
    expect(asked.status).toBe(422)
    expect(await asked.text()).toContain('Choose what should be played')
    expect((await amal.post('/drills', { what: 'scenario:no-such-thing', speed: '10' })).status).toBe(422)
    expect((await amal.post('/drills', { what: 'scenario:../../etc', speed: '10' })).status).toBe(422)
  })

  test('pauses, resumes and ends a drill; an ended one cannot be resumed', async () => {
    const amal = await house.as('amal')
    const path =
      (await amal.post('/drills', { what: 'scenario:quiet-evening', speed: '20' })).headers.get('location') ?? ''
    const id = path.slice('/drills/'.length)
    await house.rooms.watch.playToEnd(id, new Date('2026-11-19T19:05:00Z'))
    const state = async () =>
      (await house.platform.db.read((reader) => house.rooms.watch.findExercise(reader, id)))?.state
    expect((await amal.post(`${path}/speed`, { speed: '60' })).status).toBe(303)
    expect((await house.platform.db.read((reader) => house.rooms.watch.findExercise(reader, id)))?.speed).toBe(60)
    expect((await amal.post(`${path}/speed`, { speed: '1e9' })).status).toBe(422)
    expect((await amal.post(`${path}/pause`)).status).toBe(303)
    expect(await state()).toBe('paused')
    const played = (await house.platform.db.read((reader) => house.rooms.watch.findExercise(reader, id)))?.postsPlayed
    await house.rooms.watch.playToEnd(id)
    expect((await house.platform.db.read((reader) => house.rooms.watch.findExercise(reader, id)))?.postsPlayed).toBe(
      played,
    )
    await amal.post(`${path}/resume`)
    expect(await state()).toBe('playing')
    await amal.post(`${path}/stop`)
    expect(await state()).toBe('stopped')
    expect((await amal.post(`${path}/resume`)).status).toBe(409)
  })
})

const SEEN = [
  'Huge explosion at the ferry terminal, I saw people bleeding on the quay',
  'Something just blew up inside the terminal at Pier 2, windows shattered around me',
  'explosión en la terminal de ferris, hay varios heridos en el suelo',
  'We are running out of the ferry terminal, there was a blast in the waiting hall',
  'Three people hurt next to me at Pier 2, please send ambulances, it exploded',
  'I can see black smoke from the ferry terminal, the bang shook our whole house',
  'OMG the ferry terminal just exploded, my ears are ringing, injured everywhere',
  'There has been an explosion at the ferry terminal. Police are telling everyone to get out',
]

describe('Amal replays her own history', () => {
  test('and pages nobody: the board finds the incident, no other room hears of it', async () => {
    const amal = await house.as('amal')
    const started = await amal.post('/drills', { what: 'scenario:harbourside-ferry', speed: 'max', pages: 'no' })
    const path = started.headers.get('location') ?? ''
    const id = path.slice('/drills/'.length)
    const before = await house.outbox.deliver()
    await house.rooms.watch.playToEnd(id)
    expect(await house.outbox.deliver(), 'nothing to deliver').toBe(before)
    const data = await house.platform.db.read((reader) =>
      house.rooms.watch.loadBoard(reader, { exerciseId: id, now: house.clock.now }),
    )
    expect(data.open[0]).toMatchObject({ state: 'probable', kind: 'explosion' })
    expect(await amal.page(path)).toContain('Nobody is paged.')
    await amal.post(`${path}/incidents/${data.open[0]?.id}/confirm`)
    expect(await house.outbox.deliver(), 'nor of her decision').toBe(0)
  })
})

describe('Amal uploads a recording', () => {
  test('plain or gzip, and it is chosen in the start form', async () => {
    const amal = await house.as('amal')
    const ferry = await fixture('drills/harbourside-ferry.ndjson')
    for (const [content, name] of [
      [ferry, 'plain.ndjson'],
      [gzipSync(ferry), 'packed.ndjson.gz'],
    ] as const) {
      const sent = await upload(amal, recordingForm(new Uint8Array(content), { title: '', areaChoice: 'own' }, name))
      expect(sent.status).toBe(303)
      const form = await amal.page(sent.headers.get('location') ?? '')
      expect(form).toContain(name)
      const recording = /recording=([0-9a-f-]{36})/.exec(sent.headers.get('location') ?? '')?.[1]
      expect(form).toMatch(new RegExp(`value="recording:${recording}"[^>]*checked`))
      const started = await amal.post('/drills', { what: `recording:${recording}`, speed: 'max' })
      const id = started.headers.get('location')?.slice('/drills/'.length) ?? ''
      await house.rooms.watch.playToEnd(id)
      const data = await house.platform.db.read((reader) =>
        house.rooms.watch.loadBoard(reader, { exerciseId: id, now: house.clock.now }),
      )
      expect(data.exercise).toMatchObject({ state: 'finished', posts: 443, kind: 'recording' })
      expect(data.open[0]).toMatchObject({ state: 'probable', kind: 'explosion' })
    }
  })

  test('hostile and broken lines: skipped ones are named, hostile text is shown as text, nothing else is lost', async () => {
    const amal = await house.as('amal')
    const broken = await fixture('recordings/broken.ndjson')
    const hostile = Array.from({ length: 8 }, (_, i) =>
      JSON.stringify({
        id: `hostile-${i}`,
        at: new Date(Date.UTC(2026, 10, 21, 14, 55, i * 7)).toISOString(),
        text: `<script>alert(${i})</script><img src=x onerror=alert(1)> ${SEEN[i]} \u202e\u0000`,
        author: `"><svg onload=alert(${i})>`,
        source: i % 2 ? '<b>Net</b>' : 'Bluesky\u0000',
        url: i % 2 ? 'javascript:alert(1)' : 'https://example.org/"onmouseover="alert(1)',
      }),
    ).join('\n')
    const sent = await upload(
      amal,
      recordingForm(Buffer.concat([broken, Buffer.from(`\n${hostile}\n`)]), {
        title: '<i>broken</i>',
        areaChoice: 'own',
      }),
    )
    const recording = /recording=([0-9a-f-]{36})/.exec(sent.headers.get('location') ?? '')?.[1]
    const started = await amal.post('/drills', { what: `recording:${recording}`, speed: 'max' })
    const path = started.headers.get('location') ?? ''
    await house.rooms.watch.playToEnd(path.slice('/drills/'.length))
    const data = await house.platform.db.read((reader) =>
      house.rooms.watch.loadBoard(reader, { exerciseId: path.slice('/drills/'.length), now: house.clock.now }),
    )
    expect(data.exercise?.state).toBe('finished')
    expect(data.exercise?.postsSkipped).toBeGreaterThan(3)
    expect(data.chosen?.evidence.length).toBeGreaterThan(0)
    for (const page of [await amal.page(path), await amal.page(`${path}/report`), await amal.page('/drills')]) {
      expect(page).not.toMatch(/<script>alert|<img src=x|<svg onload|href="javascript:|<b>Net|<i>broken/)
    }
    expect(await amal.page(path)).toContain('&lt;script&gt;alert(')
    expect(await amal.page(`${path}/report`)).toMatch(
      /line \d+ (is not JSON|has no time|has no text|is broken UTF-8|has a time)/,
    )
  })

  test('an area of its own, as text or file; a wrong one is named and what was typed stays', async () => {
    const amal = await house.as('amal')
    const ferry = new Uint8Array(await fixture('drills/quiet-evening.ndjson'))
    const wrong = await upload(
      amal,
      recordingForm(ferry, { areaChoice: 'other', areaText: '{"name":"Nowhere"}', title: 'My night' }),
    )
    expect(wrong.status).toBe(422)
    const page = await wrong.text()
    expect(page).toContain('hospital must be an object')
    expect(page).toContain('My night')
    expect(page).toContain('&quot;Nowhere&quot;')
    const form = recordingForm(ferry, { areaChoice: 'own' })
    form.append('areaFile', new Blob([new Uint8Array(await fixture('areas/boston.json'))]), 'boston.json')
    expect((await upload(amal, form)).status).toBe(303)
  })

  test('no file, an empty file, a file without posts: said in words', async () => {
    const amal = await house.as('amal')
    const none = new FormData()
    none.append('title', 'Nothing')
    expect(await (await upload(amal, none)).text()).toContain('Choose a recording')
    expect((await upload(amal, recordingForm('', { areaChoice: 'own' }))).status).toBe(422)
    expect((await amal.post('/drills/recordings', { title: 'not multipart' })).status).toBe(422)
    const sent = await upload(amal, recordingForm('{"id":"a","text":"no time"}\nnot json\n', { areaChoice: 'own' }))
    const recording = /recording=([0-9a-f-]{36})/.exec(sent.headers.get('location') ?? '')?.[1]
    const path =
      (await amal.post('/drills', { what: `recording:${recording}`, speed: 'max' })).headers.get('location') ?? ''
    await house.rooms.watch.playToEnd(path.slice('/drills/'.length))
    const report = await amal.page(`${path}/report`)
    expect(report).toContain('There is no post in it')
    expect(report).toContain('line 1 has no time (at); line 2 is not JSON')
  })

  test('a form that breaks off is refused, and nothing is kept', async () => {
    const amal = await house.as('amal')
    const body = '--cut\r\nContent-Disposition: form-data; name="recording"; filename="a.ndjson"\r\n\r\n{"id":"x"'
    const cut = await amal.postBody('/drills/recordings', body, { 'Content-Type': 'multipart/form-data; boundary=cut' })
    expect(cut.status).toBe(422)
    expect(await cut.text()).toContain('did not arrive whole')
  })

  test('she deletes it; its reports stay', async () => {
    const amal = await house.as('amal')
    const sent = await upload(
      amal,
      recordingForm('{"id":"a","at":"2026-11-21T14:00:00Z","text":"hello"}\n', {
        title: 'Short one',
        areaChoice: 'own',
      }),
    )
    const recording = /recording=([0-9a-f-]{36})/.exec(sent.headers.get('location') ?? '')?.[1]
    const path =
      (await amal.post('/drills', { what: `recording:${recording}`, speed: 'max' })).headers.get('location') ?? ''
    await house.rooms.watch.playToEnd(path.slice('/drills/'.length))
    expect((await amal.post(`/drills/recordings/${recording}/delete`)).status).toBe(303)
    expect((await amal.post(`/drills/recordings/${recording}/delete`)).status).toBe(404)
    expect(await amal.page(`${path}/report`)).toContain('1 of 1')
  })
})
