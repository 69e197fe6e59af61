import { firstBit } from '../src/features/watch/detector/lexicon/categories.ts'
import { type Model, saveModel } from '../src/features/watch/detector/model.ts'
import { KINDS, type Kind } from '../src/features/watch/detector/types.ts'
import { WORD_COUNT, readExamples } from './examples.ts'
import { type Weights, fit } from './fit.ts'
import { shareNamings } from './naming-shares.ts'

export interface TrainOptions {
  /** Folder of the data packs, or of the incident pack itself. */
  data: string
  /** Events (slugs of events.json) to leave out, from T6 and T26 alike. */
  withoutEvents?: string[]
  /** Kinds to leave out: every event of them, and their words in the hand layer. */
  withoutKinds?: Kind[]
}

/** Trains the triage model and gives the bytes of `models/triage.bin`: the same bytes for the same data and options. */
export function trainTriage({ data, withoutEvents = [], withoutKinds = [] }: TrainOptions): Uint8Array {
  const { examples, kindOfEvent } = readExamples(data)
  const used = examples.filter(({ event, collection, namings }) =>
    event === null
      ? // Talk of our own making was written with every kind in mind.
        collection !== 'made' || !namings.some((naming) => withoutKinds.includes(KINDS[naming % KINDS.length]!))
      : !(withoutEvents.includes(event) || withoutKinds.includes(kindOfEvent.get(event) ?? 'other')),
  )
  const hiddenFirst = withoutKinds.reduce((mask, kind) => mask | firstBit(kind) | firstBit(`maybe-${kind}`), 0)
  const options = { hiddenFirst }
  const weights = fit(used, options)
  return saveModel({ ...quantise(weights), shares: shareNamings(used), hiddenFirst })
}

/** Word weights as signed bytes. The few largest are cut, so that the many small ones keep their differences. */
function quantise({ bias, hand, words }: Weights): Pick<Model, 'bias' | 'hand' | 'words' | 'wordScale'> {
  const sizes = words
    .map(Math.abs)
    .filter((size) => size > 0)
    .sort()
  const largest = sizes[Math.floor(sizes.length * 0.9995)] ?? 1
  const wordScale = Number((largest / 127).toPrecision(6))
  const bytes = new Int8Array(WORD_COUNT)
  for (let slot = 0; slot < WORD_COUNT; slot++)
    bytes[slot] = Math.max(-127, Math.min(127, Math.round(words[slot]! / wordScale)))
  return { bias, hand: hand.map((weight) => Number(weight.toPrecision(6))), words: bytes, wordScale }
}
