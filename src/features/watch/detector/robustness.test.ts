import { describe, expect, test } from 'vitest'
import { HARBOUR, WITNESSES, alerts, ordinaryHour, post, tell, openDetector } from './stories.ts'
import type { Post } from './types.ts'

const STORY: Post[] = [
  ...ordinaryHour(),
  ...WITNESSES,
  post(3, 'It was only fireworks, no explosion at the ferry terminal', { id: 'd1' }),
  post(5, 'Thick black smoke over Pier 2', { id: 'f1' }),
  post(6, 'RT @w1: Huge explosion at the ferry terminal', { id: 'rt' }),
  post(8, 'Police: we are responding to an explosion at the ferry terminal', {
    id: 'o1',
    author: 'harbourside-police.example',
  }),
]

describe('The detector', () => {
  test('continues from a saved state as if it had never stopped, wherever it is split', () => {
    const whole = tell(openDetector({ area: HARBOUR }), STORY)
    expect(alerts(whole)).toHaveLength(1)
    for (let split = 100; split <= STORY.length; split += 3) {
      const first = openDetector({ area: HARBOUR })
      const before = tell(first, STORY.slice(0, split))
      const state: unknown = JSON.parse(JSON.stringify(first.save()))
      const second = openDetector({ area: HARBOUR, state })
      expect([...before, ...tell(second, STORY.slice(split))]).toEqual(whole)
    }
  })

  test('starts afresh from a state that it does not know', () => {
    for (const state of [undefined, null, {}, 'x', { version: 99 }]) {
      expect(tell(openDetector({ area: HARBOUR, state }), STORY)).toEqual(tell(openDetector({ area: HARBOUR }), STORY))
    }
  })

  test('gives the same for the same posts twice over, and ignores a post that it has seen', () => {
    const detector = openDetector({ area: HARBOUR })
    tell(detector, STORY)
    const before = detector.open()
    tell(detector, WITNESSES)
    expect(detector.open()).toEqual(before)
  })

  test('keeps its state small through a flood', () => {
    const detector = openDetector({ area: HARBOUR })
    tell(detector, ordinaryHour())
    const words = ['fire', 'crash', 'flood', 'explosion', 'shooting', 'earthquake']
    for (let i = 0; i < 6000; i++) {
      detector.push(
        post(i / 50, `${words[i % 6]} number${i} people${i * 7} injured street${i * 13} near corner${i * 17}`, {
          id: `flood-${i}`,
        }),
      )
    }
    expect(JSON.stringify(detector.save()).length).toBeLessThan(1_500_000)
  })

  test('opens in milliseconds once the first has been made: its words are compiled once', () => {
    openDetector({ area: HARBOUR })
    const times = Array.from({ length: 9 }, () => {
      const began = performance.now()
      openDetector({ area: HARBOUR })
      return performance.now() - began
    })
    expect(times.toSorted((a, b) => a - b)[4]).toBeLessThan(10)
  })

  test('keeps the places of one area out of another', () => {
    const elsewhere = { ...HARBOUR, places: [{ name: 'Skerrow', lat: 45, lon: -20 }] }
    const [here, there] = [HARBOUR, elsewhere].map((area) => openDetector({ area }))
    const blast = WITNESSES.map((one) => ({
      ...one,
      text: one.text.replaceAll(/ferry terminal|pier 2|muelle 2/gi, 'Skerrow'),
    }))
    expect(tell(there!, [...ordinaryHour(), ...blast]).at(-1)!.place?.name).toBe('Skerrow')
    tell(here!, [...ordinaryHour(), ...blast])
    expect(here!.open().map(({ place }) => place?.name)).not.toContain('Skerrow')
  })

  test('what it gives is the reader’s own: changing it changes nothing inside', () => {
    const detector = openDetector({ area: HARBOUR })
    tell(detector, STORY)
    const first = detector.open()[0]!
    first.evidence.length = 0
    first.voices.people = 99
    expect(detector.open()[0]!.evidence.length).toBeGreaterThan(0)
    expect(detector.open()[0]!.voices.people).not.toBe(99)
  })
})
