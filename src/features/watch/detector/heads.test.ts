import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { createDetector } from './create-detector.ts'
import { loadHeads, readHeads, saveHeads } from './heads.ts'
import { WORD_LISTS } from './lexicon/index.ts'
import { loadModel } from './model.ts'
import { readPhrases } from './phrases.ts'
import { createScanner } from './scan.ts'
import { compileVocabulary } from './vocabulary.ts'

const bytes = readFileSync(new URL('../../../../models/heads.bin', import.meta.url))
const heads = loadHeads(bytes)
const vocabulary = compileVocabulary(WORD_LISTS)
const scan = createScanner(vocabulary)

function read(text: string) {
  const scanned = scan(text)
  return readHeads(heads, text, scanned, readPhrases(scanned, vocabulary))
}

describe('The heads that ship', () => {
  test.each([
    [
      'Nadia, wading home, is an eyewitness; a newspaper that sums it up is none',
      'The water is up to my knees outside our house and still rising, we cannot get the car out',
      'Seven dead as floods hit the coast, officials say http://example.org/a1',
    ],
    [
      'Diego, who feels the house shake, is one; a newspaper that gives the magnitude is none',
      'Acaba de temblar muy fuerte aquí en mi casa, qué susto, estamos en la calle',
      'Sismo de magnitud 6.2 deja tres muertos, informan autoridades http://example.org/a2',
    ],
    [
      'Liza, on her roof in the rain, is one; a newspaper that counts the dead is none',
      'grabe ang baha dito sa amin, hanggang bewang na sa kalsada namin, walang kuryente',
      'Patay sa baha umabot na sa pito, ayon sa NDRRMC http://example.org/a3',
    ],
  ])('%s', (_, witness, newspaper) => {
    expect(read(witness).eyewitness).toBeGreaterThan(2 * read(newspaper).eyewitness)
    expect(read(newspaper).newsroom).toBeGreaterThan(2 * read(witness).newsroom)
  })

  test.each([
    ['Bridge closed after the collapse, 12 people taken to hospital', 'so sad, praying for everyone there'],
    ['Tren descarrilado: al menos diez heridos, piden sangre', 'qué tristeza, un abrazo a todos'],
    ['Terremoto, crollato il tetto della scuola: tre feriti', 'che tristezza, un abbraccio a tutti'],
  ])('“%s” is of more use than “%s”', (useful, kind) => {
    expect(read(useful).informative).toBeGreaterThan(0.5)
    expect(read(useful).informative).toBeGreaterThan(read(kind).informative + 0.2)
  })

  test('give probabilities for anything, an empty text and signs alone included', () => {
    for (const text of ['', '🙂🙂🙂', '@@@@ #### !!!!', '水'.repeat(3000), `${'fire '.repeat(900)}http://x.y`])
      for (const chance of Object.values(read(text))) {
        expect(chance).toBeGreaterThan(0)
        expect(chance).toBeLessThan(1)
      }
  })

  test('say the same of a post whatever was read before it', () => {
    const text = 'smoke over the harbour, I can see it from my window'
    const alone = read(text)
    read('Breaking: officials confirm an accident http://example.org/a4')
    expect(read(text)).toEqual(alone)
  })
})

describe('Where the word lists are silent', () => {
  const model = loadModel(readFileSync(new URL('../../../../models/triage.bin', import.meta.url)))
  const area = { name: 'Harbourside', hospital: { name: 'Harbourside General', lat: 50, lon: 0 }, radiusKm: 20 }

  /** What Salve notes of one post among reports of a flood. */
  function noteOf(text: string, author?: string, withHeads = true) {
    const detector = createDetector({ area, model: withHeads ? { ...model, heads } : model })
    const others = ['Mill Road is flooded, cars floating', 'houses flooded by the river, people on roofs, please help']
    const posts = [...others, text].map((said, i) => ({ id: `post-${i}`, at: i * 1000, text: said }))
    const last = { ...posts.pop()!, ...(author ? { author } : {}) }
    posts.forEach((post) => detector.push(post))
    detector.push(last)
    return detector
      .open()
      .flatMap(({ evidence }) => evidence)
      .find(({ post }) => post.id === last.id)!
  }

  test('Tom, who writes of the water in his kitchen, is named an eyewitness', () => {
    const post = 'half a metre of flood water in our kitchen and the power is gone, we are upstairs with the kids'
    expect(noteOf(post).reasons.map(({ code }) => code)).toContain('saw-it')
    expect(noteOf(post, undefined, false).reasons.map(({ code }) => code)).not.toContain('saw-it')
  })

  test('a headline without an author is taken for a newsroom’s; the same words of Priya stay hers', () => {
    const headline = 'Floods: crews rescue 40 as river bursts banks http://example.org/a5'
    expect(noteOf(headline).voice).toBe('newsroom')
    expect(noteOf(headline, undefined, false).voice).toBe('person')
    expect(noteOf(headline, 'priya').voice).toBe('person')
  })
})

test('Heads load in a fraction of a second, also from the middle of a larger buffer', () => {
  const began = performance.now()
  const again = loadHeads(bytes)
  expect(performance.now() - began).toBeLessThan(250)
  const inside = new Uint8Array(bytes.length + 7)
  inside.set(bytes, 3)
  expect(loadHeads(inside.subarray(3, 3 + bytes.length))).toEqual(again)
})

test('Heads are saved to the bytes that they were read from', () => {
  expect(Buffer.from(saveHeads(heads)).equals(bytes)).toBe(true)
})

test('What is no file of heads, is cut short or was trained otherwise is refused', () => {
  expect(() => loadHeads(new Uint8Array(4))).toThrow('Not a file of heads')
  expect(() => loadHeads(readFileSync(new URL('../../../../models/triage.bin', import.meta.url)))).toThrow(
    'Not a file of heads',
  )
  expect(() => loadHeads(bytes.subarray(0, 200))).toThrow('cut short')
  expect(() => loadHeads(bytes.subarray(0, bytes.length - 1))).toThrow('cut short')
  const later = Uint8Array.from(bytes)
  later[7] = 9
  expect(() => loadHeads(later)).toThrow('version 9')
  const others = Buffer.from(bytes.toString('latin1').replace('"eyewitness"', '"byestander"'), 'latin1')
  expect(() => loadHeads(others)).toThrow('other features')
})
