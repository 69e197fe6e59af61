import { describe, expect, test } from 'vitest'
import { natsOf } from './cluster.ts'
import { HARBOUR, WITNESSES, alerts, ordinaryHour, post, tell, openDetector } from './stories.ts'
import type { Area } from './types.ts'

/** The harbour city with more of its places: six to nine kilometres lie between the ferry terminal and each of these. */
const CITY: Area = {
  ...HARBOUR,
  places: [
    ...HARBOUR.places!,
    { name: 'Seagate Stadium', aliases: ['the stadium', 'estadio Seagate'], lat: 45.055, lon: -19.96 },
    { name: 'Central Station', aliases: ['Estación Central'], lat: 45.039, lon: -20.055 },
    { name: 'Junction 7', aliases: ['salida 7'], lat: 45.06, lon: -20.03 },
    { name: "St Brannoc's Hospital", aliases: ["St Brannoc's"], lat: 44.949, lon: -20.01 },
  ],
}

function afterTheBlast() {
  const detector = openDetector({ area: CITY })
  tell(detector, ordinaryHour())
  const told = tell(detector, [
    ...WITNESSES,
    post(3, 'Heard the explosion all the way up at the stadium, windows shook', { id: 'far-1' }),
    post(4, 'Black smoke over the ferry terminal, I can see flames', { id: 'w5' }),
  ])
  return { detector, first: told.at(-1)! }
}

const STADIUM = [
  post(22, 'Another explosion, this time at the stadium. I can see people lying on the ground', { id: 's1' }),
  post(22.6, 'Acaba de explotar algo en el estadio Seagate, hay heridos, estoy en la puerta', { id: 's2' }),
  post(23.4, 'We ran out of the stadium, a huge blast by the north gate, people bleeding', { id: 's3' }),
]
const JUNCTION = [
  post(21, 'Lorry and a school bus collided at Junction 7, I am right behind them, children hurt', { id: 'j1' }),
  post(22, 'Terrible crash at Junction 7, a bus overturned, people trapped, we need ambulances', { id: 'j2' }),
  post(22.5, 'Un camión chocó con un autobús en la salida 7, veo heridos, ayuda', { id: 'j3' }),
]

describe('While the blast at the ferry terminal is open', () => {
  test.each([
    ['a second blast six kilometres away', STADIUM, 'explosion', 'Seagate Stadium'],
    ['a crash elsewhere', JUNCTION, 'crash', 'Junction 7'],
  ] as const)('%s, told by three people, becomes an incident of its own', (_, posts, kind, name) => {
    const { detector, first } = afterTheBlast()
    const changes = tell(detector, posts)
    const second = changes.findLast(({ id }) => id !== first.id)!
    expect(second).toMatchObject({ state: 'probable', kind, place: { name }, corroboration: 3 })
    expect(second.evidence.map(({ post: { id } }) => id)).toEqual(posts.map(({ id }) => id))
    const together = second.evidence.reduce((sum, { weight }) => sum + weight, 0)
    expect(together, 'posts weigh what they do by themselves').toBeGreaterThanOrEqual(natsOf(second.confidence))
    expect(alerts(changes).filter((id) => id !== first.id)).toHaveLength(1)
    const left = detector.open().find(({ id }) => id === first.id)!
    expect(left).toMatchObject({ kind: 'explosion', place: { name: 'Ferry terminal' } })
    expect(left.corroboration).toBe(first.corroboration)
    expect(left.evidence.map(({ post: { id } }) => id)).not.toContain(posts[0]!.id)
  })

  test('both may come, and what is then said of each joins its own', () => {
    const { detector } = afterTheBlast()
    tell(
      detector,
      [...STADIUM, ...JUNCTION].toSorted((a, b) => a.at - b.at),
    )
    expect(new Set(detector.open().map(({ place }) => place!.name))).toEqual(
      new Set(['Ferry terminal', 'Seagate Stadium', 'Junction 7']),
    )
    tell(detector, [
      post(30, 'Police say the explosion at the stadium hurt twelve people', { id: 'later-1' }),
      post(31, 'The crash at Junction 7: they are still cutting people out of the bus', { id: 'later-2' }),
      post(32, `RT @x: ${STADIUM[0]!.text}`, { id: 'later-3' }),
    ])
    const holder = (id: string) =>
      detector.open().find(({ evidence }) => evidence.some(({ post }) => post.id === id))?.place?.name
    expect(['later-1', 'later-2', 'later-3'].map(holder)).toEqual(['Seagate Stadium', 'Junction 7', 'Seagate Stadium'])
  })

  test.each([
    [
      'a rumour that people pass on',
      [
        post(20, 'Just been told there is a second bomb at Central Station. Get out of there now', { id: 'r1' }),
        post(21, 'Dicen que hay otra explosión en la Estación Central, salid de ahí', { id: 'r2' }),
        post(22, 'second bomb at central station?? my daughter is on that train', { id: 'r3' }),
        post(23, 'Apparently there was an explosion in Central Station too, people screaming', { id: 'r4' }),
      ],
    ],
    [
      'the hospital that the hurt are taken to',
      [
        post(20, 'Ten ambulances at St Brannoc’s now, I see burned people from the explosion', { id: 'h1' }),
        post(21, 'I work at St Brannoc’s, people hurt in the blast keep arriving', { id: 'h2' }),
        post(22, 'Outside St Brannoc’s now, victims of the explosion, so much blood', { id: 'h3' }),
      ],
    ],
    [
      'what is closed because of it',
      [
        post(20, 'Central Station closed because of the explosion, we are stuck', { id: 'c1' }),
        post(21, 'Junction 7 blocked after the blast, I am in the queue', { id: 'c2' }),
        post(22, 'Central Station evacuated after the explosion, people everywhere', { id: 'c3' }),
      ],
    ],
    [
      'who sees or hears it from afar',
      [
        post(20, 'I can see the smoke from the stadium, what an explosion that was', { id: 'a1' }),
        post(21, 'We heard the explosion up at the stadium, my dog is still shaking', { id: 'a2' }),
        post(22, 'La explosión se oyó hasta en el estadio Seagate, estamos bien', { id: 'a3' }),
        post(23, 'Smoke from the explosion visible from the stadium, people are crying', { id: 'a4' }),
      ],
    ],
    ['two people alone', STADIUM.slice(0, 2)],
  ])('%s stays with it', (_, posts) => {
    const { detector, first } = afterTheBlast()
    expect(new Set(tell(detector, posts).map(({ id }) => id))).toEqual(new Set([first.id]))
    expect(detector.open()).toHaveLength(1)
    expect(detector.open()[0]!.place!.name).toBe('Ferry terminal')
  })

  test('three people whom as many deny, and the police too, do not make another', () => {
    const { detector, first } = afterTheBlast()
    const denials = [
      post(22.1, 'I am at the stadium, there was no explosion here', { id: 'd1' }),
      post(22.2, 'No explosion at the stadium, all calm', { id: 'd2' }),
      post(22.7, 'There has been no explosion at Seagate Stadium', { id: 'd3', author: 'harbourside-police.example' }),
      post(22.8, 'We checked: no bomb at the stadium', { id: 'd4', author: 'fire-service.example' }),
      post(22.9, 'En el estadio Seagate no hay ninguna bomba, nada', { id: 'd5', author: 'policia.example' }),
    ]
    const weak = STADIUM.map((one) => ({ ...one, text: `Second explosion at the stadium now ${one.id}` }))
    const changes = tell(
      detector,
      [...weak, ...denials].toSorted((a, b) => a.at - b.at),
    )
    expect(new Set(changes.map(({ id }) => id))).toEqual(new Set([first.id]))
  })

  test('a dismissed blast does not swallow the crash either', () => {
    const { detector, first } = afterTheBlast()
    detector.judge({ incidentId: first.id, verdict: 'dismissed', at: first.at })
    const changes = tell(detector, JUNCTION)
    expect(changes.at(-1)).toMatchObject({ state: 'probable', kind: 'crash', place: { name: 'Junction 7' } })
  })

  test('it parts in the same way when the detector is saved and read in between', () => {
    const { detector } = afterTheBlast()
    tell(detector, STADIUM.slice(0, 2))
    const restored = openDetector({ area: CITY, state: JSON.parse(JSON.stringify(detector.save())) })
    const rest = [STADIUM[2]!, ...JUNCTION.map((one) => ({ ...one, at: one.at + 180_000 }))]
    expect(tell(restored, rest)).toEqual(tell(detector, rest))
    expect(restored.open()).toHaveLength(3)
  })
})

test('A false incident of talk, without a place, does not swallow a real burst of another kind', () => {
  const detector = openDetector({ area: HARBOUR })
  tell(detector, ordinaryHour())
  const talk = [
    post(0, 'Massive fire, flames everywhere, the whole building is burning', { id: 't1' }),
    post(0.5, 'So much smoke and flames, house fire, people screaming', { id: 't2' }),
    post(1, 'Warehouse fire, fire engines and ambulances everywhere', { id: 't3' }),
  ]
  const [false1] = alerts(tell(detector, talk))
  expect(false1).toBeDefined()
  const real = WITNESSES.map((one) => ({ ...one, at: one.at + 40 * 60_000 }))
  const changes = tell(detector, real)
  expect(changes.at(-1)).toMatchObject({ state: 'probable', kind: 'explosion', place: { name: 'Ferry terminal' } })
  expect(changes.at(-1)!.id).not.toBe(false1)
})
