import { storable } from '#platform/storable.ts'
import type { Post } from '../detector/types.ts'

const KEPT = 2_000
const SAVED = 300

/** Where a stream of posts stands: its latest time, and the posts seen last, so that repeats are dropped after a reconnection or a restart. */
export interface PostCursor {
  at: number | null
  recent: string[]
  /** Bytes of a followed file that were read. */
  offset?: number
  /** Which file that was: it may have been replaced. */
  inode?: number
}

export function readCursor(saved: unknown): PostCursor {
  const { at, recent, offset, inode } = (saved ?? {}) as Partial<Record<keyof PostCursor, unknown>>
  return {
    at: typeof at === 'number' ? at : null,
    recent: Array.isArray(recent) ? recent.filter((id) => typeof id === 'string') : [],
    ...(typeof offset === 'number' && { offset }),
    ...(typeof inode === 'number' && { inode }),
  }
}

/** Drops posts that were seen lately, by id. */
export class RecentPosts {
  readonly #seen: Set<string>
  #at: number | null

  constructor(cursor: PostCursor) {
    this.#seen = new Set(cursor.recent)
    this.#at = cursor.at
  }

  /** Those of the posts that are new. */
  admit(posts: readonly Post[]): Post[] {
    const fresh = posts.filter((post) => {
      if (this.#seen.has(post.id)) return false
      this.#seen.add(post.id)
      if (this.#at === null || post.at > this.#at) this.#at = post.at
      return true
    })
    for (const id of this.#seen) {
      if (this.#seen.size <= KEPT) break
      this.#seen.delete(id)
    }
    return fresh
  }

  cursor(): PostCursor {
    return { at: this.#at, recent: [...this.#seen].slice(-SAVED).map(storable) }
  }
}
