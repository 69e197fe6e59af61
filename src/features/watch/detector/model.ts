import { HAND_FEATURES, fillHandFeatures } from './hand-features.ts'
import type { HeadWeights } from './heads.ts'
import type { Categories } from './phrases.ts'
import type { Scan } from './scan.ts'
import { MOST_SLOTS } from './distinct-slots.ts'
import { type ScannedWords, fillContextSlots, fillWordSlots } from './word-features.ts'

/** The linear score that triage uses: log-odds that a post reports harm that is real and present. */
export interface Model {
  bias: number
  /** One weight per hand feature. */
  hand: Float32Array
  /** Weights of words, pairs of words and what stands near a word of harm, by hash, times `wordScale`; length is a power of two. Empty for the hand layer alone. */
  words: Int8Array
  wordScale: number
  /** Share of ordinary posts that name each hazard so, in the order of NAMINGS. */
  shares: readonly number[]
  /** Bits of the first mask that the hand layer must not see (a kind left out for an honest forecast). */
  hiddenFirst: number
  /** Who speaks, read where the word lists are silent; without them the lists alone decide. */
  heads?: HeadWeights
}

const MAGIC = 0x53414c56
const VERSION = 4

/**
 * Reads a model from the bytes of `models/triage.bin`.
 * @throws RangeError when the bytes are not a model of this version, or do not fit this code's features.
 */
export function loadModel(bytes: Uint8Array): Model {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.byteLength < 12 || view.getUint32(0) !== MAGIC) throw new RangeError('Not a triage model')
  if (view.getUint32(4) !== VERSION)
    throw new RangeError(`Triage model version ${view.getUint32(4)}, expected ${VERSION}`)
  const headerLength = view.getUint32(8)
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(12, 12 + headerLength))) as ModelHeader
  if (header.features.join() !== HAND_FEATURES.join())
    throw new RangeError('The triage model was trained with other features. Train it again.')
  // A copy of its own: a Buffer may be a window onto memory that is reused.
  const words = Int8Array.from(
    new Int8Array(bytes.buffer, bytes.byteOffset + 12 + headerLength, bytes.byteLength - 12 - headerLength),
  )
  if (words.length !== header.wordCount || (words.length & (words.length - 1)) !== 0)
    throw new RangeError('The triage model is cut short')
  const { bias, wordScale, shares, hiddenFirst } = header
  return { bias, hand: Float32Array.from(header.hand), words, wordScale, shares, hiddenFirst }
}

/** The bytes of a model, the same for the same model. */
export function saveModel(model: Model): Uint8Array {
  const header: ModelHeader = {
    bias: model.bias,
    hand: [...model.hand],
    features: HAND_FEATURES,
    wordCount: model.words.length,
    wordScale: model.wordScale,
    shares: model.shares,
    hiddenFirst: model.hiddenFirst,
  }
  const json = new TextEncoder().encode(JSON.stringify(header))
  const bytes = new Uint8Array(12 + json.length + model.words.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, MAGIC)
  view.setUint32(4, VERSION)
  view.setUint32(8, json.length)
  bytes.set(json, 12)
  bytes.set(new Uint8Array(model.words.buffer, model.words.byteOffset, model.words.length), 12 + json.length)
  return bytes
}

interface ModelHeader {
  bias: number
  hand: number[]
  features: readonly string[]
  wordCount: number
  wordScale: number
  shares: readonly number[]
  hiddenFirst: number
}

const active = new Int32Array(HAND_FEATURES.length)

/** The score of a scanned post, in nats of log-odds. */
export function scorePost(model: Model, scan: Scan, categories: Categories): number {
  const seen = model.hiddenFirst === 0 ? categories : { ...categories, first: categories.first & ~model.hiddenFirst }
  const count = fillHandFeatures(seen, scan.marks, scan.count, active)
  let score = model.bias
  for (let i = 0; i < count; i++) score += model.hand[active[i]!]!
  return score + scoreWords(model, scan)
}

const slots = new Int32Array(MOST_SLOTS)

/** The words' part of the score: of words and pairs, then of what stands near words of harm, each over the root of its number. */
export function scoreWords({ words, wordScale, hiddenFirst }: Model, scan: ScannedWords): number {
  if (words.length === 0) return 0
  const mask = words.length - 1
  const said = sumOf(words, fillWordSlots(scan, mask, slots))
  const near = sumOf(words, fillContextSlots(scan, hiddenFirst, mask, slots))
  return (said + near) * wordScale
}

function sumOf(words: Int8Array, count: number): number {
  if (count === 0) return 0
  let sum = 0
  for (let i = 0; i < count; i++) sum += words[slots[i]!]!
  return sum / Math.sqrt(count)
}
