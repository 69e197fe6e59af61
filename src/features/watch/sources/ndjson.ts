import { StreamFault, type Connection } from '#platform/streams/supervise.ts'
import { readBatches } from '../recording.ts'
import { readCursor, RecentPosts } from './recent-posts.ts'
import type { Batch, Source } from './source.ts'

/** Streams send a blank line now and then when they have nothing to say. Two minutes without a byte is a dead connection. */
const STALL_MS = 120_000

export interface NdjsonOptions {
  url: string
  fetch?: typeof fetch
  stallMs?: number
}

/**
 * An HTTP(S) address that streams one post a line. `{since}` in the address becomes the time of the latest post (ISO 8601),
 * for servers that can catch up; whatever they repeat is dropped. Lines that are not posts are counted and skipped.
 */
export function createNdjsonSource({ url, fetch: request = fetch, stallMs = STALL_MS }: NdjsonOptions): Source {
  return {
    stallMs,
    async *connect(saved, { signal, onHeard }) {
      const recent = new RecentPosts(readCursor(saved))
      const { at } = readCursor(saved)
      const since = at === null ? '' : encodeURIComponent(new Date(at).toISOString())
      const response = await request(url.replaceAll('{since}', since), {
        signal,
        headers: { Accept: 'application/x-ndjson, application/json;q=0.5', 'Cache-Control': 'no-store' },
        redirect: 'follow',
      })
      if (!response.ok || !response.body) {
        await response.body?.cancel()
        const isLasting =
          response.status === 401 || response.status === 403 || response.status === 404 || response.status === 410
        throw new StreamFault(`status-${response.status}`, { isLasting })
      }
      onHeard()
      let skipped = 0
      const bytes = heard(response.body as unknown as AsyncIterable<Uint8Array>, onHeard)
      for await (const posts of readBatches(bytes, { onSkip: () => (skipped += 1) })) {
        const batch: Batch = { posts: recent.admit(posts), cursor: recent.cursor(), skipped }
        skipped = 0
        yield batch
      }
    },
  }
}

async function* heard(source: AsyncIterable<Uint8Array>, onHeard: Connection['onHeard']): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) {
    onHeard()
    yield chunk
  }
}
