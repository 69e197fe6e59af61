import type { Post } from './detector/types.ts'
import { DamagedRecording, readBatches } from './recording.ts'

/** Hands out a recording's posts as far as they are due, and can be asked for more later. */
export interface PostReader {
  /** Up to `most` posts whose time is not after `until`, in the recording's order. */
  take(until: number, most: number): Promise<Post[]>
  isAtEnd(): boolean
  close(): Promise<void>
}

/** Reads from the post after the first `skip`: where an interrupted exercise goes on. */
export async function openPostReader(source: AsyncIterable<Uint8Array>, skip: number): Promise<PostReader> {
  const batches = readBatches(source, { isBounded: true })[Symbol.asyncIterator]()
  let batch: Post[] = []
  let next = 0
  let isAtEnd = false

  async function refill(): Promise<void> {
    while (!isAtEnd && next >= batch.length) {
      try {
        const result = await batches.next()
        if (result.done) isAtEnd = true
        else batch = result.value
      } catch (error) {
        // What came before the damage was handed out; the rest is gone. The inspection has said so.
        if (!(error instanceof DamagedRecording)) throw error
        isAtEnd = true
      }
      next = 0
      if (isAtEnd) batch = []
    }
  }

  for (let left = skip; left > 0 && !isAtEnd;) {
    await refill()
    const passed = Math.min(left, batch.length - next)
    next += passed
    left -= passed
  }
  await refill()

  return {
    async take(until, most) {
      const taken: Post[] = []
      for (;;) {
        const post = batch[next]
        if (!post || post.at > until || taken.length >= most) return taken
        taken.push(post)
        next += 1
        if (next >= batch.length) await refill()
      }
    },
    isAtEnd: () => isAtEnd,
    async close() {
      await batches.return?.(undefined)
    },
  }
}
