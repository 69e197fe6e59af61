import { MOST_SLOTS } from './distinct-slots.ts'
import { fillCharacterSlots } from './character-features.ts'
import { HAND_FEATURES, fillHandFeatures } from './hand-features.ts'
import type { Categories } from './phrases.ts'
import type { Scan } from './scan.ts'
import { fillContextSlots, fillWordSlots } from './word-features.ts'

/** What each head tells of a post about an event, in the order of their weights. */
export const HEADS = ['informative', 'eyewitness', 'official', 'newsroom'] as const
export type Head = (typeof HEADS)[number]

/** Probabilities from 0 to 1 that a post about an event is of use, comes from an eyewitness, an authority, a newsroom. */
export type HeadReadings = Record<Head, number>

/** The part of the hand layer in the score, beside words that are divided by the root of their number. */
export const HAND_SHARE = 0.3

/** Four linear scores over hashed features: words and pairs, what stands near words of harm, runs of three and four characters. */
export interface HeadWeights {
  bias: Float32Array
  /** By hand feature, then head. */
  hand: Float32Array
  /** The hashes of the features that weigh, in ascending order. */
  hashes: Int32Array
  /** By feature, then head, times `scale` of the head. */
  weights: Int16Array
  scale: Float32Array
  /** Platt's slope and offset of each head: score to log-odds. */
  slope: Float32Array
  offset: Float32Array
  /** Bits of the first mask that the heads must not see (a kind left out for an honest forecast). */
  hiddenFirst: number
  /** By open addressing on a hash: 1 + its place in `hashes`, or 0. */
  index: Int32Array
}

interface HeadsFile {
  heads: readonly string[]
  features: readonly string[]
  bias: number[]
  hand: number[]
  scale: number[]
  slope: number[]
  offset: number[]
  hiddenFirst: number
  count: number
}

/** As a mask: features are told apart by all bits of their hash. */
export const WHOLE_HASH = -1

const MAGIC = 0x53414c48
const VERSION = 1

/**
 * Reads the heads from the bytes of `models/heads.bin`.
 * @throws RangeError when the bytes are not heads of this version, are cut short, or do not fit this code's features.
 */
export function loadHeads(bytes: Uint8Array): HeadWeights {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.byteLength < 12 || view.getUint32(0) !== MAGIC) throw new RangeError('Not a file of heads')
  if (view.getUint32(4) !== VERSION) throw new RangeError(`Heads of version ${view.getUint32(4)}, expected ${VERSION}`)
  const begin = 12 + view.getUint32(8)
  if (begin > bytes.byteLength) throw new RangeError('The heads are cut short')
  const file = JSON.parse(new TextDecoder().decode(bytes.subarray(12, begin))) as HeadsFile
  if (file.heads.join() !== HEADS.join() || file.features.join() !== HAND_FEATURES.join())
    throw new RangeError('The heads were trained with other features. Train them again.')
  if (bytes.byteLength - begin !== file.count * (4 + 2 * HEADS.length)) throw new RangeError('The heads are cut short')
  const hashes = Int32Array.from({ length: file.count }, (_, i) => view.getInt32(begin + 4 * i))
  const weightsBegin = begin + 4 * file.count
  const weights = Int16Array.from({ length: file.count * HEADS.length }, (_, i) => view.getInt16(weightsBegin + 2 * i))
  return {
    bias: Float32Array.from(file.bias),
    hand: Float32Array.from(file.hand),
    hashes,
    weights,
    index: indexHashes(hashes),
    scale: Float32Array.from(file.scale),
    slope: Float32Array.from(file.slope),
    offset: Float32Array.from(file.offset),
    hiddenFirst: file.hiddenFirst,
  }
}

/** The bytes of heads, the same for the same weights. */
export function saveHeads({ bias, hand, hashes, weights, scale, slope, offset, hiddenFirst }: HeadWeights): Uint8Array {
  const short = (numbers: Float32Array) => [...numbers].map((number) => Number(number.toPrecision(6)))
  const file: HeadsFile = {
    heads: HEADS,
    features: HAND_FEATURES,
    bias: short(bias),
    hand: short(hand),
    scale: short(scale),
    slope: short(slope),
    offset: short(offset),
    hiddenFirst,
    count: hashes.length,
  }
  const json = new TextEncoder().encode(JSON.stringify(file))
  const bytes = new Uint8Array(12 + json.length + 4 * hashes.length + 2 * weights.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, MAGIC)
  view.setUint32(4, VERSION)
  view.setUint32(8, json.length)
  bytes.set(json, 12)
  for (const [i, hash] of hashes.entries()) view.setInt32(12 + json.length + 4 * i, hash)
  const weightsBegin = 12 + json.length + 4 * hashes.length
  for (const [i, weight] of weights.entries()) view.setInt16(weightsBegin + 2 * i, weight)
  return bytes
}

/** The index of `hashes`, four cells to a feature so that most strange features cost one look. */
export function indexHashes(hashes: Int32Array): Int32Array {
  const index = new Int32Array(2 ** Math.ceil(Math.log2(4 * hashes.length + 4)))
  for (const [i, hash] of hashes.entries()) {
    let cell = hash & (index.length - 1)
    while (index[cell] !== 0) cell = (cell + 1) & (index.length - 1)
    index[cell] = i + 1
  }
  return index
}

/** What a scan and its phrases tell the heads. */
export type Scanned = Pick<Scan, 'count' | 'words' | 'first' | 'second' | 'marks'>

const slots = new Int32Array(MOST_SLOTS)
const active = new Int32Array(HAND_FEATURES.length)
const sums = new Float64Array(HEADS.length)
const group = new Float64Array(HEADS.length)
const scores = new Float64Array(HEADS.length)

/**
 * Reads who speaks, and whether it is of use, in a post that has been scanned. For posts that enter a reading, not for
 * every post: it goes through the text once more, by characters (some microseconds).
 */
export function readHeads(heads: HeadWeights, text: string, scan: Scanned, categories: Categories): HeadReadings {
  const raw = scoreHeads(heads, text, scan, categories)
  const chance = (head: number) => 1 / (1 + Math.exp(-(raw[head]! * heads.slope[head]! + heads.offset[head]!)))
  return { informative: chance(0), eyewitness: chance(1), official: chance(2), newsroom: chance(3) }
}

/** The heads' scores before calibration, in their order. The same array each time: copy what must last. */
export function scoreHeads(heads: HeadWeights, text: string, scan: Scanned, categories: Categories): Float64Array {
  const { bias, hand, scale, hiddenFirst } = heads
  sums.fill(0)
  addGroup(heads, fillWordSlots(scan, WHOLE_HASH, slots))
  addGroup(heads, fillContextSlots(scan, hiddenFirst, WHOLE_HASH, slots))
  addGroup(heads, fillCharacterSlots(text, WHOLE_HASH, slots))
  for (let head = 0; head < HEADS.length; head++) scores[head] = bias[head]! + sums[head]! * scale[head]!
  const seen = { ...categories, first: categories.first & ~hiddenFirst }
  const features = fillHandFeatures(seen, scan.marks, scan.count, active)
  for (let i = 0; i < features; i++)
    for (let head = 0; head < HEADS.length; head++)
      scores[head]! += HAND_SHARE * hand[active[i]! * HEADS.length + head]!
  return scores
}

/** Adds a group of features over the root of the number of those that are known: strange words do not drown the others. */
function addGroup({ hashes, index, weights }: HeadWeights, count: number): void {
  const last = index.length - 1
  let known = 0
  group.fill(0)
  for (let i = 0; i < count; i++) {
    const hash = slots[i]!
    let cell = hash & last
    let place = index[cell]!
    while (place !== 0 && hashes[place - 1] !== hash) {
      cell = (cell + 1) & last
      place = index[cell]!
    }
    if (place === 0) continue
    known++
    const at = (place - 1) * HEADS.length
    for (let head = 0; head < HEADS.length; head++) group[head]! += weights[at + head]!
  }
  if (known === 0) return
  for (let head = 0; head < HEADS.length; head++) sums[head]! += group[head]! / Math.sqrt(known)
}
