import { HAND_FEATURES } from '../src/features/watch/detector/hand-features.ts'
import { handWeights } from '../src/features/watch/detector/hand-weights.ts'
import { type Example, WORD_COUNT, handOf } from './examples.ts'

export interface Weights {
  bias: number
  hand: Float32Array
  words: Float32Array
}

export interface FitOptions {
  hiddenFirst: number
  /** Words and pairs count only when related posts of at least this many events have them: event names do not. */
  eventsNeeded?: number
  epochs?: number
  seed?: number
}

const LEARNING_RATE = 0.35
const SHRINK = 2e-6
/** Labelled posts come late, when the newsrooms have spoken; the hand-set weights, added in this share, speak for the first minute. */
const JUDGEMENT = 0.5

/** Fits a logistic regression by Adagrad in a fixed order, so that the same examples give the same weights. */
export function fit(
  examples: readonly Example[],
  { hiddenFirst, eventsNeeded = 5, epochs = 4, seed = 7 }: FitOptions,
): Weights {
  const kept = keptWords(examples, eventsNeeded)
  const hand = new Float32Array(HAND_FEATURES.length)
  const words = new Float32Array(WORD_COUNT)
  const handSquares = new Float32Array(hand.length).fill(1e-3)
  const wordSquares = new Float32Array(WORD_COUNT).fill(1e-3)
  const hands = examples.map((example) => handOf(example, hiddenFirst))
  const slots = examples.map((example) => example.words.filter((slot) => kept[slot] === 1))
  const order = Uint32Array.from(examples, (_, i) => i)
  const random = randomFrom(seed)
  let bias = -1
  let biasSquares = 1e-3
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random)
    for (const at of order) {
      const example = examples[at]!
      const handSlots = hands[at]!
      const wordSlots = slots[at]!
      const norm = 1 / Math.sqrt(example.words.length)
      let score = bias
      for (const slot of handSlots) score += hand[slot]!
      for (const slot of wordSlots) score += words[slot]! * norm
      const slope = (1 / (1 + Math.exp(-score)) - (example.isRelated ? 1 : 0)) * example.weight
      biasSquares += slope * slope
      bias -= (LEARNING_RATE * slope) / Math.sqrt(biasSquares)
      for (const slot of handSlots) {
        handSquares[slot]! += slope * slope
        hand[slot]! -= (LEARNING_RATE * slope) / Math.sqrt(handSquares[slot]!) + SHRINK * hand[slot]!
      }
      const wordSlope = slope * norm
      for (const slot of wordSlots) {
        wordSquares[slot]! += wordSlope * wordSlope
        words[slot]! -= (LEARNING_RATE * wordSlope) / Math.sqrt(wordSquares[slot]!) + SHRINK * words[slot]!
      }
    }
  }
  const judged = handWeights()
  return { bias, hand: hand.map((weight, i) => weight + JUDGEMENT * judged[i]!), words }
}

/** The score that weights give an example, as the detector computes it. */
export function scoreExample({ bias, hand, words }: Weights, example: Example, hiddenFirst: number): number {
  let score = bias
  for (const slot of handOf(example, hiddenFirst)) score += hand[slot]!
  let sum = 0
  for (const slot of example.words) sum += words[slot]!
  return score + sum / Math.sqrt(example.words.length)
}

function keptWords(examples: readonly Example[], eventsNeeded: number): Uint8Array {
  const seen = new Uint8Array(WORD_COUNT)
  const byEvent = new Map<string, Example[]>()
  for (const example of examples) {
    if (!example.event || !example.isRelated) continue
    const list = byEvent.get(example.event)
    if (list) list.push(example)
    else byEvent.set(example.event, [example])
  }
  for (const list of byEvent.values()) {
    const here = new Uint8Array(WORD_COUNT)
    for (const { words } of list) for (const slot of words) here[slot] = 1
    for (let slot = 0; slot < WORD_COUNT; slot++) seen[slot]! += here[slot]!
  }
  return seen.map((events) => (events >= eventsNeeded ? 1 : 0))
}

function shuffle(order: Uint32Array, random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const held = order[i]!
    order[i] = order[j]!
    order[j] = held
  }
}

/** Mulberry32: small, fast, the same on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
