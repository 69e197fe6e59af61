import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listRoutes } from './documents.ts'
import { openHouse, type TestHouse } from './test-house.ts'

let house: TestHouse

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const AREA = { name: 'Har\u0000bour', hospital: { name: 'H\ud83d', lat: 38.7, lon: -9.1 }, radiusKm: 20 }
const POST = JSON.stringify({
  at: '2026-11-21T14:00:00Z',
  text: 'Explosion\u0000 at the ferry terminal',
  author: '\u0000',
})

/** A single text, however often it is copied, is one source. */
const OTHER = {
  id: 'other',
  at: '2026-11-21T13:59:58Z',
  text: 'Huge explosion at Pier 2, people are bleeding on the ground',
  author: 'somebody else',
}

describe('What no database keeps', () => {
  it('is not in a recording’s title, name, area or posts', async () => {
    const amal = await house.as('amal')
    const form = new FormData()
    form.append('title', 'Night\u0000 shift \ud83d')
    form.append('areaChoice', 'other')
    form.append('areaText', JSON.stringify(AREA))
    form.append('recording', new Blob([gzipSync(`${POST}\n`)]), 'a\u0000.gz')
    const response = await amal.postBody('/drills/recordings', form)
    expect([response.status, response.headers.get('location')]).toEqual([
      303,
      expect.stringMatching(/^\/drills\?recording=/),
    ])
    const id = response.headers.get('location')?.split('=')[1]
    const drill = (await amal.post('/drills', { what: `recording:${id}`, speed: 'max' })).headers.get('location') ?? ''
    await house.rooms.watch.playToEnd(drill.slice('/drills/'.length))
    expect(await amal.page(drill)).toContain('Night shift')
  })

  /** Uploads a recording, begun by somebody else, and plays it to its end; returns the address of its board. */
  async function play(posts: readonly object[], fileName = 'night.ndjson'): Promise<string> {
    const amal = await house.as('amal')
    const form = new FormData()
    form.append('recording', new Blob([[OTHER, ...posts].map((post) => JSON.stringify(post)).join('\n')]), fileName)
    const uploaded = (await amal.postBody('/drills/recordings', form)).headers.get('location') ?? ''
    const start = { what: `recording:${uploaded.split('=')[1]}`, speed: 'max' }
    const drill = (await amal.post('/drills', start)).headers.get('location') ?? ''
    await house.rooms.watch.playToEnd(drill.slice('/drills/'.length))
    expect(await amal.page(drill)).toContain('under the gangway')
    return drill
  }
  const cry = (n: number, before = '', after = '') => ({
    at: new Date(Date.UTC(2026, 10, 21, 14, 0, n)).toISOString(),
    text: `${before}My leg is trapped under the gangway at the ferry terminal, explosion, please send help ${n}${after}`,
    author: `witness ${n}`,
    source: 'Bluesky',
    lang: 'en',
  })
  const many = Array.from({ length: 30 }, (_, n) => n)

  it('is in no field of a post that becomes evidence', async () => {
    const nul = '\u0000'
    await play(
      many.map((n) => ({
        ...cry(n, '', nul),
        id: `p${n}${nul}`,
        author: `witness ${n}${nul}`,
        source: `Blue${nul}sky`,
        lang: `en${nul}`,
        url: `https://posts.example/${n}${nul}`,
      })),
    )
  })

  it('does not come of cutting long texts in the middle of a character', async () => {
    const long = '🚒'.repeat(3_000)
    for (const shift of ['', 'x']) {
      const drill = await play(
        many.map((n) => ({
          ...cry(n, '', ` ${shift}${long}`),
          // Any longer, and it is no id.
          id: `${n}${shift}${'🚒'.repeat(240)}`,
          source: `${shift}${long}`,
          lang: `${shift}${long}`,
          author: `${n}${long}`,
        })),
        `${shift}${'🚒'.repeat(200)}.ndjson`,
      )
      await house.settle()
      expect((await (await house.as('amal')).get(`${drill}/report`)).status).toBe(200)
    }
  })

  it('does not come of ids that begin alike, or are the same', async () => {
    await play(many.map((n) => ({ ...cry(n), id: `${'same'.repeat(60)}${n % 5}` })))
    await play(many.map((n) => ({ ...cry(n), id: 'same' })))
  })

  it('is not in the catchment area', async () => {
    const sam = await house.as('sam')
    expect((await sam.post('/settings/sources/area', { area: JSON.stringify(AREA) })).status).toBe(303)
  })

  it('is not looked for', async () => {
    const ida = await house.as('ida')
    for (const { method, path } of listRoutes(house)) {
      if (!path.includes(':')) continue
      const filled = path.replaceAll(/:[a-zA-Z]+(\{(?:[^{}]|\{[^}]*\})*\})?/g, '00000000%00')
      const response = await (method === 'GET' ? ida.get(filled) : ida.post(filled))
      expect([filled, response.status]).toEqual([filled, 404])
    }
  })

  it('is no passkey’s id', async () => {
    const ida = await house.as('ida')
    for (const [ask, answer] of [
      ['/sign-in/passkey/options', '/sign-in/passkey'],
      ['/me/passkeys/options', '/me/passkeys'],
    ] as const) {
      const { challengeId } = (await (await ida.post(ask)).json()) as { challengeId: string }
      const response = {
        clientDataJSON: 'e30',
        authenticatorData: '\u0000',
        signature: '\u0000',
        attestationObject: '\u0000',
      }
      const body = JSON.stringify({
        challengeId,
        name: '\u0000',
        response: { id: '\u0000', rawId: '\u0000', type: 'public-key', response },
      })
      expect((await ida.postBody(answer, body, { 'Content-Type': 'application/json' })).status).toBe(422)
    }
  })
})

describe('A time that is on no calendar', () => {
  it.each(['2026-02-31T10:00', '2026-02-28T25:61', '0000-00-00T99:99', '2026-04-31T00:00'])(
    '%s is asked for again',
    async (from) => {
      const amal = await house.as('amal')
      const answer = await amal.post('/readiness/rota', { role: 'blood-bank', person: house.people.jonas, from })
      expect(answer.status).toBe(422)
      expect(await answer.text()).toContain(`value="${from}"`)
    },
  )
  it.each(['2026-03-29T01:30', '9999-12-31T23:59', '0001-01-01T00:00'])('and %s is none of them', async (from) => {
    const amal = await house.as('amal')
    expect((await amal.post('/readiness/rota', { role: 'blood-bank', person: house.people.jonas, from })).status).toBe(
      303,
    )
    expect((await amal.get('/readiness/rota')).status).toBe(200)
  })
})

describe('A form that is too large', () => {
  it('is refused whole, and so is an area of megabytes', async () => {
    const amal = await house.as('amal')
    expect((await amal.post('/readiness/log', { text: 'x'.repeat(1_100_000) })).status).toBe(413)
    const form = new FormData()
    form.append('areaFile', new Blob(['x'.repeat(5_000_000)]), 'area.json')
    form.append('recording', new Blob([POST]), 'a.ndjson')
    const answer = await amal.postBody('/drills/recordings', form)
    expect(answer.status).toBe(422)
    expect((await answer.text()).length).toBeLessThan(2_500_000)
  })
})
