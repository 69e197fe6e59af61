import type { Platform } from '#platform/platform.ts'
import type { Room } from '#platform/room.ts'
import type { AppContext } from '#platform/web/context.ts'

export interface AccountsDeps extends Pick<
  Platform,
  'db' | 'clock' | 'log' | 'jobs' | 'ledger' | 'files' | 'realtime' | 'mail' | 'limits' | 'keys' | 'config'
> {
  /** Every room of the house, this one included: for export, erasure and retention. Read when needed, after `app` has composed all. */
  rooms: () => Room[]
  /** The address that a request comes from, for rate limits; kept nowhere. */
  addressOf: (c: AppContext) => string
}
