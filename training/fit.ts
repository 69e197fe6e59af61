import { HAND_FEATURES } from '../src/features/watch/detector/hand-features.ts'
import { handWeights } from './judged-weights.ts'
import { type Example, WORD_COUNT, handOf, slotsOf } from './examples.ts'
import { randomFrom, shuffle } from './random.ts'

export interface Weights {
  bias: number
  hand: Float32Array
  words: Float32Array
}

export interface FitOptions {
  hiddenFirst: number
  /** A word may speak for harm only when related posts of at least this many events have it: names of events do not. */
  eventsNeeded?: number
  /** A word may speak against harm when this many unrelated posts have it. */
  unrelatedNeeded?: number
  epochs?: number
  seed?: number
}

const LEARNING_RATE = 0.2
const SHRINK = 2e-6
/** While it learns, the model hears words at half their strength and what stands near harm at double: both must then say more on their own. */
const SAID = 0.5
const NEAR = 2
/** A slope smaller than this teaches nothing worth the time. */
const LEAST_SLOPE = 1e-4
/** Labelled posts come late, when the newsrooms have spoken; the hand-set weights, added in this share, speak for the first minute. */
const JUDGEMENT = 0.35

/** The words that may weigh, numbered densely: `-1` is no such word. */
interface Kept {
  numberOf: Int32Array
  slotOf: number[]
  mayAffirm: boolean[]
}

/** Fits a logistic regression by Adagrad in a fixed order, so that the same examples give the same weights. */
export function fit(
  examples: readonly Example[],
  { hiddenFirst, eventsNeeded = 5, unrelatedNeeded = 20, epochs = 3, seed = 7 }: FitOptions,
): Weights {
  const slots = examples.map((example) => slotsOf(example, hiddenFirst))
  const kept = keepWords(examples, slots, eventsNeeded, unrelatedNeeded)
  const numbers = slots.map(({ said, near }) => [said, near].map((list) => numbersOf(list, kept)))
  const hands = examples.map((example) => handOf(example, hiddenFirst))
  const hand = new Float32Array(HAND_FEATURES.length)
  const words = new Float32Array(kept.slotOf.length)
  const handSquares = new Float32Array(hand.length).fill(1e-3)
  const wordSquares = new Float32Array(words.length).fill(1e-3)
  const order = Uint32Array.from(examples, (_, i) => i)
  const random = randomFrom(seed)
  let bias = -1
  let biasSquares = 1e-3
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random)
    for (const at of order) {
      const { isRelated, weight } = examples[at]!
      const { said, near } = slots[at]!
      const [saidNumbers, nearNumbers] = numbers[at] as [Int32Array, Int32Array]
      const saidShare = shareOf(said, SAID)
      const nearShare = shareOf(near, NEAR)
      let score = bias
      for (const feature of hands[at]!) score += hand[feature]!
      score += sumOf(words, saidNumbers) * saidShare + sumOf(words, nearNumbers) * nearShare
      const slope = (1 / (1 + Math.exp(-score)) - (isRelated ? 1 : 0)) * weight
      if (Math.abs(slope) < LEAST_SLOPE) continue
      biasSquares += slope * slope
      bias -= (LEARNING_RATE * slope) / Math.sqrt(biasSquares)
      for (const feature of hands[at]!) step(hand, handSquares, feature, slope)
      for (const word of saidNumbers) stepWord(word, slope * saidShare)
      for (const word of nearNumbers) stepWord(word, slope * nearShare)
    }
  }
  const judged = handWeights()
  const spread = new Float32Array(WORD_COUNT)
  for (const [number, slot] of kept.slotOf.entries()) spread[slot] = words[number]!
  return {
    bias,
    hand: hand.map((weight, i) => weight + JUDGEMENT * judged[i]!),
    words: spread,
  }

  function stepWord(word: number, slope: number): void {
    step(words, wordSquares, word, slope)
    if (words[word]! > 0 && !kept.mayAffirm[word]!) words[word] = 0
  }
}

function step(weights: Float32Array, squares: Float32Array, at: number, slope: number): void {
  squares[at]! += slope * slope
  weights[at]! -= (LEARNING_RATE * slope) / Math.sqrt(squares[at]!) + SHRINK * weights[at]!
}

function sumOf(weights: Float32Array, list: Int32Array): number {
  let sum = 0
  for (const at of list) sum += weights[at]!
  return sum
}

function shareOf(slots: Int32Array, part = 1): number {
  return slots.length === 0 ? 0 : part / Math.sqrt(slots.length)
}

function numbersOf(slots: Int32Array, { numberOf }: Kept): Int32Array {
  return slots.map((slot) => numberOf[slot]!).filter((number) => number >= 0)
}

function keepWords(
  examples: readonly Example[],
  slots: readonly { said: Int32Array; near: Int32Array }[],
  eventsNeeded: number,
  unrelatedNeeded: number,
): Kept {
  const events = new Uint8Array(WORD_COUNT)
  const unrelated = new Uint32Array(WORD_COUNT)
  const lastEvent = new Int16Array(WORD_COUNT).fill(-1)
  const names = [...new Set(examples.map(({ event }) => event))].filter((event) => event !== null)
  const byEvent = examples.map((_, i) => i).toSorted((a, b) => number(a) - number(b) || a - b)
  for (const i of byEvent) {
    const { isRelated } = examples[i]!
    for (const list of [slots[i]!.said, slots[i]!.near])
      for (const slot of list) {
        if (!isRelated) unrelated[slot]!++
        else if (lastEvent[slot] !== number(i)) {
          lastEvent[slot] = number(i)
          events[slot]!++
        }
      }
  }
  const kept: Kept = { numberOf: new Int32Array(WORD_COUNT).fill(-1), slotOf: [], mayAffirm: [] }
  for (let slot = 0; slot < WORD_COUNT; slot++) {
    const mayAffirm = events[slot]! >= eventsNeeded
    if (!mayAffirm && unrelated[slot]! < unrelatedNeeded) continue
    kept.numberOf[slot] = kept.slotOf.length
    kept.slotOf.push(slot)
    kept.mayAffirm.push(mayAffirm)
  }
  return kept

  function number(i: number): number {
    return names.indexOf(examples[i]!.event as string)
  }
}
