import { foldText } from './characters.ts'

/** So many people, from `low` to `high`; an open end is Infinity. */
export interface HeadCount {
  low: number
  high: number
}

/** A word or a pause of a text, or a number with all the words that it is written in. */
export type Token = string | HeadCount

/** Number words of the lexicon's languages, folded. */
const UNITS = values({
  'both ambos ambas entrambi two dos due dois duas deux dalawa dalawang': 2,
  'three tres tre trois tatlo tatlong': 3,
  'four cuatro quattro quatro quatre apat': 4,
  'five cinco cinque cinq lima limang': 5,
  'six seis sei anim': 6,
  'seven siete sette sete sept pito pitong': 7,
  'eight ocho otto oito huit walo walong': 8,
  'nine nueve nove neuf siyam': 9,
  'ten diez dieci dez dix sampu sampung': 10,
  'eleven once undici onze': 11,
  'twelve doce dodici doze douze': 12,
  'thirteen trece tredici treze treize': 13,
  'fourteen catorce quattordici catorze quatorze': 14,
  'fifteen quince quindici quinze': 15,
  'sixteen dieciseis sedici dezesseis seize': 16,
  'seventeen diecisiete diciassette dezessete': 17,
  'eighteen dieciocho diciotto dezoito': 18,
  'nineteen diecinueve diciannove dezenove': 19,
})
/** One, as far as it counts somebody: in most languages it is also an article. */
const ONES = new Set('one a an un una uno une um uma isa isang'.split(' '))
const TENS = values({
  'twenty veinte venti vinte vingt vingts dalawampu dalawampung': 20,
  'thirty treinta trenta trinta trente tatlumpu tatlumpung': 30,
  'forty cuarenta quaranta quarenta quarante apatnapu': 40,
  'fifty cincuenta cinquanta cinquenta cinquante limampu': 50,
  'sixty sesenta sessanta sessenta soixante': 60,
  'seventy setenta settanta': 70,
  'eighty ochenta ottanta oitenta': 80,
  'ninety noventa novanta': 90,
})
const HUNDREDS = values({ 'hundred cien ciento cento cent cents': 100, 'thousand mil mille mila': 1000 })
/** A number of people taken together: "una veintena", "two dozen". */
const GROUPS = values({
  'couple pareja paio casal': 2,
  'decena decina dezena dizaine': 10,
  'dozen docena dozzina duzia douzaine': 12,
  'quincena quindicina quinzena quinzaine': 15,
  'score veintena ventina vintena vingtaine': 20,
  'treintena trentina trintena trentaine': 30,
  'cuarentena quarantina quarentena quarantaine': 40,
  'cincuentena cinquantina cinquantaine': 50,
  'centenar centinaio centena centaine': 100,
})
const VAGUE = new Map<string, HeadCount>(
  Object.entries({
    'few pocos pocas alcuni alguns quelques ilang': { low: 2, high: 6 },
    'several varios varias diversi parecchi plusieurs': { low: 3, high: 12 },
    'many muchos muchas molti molte muitos muitas nombreux marami maraming numerous lots': { low: 5, high: Infinity },
    'multiple multiples': { low: 2, high: Infinity },
    'decenas decine dezenas dizaines scores': { low: 20, high: Infinity },
    'dozens docenas': { low: 24, high: Infinity },
    'hundreds cientos centenares centinaia centenas centaines': { low: 200, high: Infinity },
    'thousands miles migliaia milhares milliers': { low: 2000, high: Infinity },
  }).flatMap(([words, count]) => words.split(' ').map((word): [string, HeadCount] => [word, count])),
)
const AND = new Set(['and', 'y', 'e', 'et'])
const HALF = new Set(['half', 'media', 'mezza', 'meia', 'demi'])
const COMPOUND = compounds()

/** Numbers that count nobody: money, clock times, dates and shares, ages, ordinals. */
const NO_COUNT = [
  /[$£€₱¥]\s?\d[\d.,]*(\s?(k|m|bn|million|billion))?\b/gi,
  /\d[\d.,]*\s?(€|%|percent|per cent|euros?|dollars?|pesos?|reais|usd|eur)(?!\p{L})/giu,
  /\b\d{1,2}(:|h\s?|\.)\d{2}(?!\d)/gi,
  /\b\d+(\/\d+)+\b/g,
  /\b\d+[- ](year|yr|month|week|day)s?[- ]olds?\b/gi,
  /\b(de |di |of |aged |age )?\d+ (años|anos|anni|ans|taong gulang)(?!\p{L})/giu,
  /\b\d+(st|nd|rd|th|º|ª|°|er|e|ème)(?!\p{L})/giu,
]
const THOUSANDS = /(?<![\d.,])(\d{1,3})(?:[,.'\u00A0\u202F ]\d{3})+(?![\d])/g

/** The words and pauses of a text, with its numbers read: "twenty-three" is one token, "10 to 15" another. */
export function readNumerals(text: string): Token[] {
  const plain = NO_COUNT.reduce(
    (rest, pattern) => rest.replace(pattern, ' '),
    text.replace(THOUSANDS, (written) => written.replace(/\D/g, '')),
  )
  const words = plain
    .replace(/(\d)\s?[-–—]\s?(?=\d)/g, '$1 to ')
    .replace(/(\d)\+/g, '$1 plus ')
    .split(/([,:;.!?\n()…–—]+)/)
    .flatMap((part, i) => (i % 2 === 1 ? [part.charAt(0)] : foldText(part).split(' ').filter(Boolean)))
  const tokens: Token[] = []
  for (let at = 0; at < words.length;) {
    const { count, length } = readNumber(words, at)
    tokens.push(count ?? words[at]!)
    at += length
  }
  return tokens
}

/** Whether a word may stand for one person, when a person or a harm follows. */
export function meansOne(word: string): boolean {
  return ONES.has(word)
}

function readNumber(words: readonly string[], at: number): { count?: HeadCount; length: number } {
  const word = words[at]!
  const vague = VAGUE.get(word)
  if (vague) return { count: vague, length: 1 }
  const half = HALF.has(word) ? groupAfter(words, at + 1) : undefined
  if (half) return { count: exactly(half.value / 2), length: half.length + 1 }
  const group = ONES.has(word) ? groupAfter(words, at) : undefined
  if (group) return { count: exactly(group.value), length: group.length }
  const { value, length } = readCardinal(words, at)
  if (value === undefined) return { length: 1 }
  const times = GROUPS.get(words[at + length] ?? '') ?? HUNDREDS.get(words[at + length] ?? '')
  if (times && value < 100) return { count: exactly(value * times), length: length + 1 }
  return { count: exactly(value), length }
}

function groupAfter(words: readonly string[], at: number): { value: number; length: number } | undefined {
  const skipped = ONES.has(words[at] ?? '') ? 1 : 0
  const word = words[at + skipped] ?? ''
  const value = GROUPS.get(word) ?? (word === 'hundred' || word === 'thousand' ? HUNDREDS.get(word) : undefined)
  return value === undefined ? undefined : { value, length: skipped + 1 }
}

function readCardinal(words: readonly string[], at: number): { value?: number; length: number } {
  const word = words[at]!
  if (/^\d{1,6}$/.test(word)) return { value: Number(word), length: 1 }
  if (word === 'quatre' && /^vingts?$/.test(words[at + 1] ?? '')) return withUnit(words, at + 2, 80, 2)
  const tens = TENS.get(word)
  if (tens !== undefined) return withUnit(words, at + 1, tens, 1)
  const value = UNITS.get(word) ?? COMPOUND.get(word) ?? GROUPS.get(word) ?? HUNDREDS.get(word)
  return value === undefined ? { length: 1 } : { value, length: 1 }
}

/** "veintiuno" aside, units follow their tens: "twenty three", "treinta y cinco", "vingt et un". */
function withUnit(
  words: readonly string[],
  at: number,
  tens: number,
  length: number,
): { value: number; length: number } {
  const joined = AND.has(words[at] ?? '') ? 1 : 0
  const word = words[at + joined] ?? ''
  const unit = UNITS.get(word) ?? (/^(one|un|uno|um|una|une)$/.test(word) ? 1 : undefined)
  // English does not say "twenty and three": two numbers of two things.
  if (unit === undefined || unit > 19 || (joined && words[at] === 'and')) return { value: tens, length }
  return { value: tens + unit, length: length + joined + 1 }
}

function exactly(value: number): HeadCount {
  return { low: value, high: value }
}

function values(entries: Record<string, number>): Map<string, number> {
  return new Map(
    Object.entries(entries).flatMap(([words, value]) =>
      words.split(' ').map((word): [string, number] => [word, value]),
    ),
  )
}

/** Spanish and Italian write some numbers in one word: veintitrés, trentacinque, ventuno. */
function compounds(): Map<string, number> {
  const spanish = 'uno dos tres cuatro cinco seis siete ocho nueve'.split(' ')
  const italian = 'uno due tre quattro cinque sei sette otto nove'.split(' ')
  const tens = 'venti trenta quaranta cinquanta sessanta settanta ottanta novanta'.split(' ')
  return new Map([
    ...spanish.map((unit, i): [string, number] => [`veinti${unit}`, 21 + i]),
    ['veintiun', 21],
    ...tens.flatMap((ten, t) =>
      italian.map((unit, i): [string, number] => [
        `${/^[uo]/.test(unit) ? ten.slice(0, -1) : ten}${unit}`,
        (t + 2) * 10 + i + 1,
      ]),
    ),
  ])
}
