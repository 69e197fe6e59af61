import type { Connection } from '#platform/streams/supervise.ts'
import type { Post } from '../detector/types.ts'

/** Posts that arrived together, and where to go on after them. */
export interface Batch {
  posts: Post[]
  /** JSON-safe; saved in the transaction that keeps what came of the posts. */
  cursor: unknown
  /** Lines that were not posts. */
  skipped: number
}

/**
 * A connector for one network: connects, parses, knows its cursor. It neither retries nor keeps anything:
 * the supervisor connects it anew, the pipeline saves its cursor. Faults are thrown as `StreamFault`.
 */
export interface Source {
  connect(cursor: unknown, connection: Connection): AsyncIterable<Batch>
  /** Silence after which a connection counts as dead, milliseconds. */
  readonly stallMs: number
}
