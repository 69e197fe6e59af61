import { own, reading, type Reader, type Tx } from '#platform/database/index.ts'
import type { Scene } from '../scene.ts'
import { inScene } from '../scene.store.ts'
import type { ReadinessTables } from '../tables.ts'
import type { Posture, PostureStep } from '../types.ts'

const columns = [
  'id',
  'exercise_id as exerciseId',
  'level',
  'set_by as setBy',
  'set_at as setAt',
  'until_at as until',
  'ask_at as askAt',
  'incident_id as incidentId',
] as const

export interface PostureRow extends Posture {
  id: number
  exerciseId: Scene
  setAt: Date
}

export function findPosture(reader: Reader, scene: Scene): Promise<PostureRow | undefined> {
  return reading<ReadinessTables>(reader)
    .selectFrom('posture_change')
    .select(columns)
    .where(inScene(scene))
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export function findPostureById(reader: Reader, id: number): Promise<PostureRow | undefined> {
  return reading<ReadinessTables>(reader)
    .selectFrom('posture_change')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** The newest steps first. */
export function listPostureSteps(reader: Reader, scene: Scene, limit: number): Promise<PostureStep[]> {
  return reading<ReadinessTables>(reader)
    .selectFrom('posture_change')
    .select(['level', 'set_by as setBy', 'set_at as setAt'])
    .where(inScene(scene))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

export async function savePosture(tx: Tx, posture: Omit<PostureRow, 'id'>): Promise<number> {
  const row = await own<ReadinessTables>(tx)
    .insertInto('posture_change')
    .values({
      exercise_id: posture.exerciseId,
      level: posture.level,
      set_by: posture.setBy,
      set_at: posture.setAt,
      until_at: posture.until,
      ask_at: posture.askAt,
      incident_id: posture.incidentId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function markPostureRenewed(tx: Tx, id: number, until: Date | null, askAt: Date | null): Promise<void> {
  await own<ReadinessTables>(tx)
    .updateTable('posture_change')
    .set({ until_at: until, ask_at: askAt })
    .where('id', '=', id)
    .execute()
}
