import type { Actor } from '#platform/actor.ts'
import type { Clock } from '#platform/clock.ts'
import type { Database, Tx } from '#platform/database/index.ts'
import { Conflict, Invalid, NotAllowed, NotFound } from '#platform/errors.ts'
import type { Files, Received } from '#platform/files/index.ts'
import { sceneChannel, type Realtime } from '#platform/realtime/index.ts'
import type { Area } from './detector/types.ts'
import {
  deleteRecording,
  findExerciseForUpdate,
  findRecording,
  markExercise,
  saveExercise,
  saveRecording,
} from './exercise.store.ts'
import { canStartExercise, canWatch } from './permissions.ts'
import { findScenario, readShippedArea, scenarioBytes } from './scenarios.ts'
import { findArea, saveScene } from './store.ts'

export interface ExerciseDeps {
  db: Database
  clock: Clock
  files: Files
  realtime: Realtime
}

function mayStart(actor: Actor): void {
  if (!canWatch(actor)) throw new NotFound('No such page')
  if (!canStartExercise(actor)) throw new NotAllowed('Only a duty manager can start and stop exercises')
}

export interface HowToPlay {
  /** Times real time; null: as fast as it can. */
  speed: number | null
  /** False: nobody outside the board hears of its incidents. For reading one's own history. */
  pagesPeople: boolean
}

/** Starts a drill that ships with Salve. Returns its id; `runner.wake()` makes it play. */
export async function startScenario(
  deps: ExerciseDeps,
  actor: Actor,
  id: string,
  { speed, pagesPeople }: HowToPlay,
): Promise<string> {
  mayStart(actor)
  const scenario = await findScenario(id)
  if (!scenario) throw new Invalid({ what: 'error.what.missing' })
  const area = await readShippedArea(scenario.area)
  const bytes = await scenarioBytes(scenario)
  return deps.db.transaction((tx) =>
    beginExercise(tx, area, {
      title: JSON.stringify(scenario.title),
      kind: 'drill',
      scenario: scenario.id,
      speed,
      pages_people: pagesPeople,
      bytes,
      started_by: actor.id,
      started_at: deps.clock(),
      reached_at: scenario.start,
      onset_at: scenario.onset,
      newsroom_at: scenario.expected.firstNewsroomAt ?? null,
    }),
  )
}

/** Plays an uploaded recording against the area that came with it, or the hospital's own. */
export async function startRecording(
  deps: ExerciseDeps,
  actor: Actor,
  id: string,
  { speed, pagesPeople }: HowToPlay,
): Promise<string> {
  mayStart(actor)
  return deps.db.transaction(async (tx) => {
    const recording = await findRecording(tx, id)
    if (!recording) throw new Invalid({ what: 'error.what.missing' })
    const area = recording.area ?? (await findArea(tx))?.area
    if (!area) throw new Invalid({ what: 'error.area.none' })
    return beginExercise(tx, area, {
      title: JSON.stringify({ en: recording.title, es: recording.title }),
      kind: 'recording',
      recording_id: recording.id,
      file_hash: recording.hash,
      bytes: recording.bytes,
      speed,
      pages_people: pagesPeople,
      started_by: actor.id,
      started_at: deps.clock(),
    })
  })
}

type NewExercise = Omit<Parameters<typeof saveExercise>[1], 'area' | 'state' | 'skips'>

async function beginExercise(tx: Tx, area: Area, exercise: NewExercise): Promise<string> {
  const id = await saveExercise(tx, { ...exercise, area: JSON.stringify(area), state: 'queued', skips: '[]' })
  await saveScene(tx, id, { epoch: '1', area })
  return id
}

export type Steering = { act: 'pause' | 'resume' | 'stop' } | { act: 'speed'; speed: number | null }

/** Pauses, resumes or stops an exercise, or changes its speed. */
export function steerExercise(deps: ExerciseDeps, actor: Actor, id: string, steering: Steering): Promise<void> {
  mayStart(actor)
  return deps.db.transaction(async (tx) => {
    const row = await findExerciseForUpdate(tx, id)
    if (!row) throw new NotFound('No such exercise')
    const isUnderWay = row.state === 'queued' || row.state === 'playing' || row.state === 'paused'
    if (!isUnderWay) throw new Conflict('This exercise has already ended.')
    if (steering.act === 'stop') await markExercise(tx, id, { state: 'stopped', ended_at: deps.clock() })
    else if (steering.act === 'speed') await markExercise(tx, id, { speed: steering.speed })
    else if (steering.act === 'pause') {
      if (row.state === 'playing') await markExercise(tx, id, { state: 'paused' })
    } else if (row.state === 'paused') await markExercise(tx, id, { state: row.first_at ? 'playing' : 'queued' })
    await deps.realtime.touch(tx, sceneChannel(id))
  })
}

/** Keeps an uploaded recording, which already lies in the files. */
export function keepRecording(
  deps: ExerciseDeps,
  actor: Actor,
  recording: { title: string; file: Received; area: Area | null },
): Promise<string> {
  mayStart(actor)
  return deps.db.transaction(async (tx) => {
    const id = await saveRecording(tx, {
      title: recording.title,
      hash: recording.file.hash,
      bytes: recording.file.bytes,
      area: recording.area && JSON.stringify(recording.area),
      uploaded_by: actor.id,
      uploaded_at: deps.clock(),
    })
    await deps.files.keep(tx, recording.file, {
      room: 'watch',
      subject: subjectOf(id),
      mediaType: 'application/x-ndjson',
    })
    return id
  })
}

/** Deletes an uploaded recording; reports of exercises that played it stay. */
export function removeRecording(deps: ExerciseDeps, actor: Actor, id: string): Promise<void> {
  mayStart(actor)
  return deps.db.transaction(async (tx) => {
    if (!(await expireRecording(deps, tx, id))) throw new NotFound('No such recording')
  })
}

export async function expireRecording(deps: Pick<ExerciseDeps, 'files'>, tx: Tx, id: string): Promise<boolean> {
  const isDeleted = await deleteRecording(tx, id)
  await deps.files.release(tx, { room: 'watch', subject: subjectOf(id) })
  return isDeleted
}

function subjectOf(recordingId: string): string {
  return `recording:${recordingId}`
}
