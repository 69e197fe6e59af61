import type { CasualtyClaim, Voice } from './types.ts'
import { foldText } from './characters.ts'
import { firstBit } from './lexicon/categories.ts'
import { firstMaskOf, type Vocabulary } from './vocabulary.ts'
import { hashWord } from './word-hash.ts'

const HURT = firstBit('hurt')
const DEAD = firstBit('dead')

/** Number words of the lexicon's languages, folded, as ranges. Open ends are Infinity. */
const NUMBERS = new Map<string, [number, number]>(
  Object.entries({
    'one un una uno isa': [1, 1],
    'two dos due dois duas deux dalawa dalawang': [2, 2],
    'three tres tre trois tatlo tatlong': [3, 3],
    'four cuatro quattro quatro quatre apat': [4, 4],
    'five cinco cinque cinq lima limang': [5, 5],
    'six seis sei anim': [6, 6],
    'seven siete sette sete sept pito': [7, 7],
    'eight ocho otto oito huit walo': [8, 8],
    'nine nueve nove neuf siyam': [9, 9],
    'ten diez dieci dez dix sampu': [10, 10],
    'eleven once undici onze': [11, 11],
    'twelve doce dodici doze douze': [12, 12],
    'dozen docena dozzina duzia douzaine': [12, 12],
    'fifteen quince quindici quinze': [15, 15],
    'twenty veinte venti vinte vingt': [20, 20],
    'thirty treinta trenta trinta trente': [30, 30],
    'forty cuarenta quaranta quarenta quarante': [40, 40],
    'fifty cincuenta cinquanta cinquenta cinquante': [50, 50],
    'hundred cien cento cent': [100, 100],
    'couple pareja paio casal': [2, 2],
    'few pocos pocas alcuni alguns quelques ilang': [2, 6],
    'several varios varias diversi parecchi plusieurs': [3, 12],
    'many muchos muchas molti molte muitos muitas nombreux marami maraming numerous lots': [5, Infinity],
    'multiple multiples': [2, Infinity],
    'dozens decenas docenas decine dezenas dizaines scores': [20, Infinity],
    'hundreds cientos centinaia centenas centaines': [200, Infinity],
  }).flatMap(([words, range]) =>
    words.split(' ').map((word): [string, [number, number]] => [word, range as [number, number]]),
  ),
)

const AT_LEAST =
  /(at least|more than|over|al menos|por lo menos|mas de|minimo|almeno|piu di|oltre|pelo menos|mais de|au moins|plus de|hindi bababa sa|mahigit)( \S+)?$/
const UP_TO = /(up to|as many as|hasta|fino a|ate|jusqu a)( \S+)?$/
const NOT_PEOPLE =
  /^(minutes?|minutos?|hours?|horas?|ore|heures?|days?|dias?|am|pm|st|nd|rd|th|km|miles?|years?|anos?|anni|ans|old|blocks?|streets?|ambulances?|ambulancias?|explosions?|explosiones|blasts?|bombs?|bombas?)$/
const NEGATION = /^(no|not|nobody|none|sin|ningun|nessun|sem|nenhum|aucun|walang)$/
/** A number and the word it counts stand at most this many words apart. */
const REACH = 5

/** Reads what a post says about people hurt or dead. `upper` caps open ranges: nobody can say more than that many people. */
export function readCasualties(text: string, voice: Voice, postId: string, vocabulary: Vocabulary): CasualtyClaim[] {
  const words = foldText(text.slice(0, 1000)).split(' ')
  const best = new Map<'hurt' | 'dead', CasualtyClaim>()
  for (const [at, word] of words.entries()) {
    const range = rangeOf(word)
    if (!range || NOT_PEOPLE.test(words[at + 1] ?? '')) continue
    const what = harmNear(words, at, vocabulary)
    if (!what || best.has(what)) continue
    const before = words.slice(Math.max(0, at - 4), at).join(' ')
    let [low, high] = range
    const second =
      words[at + 1] === 'or' || words[at + 1] === 'o' || words[at + 1] === 'to'
        ? rangeOf(words[at + 2] ?? '')
        : undefined
    if (second && second[1] > high) high = second[1]
    if (AT_LEAST.test(before)) high = Infinity
    else if (UP_TO.test(before)) low = Math.min(1, low)
    best.set(what, { postId, voice, what, low, high: Number.isFinite(high) ? high : MANY })
  }
  return [...best.values()]
}

/** Stands for "no upper end": JSON has no infinity. */
export const MANY = 1_000_000

function rangeOf(word: string): [number, number] | undefined {
  if (/^\d{1,4}$/.test(word)) {
    const value = Number(word)
    // Years and clock times are no head counts.
    return value > 0 && value < 1900 ? [value, value] : undefined
  }
  return NUMBERS.get(word)
}

function harmNear(words: string[], at: number, vocabulary: Vocabulary): 'hurt' | 'dead' | undefined {
  for (let distance = 1; distance <= REACH; distance++) {
    const word = words[at + distance]
    if (word === undefined || NEGATION.test(word)) break
    const harm = harmOf(word, vocabulary)
    if (harm) return harm
    if (rangeOf(word) && distance > 1 && !NUMBERS.get(words[at] ?? '')) break
  }
  // "injured: 12", "heridos al menos 12": the number may follow closely.
  for (let distance = 1; distance <= 3; distance++) {
    const harm = harmOf(words[at - distance] ?? '', vocabulary)
    if (harm) return harm
  }
  return undefined
}

function harmOf(word: string, vocabulary: Vocabulary): 'hurt' | 'dead' | undefined {
  const mask = firstMaskOf(vocabulary, hashWord(word))
  if ((mask & DEAD) !== 0) return 'dead'
  return (mask & HURT) !== 0 ? 'hurt' : undefined
}
