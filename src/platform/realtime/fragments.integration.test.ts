import { Hono } from 'hono'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openGround, type Ground } from '../testing/ground.ts'
import { createFragmentStreams } from './fragments.ts'
import { createRealtime, type Realtime } from './index.ts'

let ground: Ground
let realtime: Realtime
let app: Hono
let drawn: number
let allowed: boolean

beforeEach(async () => {
  ground = await openGround()
  realtime = createRealtime(ground)
  await realtime.start()
  const fragments = createFragmentStreams(realtime, { clock: ground.clock, heartbeatMs: 30 })
  drawn = 0
  allowed = true
  app = new Hono().get('/stream', (c) =>
    fragments(c, {
      channel: 'board',
      variant: 'en',
      render: async () => {
        drawn += 1
        return `<p>drawn ${drawn}</p>`
      },
      stillAllowed: async () => allowed,
      recheckOn: 'rights',
    }),
  )
})
afterEach(async () => {
  await realtime.stop()
  await ground.close()
})

const touch = () => ground.db.transaction((tx) => realtime.touch(tx, 'board'))

/** Reads server-sent events until one is not a heartbeat. */
async function open(headers: Record<string, string> = {}) {
  const response = await app.request('/stream', { headers })
  const reader = (response.body as ReadableStream<Uint8Array>).getReader()
  const decoder = new TextDecoder()
  let buffer = ''
  return {
    response,
    async next(): Promise<{ id: string; html: string } | 'end'> {
      for (;;) {
        const end = buffer.indexOf('\n\n')
        if (end >= 0) {
          const block = buffer.slice(0, end)
          buffer = buffer.slice(end + 2)
          const line = (name: string) =>
            block
              .split('\n')
              .find((part) => part.startsWith(`${name}: `))
              ?.slice(name.length + 2) ?? ''
          if (line('event') === 'fragment') return { id: line('id'), html: JSON.parse(line('data')).html }
          continue
        }
        const { value, done } = await reader.read()
        if (done) return 'end'
        buffer += decoder.decode(value, { stream: true })
      }
    },
    close: () => reader.cancel(),
  }
}

it('sends what is there at once, then each change', async () => {
  await touch()
  const page = await open()
  expect(page.response.headers.get('content-type')).toContain('text/event-stream')
  expect(await page.next()).toEqual({ id: '1', html: '<p>drawn 1</p>' })
  await touch()
  expect(await page.next()).toEqual({ id: '2', html: '<p>drawn 2</p>' })
  await page.close()
})

it('sends nothing twice to who comes back with Last-Event-ID, and what was missed at once', async () => {
  await touch()
  await touch()
  const current = await open({ 'Last-Event-ID': '2' })
  const missed = await open({ 'Last-Event-ID': '1' })
  expect(await missed.next()).toMatchObject({ id: '2' })
  await touch()
  expect(await current.next()).toMatchObject({ id: '3' })
  await Promise.all([current.close(), missed.close()])
})

it('draws once for many readers of the same variant', async () => {
  await touch()
  const pages = await Promise.all(Array.from({ length: 20 }, () => open()))
  await Promise.all(pages.map((page) => page.next()))
  expect(drawn).toBe(1)
  await Promise.all(pages.map((page) => page.close()))
})

it('ends at once for somebody whose rights have changed', async () => {
  await touch()
  const page = await open()
  await page.next()
  allowed = false
  await ground.db.transaction((tx) => realtime.touch(tx, 'rights'))
  expect(await page.next()).toBe('end')
})

it('goes on for somebody whose changed rights still allow it', async () => {
  await touch()
  const page = await open()
  await page.next()
  await ground.db.transaction((tx) => realtime.touch(tx, 'rights'))
  await touch()
  expect(await page.next()).toMatchObject({ id: '2' })
  await page.close()
})

it('ends at the next heartbeat when its reader may look no longer, though nothing changes', async () => {
  await touch()
  const page = await open()
  await page.next()
  allowed = false
  expect(await page.next()).toBe('end')
})
