import { afterAll, beforeAll, expect, it } from 'vitest'
import { sceneChannel } from '#platform/realtime/index.ts'
import { openHouse, type Client, type TestHouse } from './test-house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const change = () => house.platform.db.transaction((tx) => house.platform.realtime.touch(tx, sceneChannel(null)))

/** Opens a live page, waits for its first fragment, and returns what comes after the next change. */
async function listen(client: Client, path: string) {
  const response = await client.get(path)
  const reader = (response.body as ReadableStream<Uint8Array>).getReader()
  const first = await reader.read()
  expect([path, response.status, first.done]).toEqual([path, 200, false])
  return {
    /** `end` when the stream closes before anything else is sent. */
    async next(): Promise<'end' | 'fragment'> {
      for (;;) {
        const { value, done } = await reader.read()
        if (done) return 'end'
        if (new TextDecoder().decode(value).includes('event: fragment')) return 'fragment'
      }
    },
    close: () => reader.cancel(),
  }
}

it.each(['/watch/stream', '/readiness/stream'])('%s ends for Jonas when he no longer works here', async (path) => {
  const sam = await house.as('sam')
  const rolesOf = (roles: string[]) => sam.post(`/settings/people/${house.people.jonas}`, { 'roles[]': roles })
  const jonas = await house.as('jonas')
  await change()
  const stream = await listen(jonas, path)
  await change()
  expect(await stream.next()).toBe('fragment')
  expect((await rolesOf(['member'])).status).toBe(303)
  await change()
  expect(await stream.next()).toBe('end')
  expect((await jonas.get(path)).status).toBe(404)
  await rolesOf(['staff'])
})

it('begins anew for Jonas when he may decide, so that the board shows him how', async () => {
  const sam = await house.as('sam')
  const jonas = await house.as('jonas')
  const stream = await listen(jonas, '/watch/stream')
  await sam.post(`/settings/people/${house.people.jonas}`, { 'roles[]': ['staff', 'duty-manager'] })
  await change()
  expect(await stream.next()).toBe('end')
})
