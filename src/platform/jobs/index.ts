import { fromKysely, PgBoss } from 'pg-boss'
import type { z } from 'zod'
import type { Clock } from '../clock.ts'
import { own, type Database, type Tx } from '../database/index.ts'
import { errorForLog, type Logger } from '../log.ts'
import { QUEUE_DEFAULTS } from './install.ts'
import { runDueJobs } from './manual.ts'

/** A named piece of background work. `work` may run twice for one job (a crash between doing and noting): make it safe to repeat. */
export interface Job<Data extends object = object> {
  /** Imperative and unique, for example `send-page`. */
  name: string
  data: z.ZodType<Data>
  work(data: Data): Promise<void>
  /** Jobs of this kind that may run at the same time in one process. */
  concurrency?: number
  /** A cron line (in UTC) for work that recurs; its data is `{}`. */
  schedule?: string
}

export function defineJob<Data extends object>(job: Job<Data>): Job<Data> {
  return job
}

export interface EnqueueOptions {
  /** Not before this time of the house's clock. Waking is exact to about two seconds for later jobs, to a tenth of a second for jobs due now. */
  at?: Date
}

/** Queues a job inside the transaction: it appears on commit and vanishes on rollback. Rooms get this, never the worker. */
export interface Jobs {
  enqueue<Data extends object>(
    tx: Tx,
    job: Pick<Job<Data>, 'name'>,
    data: NoInfer<Data>,
    options?: EnqueueOptions,
  ): Promise<void>
}

export interface JobWorker extends Jobs {
  /** Connects and makes the queues of these jobs. Call once, before anything is queued. */
  start(jobs: Job[]): Promise<void>
  /** Starts working the registered jobs. */
  work(): Promise<void>
  /** Runs every job that is due by the house's clock and returns how many ran. For tests, instead of `work`. */
  runDue(): Promise<number>
  stop(): Promise<void>
}

export interface JobOptions {
  url: string
  role?: string
  db: Database
  clock: Clock
  log: Logger
  /** With `true` nothing runs by itself: `runDue` runs what the house's clock says is due. */
  manual?: boolean
  onJob?: (name: string, seconds: number, failed: boolean) => void
}

/** Jobs over pg-boss. Nothing connects before `start`. */
export function createJobs({ url, role, db, clock, log, manual = false, onJob }: JobOptions): JobWorker {
  const boss = new PgBoss({
    connectionString: url,
    schema: 'pgboss',
    ...(role && { options: `-c role=${role}` }),
    max: 6,
    migrate: false,
    createSchema: false,
    supervise: !manual,
    schedule: !manual,
    useListenNotify: !manual,
    reindex: false,
  })
  boss.on('error', (error) => log.error({ error: errorForLog(error) }, 'the job queue reported an error'))
  let started = false
  const registered = new Map<string, Job>()

  async function run(job: Job, raw: unknown): Promise<void> {
    const begun = performance.now()
    let failed = true
    try {
      await job.work(job.data.parse(raw ?? {}))
      failed = false
    } catch (error) {
      log.error({ job: job.name, error: errorForLog(error) }, 'a job failed and will be tried again')
      throw error
    } finally {
      onJob?.(job.name, (performance.now() - begun) / 1_000, failed)
    }
  }

  /** One worker of a queue. After each job it looks for the next at once: by itself it would rest until a second had passed. */
  async function workOne(job: Job): Promise<void> {
    let id = ''
    const options = { batchSize: 1, pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 1 }
    id = await boss.work(job.name, options, async (batch) => {
      try {
        for (const { data } of batch) await run(job, data)
      } finally {
        boss.notifyWorker(id)
      }
    })
  }

  return {
    async enqueue(tx, job, data, options = {}) {
      const startAfter = options.at ?? (manual ? clock() : undefined)
      await boss.send(job.name, data, {
        db: fromKysely(own(tx)),
        ...(startAfter && { startAfter }),
      })
    },
    async start(jobs) {
      await boss.start()
      started = true
      for (const job of jobs) {
        if (registered.has(job.name)) throw new Error(`Two jobs are named ${job.name}`)
        registered.set(job.name, job)
        if ((await boss.getQueue(job.name)) === null) await boss.createQueue(job.name, QUEUE_DEFAULTS)
      }
    },
    async work() {
      const jobs = [...registered.values()]
      for (const job of jobs) {
        for (let worker = 0; worker < (job.concurrency ?? 1); worker += 1) await workOne(job)
        if (job.schedule) await boss.schedule(job.name, job.schedule, {}, { tz: 'UTC' })
      }
    },
    runDue: () => runDueJobs(db, clock(), [...registered.values()], run),
    async stop() {
      if (started) await boss.stop({ graceful: !manual, timeout: 10_000 })
    },
  }
}
