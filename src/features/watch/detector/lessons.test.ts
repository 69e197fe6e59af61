import { describe, expect, test } from 'vitest'
import { learnedIn, type Detector, type DetectedIncident, type Post } from './index.ts'
import { HARBOUR, WITNESSES, alerts, ordinaryHour, post, tell, openDetector } from './stories.ts'

const DAY = 1_440
const START = post(0, '').at
const minute = (at: number) => START + at * 60_000

function watching(options: Partial<Parameters<typeof openDetector>[0]> = {}): Detector {
  const detector = openDetector({ area: HARBOUR, ...options })
  tell(detector, ordinaryHour())
  return detector
}

/** Three people who tell of a blast at the refinery, `at` minutes after two o'clock. */
const refinery = (at: number): Post[] => [
  post(at, 'Explosion at Marlow Refinery, huge fireball', { id: `r1-${at}` }),
  post(at + 0.2, 'Massive blast at the refinery just now, people hurt', { id: `r2-${at}` }),
  post(at + 0.4, 'The refinery exploded, I can see injured workers', { id: `r3-${at}` }),
]
const blast = (at: number): Post[] =>
  WITNESSES.map((one) => ({ ...one, id: `${one.id}-${at}`, author: `${one.id}-${at}`, at: one.at + at * 60_000 }))

/** People who insist. */
const CROWD = [
  'Explosion at the ferry terminal, I am standing in broken glass',
  'My brother works at Pier 2 and he is bleeding, there was a blast',
  'It exploded again, the whole roof of the ferry terminal came down on people',
  'We saw a fireball over the ferry terminal from the bridge just now',
  'Doctor here at Pier 2, many injured by the explosion, send ambulances',
  'Bomb went off inside the ferry terminal, everybody is screaming',
  'Windows on Quay Street are gone, the blast knocked me down',
  'I can see three people lying on the ground after the explosion at Pier 2',
  'Our tram stopped, huge explosion ahead near the ferry terminal, people covered in blood',
  'Just carried a woman out of the ferry terminal, there was an explosion beside the lifts',
  'Police and fire crews everywhere at Pier 2 after that explosion',
  'The explosion threw my bicycle across Quay Street, people hurt all around',
]

function lastOf(changes: DetectedIncident[]): DetectedIncident {
  const last = changes.at(-1)
  if (!last) throw new Error('Nothing was told')
  return last
}

function dismiss(detector: Detector, { id }: DetectedIncident, at: number): void {
  detector.judge({ incidentId: id, verdict: 'dismissed', at: minute(at) })
}

const learned = (detector: Detector, at = 0) => learnedIn(JSON.parse(JSON.stringify(detector.save())), minute(at))

describe('Amal dismisses what was nothing', () => {
  test('the same rumour twice is one lesson, another a day later is a second', () => {
    const detector = watching()
    dismiss(detector, lastOf(tell(detector, blast(0))), 10)
    const once = learned(detector, 10)
    expect(once).toMatchObject([{ kind: 'explosion', dismissed: 1, confirmed: 0, latestAt: minute(10) }])
    dismiss(detector, lastOf(tell(detector, refinery(30))), 40)
    expect(learned(detector, 40)[0]?.dismissed, 'another place is another rumour').toBe(2)
    detector.advance(minute(14 * 60))
    dismiss(detector, lastOf(tell(detector, blast(DAY))), DAY + 5)
    expect(learned(detector, DAY + 5)[0]?.dismissed).toBe(3)
  })

  test('what she dismisses again because people insist teaches nothing new', () => {
    const detector = watching()
    const first = lastOf(tell(detector, blast(0)))
    dismiss(detector, first, 10)
    const crowd = CROWD.map((text, i) => post(20 + i / 6, text, { id: `c${i}` }))
    const again = lastOf(tell(detector, crowd))
    expect(again.id).not.toBe(first.id)
    dismiss(detector, again, 25)
    expect(learned(detector, 25)[0]?.dismissed).toBe(1)
    detector.judge({ incidentId: again.id, verdict: 'reopened', at: minute(26) })
    expect(learned(detector, 26)[0]?.dismissed, 'her first verdict still stands').toBe(1)
  })

  test('taking it back takes back the lesson', () => {
    const detector = watching()
    const told = lastOf(tell(detector, blast(0)))
    dismiss(detector, told, 10)
    detector.judge({ incidentId: told.id, verdict: 'reopened', at: minute(11) })
    expect(learned(detector, 11)).toEqual([])
  })

  test('a mistaken confirmation is replaced by the dismissal, and comes back when that is taken back', () => {
    const detector = watching()
    const told = lastOf(tell(detector, blast(0)))
    detector.judge({ incidentId: told.id, verdict: 'confirmed', at: minute(5) })
    expect(learned(detector, 5)).toMatchObject([{ confirmed: 1, dismissed: 0 }])
    dismiss(detector, told, 10)
    expect(learned(detector, 10)).toMatchObject([{ confirmed: 0, dismissed: 1 }])
    detector.judge({ incidentId: told.id, verdict: 'reopened', at: minute(11) })
    expect(learned(detector, 11)).toMatchObject([{ confirmed: 1, dismissed: 0 }])
  })

  test('what she learnt fades over months', () => {
    const detector = watching()
    dismiss(detector, lastOf(tell(detector, blast(0))), 10)
    const nats = [0, 60, 180].map((days) => learned(detector, 10 + days * DAY)[0]?.nats ?? 0)
    expect(nats[1]! / nats[0]!).toBeCloseTo(0.5, 0)
    expect(nats[2]! / nats[0]!).toBeLessThan(0.2)
    expect(learned(detector, 10 + 365 * DAY)).toEqual([])
  })

  test('however often she dismisses, a bombing that many tell of is still found', () => {
    const detector = watching()
    for (let day = 0; day < 40; day++) {
      const told = tell(detector, blast(day * DAY)).at(-1)
      if (told) dismiss(detector, told, day * DAY + 30)
      detector.advance(minute(day * DAY + 13 * 60))
    }
    expect(learned(detector, 40 * DAY)[0]!.nats).toBeLessThan(4)
    const witnesses = [
      ...blast(41 * DAY),
      ...refinery(41 * DAY + 2).map((one) => ({
        ...one,
        text: one.text.replace(/Marlow Refinery|the refinery/i, 'the ferry terminal'),
      })),
    ]
    expect(alerts(tell(detector, witnesses))).toHaveLength(1)
  })

  test('what she dismissed swallows talk of it for some hours, not the next blast of the evening', () => {
    const { places: _, ...unplaced } = HARBOUR
    const detector = openDetector({ area: unplaced })
    tell(detector, ordinaryHour())
    dismiss(detector, lastOf(tell(detector, blast(0))), 10)
    const remarks = Array.from({ length: 14 }, (_remark, i) =>
      post(30 + i * 30, `I heard that explosion too, number ${i} of us ${'abcdefghijklmn'[i]}`, { id: `h${i}` }),
    )
    expect(alerts(tell(detector, remarks))).toEqual([])
    const fourth = post(455.6, 'Workers running out of Marlow Refinery after that explosion, many hurt', { id: 'r4' })
    expect(alerts(tell(detector, [...refinery(455), fourth]))).toHaveLength(1)
  })

  test('forgetting a kind makes the place what it was', () => {
    const detector = watching()
    dismiss(detector, lastOf(tell(detector, blast(0))), 10)
    detector.forget('fire')
    expect(learned(detector, 10)).toHaveLength(1)
    detector.forget('explosion')
    expect(learned(detector, 10)).toEqual([])
  })
})

describe('Amal confirms what was real', () => {
  test('it lowers the bar only a little, and never by more than a nat', () => {
    const detector = watching()
    for (let day = 0; day < 30; day++) {
      const { id } = lastOf(tell(detector, blast(day * DAY)))
      detector.judge({ incidentId: id, verdict: 'confirmed', at: minute(day * DAY + 5) })
      detector.advance(minute(day * DAY + 13 * 60))
      if (day === 0) expect(learned(detector, 5)[0]?.nats).toBeGreaterThan(-0.3)
    }
    const { nats, confirmed } = learned(detector, 30 * DAY)[0]!
    expect(confirmed).toBe(30)
    expect(nats).toBeGreaterThan(-1)
    expect(nats).toBeLessThan(-0.5)
  })
})

describe('Four weeks beside a game that is played at the ferry terminal', () => {
  /** On every other evening, amid the usual talk, two players speak of what goes off in their game. */
  const evening = (day: number) => [
    ...ordinaryHour().map((one) => ({ ...one, id: `${one.id}-${day}`, at: one.at + (day * DAY + 350) * 60_000 })),
    post(day * DAY + 360, 'I just heard a loud bang near the ferry terminal', { id: `g1-${day}` }),
    post(day * DAY + 361, 'Loud bang at the ferry terminal, was that an explosion?', { id: `g2-${day}` }),
  ]

  /** False pages in each week; `judge` is what Amal does about each within the hour. */
  function liveThrough(judge: 'dismissed' | 'closed') {
    const detector = watching({ falseAlertsPerMonth: 30 })
    const weeks = [0, 0, 0, 0]
    for (let day = 0; day < 28; day += 2) {
      for (const incidentId of alerts(tell(detector, evening(day)))) {
        weeks[Math.floor(day / 7)]!++
        detector.judge({ incidentId, verdict: judge, at: minute(day * DAY + 400) })
      }
      detector.advance(minute((day + 1) * DAY))
    }
    return { weeks, detector }
  }

  test('when Amal dismisses them they stop; when she only closes them they go on', () => {
    expect(liveThrough('closed').weeks).toEqual([4, 3, 4, 3])
    const { weeks } = liveThrough('dismissed')
    expect(weeks[0]).toBeLessThan(4)
    expect(weeks.slice(1)).toEqual([0, 0, 0])
  })

  test('and a real blast at that terminal is still found', () => {
    const { detector } = liveThrough('dismissed')
    expect(alerts(tell(detector, blast(28 * DAY)))).not.toEqual([])
  })
})

describe('How many false pages a place bears', () => {
  /** Two people, neither sure. */
  const vague = [
    post(1, 'I just heard a loud bang near the ferry terminal', { id: 'v1' }),
    post(2, 'Loud bang at the ferry terminal, was that an explosion?', { id: 'v2' }),
  ]

  test('the fewer, the more it takes', () => {
    const probableAt = (falseAlertsPerMonth: number) =>
      lastOf(tell(watching({ falseAlertsPerMonth }), blast(0))).probableAt
    const rising = [30, 4, 1, 1 / 3, 1 / 6].map(probableAt)
    expect(rising).toEqual(rising.toSorted((a, b) => a - b))
    expect(new Set(rising).size).toBe(5)
    expect(alerts(tell(watching({ falseAlertsPerMonth: 30 }), vague))).toHaveLength(1)
    expect(alerts(tell(watching({ falseAlertsPerMonth: 0.1 }), vague))).toEqual([])
  })

  test('another number than the one it was saved with keeps its open incidents and applies from there', () => {
    const first = watching({ falseAlertsPerMonth: 1 })
    const open = lastOf(tell(first, blast(0)))
    const second = openDetector({ area: HARBOUR, falseAlertsPerMonth: 0.2, state: first.save() })
    expect(second.open().map(({ id }) => id)).toEqual([open.id])
    expect(lastOf(tell(second, refinery(30))).probableAt).toBeGreaterThan(open.probableAt)
  })

  test.each([0, 0.05, 31, Number.NaN])('%s false pages a month are refused', (falseAlertsPerMonth) => {
    expect(() => openDetector({ area: HARBOUR, falseAlertsPerMonth })).toThrow(RangeError)
  })
})
