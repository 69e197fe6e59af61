import type { Kind, Post, Reason, Voice } from './types.ts'
import { signatureOf, spokenWords } from './copies.ts'
import { type Gazetteer, type Whereabouts, locate } from './gazetteer.ts'
import { hazardsOf } from './hand-features.ts'
import { readHeads } from './heads.ts'
import { kindsOf, listKinds, looseHazards, namingsOf } from './kinds.ts'
import { firstBit, secondBit } from './lexicon/categories.ts'
import { linksOf } from './links.ts'
import { type Model, scorePost } from './model.ts'
import { readPhrases } from './phrases.ts'
import { MARK_DIGITS, MARK_LINK, MARK_QUESTION, MARK_REPOST, type Scan } from './scan.ts'
import { distanceKm } from './distance.ts'
import type { Vocabulary } from './vocabulary.ts'
import { topicsOf } from './topics.ts'
import { voiceOf } from './voice.ts'
import { hashWord } from './word-hash.ts'

/** A post that names harm, read: what it says, how sure it sounds, where it is. Later stages decide what it is worth. */
export interface Reading {
  post: Post
  /** Event time, ms; the clock's when the post's own is absurd. */
  at: number
  kinds: Kind[]
  /** How it names each of them: indices of NAMINGS. */
  namings: number[]
  /** Kinds that it denies. */
  denies: Kind[]
  isDenial: boolean
  /** Triage score, nats. */
  score: number
  /** Nats to take off for signs that this is no report of now: film, drill, memory, figure of speech. */
  doubt: number
  voice: Voice
  where: Whereabouts
  /** Tells what its author knows, not what others say or what came of it: such posts may show that this is another event. */
  firstHand: boolean
  /** It has a word for people hurt or dead, also to say that nobody is. */
  tellsOfPeople: boolean
  /** Its words in order, and its distinct words sorted, as hashes. */
  words: Int32Array
  signature: Int32Array
  /** Words that say what it is about, beside hazard and manner. */
  topics: Int32Array
  /** The pages that it points to. */
  links: string[]
  repostedHandle: number
  reasons: Reason[]
}

const RESPONDER = firstBit('responder')
const HURT = firstBit('hurt')
const DEAD = firstBit('dead')
const SAW = firstBit('saw')
const HEARD = firstBit('heard')
const NOW = firstBit('now')
const PERSONAL = SAW | HURT | DEAD | NOW | firstBit('self') | firstBit('fear')
const ECHO = secondBit('echo')
const CLOSURE = secondBit('closure')
const ASK = secondBit('ask')
const PHOTO = secondBit('photo')
const REAL = secondBit('real')
const DENIAL = secondBit('denial')
const DRILL = secondBit('drill')
const FICTION = secondBit('fiction')
const ANNIVERSARY = secondBit('anniversary')
const PAST = secondBit('past')
const JOKE = secondBit('joke')
const MONEY = secondBit('money')
const SPORT = secondBit('sport')
const FORECAST = secondBit('forecast')
const INNOCENT = secondBit('innocent')

/** From this probability on, an eyewitness is named as a reason though no word of the lists says so. */
const LIKELY_WITNESS = 0.5

export interface ReadingTools {
  vocabulary: Vocabulary
  model: Model
  gazetteer: Gazetteer
}

/** Triage and place: reads a scanned post, or gives null when it names no harm after all. */
export function readPost(
  post: Post,
  at: number,
  scan: Scan,
  { vocabulary, model, gazetteer }: ReadingTools,
): Reading | null {
  const categories = readPhrases(scan, vocabulary)
  const { first, second } = categories
  const real = (second & REAL) !== 0
  const isDenial = !real && (second & DENIAL) !== 0
  const kinds = kindsOf(categories)
  const denies = isDenial ? listKinds(hazardsOf(categories.denied | first) | looseHazards(categories.denied)) : []
  if (kinds.length === 0 && !isDenial) return null
  const drill = !real && (second & (DRILL | FICTION)) !== 0
  const earlier = (second & PAST) !== 0 || namesEarlierYear(scan, at)
  const old = earlier || (second & ANNIVERSARY) !== 0
  let doubt = 0
  if (!real && (second & DRILL) !== 0) doubt += 8
  if (!real && (second & FICTION) !== 0) doubt += 4
  if ((second & ANNIVERSARY) !== 0) doubt += 8
  if (earlier) doubt += 5
  if ((second & JOKE) !== 0) doubt += 4
  if ((second & MONEY) !== 0) doubt += 3
  if (!real && (second & SPORT) !== 0) doubt += 1
  if ((second & FORECAST) !== 0) doubt += 0.7
  if ((second & INNOCENT) !== 0) doubt += 1
  const asks = (second & ASK) !== 0 || (scan.marks & MARK_QUESTION) !== 0
  const witness = (first & (SAW | HEARD)) !== 0
  const asksOnly = asks && !witness && (first & (HURT | DEAD | RESPONDER)) === 0
  const namings = namingsOf(first, kinds)
  const passedOn = (scan.marks & MARK_REPOST) !== 0
  const heard = model.heads && readHeads(model.heads, post.text, scan, categories)
  const voice = voiceOf(post, categories, scan.marks, heard?.newsroom)
  const where = locate(gazetteer, post, scan)
  if (where.elsewhere) doubt += 3
  const hearsOnly = (first & HEARD) !== 0 && (first & (SAW | HURT | DEAD)) === 0
  const firstHand = (second & (ECHO | CLOSURE)) === 0 && (first & PERSONAL) !== 0 && !asks && !passedOn && !hearsOnly
  const ownWords = (scan.marks & (MARK_LINK | MARK_REPOST)) === 0

  const words = spokenWords(scan.words, isCutShort(post.text) ? scan.count - 1 : scan.count)

  const reasons: Reason[] = []
  if (kinds[0] && kinds[0] !== 'other') reasons.push({ code: 'names-hazard', detail: kinds[0] })
  if (((first & SAW) !== 0 || (heard?.eyewitness ?? 0) >= LIKELY_WITNESS) && ownWords) reasons.push({ code: 'saw-it' })
  if ((first & HEARD) !== 0 && ownWords) reasons.push({ code: 'heard-it' })
  if (where.type === 'inside' && where.place) {
    if (where.byGeo && post.geo)
      reasons.push({ code: 'nearby', detail: String(Math.round(distanceKm(gazetteer.area.hospital, post.geo) * 1000)) })
    if (!where.byGeo || where.place.name !== gazetteer.area.name)
      reasons.push({ code: 'names-place', detail: where.place.name })
  }
  if (where.type === 'far') reasons.push(where.place ? { code: 'far', detail: where.place.name } : { code: 'far' })
  if (where.elsewhere) reasons.push({ code: 'far', detail: where.elsewhere })
  if (where.type === 'unplaced') reasons.push({ code: 'no-place' })
  if ((first & HURT) !== 0) reasons.push({ code: 'says-hurt' })
  if ((first & DEAD) !== 0) reasons.push({ code: 'says-dead' })
  if ((first & RESPONDER) !== 0) reasons.push({ code: 'responders' })
  if ((first & NOW) !== 0) reasons.push({ code: 'right-now' })
  if ((second & PHOTO) !== 0) reasons.push({ code: 'photo' })
  if (voice !== 'person') reasons.push({ code: voice })
  if (isDenial) reasons.push({ code: 'denies' })
  if (asksOnly) reasons.push({ code: 'asks-only' })
  if (old) reasons.push({ code: 'old-news' })
  if (drill) reasons.push({ code: 'drill-or-film' })
  if ((second & JOKE) !== 0) reasons.push({ code: 'joke' })
  if (!real && (second & SPORT) !== 0) reasons.push({ code: 'sport' })
  if ((second & MONEY) !== 0) reasons.push({ code: 'money' })
  if ((second & FORECAST) !== 0) reasons.push({ code: 'forecast' })
  if (passedOn) reasons.push({ code: 'passed-on' })

  return {
    post,
    at,
    kinds,
    namings,
    denies,
    isDenial,
    score: scorePost(model, scan, categories),
    doubt,
    voice,
    where,
    firstHand,
    tellsOfPeople: (scan.anyFirst & (HURT | DEAD)) !== 0,
    words,
    signature: signatureOf(words),
    topics: topicsOf(scan),
    links: linksOf(post),
    repostedHandle: scan.repostedHandle,
    reasons,
  }
}

/** Whether a text ends within a word, as networks and people cut what they pass on. */
function isCutShort(text: string): boolean {
  return /[\p{L}\p{N}](…|\.{3})["”»)]*(\s+https?:\S*)*\s*$/u.test(text.slice(-300))
}

const YEARS = new Map(Array.from({ length: 300 }, (_, i): [number, number] => [hashWord(String(1800 + i)), 1800 + i]))

function namesEarlierYear(scan: Scan, at: number): boolean {
  if ((scan.marks & MARK_DIGITS) === 0) return false
  const thisYear = new Date(at).getUTCFullYear()
  for (let i = 0; i < scan.count; i++) if ((YEARS.get(scan.words[i]!) ?? thisYear) < thisYear) return true
  return false
}
