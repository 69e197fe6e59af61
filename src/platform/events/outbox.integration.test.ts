import { sql } from 'kysely'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { own } from '../database/index.ts'
import { openGround, type Ground } from '../testing/ground.ts'
import { createOutbox, subscribe } from './index.ts'

interface Arrived {
  type: 'patient.arrived'
  bed: number
}

let ground: Ground
beforeEach(async () => {
  ground = await openGround()
})
afterEach(() => ground.close())

it('tells every listener what was committed, in order, once', async () => {
  const heard: string[] = []
  const outbox = createOutbox(ground, [
    subscribe<Arrived>('patient.arrived', 'ward', async (_tx, event) => void heard.push(`ward ${event.bed}`)),
    subscribe<Arrived>('patient.arrived', 'kitchen', async (_tx, event) => void heard.push(`kitchen ${event.bed}`)),
  ])
  await ground.db.transaction(async (tx) => {
    await outbox.announce<Arrived>(tx, { type: 'patient.arrived', bed: 1 })
    await outbox.announce<Arrived>(tx, { type: 'patient.arrived', bed: 2 })
  })
  expect(await outbox.deliver()).toBe(4)
  expect(heard).toEqual(['ward 1', 'kitchen 1', 'ward 2', 'kitchen 2'])
  expect(await outbox.deliver()).toBe(0)
})

it('forgets what was rolled back', async () => {
  const outbox = createOutbox(ground, [subscribe<Arrived>('patient.arrived', 'ward', async () => undefined)])
  const work = ground.db.transaction(async (tx) => {
    await outbox.announce<Arrived>(tx, { type: 'patient.arrived', bed: 1 })
    throw new Error('no bed')
  })
  await expect(work).rejects.toThrow('no bed')
  expect(await outbox.deliver()).toBe(0)
})

it('tells a listener that failed again later, without its half-done work', async () => {
  let tries = 0
  const outbox = createOutbox(ground, [
    subscribe<Arrived>('patient.arrived', 'ward', async (tx) => {
      tries += 1
      await sql`insert into realtime_channel (name, version) values ('ward', ${tries})`.execute(own(tx))
      if (tries === 1) throw new Error('the ward did not pick up')
    }),
  ])
  await ground.db.transaction((tx) => outbox.announce<Arrived>(tx, { type: 'patient.arrived', bed: 1 }))
  expect(await outbox.deliver()).toBe(0)
  ground.time.now = new Date(ground.time.now.getTime() + 3_000)
  expect(await outbox.deliver()).toBe(1)
  const { rows } = await ground.db.transaction((tx) =>
    sql<{ version: number }>`select version from realtime_channel where name = 'ward'`.execute(own(tx)),
  )
  expect(rows).toEqual([{ version: 2 }])
})

it('wakes by itself when an event is committed', async () => {
  const heard = Promise.withResolvers<number>()
  const outbox = createOutbox(ground, [
    subscribe<Arrived>('patient.arrived', 'ward', async (_tx, event) => heard.resolve(event.bed)),
  ])
  await outbox.start()
  await ground.db.transaction((tx) => outbox.announce<Arrived>(tx, { type: 'patient.arrived', bed: 7 }))
  expect(await heard.promise).toBe(7)
  await outbox.stop()
})

it('refuses two listeners of one name', () => {
  const ward = subscribe<Arrived>('patient.arrived', 'ward', async () => undefined)
  expect(() => createOutbox(ground, [ward, ward])).toThrow(/share/)
})
