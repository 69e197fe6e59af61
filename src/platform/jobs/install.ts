import { PgBoss } from 'pg-boss'

/** Queue defaults: a job is tried again with growing pauses for about a day before it counts as failed. */
export const QUEUE_DEFAULTS = {
  retryLimit: 12,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 7_200,
  notify: true,
  expireInSeconds: 300,
  deleteAfterSeconds: 3_600,
} as const

/** Installs or upgrades the job tables, as the owner of the schema. */
export async function installJobs(url: string): Promise<void> {
  const boss = new PgBoss({ connectionString: url, schema: 'pgboss', supervise: false, schedule: false, max: 1 })
  boss.on('error', () => undefined)
  await boss.start()
  await boss.stop({ graceful: false })
}
