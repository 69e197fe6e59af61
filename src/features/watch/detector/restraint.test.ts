import { describe, expect, test } from 'vitest'
import { HARBOUR, WITNESSES, alerts, ordinaryHour, post, tell, openDetector } from './stories.ts'

function suspectedAmong(texts: readonly string[]): string[] {
  const detector = openDetector({ area: HARBOUR })
  tell(detector, ordinaryHour())
  return tell(
    detector,
    texts.map((text, i) => post(i * 2, text, { id: `t${i}` })),
  ).map(({ headline }) => headline)
}

describe('Nothing happened', () => {
  test.each([
    [
      'drills',
      [
        'Simulacro de explosión en la terminal de ferris, no es real',
        'Full scale exercise at the refinery today: simulated explosion with mock victims',
        'Fire drill at the ferry terminal, everyone out in four minutes',
      ],
    ],
    [
      'films',
      [
        'They are filming an explosion scene at the ferry terminal, movie crew everywhere',
        'Best episode of the season, the bridge explosion was amazing',
        'Watched the film about the bombing last night',
      ],
    ],
    [
      'the stage',
      [
        'A gunshot in the third act and half the stalls screamed, what an opera',
        'En el segundo acto hay una explosión y se cae la casa, qué susto nos dimos todos',
        'The fire in the school play looked so real that people ran, bravo to the sound effects',
      ],
    ],
    [
      'anniversaries',
      [
        'Ten years since the explosion at the refinery. We remember',
        'Hoy hace diez años de la explosión de la refinería',
        'Memorial service for the victims of the 1987 ferry terminal fire',
      ],
    ],
    [
      'figures of speech',
      [
        'My phone is blowing up',
        'This new song is straight fire',
        'Got a flu shot today',
        'I am dead, the cat fell off the sofa lol',
        'That meeting was a train wreck',
        'Won by a landslide',
      ],
    ],
    [
      'old news',
      ['That video of the burning ferry is old, from last year', 'The harbour explosion of 1911 killed 30 people'],
    ],
  ])('%s are not even suspected', (_, texts) => {
    expect(suspectedAmong(texts)).toEqual([])
  })

  test('a blast in a theatre is heard all the same', () => {
    const detector = openDetector({ area: HARBOUR })
    tell(detector, ordinaryHour())
    const changes = tell(detector, [
      post(0.2, 'Explosion on stage at the opera on Quay Street, people are bleeding', { id: 'o1' }),
      post(0.7, 'We were at the matinee on Quay Street when something exploded, we ran, people hurt', { id: 'o2' }),
      post(1.1, 'Ha explotado algo en el escenario, Quay Street, hay heridos, ambulancias ya', { id: 'o3' }),
    ])
    expect(alerts(changes)).toHaveLength(1)
  })

  test('one alarming post copied five hundred times by five hundred accounts never alerts', () => {
    const detector = openDetector({ area: HARBOUR })
    tell(detector, ordinaryHour())
    const changes = tell(
      detector,
      Array.from({ length: 500 }, (_, i) =>
        post(i / 100, 'EXPLOSION at the ferry terminal, many people hurt!!!', { id: `copy-${i}` }),
      ),
    )
    expect(alerts(changes)).toEqual([])
  })

  test('disasters far away, by name or by coordinates, are not ours', () => {
    const far = Array.from({ length: 40 }, (_, i) =>
      post(
        i / 4,
        `Huge explosion in Beirut, witness ${i} sees people injured near the port of Beirut ${'abcdefgh'[i % 8]}${i}`,
        { id: `f${i}` },
      ),
    )
    const tagged = WITNESSES.map((one) => ({ ...one, geo: { lat: 10, lon: 10 } }))
    const detector = openDetector({ area: HARBOUR })
    expect(tell(detector, [...ordinaryHour(), ...far, ...tagged])).toEqual([])
  })

  test('in a stream of the whole world, posts without a place never page', () => {
    const detector = openDetector({ area: HARBOUR })
    const world = ['London', 'Tokyo', 'Lagos', 'Texas', 'Brazil', 'Madrid']
    const talk = Array.from({ length: 600 }, (_, i) =>
      post(-60 + i / 10, `Good morning from ${world[i % 6]} number ${i}`, { id: `g${i}` }),
    )
    const unplaced = [
      post(1, 'Huge explosion, windows out all along the street', { id: 'u1' }),
      post(1.3, 'I just heard a massive blast, people running and screaming', { id: 'u2' }),
      post(1.6, 'There has been an explosion. People are bleeding. Please send ambulances', { id: 'u3' }),
      post(1.9, 'Bomb went off here, so many injured, police everywhere', { id: 'u4' }),
    ]
    expect(alerts(tell(detector, [...talk, ...unplaced]))).toEqual([])
    expect(
      alerts(
        tell(
          detector,
          WITNESSES.map((one) => ({ ...one, at: one.at + 180_000 })),
        ),
      ),
    ).toHaveLength(1)
  })
})
