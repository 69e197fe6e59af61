import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '#app/test-house.ts'
import { createDatabase } from '#platform/database/index.ts'
import { createRealtime } from '#platform/realtime/index.ts'
import { createFiles } from '#platform/files/index.ts'
import type { Tx } from '#platform/database/index.ts'
import { createLogger } from '#platform/log.ts'
import { createDetector } from './detector/index.ts'
import { createExerciseRunner, type ExerciseRunner } from './exercise-runner.ts'
import { listEvidence, listIncidents } from './incident.store.ts'
import { loadShippedModel } from './model.ts'
import { createPulse } from './pulse.ts'
import { createScenes } from './scene.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const at = (time: string) => new Date(`2026-11-21T${time}Z`)

async function startDrill(): Promise<string> {
  const amal = await house.as('amal')
  const started = await amal.post('/drills', { what: 'scenario:harbourside-ferry', speed: '10' })
  return started.headers.get('location')?.slice('/drills/'.length) ?? ''
}

/** What an exercise left behind, without the ids that differ from run to run. */
async function outcome(exerciseId: string) {
  return house.platform.db.read(async (reader) => {
    const incidents = []
    for (const row of await listIncidents(reader, exerciseId)) {
      const evidence = await listEvidence(reader, row.id, { first: 1_000 })
      incidents.push({
        detector: row.detector_id,
        state: row.state,
        kind: row.kind,
        place: row.place,
        confidence: row.confidence,
        voices: row.voices,
        probableAt: row.probable_at,
        evidence: evidence.map(({ post_id, bearing, weight }) => [post_id, bearing, weight]),
      })
    }
    return { incidents, exercise: (await house.rooms.watch.findExercise(reader, exerciseId))?.postsPlayed }
  })
}

/** Another process on the same database, which dies when it is told to: its transaction is lost, its memory too. */
function anotherProcess(onAnnounce: () => void = () => undefined): {
  runner: ExerciseRunner
  close: () => Promise<void>
} {
  const log = createLogger('silent')
  const db = createDatabase({ url: house.databaseUrl, log })
  const realtime = createRealtime({ db, log })
  const scenes = createScenes({
    db,
    openDetector: async (area, state) => createDetector({ area, model: await loadShippedModel(), state }),
  })
  const clock = () => house.clock.now
  const events = {
    async announce(tx: Tx, event: { type: string }) {
      onAnnounce()
      await house.platform.events.announce(tx, event)
    },
  }
  const runner = createExerciseRunner({
    db,
    clock,
    log,
    scenes,
    events: events as typeof house.platform.events,
    realtime,
    pulse: createPulse(),
    files: createFiles({ folder: house.dataDir, clock }),
    authorKey: () => Buffer.alloc(32),
  })
  return { runner, close: () => db.close() }
}

describe('an exercise that is interrupted', () => {
  let whole: Awaited<ReturnType<typeof outcome>>

  beforeAll(async () => {
    const drill = await startDrill()
    await house.rooms.watch.playToEnd(drill)
    whole = await outcome(drill)
  })

  const STOPS = [
    '14:52:55',
    '14:53:34',
    '14:54:10',
    '14:54:22',
    '14:56:00',
    '14:58:55',
    '15:02:00',
    '15:09:30',
    '15:21:00',
  ]

  test('after every few posts, each time by a new process, ends as if it had been one process all along', async () => {
    const unbroken = await startDrill()
    for (const time of STOPS) await house.rooms.watch.playToEnd(unbroken, at(time))
    const drill = await startDrill()
    for (const time of STOPS) {
      const process = anotherProcess()
      await process.runner.playNow(drill, at(time))
      await process.close()
    }
    const pieces = await outcome(drill)
    expect(pieces.exercise).toBe(443)
    expect(pieces).toEqual(await outcome(unbroken))
  })

  test('killed while it tells of an incident, neither loses nor doubles it', async () => {
    const drill = await startDrill()
    const announced = async () => (await house.platform.db.read((reader) => listIncidents(reader, drill))).length
    for (const deadly of [1, 2, 1]) {
      let said = 0
      const process = anotherProcess(() => {
        said += 1
        if (said === deadly) throw new Error('kill -9')
      })
      await expect(process.runner.playNow(drill)).rejects.toThrow('kill -9')
      await process.close()
      expect(await announced(), 'nothing half told').toBe(0)
    }
    const heir = anotherProcess()
    await heir.runner.playNow(drill)
    await heir.close()
    const { incidents, exercise } = await outcome(drill)
    expect(exercise).toBe(443)
    expect(incidents.map(({ detector, state, probableAt }) => [detector, state, probableAt])).toEqual(
      whole.incidents.map(({ detector, state, probableAt }) => [detector, state, probableAt]),
    )
  })

  test('two processes that play it at the same time play each post once', async () => {
    const drill = await startDrill()
    const one = anotherProcess()
    const other = anotherProcess()
    await Promise.all([one.runner.playNow(drill), other.runner.playNow(drill), house.rooms.watch.playToEnd(drill)])
    await one.runner.playNow(drill)
    await Promise.all([one.close(), other.close()])
    expect(await outcome(drill)).toEqual(whole)
    const rates = await house.platform.db.read((reader) =>
      house.rooms.watch.loadBoard(reader, { exerciseId: drill, now: house.clock.now }),
    )
    expect(rates.rate.perMinute.reduce((sum, posts) => sum + posts, 0)).toBe(443)
  })

  test('Amal decides in one process while another plays: both are kept', async () => {
    const drill = await startDrill()
    const elsewhere = anotherProcess()
    await elsewhere.runner.playNow(drill, at('14:57:00'))
    const [incident] = await house.platform.db.read((reader) => listIncidents(reader, drill))
    const amal = await house.as('amal')
    expect((await amal.post(`/drills/${drill}/incidents/${incident?.id}/confirm`)).status).toBe(303)
    await elsewhere.runner.playNow(drill)
    await elsewhere.close()
    const after = await house.platform.db.read((reader) => listIncidents(reader, drill))
    expect(after.find(({ id }) => id === incident?.id)?.state).toBe('confirmed')
    expect(after).toHaveLength(whole.incidents.length)
  })
})
