import { copyTemplate } from '../database/template-copy.ts'
import { createDatabase, type Database } from '../database/index.ts'
import { createLogger } from '../log.ts'
import { inject } from 'vitest'

/** A migrated database of one's own, as the application's role, with a clock to move. For tests of the platform alone. */
export interface Ground {
  db: Database
  url: string
  role: string | undefined
  time: { now: Date }
  clock: () => Date
  log: ReturnType<typeof createLogger>
  close(): Promise<void>
}

export async function openGround(): Promise<Ground> {
  const copy = await copyTemplate(inject('database'))
  const log = createLogger('silent')
  const db = createDatabase({ url: copy.url, log, ...(copy.role && { role: copy.role }) })
  const time = { now: new Date('2026-11-21T14:40:00Z') }
  return {
    db,
    url: copy.url,
    role: copy.role,
    time,
    clock: () => time.now,
    log,
    async close() {
      await db.close()
      await copy.drop()
    },
  }
}
