import type { Clock } from './clock.ts'
import type { Database } from './database/index.ts'
import type { Events } from './events/index.ts'
import type { Files } from './files/index.ts'
import type { Jobs } from './jobs/index.ts'
import type { Keys } from './keys.ts'
import type { Ledger } from './ledger/index.ts'
import type { Logger } from './log.ts'
import type { Mail } from './mail/index.ts'
import type { Metrics } from './metrics.ts'
import type { FragmentStreams } from './realtime/fragments.ts'
import type { Realtime } from './realtime/index.ts'
import type { Limits } from './web/limits.ts'

/** What a room may know of the configuration. */
export interface RoomConfig {
  /** Where browsers reach Salve, without a slash at the end. */
  origin: string
  isDev: boolean
  isDemo: boolean
  dataDir: string
}

/** Everything that `app/compose.ts` builds before the rooms. A room's factory takes a `Pick` of it. */
export interface Platform {
  db: Database
  clock: Clock
  log: Logger
  jobs: Jobs
  events: Events
  ledger: Ledger
  files: Files
  realtime: Realtime
  fragments: FragmentStreams
  mail: Mail
  limits: Limits
  keys: Keys
  metrics: Metrics
  config: RoomConfig
}
