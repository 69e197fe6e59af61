import { FIRST_MASK, SECOND_MASK, firstBit, secondBit } from './lexicon/categories.ts'
import {
  MARK_CAPITALS,
  MARK_DIGITS,
  MARK_EXCLAMATION,
  MARK_HASHTAG,
  MARK_LINK,
  MARK_MENTION,
  MARK_QUESTION,
  MARK_REPOST,
} from './scan.ts'
import type { Categories } from './phrases.ts'

const STRONG_HAZARDS = 0x3ff
const WEAK_HAZARDS = 0x1ff << 10
const HURT = firstBit('hurt')
const DEAD = firstBit('dead')
const RESPONDER = firstBit('responder')
const SAW = firstBit('saw')
const HEARD = firstBit('heard')
const NOW = firstBit('now')
const SELF = firstBit('self')
const VEHICLE = firstBit('vehicle')
const BUILDING = firstBit('building')
const FEAR = firstBit('fear')
const NUMBER = secondBit('number')
const ASK = secondBit('ask')
const NEWS = secondBit('newsroom') | secondBit('report')
const HERE = secondBit('here')
const AWAY = secondBit('joke') | secondBit('fiction') | secondBit('sport') | secondBit('money')
const THEN = secondBit('past') | secondBit('anniversary')

const MARKS = [
  MARK_LINK,
  MARK_MENTION,
  MARK_HASHTAG,
  MARK_QUESTION,
  MARK_EXCLAMATION,
  MARK_REPOST,
  MARK_DIGITS,
  MARK_CAPITALS,
]

/** Names of the hand features, in the order of their weights; the card and `explain` print them. */
export const HAND_FEATURES: readonly string[] = [
  ...FIRST_MASK,
  ...SECOND_MASK,
  'link',
  'mention',
  'hashtag',
  'question',
  'exclamation',
  'repost',
  'digits',
  'capitals',
  'short',
  'long',
  'strong',
  'weak',
  'weak with context',
  'strong, perceived',
  'weak, perceived',
  'strong, now, no link',
  'weak, now, no link',
  'strong and harm',
  'weak and harm',
  'strong and responder',
  'weak and responder',
  'harm and responder',
  'harm and number',
  'strong, building or vehicle',
  'weak, building or vehicle',
  'strong and fear',
  'weak and fear',
  'strong asked',
  'weak asked',
  'strong here',
  'weak here',
  'hazard in the news',
  'hazard and self, no link',
  'hazard, another topic',
  'hazard, long ago',
  'several hazards',
  'responder now, no link',
  'responder asked',
]

/** The hazards of a post that count: named outright, or loosely beside something that makes them physical. */
export function hazardsOf(first: number): number {
  const strong = first & STRONG_HAZARDS
  const context = first & (HURT | DEAD | RESPONDER | SAW | HEARD | VEHICLE | BUILDING | FEAR)
  return context === 0 ? strong : strong | ((first & WEAK_HAZARDS) >>> 10)
}

/** Fills `out` with the indices of a post's active hand features and returns their number. `words` is the number of words. */
export function fillHandFeatures({ first, second }: Categories, marks: number, words: number, out: Int32Array): number {
  let count = 0
  for (let i = 0; i < FIRST_MASK.length; i++) if ((first >>> i) & 1) out[count++] = i
  let offset = FIRST_MASK.length
  for (let i = 0; i < SECOND_MASK.length; i++) if ((second >>> i) & 1) out[count++] = offset + i
  offset += SECOND_MASK.length
  for (let i = 0; i < MARKS.length; i++) if ((marks & MARKS[i]!) !== 0) out[count++] = offset + i
  offset += MARKS.length
  const strong = (first & STRONG_HAZARDS) !== 0
  const weak = (first & WEAK_HAZARDS) !== 0
  const perceived = (first & (SAW | HEARD)) !== 0
  const harm = (first & (HURT | DEAD)) !== 0
  const responder = (first & RESPONDER) !== 0
  const ownWords = (marks & (MARK_LINK | MARK_REPOST)) === 0
  const nowOwn = ownWords && (first & NOW) !== 0
  const place = (first & (BUILDING | VEHICLE)) !== 0
  const fear = (first & FEAR) !== 0
  const asked = (second & ASK) !== 0 || (marks & MARK_QUESTION) !== 0
  const here = (second & HERE) !== 0
  const hazards = hazardsOf(first)
  const products = [
    words < 6,
    words > 18,
    strong,
    weak,
    weak && hazards !== 0,
    strong && perceived,
    weak && perceived,
    strong && nowOwn,
    weak && nowOwn,
    strong && harm,
    weak && harm,
    strong && responder,
    weak && responder,
    harm && responder,
    harm && ((second & NUMBER) !== 0 || (marks & MARK_DIGITS) !== 0),
    strong && place,
    weak && place,
    strong && fear,
    weak && fear,
    strong && asked,
    weak && asked,
    strong && here,
    weak && here,
    hazards !== 0 && (second & NEWS) !== 0,
    hazards !== 0 && ownWords && (first & SELF) !== 0,
    (strong || weak) && (second & AWAY) !== 0,
    (strong || weak) && (second & THEN) !== 0,
    (hazards & (hazards - 1)) !== 0,
    responder && nowOwn,
    responder && asked,
  ]
  for (let i = 0; i < products.length; i++) if (products[i]) out[count++] = offset + i
  return count
}
