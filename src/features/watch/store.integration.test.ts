import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '#app/test-house.ts'
import * as exercises from './exercise.store.ts'
import * as incidents from './incident.store.ts'
import * as sources from './source.store.ts'
import * as store from './store.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const now = new Date('2026-11-21T14:40:00Z')
const area = { name: 'Harbourside', hospital: { name: 'Harbourside General', lat: 45, lon: -20 }, radiusKm: 25 }

/** Calls every function of the room's stores once and keeps the statements, for review: a change in them shows in the snapshot. */
test('the statements of every store function', async () => {
  const said: Record<string, string[]> = {}
  const called = new Set<string>()
  await house.platform.db.transaction(async (tx) => {
    async function call<Args extends unknown[], Result>(
      work: (...args: Args) => Promise<Result>,
      ...args: Args
    ): Promise<Result> {
      house.sql()
      const result = await work(...args)
      said[work.name] = house.sql()
      called.add(work.name)
      return result
    }
    await call(store.findArea, tx)
    await call(store.saveArea, tx, area, now, house.people.sam)
    await call(store.saveBudget, tx, 90, now, house.people.sam)
    expect(await call(store.findBudget, tx)).toEqual({ days: 90, set_at: now, set_by: house.people.sam })
    const recordingId = await call(exercises.saveRecording, tx, {
      title: 'A night',
      hash: 'abc',
      bytes: 3,
      area: null,
      uploaded_by: house.people.amal,
      uploaded_at: now,
    })
    const exerciseId = await call(exercises.saveExercise, tx, {
      title: '{"en":"A","es":"B"}',
      kind: 'recording',
      recording_id: recordingId,
      area: JSON.stringify(area),
      state: 'playing',
      started_by: house.people.amal,
      started_at: now,
      skips: '[]',
    })
    await call(exercises.findRecording, tx, recordingId)
    await call(exercises.listRecordings, tx)
    await call(exercises.listOldRecordings, tx, now)
    await call(exercises.findExerciseRow, tx, exerciseId)
    await call(exercises.findExerciseForUpdate, tx, exerciseId)
    await call(exercises.listExercises, tx)
    await call(exercises.listExercisesUnderWay, tx)
    await call(exercises.markExercise, tx, exerciseId, { state: 'finished', ended_at: now })
    await call(store.saveScene, tx, exerciseId, { epoch: '1', area })
    await call(store.findSceneForUpdate, tx, exerciseId)
    await call(store.saveDetectorState, tx, exerciseId, 2, '{}')
    expect(await call(store.findDetectorState, tx, exerciseId)).toBe('{}')
    await call(store.deleteOldMemories, tx, new Date(now.getTime() + 1))
    expect(await call(store.takeLease, tx, 'one', 'me', now, new Date(now.getTime() + 5_000))).toBe(true)
    expect(await store.takeLease(tx, 'one', 'you', now, new Date(now.getTime() + 5_000)), 'held by another').toBe(false)
    expect(await store.takeLease(tx, 'one', 'you', new Date(now.getTime() + 5_000), now), 'run out').toBe(true)
    await call(store.deleteLease, tx, 'one', 'you')
    const source = await call(sources.saveSource, tx, {
      exercise_id: exerciseId,
      name: 'Bluesky',
      kind: 'recorded',
      config: '{}',
      state: 'live',
      added_at: now,
    })
    await call(sources.listSources, tx, exerciseId)
    await call(sources.findSource, tx, source.id)
    await call(sources.markSource, tx, source.id, { state: 'blind', blind_since: now })
    await call(store.saveRates, tx, exerciseId, [{ sourceId: source.id, minute: now, posts: 2 }])
    await store.saveRates(tx, exerciseId, [{ sourceId: source.id, minute: now, posts: 3 }])
    expect(await call(store.listRates, tx, exerciseId, now, now)).toEqual([{ minute: now, posts: 5 }])
    const tomorrow = new Date(now.getTime() + 86_400_000 + 20 * 60_000)
    expect(
      await call(store.listUsualRates, tx, exerciseId, tomorrow, now, tomorrow),
      'twenty minutes off is this hour',
    ).toEqual([5])
    expect(
      await store.listUsualRates(tx, exerciseId, new Date(tomorrow.getTime() + 3_600_000), now, tomorrow),
      'an hour more is not',
    ).toEqual([])
    await call(store.deleteOldRates, tx, now)
    const incidentId = await call(incidents.saveIncident, tx, {
      exercise_id: exerciseId,
      detector_id: '1:a',
      state: 'probable',
      kind: 'fire',
      place: null,
      confidence: 0.9,
      probable_threshold: 0.9,
      corroboration: 1,
      voices: '{"people":1,"newsrooms":0,"officials":0,"denials":0}',
      casualties: '[]',
      headline: 'Fire',
      first_post_at: now,
      last_post_at: now,
      opened_at: now,
      heard_opened_at: now,
    })
    await call(incidents.findIncidentRow, tx, incidentId)
    await call(incidents.findIncidentForUpdate, tx, incidentId)
    await call(incidents.listByDetectorIds, tx, exerciseId, ['1:a'])
    await call(incidents.listOpenIncidents, tx, exerciseId)
    await call(incidents.listSettledIncidents, tx, exerciseId, now)
    await call(incidents.listIncidents, tx, exerciseId)
    await call(incidents.countOpenIncidents, tx)
    await call(incidents.markIncident, tx, incidentId, { state: 'confirmed' })
    const post = {
      incident_id: incidentId,
      post_id: 'p',
      at: now,
      text: 'fire!',
      voice: 'person',
      weight: 1,
      reasons: '[]',
      kept_at: now,
    } as const
    await call(incidents.saveEvidence, tx, [{ ...post, bearing: 'counts' }])
    await incidents.saveEvidence(tx, [{ ...post, bearing: 'copy' }])
    expect(await call(incidents.listEvidence, tx, incidentId)).toMatchObject([
      { post_id: 'p', bearing: 'copy', text: 'fire!' },
    ])
    await call(incidents.listEvidenceRates, tx, [incidentId], now)
    expect(await call(incidents.countEvidence, tx, incidentId)).toEqual({ all: 1, counted: 0, newsroomAt: null })
    await call(incidents.saveChanges, tx, [{ incident_id: incidentId, at: now, heard_at: now, code: 'suspected' }])
    await call(incidents.listChanges, tx, incidentId)
    expect(await call(incidents.clearEvidenceTexts, tx, 'exercise', new Date(now.getTime() + 1))).toBe(1)
    expect((await incidents.listEvidence(tx, incidentId))[0]).toMatchObject({ text: null, bearing: 'copy' })
    await call(exercises.deleteRecording, tx, recordingId)
    expect(await incidents.findIncidentRow(tx, randomUUID())).toBeUndefined()
  })
  const functions = [store, incidents, exercises, sources]
    .flatMap((module) => Object.entries(module))
    .filter(([name, value]) => typeof value === 'function' && name !== 'sceneName')
  expect(
    functions.map(([name]) => name).filter((name) => !called.has(name)),
    'not called by this test',
  ).toEqual([])
  expect(said).toMatchSnapshot()
})

test('what expires: words of real evidence after 30 days, of exercises after 7, old recordings and counts', async () => {
  const { retention = [] } = house.rooms.watch.room
  expect(retention.map(({ days }) => days)).toEqual([30, 7, 35, 90])
  await house.platform.db.transaction(async (tx) => {
    for (const { expire } of retention) expect(await expire(tx, now)).toBeGreaterThanOrEqual(0)
  })
})
