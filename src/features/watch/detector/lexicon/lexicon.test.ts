import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { foldText } from '../characters.ts'
import { kindsOf } from '../kinds.ts'
import { readPhrases } from '../phrases.ts'
import { createScanner } from '../scan.ts'
import { compileVocabulary } from '../vocabulary.ts'
import { HAZARDS, secondBit } from './categories.ts'
import { EVERYDAY_WORDS } from './everyday-words.ts'
import { WORD_LISTS } from './index.ts'

const vocabulary = compileVocabulary(WORD_LISTS)
const scan = createScanner(vocabulary)
const read = (text: string) => readPhrases(scan(text), vocabulary)

/** What people say in the first minute, by language: lines of `kind: sentence`. */
const folder = new URL('first-minute/', import.meta.url)
const FIRST_MINUTE = readdirSync(folder).map((file): [string, string[][]] => [
  file.replace('.txt', ''),
  readFileSync(new URL(file, folder), 'utf8')
    .trim()
    .split('\n')
    .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
])

/** What takes four nats or more off a post, or turns it into a denial. */
const TAKEN_BACK = ['denial', 'drill', 'fiction', 'anniversary', 'past', 'joke'] as const

describe.each(FIRST_MINUTE)('The first minute, told in %s', (_, sentences) => {
  test.each(sentences)('%s: %s', (kind, sentence) => {
    const categories = read(sentence!)
    expect(kindsOf(categories)).toContain(kind)
    expect(TAKEN_BACK.filter((category) => (categories.second & secondBit(category)) !== 0)).toEqual([])
  })
})

describe('What is no harm', () => {
  test.each([
    ['Ich lache mich tot, der Börsencrash trifft nur die anderen'],
    ['Ideenfeuerwerk heute im Büro, Bombenwetter draußen'],
    ['Dank je wel voor de stortvloed aan kaartjes'],
    ['Burza mózgów w pracy, strzał w dziesiątkę'],
    ['Borsa bomba gibi açıldı'],
    ['Banjir diskon di toko sebelah, ngakak'],
    ['我笑死了，这道菜爆炸好吃'],
    ['推しの可愛さ爆発'],
    ['मेरा दिन बहुत अच्छा था'],
    ['আজ সকালটা খুব সুন্দর'],
    ['오늘 날씨가 정말 좋네요'],
    ['Сегодня чудесное утро, пьём чай'],
    ['صباح الخير يا أصدقاء'],
    ['meteor shower tonight, bring blankets'],
    ['stabbed me in the back once, never again'],
    ['the best brand in town, everyone says so'],
    ['bonjour à tous, il fait beau'],
  ])('%s', (text) => {
    const categories = read(text)
    const isTakenBack = (categories.second & (secondBit('joke') | secondBit('money'))) !== 0
    expect(isTakenBack || kindsOf(categories).length === 0).toBe(true)
  })

  test('no single word that names a hazard outright is an everyday word', () => {
    const outright = new Set(
      WORD_LISTS.flatMap((list) =>
        HAZARDS.flatMap((kind) => (list[kind] ?? '').split(',').map((word) => foldText(word))),
      ),
    )
    expect(EVERYDAY_WORDS.split(/\s+/).filter((word) => outright.has(word))).toEqual([])
  })
})
