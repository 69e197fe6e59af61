import { createAccounts } from '#features/accounts'
import { systemClock } from '#platform/clock.ts'
import { createDatabase } from '#platform/database/index.ts'
import { createOutbox, type Outbox } from '#platform/events/index.ts'
import { createFiles } from '#platform/files/index.ts'
import { createJobs } from '#platform/jobs/index.ts'
import { openKeys } from '#platform/keys.ts'
import { createLedger } from '#platform/ledger/index.ts'
import { createLogger } from '#platform/log.ts'
import { createMail } from '#platform/mail/index.ts'
import { createMetrics } from '#platform/metrics.ts'
import type { Platform } from '#platform/platform.ts'
import { createFragmentStreams } from '#platform/realtime/fragments.ts'
import { createRealtime } from '#platform/realtime/index.ts'
import { createLimits } from '#platform/web/limits.ts'
import { createPaging } from '../index.ts'

/** What the crash test tells its child. */
export interface CrashChildOptions {
  databaseUrl: string
  role: string | undefined
  dataDir: string
  smtpUrl: string
}

/** A server without a web: it works paging's jobs until it is killed. */
async function serve({ databaseUrl: url, role, dataDir, smtpUrl }: CrashChildOptions): Promise<void> {
  const clock = systemClock
  const log = createLogger('silent')
  const db = createDatabase({ url, log, ...(role && { role }) })
  const jobs = createJobs({ url, db, clock, log, ...(role && { role }) })
  const keys = openKeys(dataDir)
  const realtime = createRealtime({ db, log })
  let outbox: Outbox | undefined
  const platform: Platform = {
    db,
    clock,
    log,
    jobs,
    events: { announce: async (tx, event) => outbox?.announce(tx, event) },
    ledger: createLedger({ key: keys.derive('ledger'), clock }),
    files: createFiles({ folder: `${dataDir}/files`, clock }),
    realtime,
    fragments: createFragmentStreams(realtime, { clock: systemClock }),
    mail: createMail({ smtpUrl, from: 'Salve <salve@localhost>', db, clock, log }),
    limits: createLimits(),
    keys,
    metrics: createMetrics(),
    config: { origin: 'http://localhost:3080', isDev: false, isDemo: true, dataDir },
  }
  const accounts = createAccounts({ ...platform, rooms: () => [], addressOf: () => 'nowhere' })
  const { room } = createPaging({ ...platform, accounts })
  outbox = createOutbox({ db, clock, log }, [])
  await realtime.start()
  await outbox.start()
  await jobs.start(room.jobs)
  await jobs.work()
  await room.start?.()
  process.stdout.write('working\n')
}

await serve(JSON.parse(process.argv[2] ?? '') as CrashChildOptions)
