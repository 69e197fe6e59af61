import { afterEach, beforeEach, expect, it } from 'vitest'
import { z } from 'zod'
import { openGround, type Ground } from '../testing/ground.ts'
import { createJobs, defineJob, type JobWorker } from './index.ts'

let ground: Ground
let jobs: JobWorker
const done: number[] = []
const tellWard = defineJob({
  name: 'tell-ward',
  data: z.object({ bed: z.number() }),
  work: async ({ bed }) => void done.push(bed),
})

beforeEach(async () => {
  done.length = 0
  ground = await openGround()
})
afterEach(async () => {
  await jobs.stop()
  await ground.close()
})

it('runs a job that was queued in a committed transaction, and none of one that was rolled back', async () => {
  jobs = createJobs({ ...ground, manual: true })
  await jobs.start([tellWard])
  await ground.db.transaction((tx) => jobs.enqueue(tx, tellWard, { bed: 1 }))
  const lost = ground.db.transaction(async (tx) => {
    await jobs.enqueue(tx, tellWard, { bed: 2 })
    throw new Error('no')
  })
  await expect(lost).rejects.toThrow('no')
  expect(await jobs.runDue()).toBe(1)
  expect(done).toEqual([1])
})

it('waits for the time of the house', async () => {
  jobs = createJobs({ ...ground, manual: true })
  await jobs.start([tellWard])
  const at = new Date(ground.time.now.getTime() + 20 * 60_000)
  await ground.db.transaction((tx) => jobs.enqueue(tx, tellWard, { bed: 3 }, { at }))
  expect(await jobs.runDue()).toBe(0)
  ground.time.now = at
  expect(await jobs.runDue()).toBe(1)
  expect(done).toEqual([3])
})

it('works off a long queue without resting between the jobs', async () => {
  const beds = 60
  const all = Promise.withResolvers<void>()
  let told = 0
  const work = async () => {
    told += 1
    if (told === beds) all.resolve()
  }
  const job = defineJob({ name: 'tell-all', data: z.object({ bed: z.number() }), work, concurrency: 2 })
  jobs = createJobs({ ...ground, clock: () => new Date() })
  await jobs.start([job])
  await ground.db.transaction(async (tx) => {
    for (let bed = 1; bed <= beds; bed += 1) await jobs.enqueue(tx, job, { bed })
  })
  const begun = performance.now()
  await jobs.work()
  await all.promise
  expect(performance.now() - begun).toBeLessThan(10_000)
})

it('works by itself, at once, when it is told to', async () => {
  const worked = Promise.withResolvers<number>()
  const job = defineJob({
    name: 'wake',
    data: z.object({ bed: z.number() }),
    work: async ({ bed }) => worked.resolve(bed),
  })
  jobs = createJobs({ ...ground, clock: () => new Date() })
  await jobs.start([job])
  await jobs.work()
  await ground.db.transaction((tx) => jobs.enqueue(tx, job, { bed: 4 }))
  expect(await worked.promise).toBe(4)
})
