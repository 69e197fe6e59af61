import { describe, expect, test } from 'vitest'
import { HARBOUR, WITNESSES, alerts, ordinaryHour, post, tell, openDetector } from './stories.ts'
import type { Detector, Post } from './types.ts'

// Whatever is sent: no crash, no false alert, bounded time and memory, and the next true report is heard.

function watching(): Detector {
  const detector = openDetector({ area: HARBOUR })
  tell(detector, ordinaryHour())
  return detector
}

const sizeOf = (detector: Detector) => JSON.stringify(detector.save()).length
const BLAST = 'Explosion at the ferry terminal'
const many = (text: string, count: number) => Array.from({ length: count }, (_, i) => `${text}${i}`).join(' ')
const zalgo = (text: string) => [...text].map((sign) => `${sign}\u0301\u0316\u0334\u0489`).join('')
const zeroWidth = (text: string) => [...text].join('\u200b')

describe('One odd text, told by five accounts', () => {
  test.each<[string, string]>([
    ['one character', 'x'],
    ['white space that shows nothing', ' \u200b\u200d\ufeff \n\t'],
    ['100 KB of one word', 'x'.repeat(100_000)],
    ['1 MB of words', 'lorem ipsum '.repeat(90_000)],
    ['1 MB of a hazard', 'explosion '.repeat(100_000)],
    ['the same hazard word 5,000 times', 'fire! '.repeat(5000)],
    ['emoji alone', '💥🔥😱'.repeat(3000)],
    ['right to left', '\u202eانفجار كبير في المدينة\u202c'],
    ['mixed scripts', 'взрыв 爆発 έκρηξη انفجار explosion'],
    ['look-alike letters', 'ехрlоѕіоn аt thе fеrrу tеrmіnаl'],
    ['lone surrogates', '\ud83d\udca5\ud83d \udc00 explosion \ud800'.repeat(100)],
    ['10,000 hashtags', many('#explosion', 10_000)],
    ['10,000 mentions', many('@neighbour', 10_000)],
    ['marks alone', '@@@@ ### http:// https:// RT @ RT @: rt ¿¿ !!'],
    ['the names of objects', 'toString __proto__ constructor hasOwnProperty explosion'],
    ['null characters', `${BLAST}\u0000\u0000`],
    ['10,000 line feeds', `${'\n'.repeat(10_000)}explosion`],
    ['10,000 links', many('https://example.org/', 10_000)],
    ['numbers without end', `${'9'.repeat(5000)} dead, ${'1,000'.repeat(500)} hurt in an explosion`],
  ])('%s', (_, text) => {
    const detector = watching()
    const before = sizeOf(detector)
    const began = performance.now()
    const changes = tell(
      detector,
      Array.from({ length: 5 }, (_unused, i) => post(-1 + i / 10, text, { id: `odd-${i}` })),
    )
    expect(performance.now() - began).toBeLessThan(500)
    expect(alerts(changes)).toEqual([])
    expect(sizeOf(detector) - before).toBeLessThan(40_000)
    expect(alerts(tell(detector, WITNESSES))).toHaveLength(1)
  })

  test('an empty text is no post at all', () => {
    const [one, other] = [watching(), watching()]
    one.push(post(-1, '', { id: 'empty' }))
    expect(one.save()).toEqual(other.save())
  })

  test.each<[string, (text: string) => string]>([
    ['zero-width signs between the letters', zeroWidth],
    ['marks heaped on each letter', zalgo],
    ['capitals', (text) => text.toUpperCase()],
    ['full-width letters', (text) => text.replaceAll(/[a-z]/g, (a) => String.fromCharCode(a.charCodeAt(0) + 0xfee0))],
    ['direction marks around each word', (text) => text.replaceAll(/\w+/g, '\u202b$&\u202c')],
  ])('a true report reads the same through %s', (_, disguise) => {
    const disguised = WITNESSES.map((one) => ({ ...one, text: disguise(one.text) }))
    expect(alerts(tell(watching(), disguised))).toHaveLength(1)
  })
})

describe('Odd fields', () => {
  const reports = (more: (i: number) => Partial<Post>) => WITNESSES.map((one, i) => ({ ...one, ...more(i) }))

  test.each<[string, (i: number) => Partial<Post>]>([
    ['an id that repeats', () => ({ id: 'same' })],
    ['an author called __proto__', () => ({ author: '__proto__' })],
    ['an author called constructor', () => ({ author: 'constructor' })],
  ])('%s: one source, no alert', (_, more) => {
    const detector = watching()
    expect(alerts(tell(detector, reports(more)))).toEqual([])
    expect(JSON.parse(JSON.stringify(detector.save()))).toEqual(detector.save())
  })

  test.each<[string, (i: number) => Partial<Post>]>([
    ['ids called __proto__ and the like', (i) => ({ id: ['__proto__', 'constructor', 'toString', 'valueOf'][i]! })],
    ['coordinates that are no numbers', () => ({ geo: { lat: Number.NaN, lon: Number.NaN } })],
    ['coordinates off the Earth', () => ({ geo: { lat: 4500, lon: -2000 } })],
    ['coordinates without end', () => ({ geo: { lat: Infinity, lon: 0 } })],
    ['no author at all', () => ({ author: '' })],
    ['an address that is none', () => ({ url: 'http://[' })],
    ['an address of 1 MB', () => ({ url: `https://example.org/${'x'.repeat(1_000_000)}` })],
    ['names of 1 MB', (i) => ({ author: `${i}${'x'.repeat(1_000_000)}`, source: 'y'.repeat(1_000_000) })],
  ])('%s: the report counts all the same', (_, more) => {
    const detector = watching()
    expect(alerts(tell(detector, reports(more)))).toHaveLength(1)
    expect(sizeOf(detector)).toBeLessThan(100_000)
  })

  test('an id of 1 MB is no id, and its post none', () => {
    const detector = watching()
    expect(
      tell(
        detector,
        reports((i) => ({ id: `${i}${'x'.repeat(1_000_000)}` })),
      ),
    ).toEqual([])
    expect(sizeOf(detector)).toBeLessThan(100_000)
  })
})

describe('Odd times', () => {
  const HOUR = 60
  const YEARS = 2 * 365 * 24 * HOUR
  const calm = (from: number, count: number, perMinute = 2) =>
    Array.from({ length: count }, (_, i) =>
      post(from + i / perMinute, `Tea break with biscuits ${i}`, { id: `tea-${from}-${i}` }),
    )
  const shifted = (minutes: number) => WITNESSES.map((one) => ({ ...one, at: one.at + minutes * 60_000 }))

  test('one clock in the future moves nothing', () => {
    const detector = watching()
    detector.push(post(YEARS, `${BLAST} in the year 2028`, { id: 'future' }))
    const changes = tell(detector, WITNESSES)
    expect(alerts(changes)).toHaveLength(1)
    expect(changes.every(({ at }) => at <= WITNESSES.at(-1)!.at)).toBe(true)
  })

  test('nor does the first post of all', () => {
    const detector = openDetector({ area: HARBOUR })
    tell(detector, [post(YEARS, 'Tea in the year 2028', { id: 'first' }), ...ordinaryHour()])
    expect(alerts(tell(detector, WITNESSES))).toHaveLength(1)
  })

  test('one account in four whose clock is years ahead leaves the others heard', () => {
    const astray = calm(-120, 240).map((one, i) => (i % 4 === 1 ? { ...one, at: one.at + YEARS * 60_000 } : one))
    const detector = openDetector({ area: HARBOUR })
    expect(alerts(tell(detector, [...astray, ...WITNESSES]))).toHaveLength(1)
  })

  test('ten posts from the future in a row lead the clock astray, and forty from now bring it back', () => {
    const detector = watching()
    tell(detector, calm(YEARS, 10))
    tell(detector, calm(0, 40))
    expect(alerts(tell(detector, shifted(20)))).toHaveLength(1)
    const closed = tell(detector, calm(14 * HOUR, 10)).filter(({ state }) => state === 'closed')
    expect(closed).toHaveLength(1)
  })

  test('where the time is stated from outside, posts from days ago never move it back', () => {
    const detector = watching()
    detector.advance(post(0, '').at)
    tell(detector, WITNESSES)
    tell(detector, calm(-14 * 24 * HOUR, 200))
    expect(detector.open().map(({ state }) => state)).toEqual(['probable'])
    expect(detector.advance(post(10, '').at)).toEqual([])
  })

  test('all clocks two years ahead: then that is the time', () => {
    const ahead = (one: Post) => ({ ...one, at: one.at + YEARS * 60_000 })
    const detector = openDetector({ area: HARBOUR })
    expect(alerts(tell(detector, [...ordinaryHour(), ...WITNESSES].map(ahead)))).toHaveLength(1)
  })

  test.each<[string, number]>([
    ['not a number', Number.NaN],
    ['without end', Infinity],
    ['minus without end', -Infinity],
  ])('a time that is %s is now', (_, at) => {
    const detector = watching()
    expect(
      alerts(
        tell(
          detector,
          WITNESSES.map((one) => ({ ...one, at })),
        ),
      ),
    ).toHaveLength(1)
  })

  test.each<[string, number]>([
    ['zero', 0],
    ['negative', -5e12],
  ])('a time that is %s is long ago: nothing of it is news', (_, at) => {
    const detector = watching()
    expect(
      tell(
        detector,
        WITNESSES.map((one) => ({ ...one, at })),
      ),
    ).toEqual([])
    expect(alerts(tell(detector, shifted(1)))).toHaveLength(1)
  })

  test('posts hours late, in any order, still tell of their event', () => {
    const detector = watching()
    tell(detector, calm(60, 60, 1))
    expect(alerts(tell(detector, WITNESSES.toReversed()))).toHaveLength(1)
  })
})

describe('Fifty thousand posts in one second', () => {
  const COUNT = 50_000
  const second = (text: (i: number) => string, author: (i: number) => string = (i) => `author-${i}`) =>
    Array.from({ length: COUNT }, (_, i) => post(-1 + i / COUNT / 60, text(i), { id: `mass-${i}`, author: author(i) }))
  const words = (i: number, salt: number) => ((Math.imul(i + 1, 0x9e3779b1 + salt * 2) >>> 0) % 46_656).toString(36)
  const HAZARDS = ['explosion', 'fire', 'shooting', 'crash', 'flood', 'earthquake']

  test.each<[string, Post[], sources: number]>([
    ['ordinary talk', second((i) => `Good afternoon from table ${words(i, 1)} and ${words(i, 2)}`), 0],
    [
      'talk that plays with hazards',
      second((i) => `this song is fire and ${words(i, 1)} crashed my ${words(i, 2)} party, what a bomb lol`),
      0,
    ],
    ['one text', second(() => `${BLAST}, many people hurt`), 1],
    [
      'one author',
      second(
        (i) => `${BLAST}, ${words(i, 1)} ${words(i, 2)} ${words(i, 3)} hurt`,
        () => 'one',
      ),
      1,
    ],
    [
      'a template with other names and numbers',
      second(
        (i) =>
          `${BLAST}, ${words(i, 1)} says ${i % 90} people hurt near ${words(i, 2)} please send help to ${words(i, 3)} now`,
      ),
      1,
    ],
    [
      'a template with other hazards too',
      second(
        (i) =>
          `Huge ${HAZARDS[i % 6]} at ${words(i, 1)} ${words(i, 4)} I can see ${i % 90} people hurt in ${words(i, 2)} street near the ferry terminal`,
      ),
      6,
    ],
  ])('%s', { timeout: 60_000 }, (_, posts, sources) => {
    const detector = watching()
    const began = performance.now()
    const changes = tell(detector, posts)
    const seconds = (performance.now() - began) / 1000
    expect(seconds).toBeLessThan(15)
    expect(Math.max(0, ...changes.map(({ corroboration }) => corroboration))).toBeLessThanOrEqual(sources)
    expect(alerts(changes)).toEqual([])
    expect(sizeOf(detector)).toBeLessThan(1_000_000)
    const calm = Array.from({ length: 360 }, (_unused, i) => post(i / 2, `Tea break ${i}`, { id: `tea-${i}` }))
    tell(detector, calm)
    const later = WITNESSES.map((one) => ({ ...one, at: one.at + 180 * 60_000 }))
    expect(alerts(tell(detector, later))).toHaveLength(1)
  })
})
