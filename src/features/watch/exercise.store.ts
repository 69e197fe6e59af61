import type { Insertable, Selectable, Updateable } from 'kysely'
import { own, reading, type Reader, type Tx } from '#platform/database/index.ts'
import type { WatchTables } from './tables.ts'

export type ExerciseRow = Selectable<WatchTables['exercise']>
export type RecordingRow = Selectable<WatchTables['recording']>

export async function findExerciseRow(reader: Reader, id: string): Promise<ExerciseRow | undefined> {
  return reading<WatchTables>(reader).selectFrom('exercise').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function findExerciseForUpdate(tx: Tx, id: string): Promise<ExerciseRow | undefined> {
  return own<WatchTables>(tx).selectFrom('exercise').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

/** Exercises, the latest first. */
export async function listExercises(reader: Reader, limit = 50): Promise<ExerciseRow[]> {
  return reading<WatchTables>(reader)
    .selectFrom('exercise')
    .selectAll()
    .orderBy('started_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()
}

export async function listExercisesUnderWay(reader: Reader): Promise<string[]> {
  const rows = await reading<WatchTables>(reader)
    .selectFrom('exercise')
    .select('id')
    .where('state', 'in', ['queued', 'playing'])
    .orderBy('started_at')
    .execute()
  return rows.map((row) => row.id)
}

export async function saveExercise(tx: Tx, exercise: Insertable<WatchTables['exercise']>): Promise<string> {
  const row = await own<WatchTables>(tx)
    .insertInto('exercise')
    .values(exercise)
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function markExercise(tx: Tx, id: string, changes: Updateable<WatchTables['exercise']>): Promise<void> {
  await own<WatchTables>(tx).updateTable('exercise').set(changes).where('id', '=', id).execute()
}

export async function findRecording(reader: Reader, id: string): Promise<RecordingRow | undefined> {
  return reading<WatchTables>(reader).selectFrom('recording').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function listRecordings(reader: Reader): Promise<RecordingRow[]> {
  return reading<WatchTables>(reader)
    .selectFrom('recording')
    .selectAll()
    .orderBy('uploaded_at', 'desc')
    .limit(50)
    .execute()
}

export async function saveRecording(tx: Tx, recording: Insertable<WatchTables['recording']>): Promise<string> {
  const row = await own<WatchTables>(tx)
    .insertInto('recording')
    .values(recording)
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function deleteRecording(tx: Tx, id: string): Promise<boolean> {
  const result = await own<WatchTables>(tx).deleteFrom('recording').where('id', '=', id).executeTakeFirst()
  return result.numDeletedRows > 0n
}

/** Recordings that were uploaded before, and that no exercise is playing. */
export async function listOldRecordings(reader: Reader, before: Date): Promise<string[]> {
  const rows = await reading<WatchTables>(reader)
    .selectFrom('recording')
    .select('id')
    .where('uploaded_at', '<', before)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('exercise')
            .select('exercise.id')
            .whereRef('exercise.recording_id', '=', 'recording.id')
            .where('exercise.state', 'in', ['queued', 'playing', 'paused']),
        ),
      ),
    )
    .execute()
  return rows.map((row) => row.id)
}
