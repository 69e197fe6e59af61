import { setImmediate as nextTurn } from 'node:timers/promises'
import { DamagedRecording, readBatches, type SkippedLine } from './recording.ts'

/** What a recording holds, found by reading it once from end to end. */
export interface RecordingFacts {
  posts: number
  skipped: number
  /** The first five lines that were not posts. */
  skips: SkippedLine[]
  firstAt: Date | null
  lastAt: Date | null
  isDamaged: boolean
}

const NAMED_SKIPS = 5

/** Reads the whole recording without keeping it. `onBytes` hears how far it is. */
export async function inspectRecording(
  source: AsyncIterable<Uint8Array>,
  onBytes?: (bytes: number) => Promise<void>,
): Promise<RecordingFacts> {
  const facts: RecordingFacts = { posts: 0, skipped: 0, skips: [], firstAt: null, lastAt: null, isDamaged: false }
  let first = Infinity
  let last = -Infinity
  let bytes = 0
  async function* counted(): AsyncIterable<Uint8Array> {
    for await (const chunk of source) {
      bytes += chunk.length
      yield chunk
    }
  }
  const onSkip = (line: SkippedLine) => {
    facts.skipped += 1
    if (facts.skips.length < NAMED_SKIPS) facts.skips.push(line)
  }
  try {
    for await (const batch of readBatches(counted(), { onSkip, isBounded: true })) {
      for (const { at } of batch) {
        if (at < first) first = at
        if (at > last) last = at
      }
      facts.posts += batch.length
      await onBytes?.(bytes)
      await nextTurn()
    }
  } catch (error) {
    if (!(error instanceof DamagedRecording)) throw error
    facts.isDamaged = true
  }
  if (facts.posts > 0) {
    facts.firstAt = new Date(first)
    facts.lastAt = new Date(last)
  }
  return facts
}
