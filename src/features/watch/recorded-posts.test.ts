import { expect, test } from 'vitest'
import { HARBOUR, WITNESSES, openDetector, ordinaryHour, post } from './detector/stories.ts'
import type { DetectedIncident, Post } from './detector/types.ts'
import { readBatches, readUnread } from './recording.ts'

const STORY: Post[] = [
  ...ordinaryHour(),
  post(-2, 'Sunny at the ferry terminal, "almost" warm\n☀️', { id: 'sun' }),
  post(-1, `The ferry terminal ${'is busy '.repeat(700)}`, { id: 'long' }),
  post(-1, 'Fire drill at school', { id: 'i'.repeat(600) }),
  ...WITNESSES,
  post(4, 'Smoke "everywhere" on Pier 2 \u{1f525}', { id: 'quoted', geo: { lat: 45.0011, lon: -19.9592 } }),
  post(5, 'No explosion, it was only fireworks at the ferry terminal', { id: 'denied', author: 'nia' }),
]

async function* recording(): AsyncGenerator<Buffer> {
  yield Buffer.from(STORY.map((one) => `${JSON.stringify(one)}\n`).join(''))
}

test('Amal hears the same of a recording whether its posts are made first or lie in their bytes', async () => {
  for (const area of [HARBOUR, { ...HARBOUR, places: undefined }]) {
    const [made, unread] = [openDetector({ area }), openDetector({ area })]
    const told: [DetectedIncident[], DetectedIncident[]] = [[], []]
    for await (const batch of readBatches(recording())) for (const one of batch) told[0].push(...made.push(one))
    for await (const posts of readUnread(recording()))
      for (let i = 0; i < posts.count; i++) told[1].push(...posts.tell(unread, i))
    expect(told[0].length).toBeGreaterThan(0)
    expect(told[1]).toEqual(told[0])
  }
})
