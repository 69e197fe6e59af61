import { foldText } from './characters.ts'
import { hashWord } from './word-hash.ts'

/**
 * Words of place names that are written in several ways, or in several languages: each line is one word for the finder.
 * "N. Main St" and "North Main Street" are one name, and so are "Quay Street" and "calle Quay".
 */
const SAME = `
st street str saint ste calle c rue via rua kalye strasse san sao santo
av avenue ave avenida avda aven viale
blvd boulevard bulevar blvrd
square sq plaza pza plz piazza praca platz
road rd carretera ctra strada estrada
drive dr drv
lane ln
court ct
hwy highway autopista autoroute autostrada motorway
pkwy parkway
expy expressway expwy
fwy freeway
bridge puente pont ponte tulay brucke
tunnel tunel
station stn estacion gare stazione estacao bahnhof estacio
terminal terminale
hospital hosp ospedale hopital krankenhaus hospitals
airport aeropuerto aeroport aeroporto flughafen
university univ universidad universite universita universidade universitat
school escuela colegio ecole scuola escola liceo lycee
park parque parc parco
stadium estadio stade stadio estadi
market mercado marche mercato mkt
church iglesia eglise chiesa igreja simbahan
cathedral catedral cathedrale cattedrale
port puerto
harbour harbor
pier muelle
centre center ctr centro
theatre theater teatro
museum museo musee museu
beach playa plage praia
tower torre
mount mt monte mont
fort ft fuerte
junction jct jn
n north norte nord
s south sur sud sul
e east este leste
w west oeste ouest ovest
1 one uno
2 two dos deux due dois
3 three tres trois tre
4 four cuatro quatre quattro quatro
5 five cinco cinq cinque
6 six seis sei
7 seven siete sept sette sete
8 eight ocho huit otto oito
9 nine nueve neuf nove
10 ten diez dix dieci dez
1st first primera primero
2nd second segunda segundo
3rd third tercera tercer
4th fourth cuarta
5th fifth quinta
6th sixth sexta
7th seventh septima
8th eighth octava
9th ninth novena
10th tenth decima
11th eleventh
12th twelfth
`

/** Kinds of place that stand before the name in some languages and after it in others. */
const TYPES = `st av blvd square road bridge tunnel station hospital airport university school park stadium market church cathedral port pier
theatre museum beach tower hwy`

/** Small words inside a name, which people leave out. */
const SMALL = 'de del la las los el of the du des di della dei da do dos das d l al y e and et ed & und der von'

/** These stand for a saint at the beginning of a name, whatever else they can mean. */
const SAINT = new Set(['st', 'saint', 'ste', 'san', 'sao', 'santo'])

const canonical = new Map<number, number>()
const surfaces = new Map<number, number[]>()
for (const line of SAME.trim().split('\n')) {
  const [first = '', ...rest] = line.split(' ').map(foldText)
  for (const word of [first, ...rest]) addSame(word, first)
}
function addSame(word: string, first: string): void {
  const hash = hashWord(first)
  canonical.set(hashWord(word), hash)
  surfaces.set(hash, [...(surfaces.get(hash) ?? []), hashWord(word)])
}

const types = new Set(TYPES.split(/\s+/).map(hashWord))
const articles = new Set(
  `the la las los el les le lo il i gli al del du des au aux das dos da do na no nas nos ao aos pela pelo ang sa
alla alle allo ai agli dalla dalle dal dai della delle dello dei degli nella nelle nel nei sulla sulle sul sui`
    .split(/\s+/)
    .map(hashWord),
)
const small = new Set(SMALL.split(' ').map(hashWord))

/** The one word that stands for all ways of writing this one. */
export function canonicalWord(hash: number): number {
  return canonical.get(hash) ?? hash
}

/** All ways of writing a canonical word. */
export function surfacesOf(hash: number): readonly number[] {
  return surfaces.get(hash) ?? [hash]
}

/** A word such as "of" or "de", left out inside names. */
export function isSmallWord(hash: number): boolean {
  return small.has(hash)
}

/** A hospital, already canonical. */
export const HOSPITAL_WORD = hashWord('hospital')

/** An article, or a preposition that holds one. */
export function isArticle(hash: number): boolean {
  return articles.has(hash)
}

/** A word for a kind of place, such as "street" or "puente", already canonical. */
export function isTypeWord(hash: number): boolean {
  return types.has(hash)
}

/** The hash of a word with a possessive s: "Boston’s" is read as "bostons". */
export function possessiveOf(hash: number): number {
  return Math.imul(hash ^ 115, 0x01000193) || 1
}

/** One way of writing a name: canonical words, and what else must be so. */
export interface PlaceSpelling {
  words: number[]
  /** An article stands before it: "the refinery". */
  article: boolean
  /** It is a hashtag, run together: "Southend" is not the South End. */
  hashtag: boolean
  /** It bears a possessive s: "Boston’s". */
  possessive: boolean
  /** It holds a comma, so that it may go on behind one. */
  comma: boolean
}

/**
 * The ways in which a name is found: its canonical words without small ones, the same with the kind of place at the other end
 * ("Quay Street", "calle Quay"), run together as in a hashtag, and, unless a word could be mistaken for it, with a possessive s.
 */
export function spellPlace(name: string, isWord: boolean): PlaceSpelling[] {
  const folded = foldText(name).split(' ').filter(Boolean)
  const article = folded.length > 1 && isArticle(hashWord(folded[0]!))
  const named = article ? folded.slice(1) : folded
  const words = named
    .filter((word, i) => i === 0 || i === named.length - 1 || !isSmallWord(hashWord(word)))
    .map((word) => canonicalWord(hashWord(word)))
  const plain = { words, article, hashtag: false, possessive: false, comma: name.includes(',') }
  const spellings: PlaceSpelling[] = [plain]
  const [first, last] = [words[0]!, words.at(-1)!]
  if (words.length === 1 && !isWord) spellings.push({ ...plain, words: [possessiveOf(first)], possessive: true })
  else if (words.length > 1 && types.has(last)) spellings.push({ ...plain, words: [last, ...words.slice(0, -1)] })
  else if (words.length > 1 && types.has(first) && !SAINT.has(named[0]!))
    spellings.push({ ...plain, words: [...words.slice(1), first] })
  for (const parts of article ? [folded, named] : [folded]) {
    if (parts.length > 1 && parts.join('').length > 5)
      spellings.push({ ...plain, words: [hashWord(parts.join(''))], article: false, hashtag: true })
  }
  return spellings
}
