import { foldText } from './characters.ts'
import type { Mention } from './mentions.ts'
import { canonicalWord, isSmallWord, isTypeWord } from './place-words.ts'
import { AFTER_PAUSE, type Scan } from './scan.ts'
import { type Spelling, between, isAllCapital, isCapital, signAfter, signBefore, writtenAt } from './spelling.ts'
import { hashWord } from './word-hash.ts'
import type { World, WorldPlace } from './world.ts'

const set = (words: string) => new Set(words.split(/\s+/).map((word) => hashWord(foldText(word))))

/** Words after which something is a place: "in", "near", "cerca de". */
const AT =
  set(`in at near around outside inside across towards downtown central northern southern eastern western off on along beside
behind beyond throughout within into over hits hit rocks shakes en cerca sobre junto frente dans sur au aux pres chez vers nel nella nello nei
presso vicino sul sulla no na nos nas perto sa im bei nahe zona barrio centro distrito ciudad city town village borough district municipio
comune quartier quartiere bairro barangay lungsod bayan suburb neighborhood neighbourhood`)
/** Words that also stand before what is no place. */
const OF = set('of de del di da do du to from a al ng by for desde hacia')
/** Words that may stand between the two. */
const ARTICLES = set('the la el los las le les il lo gli i o os as')
/** Where somebody or something comes from, goes to, or what it is like: not where it happened. */
const AWAY = set(
  'from to toward towards for than like since desde hacia para como depuis vers pour comme verso per come dal dalla dalle',
)
/** Newspapers and the like are named after cities. */
const PAPERS =
  set(`times post tribune herald chronicle globe news journal daily mail gazette observer telegraph guardian examiner sun star
bulletin inquirer magazine style`)
/** With these before it a name is another name. */
const OTHER = set('new old little fort lake mount port saint st nueva nuevo nouvelle nova novo')
/** Short forms that are also words, so that they need a comma and capitals. */
const WORDY = set('in or me ok hi oh la pa ma mi de id al co mo ne ia ar as us on nl ab md mt va pr')
/** Short forms that are hardly ever anything else, so that they need no capitals. */
const PLAIN = set('tx nj ny nc nd nv ct fl mn nh tn vt wi wv wy uk usa uae nsw qld')
const A = hashWord('a')
const LETTERS = set('n s e w c')
const STREETS = set('st av blvd rd road square bridge')
/** People of a place, who may be elsewhere. */
const THEIRS =
  set(`firefighters crew crews team teams doctors nurses students fans man woman couple family resident native volunteers rescuers
tourists tourist bomberos medicos hinchas`)

/** What stands around place names in one post. The text itself is looked at only when capitals or signs matter. */
export interface Surroundings {
  lang: string | undefined
  scan: Scan
  spelling: () => Spelling
}

/** Whether a word just before says that a place follows. */
export function saysPlace(around: Surroundings, { at }: Mention): boolean {
  const before = wordBefore(around.scan, at)
  if (before < 0) return false
  const word = around.scan.words[before]!
  return AT.has(word) || (word === A && isPreposition(around, before))
}

/** Whether it is where somebody comes from, goes to or is compared with, or whose people they are. */
export function saysAway({ scan }: Surroundings, { at, end }: Mention): boolean {
  const before = wordBefore(scan, at)
  if (before >= 0 && AWAY.has(scan.words[before]!)) return true
  return end < scan.count && (scan.second[end]! & AFTER_PAUSE) === 0 && THEIRS.has(scan.words[end]!)
}

/** Whether "of", "de", "to" or the like stands before. */
export function saysOf({ scan }: Surroundings, { at }: Mention): boolean {
  const before = wordBefore(scan, at)
  return before >= 0 && OF.has(scan.words[before]!)
}

/** Whether it is written with a capital letter. */
export function isNamed({ spelling }: Surroundings, { at }: Mention): boolean {
  return isCapital(spelling(), at)
}

/** Whether it begins a sentence, where a capital letter says nothing. */
export function beginsSentence({ scan }: Surroundings, { at }: Mention): boolean {
  return at === 0 || (scan.second[at]! & AFTER_PAUSE) !== 0
}

/** Whether it is in small letters in a post that does use capitals: then it is rather a word than a name. */
export function isPlainWord(around: Surroundings, mention: Mention): boolean {
  return !isNamed(around, mention) && /\p{Lu}/u.test(around.spelling().text)
}

/**
 * Whether a name only seems to be written here: words on both sides of a comma, the rest of a word ("it’s end" is not "S. End"),
 * a plural ("Frances" is not "France’s"), a compound ("Normal-Weight"), a hashtag’s words without the sign.
 */
export function isChance(around: Surroundings, mention: Mention): boolean {
  const { scan, spelling } = around
  const { at, end } = mention
  const { words, ambiguity, hashtag, possessive, comma } = mention.place ?? mention.world!
  if (hashtag) return !isHashtag(around, mention)
  if (LETTERS.has(scan.words[at]!) && !isLetterOfName(around, mention)) return true
  if (possessive || canonicalWord(scan.words[end - 1]!) !== words.at(-1))
    return !/['’`´]/.test(writtenAt(spelling(), end - 1))
  if (ambiguity && signAfter(spelling(), end - 1) === '-') return true
  if (comma) return false
  for (let i = at + 1; i < end; i++)
    if ((scan.second[i]! & AFTER_PAUSE) !== 0 && /[^\s.,'’-]/.test(between(spelling(), i))) return true
  return false
}

/** "N. Main St", or "n main st" where nothing is in capitals; never the s of "it’s". */
function isLetterOfName({ spelling }: Surroundings, { at }: Mention): boolean {
  if (/['’`´]/.test(signBefore(spelling(), at))) return false
  return isCapital(spelling(), at) || !/\p{Lu}/u.test(spelling().text)
}

/** Whether a capitalised word follows, as a surname does. */
export function hasSurname({ scan, spelling }: Surroundings, { end }: Mention): boolean {
  return end < scan.count && (scan.second[end]! & AFTER_PAUSE) === 0 && isCapital(spelling(), end)
}

/** Whether it is a hashtag. */
export function isHashtag({ spelling }: Surroundings, { at }: Mention): boolean {
  return signBefore(spelling(), at) === '#'
}

/** Whether the word before makes it another name, as in "Fort Jackson" or "New London". */
export function isPartOfName({ scan, spelling }: Surroundings, { at }: Mention): boolean {
  if (at === 0 || (scan.second[at]! & AFTER_PAUSE) !== 0 || !OTHER.has(scan.words[at - 1]!)) return false
  return isCapital(spelling(), at - 1) && isCapital(spelling(), at)
}

/** Whether something else is named after it: "London Road", "calle Madrid", "New York Times". */
export function isNamedAfter({ scan, spelling }: Surroundings, { at, end }: Mention): boolean {
  const { words, second, count } = scan
  const isFollowed =
    end < count &&
    (second[end]! & AFTER_PAUSE) === 0 &&
    (PAPERS.has(words[end]!) || isTypeWord(canonicalWord(words[end]!)))
  if (isFollowed && isCapital(spelling(), end)) return true
  if (at === 0 || (second[at]! & AFTER_PAUSE) !== 0) return false
  const before = at > 1 && isSmallWord(words[at - 1]!) ? at - 2 : at - 1
  return STREETS.has(canonicalWord(words[before]!)) && isCapital(spelling(), at)
}

/** The state or country that follows a name: "West, Texas", "Paris (TX)". */
export function regionAfter(
  { scan, spelling }: Surroundings,
  { byCode }: World,
  { end }: Mention,
  next: Mention | undefined,
): readonly WorldPlace[] | null {
  if (end >= scan.count) return null
  if (next?.world && next.at === end) {
    const regions = next.world.places.filter(({ box }) => box)
    if (regions.length > 0) return regions
  }
  const code = byCode.get(scan.words[end]!)
  if (!code) return null
  const paused = (scan.second[end]! & AFTER_PAUSE) !== 0
  if (isAllCapital(spelling(), end)) return paused || !WORDY.has(scan.words[end]!) ? [code] : null
  return paused && PLAIN.has(scan.words[end]!) ? [code] : null
}

/** The word before a name, articles passed over, within the sentence; -1 where there is none. */
function wordBefore({ words, second }: Scan, at: number): number {
  let before = at - 1
  if (at === 0 || (second[at]! & AFTER_PAUSE) !== 0) return -1
  while (before > 0 && ARTICLES.has(words[before]!)) {
    if ((second[before]! & AFTER_PAUSE) !== 0) return -1
    before--
  }
  return before
}

/** "à" always, "a" where the network says that the post is in a Romance language. */
function isPreposition({ lang, spelling }: Surroundings, word: number): boolean {
  const { text, starts } = spelling()
  const sign = text.charAt(starts[word] ?? -1)
  return sign === 'à' || sign === 'À' || /^(es|fr|it|pt)/.test(lang ?? '')
}
