import { open } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import type { Connection } from '#platform/streams/supervise.ts'
import { readBatches } from '../recording.ts'
import { readCursor, RecentPosts } from './recent-posts.ts'
import type { Source } from './source.ts'

const LOOK_MS = 1_000
const CHUNK = 256 * 1024

/**
 * Follows a file to which another program appends posts, one a line. Goes on where it stopped; begins anew when the file
 * was replaced or cut. While the file can be read its silence is the writer's: the pace tells whether that is blindness.
 */
export function createFollowedFile({ path, lookMs = LOOK_MS }: { path: string; lookMs?: number }): Source {
  return {
    stallMs: Math.max(30_000, lookMs * 5),
    async *connect(saved, connection) {
      const cursor = readCursor(saved)
      const recent = new RecentPosts(cursor)
      const place = { offset: cursor.offset ?? 0, inode: cursor.inode }
      let skipped = 0
      for await (const posts of readBatches(follow(path, place, connection, lookMs), {
        onSkip: () => (skipped += 1),
      })) {
        yield {
          posts: recent.admit(posts),
          cursor: { ...recent.cursor(), ...place, offset: lineStart(place) },
          skipped,
        }
        skipped = 0
      }
    },
  }
}

/** The byte after the last whole line that was handed out. */
function lineStart({ offset, rest = 0 }: { offset: number; rest?: number }): number {
  return offset - rest
}

type FilePlace = { offset: number; inode: number | undefined; rest?: number }

async function* follow(
  path: string,
  place: FilePlace,
  { signal, onHeard }: Connection,
  lookMs: number,
): AsyncGenerator<Uint8Array> {
  while (!signal.aborted) {
    const file = await open(path, 'r')
    try {
      const { size, ino } = await file.stat()
      if (place.inode !== ino || size < place.offset) Object.assign(place, { offset: 0, inode: ino, rest: 0 })
      onHeard()
      while (place.offset < size) {
        const buffer = Buffer.allocUnsafe(Math.min(CHUNK, size - place.offset))
        const { bytesRead } = await file.read(buffer, 0, buffer.length, place.offset)
        if (bytesRead === 0) break
        const chunk = buffer.subarray(0, bytesRead)
        place.offset += bytesRead
        const last = chunk.lastIndexOf(0x0a)
        place.rest = last < 0 ? (place.rest ?? 0) + bytesRead : bytesRead - last - 1
        yield chunk
      }
    } finally {
      await file.close()
    }
    await pause(lookMs, undefined, { signal }).catch(() => undefined)
  }
}
