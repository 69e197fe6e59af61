import { fillCharacterSlots } from '../src/features/watch/detector/character-features.ts'
import { MOST_SLOTS } from '../src/features/watch/detector/distinct-slots.ts'
import { HAND_FEATURES, fillHandFeatures } from '../src/features/watch/detector/hand-features.ts'
import { HAND_SHARE, HEADS, type HeadWeights, WHOLE_HASH, indexHashes } from '../src/features/watch/detector/heads.ts'
import { fillContextSlots, fillWordSlots } from '../src/features/watch/detector/word-features.ts'
import type { HeadExample } from './head-examples.ts'
import { randomFrom, shuffle } from './random.ts'

/** A feature counts only when posts of this many events have it. */
const EVENTS_NEEDED = 3
const EPOCHS = 3
const LEARNING_RATE = 0.1
const SHRINK = 1e-5
const COUNT = HEADS.length

/** The features of an example: three groups of them by number, and its hand features. */
interface Features {
  groups: Int32Array[]
  hand: Int32Array
}

const filled = new Int32Array(MOST_SLOTS)
const known = new WeakMap<HeadExample, Features>()

/** Every feature met so far has a number, so that fitting needs no hashing. */
const numberOfHash = new Map<number, number>()
const hashOfNumber: number[] = []

function numbered(count: number): Int32Array {
  return filled.slice(0, count).map((hash) => {
    const before = numberOfHash.get(hash)
    if (before !== undefined) return before
    numberOfHash.set(hash, hashOfNumber.length)
    return hashOfNumber.push(hash) - 1
  })
}

function featuresOf(example: HeadExample, hiddenFirst: number): Features {
  const before = known.get(example)
  if (before && hiddenFirst === 0) return before
  const { text, scan, categories } = example
  const near = numbered(fillContextSlots(scan, hiddenFirst, WHOLE_HASH, filled))
  const seen = { ...categories, first: categories.first & ~hiddenFirst }
  const hand = filled.slice(0, fillHandFeatures(seen, scan.marks, scan.count, filled))
  const [said, , runs] = before?.groups ?? [
    numbered(fillWordSlots(scan, WHOLE_HASH, filled)),
    near,
    numbered(fillCharacterSlots(text, WHOLE_HASH, filled)),
  ]
  const features = { groups: [said!, near, runs!], hand }
  if (hiddenFirst === 0) known.set(example, features)
  return features
}

/** Fits the heads side by side: logistic regressions by Adagrad in a fixed order. Not yet calibrated: slope 1, offset 0. */
export function fitHeads(examples: readonly HeadExample[], hiddenFirst = 0): HeadWeights {
  const features = examples.map((example) => featuresOf(example, hiddenFirst))
  const placeOf = keepFeatures(examples, features)
  const places = features.map(({ groups }) =>
    groups.map((group) => group.map((number) => placeOf[number]!).filter((place) => place >= 0)),
  )
  const kept = placeOf.reduce((most, place) => Math.max(most, place), -1) + 1
  const table = createLearner(kept)
  const hand = createLearner(HAND_FEATURES.length)
  const bias = createLearner(1)
  const slopes = new Float64Array(COUNT)
  const order = Uint32Array.from(examples, (_, i) => i)
  const random = randomFrom(3)
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random)
    for (const at of order) {
      const { labels } = examples[at]!
      const { hand: active } = features[at]!
      const shares = places[at]!.map((list) => (list.length === 0 ? 0 : 1 / Math.sqrt(list.length)))
      slopes.fill(0)
      bias.add(0, 1, slopes)
      for (const [i, list] of places[at]!.entries()) for (const place of list) table.add(place, shares[i]!, slopes)
      for (const feature of active) hand.add(feature, HAND_SHARE, slopes)
      for (let head = 0; head < COUNT; head++)
        slopes[head] = labels[head]! < 0 ? 0 : 1 / (1 + Math.exp(-slopes[head]!)) - labels[head]!
      bias.step(0, 1, slopes)
      for (const [i, list] of places[at]!.entries()) for (const place of list) table.step(place, shares[i]!, slopes)
      for (const feature of active) hand.step(feature, HAND_SHARE, slopes)
    }
  }
  return {
    ...quantise(table.weights, placeOf),
    bias: bias.weights,
    hand: hand.weights,
    slope: new Float32Array(COUNT).fill(1),
    offset: new Float32Array(COUNT),
    hiddenFirst,
  }
}

/** Weights of `count` features for each head, and their steps. */
function createLearner(count: number) {
  const weights = new Float32Array(count * COUNT)
  const squares = new Float32Array(count * COUNT).fill(1e-2)
  return {
    weights,
    add(feature: number, share: number, sums: Float64Array): void {
      for (let head = 0; head < COUNT; head++) sums[head]! += weights[feature * COUNT + head]! * share
    },
    step(feature: number, share: number, slopes: Float64Array): void {
      for (let head = 0; head < COUNT; head++) {
        const at = feature * COUNT + head
        const slope = slopes[head]! * share
        squares[at]! += slope * slope
        weights[at]! -= (LEARNING_RATE * slope) / Math.sqrt(squares[at]!) + SHRINK * weights[at]!
      }
    },
  }
}

/** For each feature its place among those that posts of enough events have, in the order of their hashes; -1 is none. */
function keepFeatures(examples: readonly HeadExample[], features: readonly Features[]): Int32Array {
  const events = new Uint8Array(hashOfNumber.length)
  const lastEvent = new Int16Array(hashOfNumber.length).fill(-1)
  const names = new Map([...new Set(examples.map(({ event }) => event))].map((name, i) => [name, i]))
  const order = examples.map(({ event }, i) => ({ i, event: names.get(event)! }))
  for (const { i, event } of order.toSorted((a, b) => a.event - b.event || a.i - b.i))
    for (const group of features[i]!.groups)
      for (const number of group) {
        if (lastEvent[number] === event) continue
        lastEvent[number] = event
        events[number]!++
      }
  const kept = [...events.keys()]
    .filter((number) => events[number]! >= EVENTS_NEEDED)
    .toSorted((a, b) => hashOfNumber[a]! - hashOfNumber[b]!)
  const placeOf = new Int32Array(hashOfNumber.length).fill(-1)
  for (const [place, number] of kept.entries()) placeOf[number] = place
  return placeOf
}

/** Weights as whole numbers of two bytes, each head by its own scale. */
function quantise(
  weights: Float32Array,
  placeOf: Int32Array,
): Pick<HeadWeights, 'hashes' | 'index' | 'weights' | 'scale'> {
  const scale = Float32Array.from(HEADS, (_, head) => {
    const largest = weights.reduce(
      (most, weight, i) => (i % COUNT === head ? Math.max(most, Math.abs(weight)) : most),
      0,
    )
    return Number(((largest || 1) / 32767).toPrecision(6))
  })
  const hashes = new Int32Array(weights.length / COUNT)
  for (const [number, place] of placeOf.entries()) if (place >= 0) hashes[place] = hashOfNumber[number]!
  const whole = Int16Array.from(weights, (weight, i) =>
    Math.max(-32767, Math.min(32767, Math.round(weight / scale[i % COUNT]!))),
  )
  return { hashes, index: indexHashes(hashes), weights: whole, scale }
}
