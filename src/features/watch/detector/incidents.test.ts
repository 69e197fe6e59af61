import { describe, expect, test } from 'vitest'
import { detect } from './index.ts'
import { HARBOUR, MODEL, WITNESSES, alerts, ordinaryHour, post, tell, openDetector } from './stories.ts'
import type { DetectedIncident, Post } from './types.ts'

const HOUR = 60

function watching() {
  const detector = openDetector({ area: HARBOUR })
  tell(detector, ordinaryHour())
  return detector
}

describe('A blast at the ferry terminal', () => {
  test('is suspected with the first reports, probable with a few more, and stays one incident', () => {
    const changes = tell(watching(), WITNESSES)
    expect(changes.map(({ state }) => state)).toContain('suspected')
    expect(alerts(changes)).toHaveLength(1)
    const last = changes.at(-1)!
    expect(last).toMatchObject({
      state: 'probable',
      kind: 'explosion',
      corroboration: 4,
      place: { name: 'Ferry terminal' },
    })
    expect(last.place!.distanceKm).toBeCloseTo(3.23, 1)
    expect(last.confidence).toBeGreaterThanOrEqual(last.probableAt)
    expect(last.headline).toBe('Explosion, Ferry terminal')
    expect(new Set(changes.map(({ id }) => id)).size).toBe(1)
  })

  test('says why each post counted and what it claims about people hurt', () => {
    const last = tell(watching(), WITNESSES).at(-1)!
    const codes = (id: string) =>
      last.evidence.find((evidence) => evidence.post.id === id)!.reasons.map(({ code }) => code)
    expect(codes('w2')).toEqual(expect.arrayContaining(['names-hazard', 'names-place', 'says-hurt']))
    expect(codes('w3')).toEqual(expect.arrayContaining(['heard-it', 'right-now']))
    expect(last.casualties).toContainEqual({ postId: 'w4', voice: 'person', what: 'hurt', low: 10, high: 1_000_000 })
  })

  test('is no surer for copies, quotes and the same author again', () => {
    const detector = watching()
    const before = tell(detector, WITNESSES).at(-1)!
    const copies = Array.from({ length: 500 }, (_, i) => [
      post(2 + i / 300, WITNESSES[0]!.text, { id: `c${i}`, repostOf: 'w1' }),
      post(2 + i / 300, `RT @someone: ${WITNESSES[1]!.text}`, { id: `q${i}` }),
      post(2 + i / 300, `omg ${WITNESSES[2]!.text}!!`, { id: `n${i}` }),
      post(2 + i / 300, `Explosion at Pier 2, I can see ${i} more ambulances`, { id: `a${i}`, author: 'w1.example' }),
    ]).flat()
    tell(detector, copies)
    const after = detector.open()[0]!
    expect(after.corroboration).toBe(before.corroboration)
    expect(
      after.evidence.filter(({ bearing }) => bearing === 'copy').every(({ weight, copyOf }) => weight === 0 && copyOf),
    ).toBe(true)
    expect(after.evidence.length).toBeLessThanOrEqual(200)
  })

  test('loses confidence when people deny it, and counts the denials apart', () => {
    const detector = watching()
    const before = tell(detector, WITNESSES).at(-1)!
    const after = tell(detector, [
      post(3, 'It was only fireworks, there was no explosion at the ferry terminal', { id: 'd1' }),
      post(3.2, 'Es falso, no hubo ninguna explosión en el muelle 2', { id: 'd2' }),
    ]).at(-1)!
    expect(after.voices.denials).toBe(2)
    expect(after.corroboration).toBe(before.corroboration)
    expect(after.confidence).toBeLessThan(before.confidence)
    expect(after.evidence.filter(({ bearing }) => bearing === 'denies').map(({ post: { id } }) => id)).toEqual([
      'd1',
      'd2',
    ])
  })

  test('takes in fire, smoke and ambulances at the same place; a crash far across the city is another incident', () => {
    const detector = watching()
    tell(detector, WITNESSES)
    tell(detector, [
      post(4, 'Thick black smoke and flames over the ferry terminal now', { id: 'f1' }),
      post(5, 'So many ambulances and police on Quay Street, people bleeding', { id: 'f2' }),
    ])
    expect(detector.open()).toHaveLength(1)
    tell(detector, [
      post(20, 'Tanker overturned at Marlow Refinery, huge collision, people trapped', { id: 'x1' }),
      post(20.5, 'Terrible pileup outside the refinery, I can see injured people on the road', { id: 'x2' }),
      post(21, 'Bus and tanker collided at the refinery gate, several hurt, need ambulances', { id: 'x3' }),
    ])
    expect(detector.open().map(({ kind, place }) => [kind, place?.name])).toEqual([
      ['explosion', 'Ferry terminal'],
      ['crash', 'Marlow Refinery'],
    ])
  })

  test('closes after hours of quiet, also when no posts come at all', () => {
    const detector = watching()
    tell(detector, WITNESSES)
    expect(detector.advance(post(3 * HOUR, '').at)).toEqual([])
    const [closed] = detector.advance(post(13 * HOUR, '').at)
    expect(closed).toMatchObject({ state: 'closed', kind: 'explosion' })
    expect(detector.open()).toEqual([])
  })

  test('is heard through the stream as well', async () => {
    async function* stream(): AsyncGenerator<Post> {
      yield* ordinaryHour()
      yield* WITNESSES
    }
    const seen: DetectedIncident[] = []
    for await (const incident of detect(stream(), { area: HARBOUR, model: MODEL })) seen.push(incident)
    expect(seen).toEqual(tell(watching(), WITNESSES))
  })
})

describe('What a person decides', () => {
  test('confirming lowers the bar for the kind, dismissing raises it', () => {
    const probableAt = (verdict: 'confirmed' | 'dismissed') => {
      const detector = watching()
      const { id, probableAt: before, at } = tell(detector, WITNESSES).at(-1)!
      const [judged] = detector.judge({ incidentId: id, verdict, at })
      expect(judged).toMatchObject({ id, state: verdict })
      const later = tell(detector, [
        post(30, 'Explosion at Marlow Refinery, huge fireball', { id: 'r1' }),
        post(30.2, 'Massive blast at the refinery just now, people hurt', { id: 'r2' }),
        post(30.4, 'The refinery exploded, I can see injured workers', { id: 'r3' }),
      ]).find(({ place }) => place?.name === 'Marlow Refinery')!
      return Math.sign(later.probableAt - before)
    }
    expect(probableAt('confirmed')).toBe(-1)
    expect(probableAt('dismissed')).toBe(1)
  })

  test('a dismissed incident does not come back with the next two posts', () => {
    const detector = watching()
    const { id, at } = tell(detector, WITNESSES).at(-1)!
    detector.judge({ incidentId: id, verdict: 'dismissed', at })
    expect(
      tell(detector, [
        post(4, 'What an explosion that was at the ferry terminal, still shaking', { id: 's1' }),
        post(5, 'Heard the blast at Pier 2 from my kitchen, people are hurt they say', { id: 's2' }),
      ]),
    ).toEqual([])
    expect(detector.open()).toEqual([])
  })

  test('a verdict on an unknown incident changes nothing', () => {
    expect(watching().judge({ incidentId: 'no-such', verdict: 'confirmed', at: 0 })).toEqual([])
  })
})
