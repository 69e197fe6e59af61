import { describe, expect, test } from 'vitest'
import { foldText } from './characters.ts'
import { readCasualties } from './casualties.ts'
import { seeTime, startClock } from './clock.ts'
import { isNearCopy, signatureOf, spokenWords } from './copies.ts'
import { distanceKm } from './distance.ts'
import { buildGazetteer, locate } from './gazetteer.ts'
import { kindsOf } from './kinds.ts'
import { WORD_LISTS } from './lexicon/index.ts'
import { readPhrases } from './phrases.ts'
import { MARK_LINK, MARK_REPOST, createScanner } from './scan.ts'
import { HARBOUR, post } from './stories.ts'
import { compileVocabulary } from './vocabulary.ts'
import { hashWords } from './word-hash.ts'

const gazetteer = buildGazetteer(HARBOUR)
const vocabulary = compileVocabulary(WORD_LISTS, gazetteer.starts)
const scan = createScanner(vocabulary)
const wordsOf = (text: string) => [...scan(text).words.subarray(0, scan(text).count)]
const kinds = (text: string) => kindsOf(readPhrases(scan(text), vocabulary))

describe('Normalising', () => {
  test.each([
    ['EXPLOSIÓN en la ESTACIÓN', 'explosion en la estacion'],
    ['l’incendie, d’un coup', 'l incendie d un coup'],
    ['don’t panic', 'dont panic'],
    ['ex\u200bplo\u00adsion', 'explosion'],
    ['ｅｘｐｌｏｓｉｏｎ', 'explosion'],
    ['see https://example.org/a?b=c now', 'see now'],
    ['hey @someone.else there', 'hey there'],
    ['#FerryTerminal!', 'ferryterminal'],
  ])('%s reads as “%s”', (text, expected) => {
    expect(wordsOf(text)).toEqual(hashWords(expected))
  })

  test('marks links and whom a repost repeats', () => {
    expect(scan('look http://x.y').marks & MARK_LINK).toBeTruthy()
    expect(scan('RT @anna: fire').marks & MARK_REPOST).toBeTruthy()
    const handle = scan('RT @anna: fire').repostedHandle
    expect(scan('so sad, RT @Anna: fire!').repostedHandle).toBe(handle)
    expect(scan('RT @ben: fire').repostedHandle).not.toBe(handle)
  })

  test('folds word lists as it folds posts', () => {
    expect(foldText('  ¿Qué ha SIDO eso?  ')).toBe('que ha sido eso')
  })
})

describe('Kinds of harm', () => {
  test.each([
    ['Huge explosion downtown', 'explosion'],
    ['Hay una balacera en el centro', 'shooting'],
    ['Descarriló un tren', 'crash'],
    ['Incendie dans un immeuble', 'fire'],
    ['È crollato il ponte', 'collapse'],
    ['Vazamento de gás na rua', 'chemical'],
    ['Baha na sa kalsada', 'flood'],
    ['Forte scossa di terremoto', 'quake'],
    ['Tornado on the ground', 'storm'],
    ['Stampede at the stadium gate', 'other'],
  ])('%s → %s', (text, kind) => {
    expect(kinds(text)).toContain(kind)
  })

  test.each([
    ['crash course in cooking'],
    ['my phone is blowing up'],
    ['no explosion here'],
    ['no hubo ninguna explosión'],
    ['flu shots today'],
    ['a lovely day'],
  ])('%s → none', (text) => {
    expect(kinds(text)).toEqual([])
  })
})

describe('Places', () => {
  const where = (text: string, geo?: { lat: number; lon: number }) =>
    locate(gazetteer, post(0, text, geo ? { geo } : {}), scan(text))

  test('are found by name, alias and hashtag, the precise before the broad', () => {
    expect(where('smoke over Harbourside, at the ferry terminal')).toMatchObject({
      type: 'inside',
      place: { name: 'Ferry terminal' },
    })
    expect(where('humo en el MUELLE 2')).toMatchObject({ place: { name: 'Ferry terminal' } })
    expect(where('#FerryTerminal is on fire')).toMatchObject({ place: { name: 'Ferry terminal' } })
    expect(where('smoke in Harbourside')).toMatchObject({ type: 'inside', broad: true })
  })

  test('far away are known as far; coordinates win over names', () => {
    expect(where('explosion in Beirut')).toMatchObject({ type: 'far', place: { name: 'beirut' } })
    expect(where('explosion at the ferry terminal', { lat: 10, lon: 10 })).toMatchObject({ type: 'far' })
    expect(where('explosion', { lat: 45.0011, lon: -19.9592 })).toMatchObject({
      type: 'inside',
      place: { name: 'Ferry terminal' },
    })
    expect(where('explosion')).toMatchObject({ type: 'unplaced' })
  })

  test('lie apart by great circles', () => {
    expect(distanceKm({ lat: 0, lon: 0 }, { lat: 0, lon: 180 })).toBeCloseTo(20015.1, 0)
    expect(distanceKm({ lat: 51.5, lon: -0.1 }, { lat: 48.86, lon: 2.35 })).toBeCloseTo(341, -1)
  })
})

describe('Claims about people', () => {
  const claims = (text: string) =>
    readCasualties(text, 'person', 'x', vocabulary).map(({ what, low, high }) => [what, low, high])
  test.each([
    ['At least ten people hurt', [['hurt', 10, 1_000_000]]],
    [
      'Police say 3 dead and 12 injured',
      [
        ['dead', 3, 3],
        ['hurt', 12, 12],
      ],
    ],
    ['hay varios heridos en el suelo', [['hurt', 3, 12]]],
    ['diez muertos tras el choque', [['dead', 10, 10]]],
    ['up to 20 wounded', [['hurt', 1, 20]]],
    ['two explosions, nobody hurt', [['hurt', 0, 0]]],
    ['In 2013 people were hurt', []],
    ['no one knows anything', []],
  ])('%s', (text, expected) => {
    expect(claims(text)).toEqual(expected)
  })
})

describe('Copies', () => {
  const alike = (a: string, b: string) => {
    const [first, second] = [a, b].map((text) => signatureOf(spokenWords(wordsOf(text), wordsOf(text).length)))
    return isNearCopy(first!, second!)
  }
  test('are told from posts that only speak of the same', () => {
    expect(
      alike(
        'Huge bang at the ferry terminal, windows out',
        'so apparently huge bang at the ferry terminal windows out wow',
      ),
    ).toBe(true)
    expect(
      alike('Huge bang at the ferry terminal, windows out', 'Smoke over the ferry terminal and people bleeding'),
    ).toBe(false)
    expect(alike('explosion', 'explosion now')).toBe(false)
    expect(alike('', '')).toBe(false)
  })
})

describe('Event time', () => {
  test('follows the posts, not one that is wrong', () => {
    const clock = startClock()
    for (const at of [1000, 2000, 3000]) seeTime(clock, at)
    expect(seeTime(clock, 9e12)).toBe(clock.now)
    expect(clock.now).toBeLessThanOrEqual(3000)
    expect(seeTime(clock, 500)).toBe(500)
    expect(seeTime(clock, Number.NaN)).toBe(clock.now)
  })
})
