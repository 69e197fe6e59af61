import { expect, test } from 'vitest'
import { RecordedPosts } from '../recorded-posts.ts'
import { scanLine } from '../recorded-post-scan.ts'
import { parsePost } from '../recorded-post.ts'
import { buildGazetteer } from './gazetteer.ts'
import { createHearing, speaksOfHarm } from './hearing.ts'
import { WORD_LISTS } from './lexicon/index.ts'
import { readPhrases } from './phrases.ts'
import { type Scan, createByteScanner, createScanner } from './scan.ts'
import { HARBOUR } from './stories.ts'
import type { Detector, Post, UnreadPost } from './types.ts'
import { BEGINS_PLACE, HARM_CATEGORIES, IN_TELLING_PHRASE, compileVocabulary } from './vocabulary.ts'
import { kindsOf } from './kinds.ts'
import { secondBit } from './lexicon/categories.ts'

// A post is read the same wherever it comes from: as a string from a network, as bytes from a recording.

const vocabulary = compileVocabulary(WORD_LISTS, buildGazetteer(HARBOUR).starts)
const scanText = createScanner(vocabulary)
const scanBytes = createByteScanner(vocabulary)
const DENIAL = secondBit('denial')

const SCRAPS = [
  'explosion EXPLOSIÓN exploto\u0301 Ｅｘｐｌｏｓｉｏｎ no fire shaking flu-shot the house 12 2013 ٣ é ß İ ﬁ ℀',
  "l’incendie dell'acqua don't ain`t x’ '' ｅｘ’plo ełł’fire xll'fire l'l'fire RT via",
  '@anna @a.b-c_d @ #FerryTerminal https://example.org/a?b=c#d http:// httpsomething HTTP://X.Y',
  '火事 かじ abc火def انفجار взрыв กขค 한국어 💥 👨‍👩‍👧 🏳️‍🌈 \u200b \u202e \u00ad \u0301 \u20dd',
  '\ud83d \udca5 \ufffd \u0000 \u001f \u007f " \\ / . , ? ! ¿ ¡ … — ( ) ; ~',
]
  .flatMap((line) => line.split(' '))
  .concat('flu shot', '\n', '\t', ' ', '  ', ', ', '\u2028', '\ufeff')

/** Texts of scraps put together at random, the same in each run. */
function* texts(count: number): Generator<string> {
  let state = 7
  const random = (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return (state >>> 8) % below
  }
  for (let i = 0; i < count; i++) {
    const parts = Array.from({ length: 1 + random(i % 50 === 0 ? 900 : 12) }, () => SCRAPS[random(SCRAPS.length)]!)
    yield parts.join(random(3) === 0 ? '' : ' ')
  }
  yield 'explosion '.repeat(10_000)
  yield 'x'.repeat(100_000)
  yield '火'.repeat(1334)
  yield `${'é'.repeat(1999)}💥explosion`
}

const copyOf = ({ count, words, first, second, ...rest }: Scan) => ({
  ...rest,
  words: [...words.subarray(0, count)],
  first: [...first.subarray(0, count)],
  second: [...second.subarray(0, count)],
})

/** JSON as other programs write it: every sign that may be escaped is. */
const escapedJson = (value: unknown) =>
  JSON.stringify(value).replaceAll(/[^ -~]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** What a detector is given of a line of a recording: a post, or one that still lies in its bytes. */
function heardOf(line: string): { scan: ReturnType<typeof copyOf>; post: Post } {
  const heard: { scan: ReturnType<typeof copyOf>; post: Post }[] = []
  const detector = {
    push: (post: Post) => (heard.push({ scan: copyOf(scanText(post.text)), post }), []),
    pushUnread: (post: UnreadPost) => (
      heard.push({ scan: copyOf(scanBytes(post.bytes, post.from, post.to)), post: post.read() }),
      []
    ),
  } as unknown as Detector
  const bytes = Buffer.from(line)
  const posts = new RecordedPosts()
  posts.reset(bytes)
  if (scanLine(bytes, 0)) posts.addScanned(0)
  else posts.add(parsePost(line) as Post)
  posts.tell(detector, 0)
  return heard[0]!
}

test('a text gives the same words, masks and marks as a string and as bytes, escaped or not', () => {
  for (const text of texts(4000)) {
    const expected = copyOf(scanText(text))
    const fields = { id: 'a', at: 1_700_000_000_000, text }
    for (const line of [JSON.stringify(fields), escapedJson(fields)]) {
      const { scan, post } = heardOf(line)
      expect(scan, line.slice(0, 500)).toEqual(expected)
      expect(post).toEqual(parsePost(line))
    }
  }
})

test('the sieve lets nothing through its meshes that names harm, denies it or begins a place', () => {
  const hearing = createHearing(vocabulary, true)
  const blindToPlaces = createHearing(vocabulary, false)
  let sifted = 0
  for (const text of texts(6000)) {
    const scan = scanText(text)
    const names = (scan.anyFirst & HARM_CATEGORIES) !== 0 || (scan.anySecond & (IN_TELLING_PHRASE | DENIAL)) !== 0
    const places = (scan.anySecond & BEGINS_PLACE) !== 0
    const { bytes, length } = hearing.encode(text)
    const heard = hearing.listen(bytes, 0, length).count > 0
    if (names || places) expect(heard, text.slice(0, 500)).toBe(true)
    if (names) expect(blindToPlaces.listen(bytes, 0, length).count > 0, text.slice(0, 500)).toBe(true)
    if (!heard) sifted++
  }
  expect(sifted).toBeGreaterThan(500)
})

test('a post is passed over only when reading it would find nothing', () => {
  let passed = 0
  for (const text of [...texts(6000), 'the house is shaking', 'it was a false alarm', 'something blew up here']) {
    const scan = scanText(text)
    if (speaksOfHarm(scan, vocabulary)) continue
    passed++
    const categories = readPhrases(scan, vocabulary)
    expect(kindsOf(categories), text.slice(0, 500)).toEqual([])
    expect(categories.second & DENIAL, text.slice(0, 500)).toBe(0)
  }
  expect(passed).toBeGreaterThan(500)
})
