import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isKnownState } from './index.ts'
import { HARBOUR, WITNESSES, ordinaryHour, post, tell, openDetector } from './stories.ts'
import type { DetectedIncident, Detector, Post, Verdict } from './types.ts'

// A detector that was stopped and started again says what it would have said: wherever it was stopped, however often.

const PLACES = ['the ferry terminal', 'Quay Street', 'Marlow Refinery', 'Harbourside', 'muelle 2', 'the old town', '']
const EVENTS = [
  'Huge explosion at PLACE, windows out, N people hurt',
  'se oyen disparos en PLACE, hay N heridos, la gente corre',
  'Fire! Flames out of the roof at PLACE, smoke everywhere, N injured',
  'A tram derailed at PLACE, N wounded people on the ground, ambulances coming',
  'Forte explosion à PLACE, au moins N blessés',
  'The ground shook at PLACE, a wall collapsed, N trapped under it',
]
const REMARKS = [
  'I can see it from my window',
  'please send help',
  'no lo puedo creer',
  'we are running',
  'with my kids',
]
const DENIALS = [
  'No explosion at PLACE, it was a drill',
  'Es mentira lo de PLACE, no ha pasado nada',
  'False alarm at PLACE',
]
const TALK = ['Coffee on Quay Street', 'El tranvía va lleno', 'This song is fire', 'New bread at the bakery']
const AUTHORS = ['ana.example', 'harbourside-police.example', 'harbour-echo-news.example', 'city-fire-dept.example']

type Step =
  | { what: 'talk' | 'report' | 'denial'; a: number; b: number; c: number; gap: number }
  | { what: 'copy'; of: number; how: number; gap: number }
  | { what: 'judge'; which: number; verdict: Verdict['verdict'] }
  | { what: 'wait'; gap: number }

const small = fc.nat({ max: 30 })
const gap = fc.oneof({ weight: 8, arbitrary: fc.integer({ min: 0, max: 90 }) }, fc.integer({ min: -3600, max: 7200 }))
const steps = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ what: fc.constant('talk' as const), a: small, b: small, c: small, gap }) },
    { weight: 8, arbitrary: fc.record({ what: fc.constant('report' as const), a: small, b: small, c: small, gap }) },
    { weight: 1, arbitrary: fc.record({ what: fc.constant('denial' as const), a: small, b: small, c: small, gap }) },
    { weight: 3, arbitrary: fc.record({ what: fc.constant('copy' as const), of: small, how: small, gap }) },
    {
      weight: 1,
      arbitrary: fc.record({
        what: fc.constant('judge' as const),
        which: small,
        verdict: fc.constantFrom('confirmed' as const, 'dismissed' as const, 'closed' as const, 'reopened' as const),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ what: fc.constant('wait' as const), gap: fc.integer({ min: 0, max: 50_000 }) }),
    },
  ),
  { minLength: 20, maxLength: 120 },
)

/** What to do with a detector, one after the other; each gives what the detector told. */
function acts(story: readonly Step[]): ((detector: Detector) => DetectedIncident[])[] {
  const told: Post[] = []
  const known: string[] = []
  let seconds = 0
  return story.map((step, i) => {
    if (step.what === 'judge')
      return (detector) => {
        const incidentId = known[step.which % (known.length || 1)] ?? ''
        return detector.judge({ incidentId, verdict: step.verdict, at: post(seconds / 60, '').at })
      }
    seconds += step.gap
    const minute = seconds / 60
    if (step.what === 'wait') return (detector) => detector.advance(post(minute, '').at)
    const one = step.what === 'copy' ? copyOf(told, step, minute, i) : write(step, minute, i)
    told.push(one)
    return (detector) => {
      const changes = detector.push(one)
      for (const { id } of changes) if (!known.includes(id)) known.push(id)
      return changes
    }
  })
}

function write({ what, a, b, c }: Extract<Step, { a: number }>, minute: number, i: number): Post {
  const patterns = what === 'report' ? EVENTS : what === 'denial' ? DENIALS : TALK
  const text = patterns[a % patterns.length]!.replace('PLACE', PLACES[b % PLACES.length]!).replace('N', String(c))
  const link = c % 7 === 0 ? ` https://echo.example/story-${b % 3}?utm_source=${i}` : ''
  return post(minute, `${text} ${REMARKS[c % REMARKS.length]} ${b * 31 + c}${link}`, {
    id: `s${i}`,
    author: c % 6 === 0 ? AUTHORS[a % AUTHORS.length]! : `author-${i}`,
    ...(b % 9 === 0 && { geo: { lat: 45 + b / 500, lon: -19.96 } }),
  })
}

function copyOf(told: readonly Post[], step: Extract<Step, { of: number }>, minute: number, i: number): Post {
  const copied = told[step.of % (told.length || 1)] ?? post(0, 'Coffee', { id: 'none' })
  const ways = [copied.text, `RT @x: ${copied.text}`, `${copied.text.slice(0, 60)}…`, `oh no ${copied.text} 😱`]
  const text = ways[step.how % ways.length]!
  return post(minute, text, { id: `c${i}`, ...(step.how % 5 === 0 && { repostOf: copied.id }) })
}

const stored = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

function play(story: readonly Step[], stops: ReadonlySet<number>, before: unknown) {
  let detector = openDetector({ area: HARBOUR, state: before })
  const told = acts(story).map((act, i) => {
    if (stops.has(i)) detector = openDetector({ area: HARBOUR, state: stored(detector.save()) })
    return act(detector)
  })
  return stored({ told, open: detector.open(), state: detector.save() })
}

describe('A detector that is stopped and started again', () => {
  const before = () => {
    const detector = openDetector({ area: HARBOUR })
    tell(detector, ordinaryHour())
    return stored(detector.save())
  }

  test('says what it would have said, for any story, wherever and however often', { timeout: 60_000 }, () => {
    const hour = before()
    let incidents = 0
    fc.assert(
      fc.property(steps, fc.array(fc.nat({ max: 119 }), { minLength: 1, maxLength: 12 }), (story, stops) => {
        const whole = play(story, new Set(), hour) as { told: unknown[][] }
        incidents += whole.told.flat().length
        expect(play(story, new Set(stops), hour)).toEqual(whole)
      }),
      { numRuns: 120, seed: 20_261_122 },
    )
    // The stories are worth telling: most raise incidents.
    expect(incidents).toBeGreaterThan(120)
  })

  test('also with a stop before every single step', { timeout: 60_000 }, () => {
    const hour = before()
    const every = new Set(Array.from({ length: 120 }, (_, i) => i))
    fc.assert(
      fc.property(steps, (story) => {
        expect(play(story, every, hour)).toEqual(play(story, new Set(), hour))
      }),
      { numRuns: 25, seed: 7 },
    )
  })
})

describe('A memory that cannot be used', () => {
  const good = () => {
    const detector = openDetector({ area: HARBOUR })
    tell(detector, [...ordinaryHour(), ...WITNESSES])
    return stored(detector.save())
  }
  const fresh = () => tell(openDetector({ area: HARBOUR }), [...ordinaryHour(), ...WITNESSES])

  test.each<[string, unknown]>([
    ['nothing', null],
    ['a word', 'state'],
    ['a list', []],
    ['an empty object', {}],
    ['another version', { ...(good() as object), version: 2 }],
    ['a later version', { ...(good() as object), version: 99 }],
    ['no incidents', { ...(good() as object), clusters: undefined }],
    ['an incident that is none', { ...(good() as object), clusters: [{}] }],
    ['a clock that does not run', { ...(good() as object), clock: { now: 'noon', recent: [] } }],
    ['originals of another form', { ...(good() as object), originals: [{ id: 'x' }] }],
    ['lessons that are none', { ...(good() as object), lessons: [{}] }],
    ['no lessons at all', { ...(good() as object), lessons: undefined }],
    ['words cut short', { ...(good() as object), topics: { settled: [1] } }],
    ['words that are nothing', { ...(good() as object), topics: null }],
    ['rates that are no numbers', { ...(good() as object), rates: { clock: null } }],
  ])('%s: a fresh start, and whoever asks is told', (_, state) => {
    expect(isKnownState(good())).toBe(true)
    expect(isKnownState(state)).toBe(false)
    expect(tell(openDetector({ area: HARBOUR, state }), [...ordinaryHour(), ...WITNESSES])).toEqual(fresh())
  })

  test('any part of it lost or turned into something else never makes it crash', { timeout: 60_000 }, () => {
    const whole = good()
    const paths = pathsOf(whole)
    fc.assert(
      fc.property(fc.nat(), fc.jsonValue(), (at, junk) => {
        const broken = replaceAt(structuredClone(whole), paths[at % paths.length]!, junk)
        const detector = openDetector({ area: HARBOUR, state: broken })
        tell(
          detector,
          WITNESSES.map((one) => ({ ...one, id: `${one.id}-again` })),
        )
        detector.advance(post(2000, '').at)
        expect(() => JSON.stringify(detector.save())).not.toThrow()
      }),
      { numRuns: 400, seed: 3 },
    )
  })
})

type Path = readonly (string | number)[]

function pathsOf(value: unknown, here: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [here]
  return [here, ...Object.entries(value).flatMap(([key, part]) => pathsOf(part, [...here, key]))].filter(
    (path) => path.length > 0,
  )
}

function replaceAt(whole: unknown, path: Path, junk: unknown): unknown {
  let part = whole as Record<string | number, unknown>
  for (const key of path.slice(0, -1)) part = part[key] as Record<string | number, unknown>
  part[path.at(-1)!] = junk
  return whole
}

describe('What is remembered', () => {
  test('stays below 2,000 KB through 200,000 varied posts of one city', { timeout: 120_000 }, () => {
    const detector = openDetector({ area: HARBOUR })
    let largest = 0
    for (let i = 0; i < 200_000; i++) {
      const mix = Math.imul(i + 1, 0x9e3779b1) >>> 0
      const event = EVENTS[mix % 6]!.replace('PLACE', PLACES[(mix >> 8) % 7]!).replace('N', String(mix % 90))
      const report = `${event} ${REMARKS[(mix >> 4) % 5]} ${mix.toString(36)} ${(mix >>> 3).toString(30)} https://example.org/${mix}`
      const text = i % 4 === 0 ? report : `${TALK[mix % 4]} ${mix.toString(36)}`
      detector.push(post((i * 1.7) / 60, text, { id: `v${i}`, author: `author-${mix % 50_000}` }))
      if (i % 10_000 === 9999) largest = Math.max(largest, sizeOf(detector))
    }
    expect(largest).toBeGreaterThan(10_000)
    expect(largest).toBeLessThan(2_000_000)
  })

  test('and below 6,000 KB when somebody invents a disaster in each of a hundred streets', { timeout: 120_000 }, () => {
    const hazards = [
      'Huge explosion',
      'Shooting',
      'Train derailed',
      'Building collapsed',
      'Chlorine gas leak',
      'Tornado hit',
    ]
    const detector = openDetector({ area: HARBOUR })
    tell(detector, ordinaryHour())
    for (let i = 0; i < 20_000; i++) {
      const mix = Math.imul(i + 1, 0x9e3779b1) >>> 0
      const words = Array.from({ length: 8 }, (_, j) => ((Math.imul(mix + j, 0x85ebca6b) >>> 0) % 60_000).toString(36))
      const geo = { lat: 44.82 + Math.floor((mix % 100) / 10) * 0.04, lon: -20.25 + (mix % 10) * 0.055 }
      const text = `${hazards[(mix >>> 8) % 6]} here, I can see ${mix % 60} people hurt, ambulances coming ${words.join(' ')}`
      detector.push(post(i / 50, text, { id: `at://made.up/posts/${i}-${mix}`, author: `author-${i}.example`, geo }))
    }
    expect(sizeOf(detector)).toBeGreaterThan(100_000)
    expect(sizeOf(detector)).toBeLessThan(6_000_000)
  })
})

test('an incident whose posts have all faded keeps the time of its first, also across a save', () => {
  const words =
    'I can see a huge explosion at Pier 2 from my window, people are bleeding on the ground, ambulances coming'
  const detector = openDetector({ area: HARBOUR, falseAlertsPerMonth: 30 })
  tell(detector, [...ordinaryHour(), post(0, words, { id: 'lena' })])
  expect(detector.open()[0]?.state).toBe('suspected')
  tell(detector, [post(32, `RT @lena: ${words}`, { id: 'passed on' })])
  tell(detector, [post(1, 'Forte explosion au Pier 2, on entend des cris', { id: 'late' })])
  const state = detector.save() as { clusters: { state: string; burst: unknown[]; firstPostAt: number }[] }
  const suspected = state.clusters.filter((cluster) => cluster.state === 'suspected')
  expect(suspected).toMatchObject([{ burst: [], firstPostAt: post(0, '').at }])
  expect(isKnownState(stored(state))).toBe(true)
})

const sizeOf = (detector: Detector) => JSON.stringify(detector.save()).length
