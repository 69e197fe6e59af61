import { hazardsOf } from './hand-features.ts'
import { firstBit, secondBit } from './lexicon/categories.ts'
import type { Categories } from './phrases.ts'
import { KINDS, type Kind } from './types.ts'

const HURT = firstBit('hurt')
const DEAD = firstBit('dead')
const RESPONDER = firstBit('responder')
const SAW = firstBit('saw')
const HEARD = firstBit('heard')
const SELF = firstBit('self')
const FEAR = firstBit('fear')
const MAYBE_QUAKE = firstBit('maybe-quake')
const MAYBE_EXPLOSION = firstBit('maybe-explosion')
const ASK = secondBit('ask')

/** Which kinds of harm a post reports. Responders, people hurt or fear without a hazard are `other`: something may have happened. */
export function kindsOf({ first, second }: Categories): Kind[] {
  let hazards = hazardsOf(first)
  // "What was that, the house shook": people feel a blast before anyone knows that it was one.
  const startled = (first & (HEARD | SELF)) !== 0 && (second & ASK) !== 0
  if (startled && (first & MAYBE_QUAKE) !== 0)
    hazards |= (1 << KINDS.indexOf('quake')) | (1 << KINDS.indexOf('explosion'))
  if (startled && (first & MAYBE_EXPLOSION) !== 0) hazards |= 1 << KINDS.indexOf('explosion')
  if (hazards !== 0) return listKinds(hazards)
  // Harm without a name, or a noise that somebody asks about, says little alone; several that share a rare word say much.
  const alarmed =
    (first & (RESPONDER | FEAR | HURT | DEAD)) !== 0 || ((first & (HEARD | SAW)) !== 0 && (second & ASK) !== 0)
  return alarmed ? ['other'] : []
}

/** The hazards that a mask names loosely, as bits of KINDS. */
export function looseHazards(first: number): number {
  return (first >>> 10) & 0x1ff
}

/** The kinds of a mask of hazards. */
export function listKinds(bits: number): Kind[] {
  return KINDS.filter((_, i) => ((bits >>> i) & 1) !== 0)
}

/** A hazard as it is named, outright or loosely: "derailed" is rarer than "crash", so each has its own rate. Ten outright, then nine loose. */
export const NAMINGS: readonly string[] = [...KINDS, ...KINDS.slice(0, 9).map((kind) => `maybe-${kind}`)]

/** For each of `kinds`, in order, the index in NAMINGS of how a post names it. */
export function namingsOf(first: number, kinds: readonly Kind[]): number[] {
  return kinds.map((kind) => {
    const index = KINDS.indexOf(kind)
    return ((first >>> index) & 1) !== 0 || index === 9 ? index : index + 10
  })
}
