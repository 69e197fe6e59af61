import { describe, expect, test } from 'vitest'
import { HARBOUR, WITNESSES, alerts, post, tell, openDetector } from './stories.ts'
import type { Detector, Post } from './types.ts'

// One voice stays one voice, however many pass it on, and however long it takes them.

const TEXTS = [
  'EXPLOSION at the ferry terminal, many people hurt!!!',
  'They say a bus overturned on Quay Street and six children are injured, please share',
  'Hay una balacera cerca del muelle 2, varios heridos, no salgan de casa',
  'Smoke and flames over Marlow Refinery, I can see people running',
  'Two kids trapped under the rubble after a wall collapsed in Harbourside, ambulances on the way',
]

/** Ordinary talk, now and then of harm that is none: it must not lend the copies a second voice. */
const TALK = [
  'Coffee first, then the rest of the day',
  'Lovely light over Quay Street this morning',
  'My phone is blowing up, stop texting me',
  'El tranvía va lleno otra vez',
  'Traffic is slow near the ferry terminal as always',
  'Fire drill at school, everyone out in four minutes',
  'New bread at the bakery, still warm',
]

const WAYS: readonly ((text: string, i: number) => Partial<Post> & { text: string })[] = [
  (text) => ({ text }),
  (text, i) => ({ text: `RT @someone${i}: ${text}` }),
  (text, i) => ({ text: `${text} https://example.org/${i}` }),
  (text) => ({ text: `omg ${text}` }),
]

/** Copies at a pace, with as much talk between them, and now and then a pause longer than a burst lasts. */
function rumour(text: string, way: (typeof WAYS)[number], perMinute: number, copies = 500): Post[] {
  return Array.from({ length: copies }, (_, i): Post[] => {
    const minute = i / perMinute + Math.floor(i / 125) * 12
    return [
      post(minute, '', { id: `copy-${i}`, author: `author-${i}`, ...way(text, i) }),
      post(minute, `${TALK[i % TALK.length]} ${i}`, { id: `between-${i}` }),
    ]
  }).flat()
}

function watching(): Detector {
  const detector = openDetector({ area: HARBOUR })
  const hour = Array.from({ length: 240 }, (_, i) => post(-60 + i / 4, `${TALK[i % 3]} ${i}`, { id: `before-${i}` }))
  tell(detector, hour)
  return detector
}

describe('One text copied five hundred times never alerts', () => {
  for (const perMinute of [20, 60, 150, 500])
    test.each(TEXTS)(`at ${perMinute} a minute: %s`, (text) => {
      for (const way of WAYS) {
        const changes = tell(watching(), rumour(text, way, perMinute))
        expect(alerts(changes)).toEqual([])
        expect(changes.every(({ corroboration }) => corroboration <= 1)).toBe(true)
      }
    })

  test('nor do five such rumours at once become surer than five voices', () => {
    const detector = watching()
    const posts = TEXTS.flatMap((text, n) =>
      rumour(text, WAYS[0]!, 60).map((one) => ({ ...one, id: `${n}-${one.id}`, author: `${n}-${one.author}` })),
    ).toSorted((a, b) => a.at - b.at)
    const most = Math.max(...tell(detector, posts).map(({ corroboration }) => corroboration))
    expect(most).toBeLessThanOrEqual(TEXTS.length)
  })
})

describe('A copy stays a copy', () => {
  test('after its event was forgotten, for an hour from the last time that it was said', () => {
    const detector = watching()
    const remembered = (minute: number, id: string) => {
      tell(detector, [post(minute, TEXTS[0]!, { id })])
      const { clusters } = detector.save() as { clusters: { burst: { id: string }[] }[] }
      return clusters.flatMap(({ burst }) => burst).some((beat) => beat.id === id)
    }
    expect(remembered(0, 'first')).toBe(true)
    detector.advance(post(45, '').at)
    expect(remembered(45, 'again')).toBe(false)
    detector.advance(post(90, '').at)
    expect(remembered(90, 'once more')).toBe(false)
    detector.advance(post(160, '').at)
    expect(remembered(160, 'another day')).toBe(true)
  })

  test('for as long as the incident is open, also of a post that the alert no longer rests on', () => {
    const detector = watching()
    const early = post(-14, 'Someone says there was a crash and a fire by the ferry terminal', { id: 'early' })
    tell(detector, [early, ...WITNESSES])
    const [before] = detector.open()
    const minutes = [20, 95, 300, 640]
    tell(
      detector,
      minutes.flatMap((minute) =>
        [early, ...WITNESSES].map((one) => post(minute, `RT @x: ${one.text}`, { id: `${one.id}-${minute}` })),
      ),
    )
    const [after] = detector.open()
    expect(after!.corroboration).toBe(before!.corroboration)
    expect(after!.confidence).toBe(before!.confidence)
  })

  test('across a save in between', () => {
    const whole = watching()
    const first = rumour(TEXTS[1]!, WAYS[1]!, 60, 40)
    const rest = [
      post(30, TEXTS[1]!, { id: 'late' }),
      ...WITNESSES.map((one) => ({ ...one, at: one.at + 31 * 60_000 })),
    ]
    tell(whole, first)
    const restored = openDetector({ area: HARBOUR, state: JSON.parse(JSON.stringify(whole.save())) })
    expect(tell(restored, rest)).toEqual(tell(whole, rest))
    expect(restored.save()).toEqual(whole.save())
  })
})
