import { firstBit } from './lexicon/categories.ts'
import { type HeadCount, type Token, meansOne, readNumerals } from './numerals.ts'
import type { CasualtyClaim, Voice } from './types.ts'
import { type Vocabulary, findEntry } from './vocabulary.ts'
import { hashWord } from './word-hash.ts'

type Harm = CasualtyClaim['what']

const HURT = firstBit('hurt')
const DEAD = firstBit('dead')
const PEOPLE = firstBit('people')

/** Stands for "no upper end": JSON has no infinity. */
export const MANY = 1_000_000

const AT_LEAST =
  /(at least|no less than|not less than|no fewer than|no menos de|non meno di|pas moins de|more than|over|above|upwards of|al menos|por lo menos|como minimo|mas de|minimo|almeno|piu di|oltre|pelo menos|mais de|au moins|plus de|hindi bababa sa|mahigit|higit sa)( \S+)?$/
const UP_TO =
  /((?<!(gone|go|goes|went|rose|risen|rises|climbed|climbs) )up to|as many as|hasta|fino a|ate|jusqua)( \S+)?$/
const BETWEEN = /^(between|entre|tra|fra)$/
const RANGE = /^(to|or|o|ou|a|y|e|et|and|ad|od|hanggang)$/
const AND = /^(and|y|e|et)$/
const OWN = /^(her|his|their|sus?|ses|seus|suas|suoi|sue)$/
const PAUSE = /^[,:;.!?\n()…–—]$/
/** What a number counts when it counts no people. */
const NOT_PEOPLE =
  /^(minutes?|minutos?|minuti|mins?|hours?|horas?|ore|heures?|hrs?|days?|dias?|giorni|jours|weeks?|months?|am|pm|km|kms|metres?|meters?|metros?|metri|m|miles?|feet|ft|years?|anos?|anni|ans|old|blocks?|streets?|floors?|times?|ambulances?|ambulancias?|ambulanze|explosions?|explosiones|esplosioni|blasts?|bombs?|bombas?|shots?|fires?|incendios?|cars?|coches?|vehicles?|trucks?|bus(es)?|trains?|phones?|houses?|homes?|casas?|buildings?|dogs?|cats?|animals?|cows?|engines?|crews?|hospitals?|jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sep(t|tember)?|oct(ober)?|nov(ember)?|dec(ember)?|de)$/
/** A number after these is a name: route 66, platform 2. */
const LABEL =
  /^(line|lines|route|road|highway|interstate|bus|tram|train|flight|gate|exit|platform|pier|room|floor|level|apartment|unit|linea|ruta|calle|carretera|puerta|piso|anden|via|rue|ligne|quai|etage|voie|rua|linha|binario|piano|strada|numero|category|magnitude|call|dial|ring|llama|llame|appelez|chiamate|ligue|since|desde|depuis|dalle|alle|las)$/
const IN_A_YEAR = /^(in|en|since|from|of|del|nel|em|desde|depuis|until|by|year|ano)$/
const PERSON =
  /^(people|persons?|adults?|adultos?|adulti|adultes?|child(ren)?|kids?|babies|baby|toddlers?|men|man|women|woman|boys?|girls?|teens?|teenagers?|students?|pupils?|teachers?|workers?|passengers?|drivers?|cyclists?|pedestrians?|firefighters?|officers?|police(man|men|woman)?|soldiers?|residents?|tourists?|patients?|others?|personas?|ninos?|ninas?|hombres?|mujer(es)?|bomberos?|pasajeros?|trabajador(es)?|obreros?|policias?|mothers?|fathers?|sons?|daughters?|brothers?|sisters?|madre|padre|hijos?|hijas?|figli[oae]?|mere|pere|fils|fille|mae|pai|filhos?|filhas?|persone|persona|uomo|uomini|donn[ae]|bambin[oiae]|pompier[ei]s?|personnes?|hommes?|femmes?|enfants?|passagers?|pessoas?|homens?|homem|mulher(es)?|criancas?|katao|bata|lalaki|babae)$/
const THE = /^(the|el|la|il|le|ang)$/
/** "No" and what may stand between it and those who are not hurt. */
const NO =
  /^(no|nobody|none|zero|sin|ningun|ninguna|nadie|nessun|nessuno|nessuna|sem|nenhum|nenhuma|ninguem|aucune?|walang|wala|non|nao|pas|ni)$/
const BETWEEN_NO_AND_HARM =
  /^(one|was|were|is|are|has|have|been|there|any|reported|known|people|persons|serious|major|hay|hubo|se|registran|registra|reportan|reporta|reportados|informa|de|personas|ci|sono|stati|ha|houve|d|y|a|ang|pa|lost|got)$/
/** A number and the word it counts stand at most this many words apart. */
const REACH = 6

/** Reads what a post says about people hurt or dead: per kind the first figure; `high` is MANY for an open end, and both are 0 where it says that nobody is. */
export function readCasualties(text: string, voice: Voice, postId: string, vocabulary: Vocabulary): CasualtyClaim[] {
  const tokens = joinRanges(readNumerals(text.slice(0, 1000)))
  const harms = tokens.map((token, i) => (typeof token === 'string' ? harmOf(token, tokens[i + 1], vocabulary) : null))
  const claims = new Map<Harm, HeadCount>()
  const told = new Set<number>()
  const isPerson = (token: Token | undefined) =>
    typeof token === 'string' && (PERSON.test(token) || (maskOf(token, vocabulary) & PEOPLE) !== 0)

  /** The position of the harm that a number at `at` counts, or -1. */
  function harmCounted(at: number): number {
    const next = tokens[at + 1]
    if (typeof next === 'string' && !harms[at + 1] && NOT_PEOPLE.test(next)) {
      if (next !== 'de' || !harms[at + 2]) return -1
    }
    if (harms[at + 1]) return at + 1
    const before = tokens[at - 1] === ':' ? at - 2 : at - 1
    if (harms[before] && !told.has(before) && !isPerson(next)) return before
    for (let i = at + 1; i <= at + REACH; i++) {
      const token = tokens[i]
      if (typeof token !== 'string' || PAUSE.test(token) || NO.test(token)) break
      if (harms[i]) return i
      // Without its accent, Italian and Portuguese "is" looks like "and".
      if (AND.test(token) && !(token === 'e' && harms[i + 1] && isPerson(tokens[i - 1]))) break
    }
    for (let i = at - 1; i >= at - REACH; i--) {
      const token = tokens[i]
      if (typeof token !== 'string' || (PAUSE.test(token) && token !== ':')) break
      if (harms[i]) return told.has(i) ? -1 : i
    }
    return -1
  }

  let waiting: { at: number; count: HeadCount } | undefined
  for (let at = 0; at < tokens.length; at++) {
    const count = countAt(tokens, at, (i) => harms[i] !== null, isPerson)
    if (!count || isLabel(tokens, at)) continue
    const qualified = qualify(count, tokens, at)
    const together = waiting && isJoined(tokens, waiting.at, at) ? add(waiting.count, qualified) : qualified
    const harm = harmCounted(at)
    if (harm < 0) {
      waiting = isPerson(tokens[at + 1]) ? { at, count: together } : undefined
      continue
    }
    waiting = undefined
    told.add(harm)
    const what = harms[harm]!
    if (!claims.has(what)) claims.set(what, together)
  }
  for (const [at, harm] of harms.entries())
    if (harm && !claims.has(harm) && isNone(tokens, harms, at)) claims.set(harm, { low: 0, high: 0 })
  return [...claims].map(([what, { low, high }]) => ({ postId, voice, what, low, high: Math.min(high, MANY) }))
}

/** A number, or one person who is named without a number ("a man", "the driver"). */
function countAt(
  tokens: readonly Token[],
  at: number,
  isHarm: (at: number) => boolean,
  isPerson: (token: Token | undefined) => boolean,
): HeadCount | undefined {
  const token = tokens[at]!
  if (typeof token !== 'string') return token
  const next = tokens[at + 1]
  const one = { low: 1, high: 1 }
  if (THE.test(token)) return isPerson(next) && isOnePerson(next) ? one : undefined
  if (!meansOne(token) || NO.test(String(tokens[at - 1]))) return undefined
  return isHarm(at + 1) || isPerson(next) ? one : undefined
}

function isOnePerson(token: Token | undefined): boolean {
  return (
    typeof token === 'string' && !/(s|people|children|men|women|police|persone|uomini|donne|bambini|katao)$/.test(token)
  )
}

/** "10 to 15", "between 10 and 15", "two or three" become one number, "seven of the 40" the first of its two. */
function joinRanges(tokens: readonly Token[]): Token[] {
  const joined: Token[] = []
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!
    const [link, next, last] = [tokens[at + 1], tokens[at + 2], tokens[at + 3]]
    const isRange =
      typeof link === 'string' &&
      RANGE.test(link) &&
      (!AND.test(link) || (typeof tokens[at - 1] === 'string' && BETWEEN.test(tokens[at - 1] as string)))
    if (typeof token !== 'string' && isRange && isCount(next) && next.low > token.low) {
      joined.push({ low: token.low, high: next.high })
      at += 2
    } else if (typeof token !== 'string' && link === 'of' && (isCount(next) || (next === 'the' && isCount(last)))) {
      joined.push(token)
      at += isCount(next) ? 2 : 3
    } else if (typeof token !== 'string' && link === 'plus') {
      joined.push({ low: token.low, high: Infinity })
      at += 1
    } else joined.push(token)
  }
  return joined
}

function isCount(token: Token | undefined): token is HeadCount {
  return typeof token === 'object'
}

/** Whether a number is the name of something, or a year. */
function isLabel(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  const token = tokens[at]!
  if (typeof before !== 'string' || typeof token === 'string') return false
  if (LABEL.test(before)) return true
  return token.low >= 1900 && token.low < 2100 && token.low === token.high && IN_A_YEAR.test(before)
}

function qualify({ low, high }: HeadCount, tokens: readonly Token[], at: number): HeadCount {
  const before = tokens
    .slice(Math.max(0, at - 4), at)
    .filter((token) => typeof token === 'string')
    .join(' ')
  if (AT_LEAST.test(before)) return { low, high: Infinity }
  return UP_TO.test(before) ? { low: Math.min(1, low), high } : { low, high }
}

/** "4 adults and a child": nothing but the people and an "and" stands between two numbers. */
function isJoined(tokens: readonly Token[], first: number, second: number): boolean {
  const between = tokens.slice(first + 1, second)
  const owned = typeof between.at(-1) === 'string' && OWN.test(between.at(-1) as string)
  const last = between.at(owned ? -2 : -1)
  return between.length <= 4 && typeof last === 'string' && AND.test(last)
}

function add(a: HeadCount, b: HeadCount): HeadCount {
  return { low: a.low + b.low, high: a.high + b.high }
}

/** "No injuries", "sin heridos ni muertos", "nobody was hurt". */
function isNone(tokens: readonly Token[], harms: readonly (Harm | null)[], at: number): boolean {
  for (let i = at - 1; i >= at - 4; i--) {
    const token = tokens[i]
    if (typeof token !== 'string' || PAUSE.test(token)) return false
    if (NO.test(token)) return true
    if (!BETWEEN_NO_AND_HARM.test(token) && !harms[i]) return false
  }
  return false
}

function harmOf(word: string, next: Token | undefined, vocabulary: Vocabulary): Harm | null {
  const mask = maskOf(word, vocabulary)
  if ((mask & DEAD) !== 0) return 'dead'
  // "víctimas mortales": the second word says what became of them.
  if ((mask & HURT) !== 0) return typeof next === 'string' && /^(mortal|fatal)/.test(next) ? 'dead' : 'hurt'
  return null
}

function maskOf(word: string, { words, stems }: Vocabulary): number {
  let mask = words.entries[findEntry(words, hashWord(word)) + 1]!
  for (let length = 4; length <= word.length; length++)
    mask |= stems.entries[findEntry(stems, hashWord(word.slice(0, length))) + 1]!
  return mask
}
