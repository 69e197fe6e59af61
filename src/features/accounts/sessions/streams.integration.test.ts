import { afterAll, beforeAll, expect, it } from 'vitest'
import { openHouse, type Client, type TestHouse } from '#app/test-house.ts'
import { sceneChannel } from '#platform/realtime/index.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

/** Opens the board's stream and reads on: `fragment` for each renewal, `end` when it was closed. */
async function openBoard(client: Client) {
  const response = await client.get('/watch/stream')
  const reader = (response.body as ReadableStream<Uint8Array>).getReader()
  const decoder = new TextDecoder()
  let text = ''
  return {
    async next(): Promise<'fragment' | 'end'> {
      for (;;) {
        const end = text.indexOf('\n\n')
        const block = end < 0 ? '' : text.slice(0, end)
        if (end >= 0) text = text.slice(end + 2)
        if (block.includes('event: fragment')) return 'fragment'
        if (end >= 0) continue
        const { value, done } = await reader.read()
        if (done) return 'end'
        text += decoder.decode(value, { stream: true })
      }
    },
    close: () => reader.cancel(),
  }
}

const change = () => house.platform.db.transaction((tx) => house.platform.realtime.touch(tx, sceneChannel(null)))

it('sends nothing more to Amal’s other computer once she has signed out everywhere', async () => {
  const [here, there] = [await house.as('amal'), await house.as('amal')]
  const boards = [await openBoard(here), await openBoard(there)] as const
  for (const board of boards) expect(await board.next()).toBe('fragment')
  await here.post('/me/sessions/everywhere')
  await change()
  expect(await boards[1].next()).toBe('end')
  expect(await boards[0].next()).toBe('fragment')
  await boards[0].close()
})

it('keeps a wall board signed in as long as it is open, because an open board is used', async () => {
  const wall = await house.as('jonas')
  const board = await openBoard(wall)
  expect(await board.next()).toBe('fragment')
  for (let shifts = 0; shifts < 4; shifts += 1) {
    await house.advance({ hours: 8 })
    await change()
    expect(await board.next()).toBe('fragment')
  }
  expect((await wall.get('/me')).status).toBe(200)
  await board.close()
})
