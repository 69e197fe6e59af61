import { own, type Database } from '../database/index.ts'
import type { Job } from './index.ts'

interface BossTables {
  'pgboss.job': { id: string; name: string; data: unknown; state: string; start_after: Date; created_on: Date }
}

/** Runs, one after the other, every job that is due at `now`, and those that they queue in turn. A job that throws stays queued and the error comes out. */
export async function runDueJobs(
  db: Database,
  now: Date,
  jobs: Job[],
  run: (job: Job, data: unknown) => Promise<void>,
): Promise<number> {
  const byName = new Map(jobs.map((job) => [job.name, job]))
  let ran = 0
  for (;;) {
    const due = await db.transaction((tx) =>
      own<BossTables>(tx)
        .selectFrom('pgboss.job')
        .select(['id', 'name', 'data'])
        .where('state', 'in', ['created', 'retry'])
        .where('start_after', '<=', now)
        .where('name', 'in', [...byName.keys()])
        .orderBy('start_after')
        .orderBy('created_on')
        .limit(1)
        .executeTakeFirst(),
    )
    const job = due && byName.get(due.name)
    if (!due || !job) return ran
    await run(job, due.data)
    await db.transaction((tx) => own<BossTables>(tx).deleteFrom('pgboss.job').where('id', '=', due.id).execute())
    ran += 1
  }
}
