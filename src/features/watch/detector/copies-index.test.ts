import { describe, expect, test } from 'vitest'
import { type KeptOriginal, createOriginals, isBeginning, isNearCopy, isSameTemplate } from './copies.ts'
import { buildGazetteer } from './gazetteer.ts'
import { WORD_LISTS } from './lexicon/index.ts'
import { MODEL } from './stories.ts'
import { type Reading, readPost } from './reading.ts'
import { createScanner } from './scan.ts'
import { HARBOUR, post } from './stories.ts'
import { compileVocabulary } from './vocabulary.ts'

// The index finds what walking through all originals would find, and people change a text in many ways.

const gazetteer = buildGazetteer(HARBOUR)
const vocabulary = compileVocabulary(WORD_LISTS, gazetteer.starts)
const scan = createScanner(vocabulary)
const tools = { vocabulary, model: MODEL, gazetteer }

function read(id: string, text: string): Reading {
  const one = post(0, text, { id })
  const reading = readPost(one, one.at, scan(text), tools)
  if (!reading) throw new Error(`Names no harm: ${text}`)
  return reading
}

const WHO = [
  'my brother',
  'a nurse',
  'our neighbour Ana',
  'someone from work',
  'the baker',
  'una señora',
  'my flatmate',
]
const WHAT = [
  'saw an explosion',
  'heard shooting',
  'says there is a gas leak',
  'was in a train derailment',
  'saw a wall collapse',
]
const WHERE = [
  'behind the fish market',
  'on the third floor',
  'near platform two',
  'by the old mill',
  'at the ice rink',
]
const THEN = [
  'and everybody ran towards the river',
  'and two people were injured badly',
  'while the children were singing',
  'so please stay away from the bridge',
  'and now the whole street smells of burning rubber',
  'but nobody has come to help them yet',
]
/** 40 texts of four parts: most share some parts with one another, as posts of one event do. */
const TEXTS = Array.from(
  { length: 40 },
  (_, i) => `${WHO[i % 7]} ${WHAT[i % 5]} ${WHERE[(i * 3 + (i >> 2)) % 5]} ${THEN[(i * 5 + (i >> 3)) % 6]}`,
)

const WAYS: Record<string, (text: string, i: number) => string> = {
  'comment before': (text) => `oh no this is terrible ${text}`,
  'comment after': (text) => `${text} I cannot believe it, please be careful`,
  'cut short': (text) => `${text.slice(0, Math.floor(text.length * 0.7))}…`,
  'another link': (text, i) => `${text} https://example.org/${i}`,
  hashtags: (text) => `${text} #breaking #pray`,
  emoji: (text) => `🚨🚨 ${text} 😢🙏`,
  'another case': (text) => text.toUpperCase(),
  'a number added': (text, i) => `${text} ${i + 3} of them`,
  'other punctuation': (text) => `«${text.replaceAll(' ', ', ')}» !!!`,
  'quote in quotes': (text, i) => `RT @first${i}: "RT @second${i}: “${text}”"`,
  'one word changed': (text) => text.replace(/\b(explosion|leak|shooting|derailment|collapse)\b/, 'explosion'),
  'zero-width signs': (text) => text.replaceAll('e', 'e\u200b'),
  'accents dropped': (text) => text.normalize('NFD').replaceAll(/\p{Mn}/gu, ''),
}

describe('A changed text is a copy', () => {
  test.each(Object.keys(WAYS))('%s', (way) => {
    const originals = createOriginals([])
    for (const [i, text] of TEXTS.entries()) originals.remember(read(`o${i}`, text), `cluster-${i}`, 0)
    const found = TEXTS.filter((text, i) => originals.findSaid(read(`c${i}`, WAYS[way]!(text, i)), 0)?.how === 'copy')
    expect(found).toHaveLength(TEXTS.length)
  })

  test('a long text cut to its first words, and a short one within a long one of their own, is told for what it is', () => {
    const long = `${TEXTS[0]} ${THEN.join(' ')} this is what I was told over the phone by my aunt who lives opposite`
    const originals = createOriginals([])
    originals.remember(read('long', long), 'a', 0)
    expect(originals.findSaid(read('cut', `${long.slice(0, 60)}…`), 0)).toMatchObject({ id: 'long', how: 'copy' })

    const quoting = `${TEXTS[9]} is what people write, so I went down with the dog to look; police have closed both lanes, a tram is on its side and I counted four ambulances with their lights on before a warden sent all of us home again`
    const others = createOriginals([])
    others.remember(read('short', TEXTS[9]!), 'b', 0)
    expect(others.findSaid(read('first', quoting), 0)).toMatchObject({ id: 'short', how: 'quotes' })
    const restored = createOriginals(JSON.parse(JSON.stringify(others.save())) as KeptOriginal[])
    expect(restored.findSaid(read('second', quoting), 0)).toMatchObject({ id: 'short', how: 'copy' })
  })

  test('a few words cut within the last of them', () => {
    const originals = createOriginals([])
    originals.remember(read('cut', 'Explosion near Tollb…'), 'a', 0)
    expect(originals.findSaid(read('cut later', 'Explosion near Tollbri… https://t.example/1'), 0)?.how).toBe('copy')
    expect(originals.findSaid(read('whole', 'Explosion near Tollbridge …'), 0)).toBeUndefined()
    originals.remember(read('whole', 'Explosion near Tollbridge school'), 'a', 0)
    expect(originals.findSaid(read('cut again', 'Explosion near Tollbridge sch…'), 0)?.id).toBe('whole')
    expect(originals.findSaid(read('another', 'Explosion near Skerrow'), 0)).toBeUndefined()
  })

  test('a template filled in anew, but not another text of the same length', () => {
    const template = (a: string, b: string, c: string, d: string) =>
      `explosion in ${a} right now ${b} people hurt ${c} send help ${d} please share`
    const originals = createOriginals([])
    originals.remember(read('t', template('alba', '4', 'josephine', 'opal')), 'a', 0)
    expect(originals.findSaid(read('u', template('bern', '9', 'wilhelm', 'ruby')), 0)).toMatchObject({ how: 'copy' })
    const other = 'we are by the harbour wall, a big explosion, glass all over our table'
    expect(originals.findSaid(read('v', other), 0)).toBeUndefined()
  })

  test('who repeats a rumour to deny it is no copy of the rumour', () => {
    const originals = createOriginals([])
    originals.remember(read('rumour', 'Explosion at the ferry terminal, everybody is running'), 'a', 0)
    const denial = read('denial', 'Explosion at the ferry terminal, everybody is running: this is fake news')
    expect(denial.isDenial).toBe(true)
    expect(originals.findSaid(denial, 0)).toBeUndefined()
  })
})

describe('The index', () => {
  /** Texts of few words, so that many are nearly alike. */
  function* babble(count: number, vocabularySize: number): Generator<Reading> {
    let seed = 20_261_122
    const next = (below: number) => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff
      return (seed >> 8) % below
    }
    for (let i = 0; i < count; i++) {
      const words = Array.from({ length: 1 + next(22) }, () => `w${next(vocabularySize)}`)
      yield read(`b${i}`, `explosion ${words.join(' ')}`)
    }
  }

  /** Texts of other words, of 3 to 24 of them. */
  const many = (count: number) => [...babble(count, 300)].map((reading) => reading.post.text)

  test('finds what walking through every original finds, and nothing else', () => {
    const originals = createOriginals([])
    const walked: Reading[] = []
    for (const [i, text] of [...TEXTS, ...many(600)].entries()) {
      const reading = read(`o${i}`, text)
      if (originals.findSaid(reading, 0)) continue
      originals.remember(reading, 'a', 0)
      walked.push(reading)
    }
    let copies = 0
    for (const { post: original } of walked)
      for (const [i, way] of Object.values(WAYS).entries()) {
        const text = way(original.text, i)
        const reading = read(`${original.id}-${i}`, text.startsWith('explosio…') ? 'explosion' : text)
        const isCopy = walked.some(
          (other) =>
            isNearCopy(reading.signature, other.signature) ||
            isBeginning(reading.words, other.words) ||
            isSameTemplate(reading.words, other.words),
        )
        if (isCopy) copies++
        expect([way.name, reading.post.text, originals.findSaid(reading, 0)?.how === 'copy']).toEqual([
          way.name,
          reading.post.text,
          isCopy,
        ])
      }
    expect(walked.length).toBeGreaterThan(400)
    expect(copies).toBeGreaterThan(walked.length * 10)
  })

  test('holds its limit, forgets what was not said for longest, and is the same after a save', () => {
    const originals = createOriginals([], 30)
    const first = read('first', TEXTS[0]!)
    originals.remember(first, 'a', 0)
    for (const reading of babble(400, 4000)) {
      originals.findSaid(first, 0)
      if (!originals.findSaid(reading, 0)) originals.remember(reading, 'a', 0)
    }
    const saved = originals.save()
    expect(saved).toHaveLength(30)
    expect(originals.findSaid(first, 0)?.id).toBe('first')
    expect(originals.findSaid(read('x', 'explosion w1 w2 w3 w4 w5'), 0)).toBeUndefined()
    const restored = createOriginals(JSON.parse(JSON.stringify(originals.save())) as KeptOriginal[], 30)
    expect(restored.save()).toEqual(originals.save())
    for (const reading of babble(200, 4000))
      expect(restored.findSaid(reading, 5)).toEqual(originals.findSaid(reading, 5))
    expect(restored.save()).toEqual(originals.save())
  })
})
