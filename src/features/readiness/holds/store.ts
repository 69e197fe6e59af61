import { own, reading, type Reader, type Tx } from '#platform/database/index.ts'
import type { Scene } from '../scene.ts'
import { inScene } from '../scene.store.ts'
import type { ReadinessTables } from '../tables.ts'
import type { Hold, HoldEnd, HoldKind } from '../types.ts'

const columns = [
  'id',
  'exercise_id as exerciseId',
  'kind',
  'started_by as startedBy',
  'started_at as startedAt',
  'until_at as until',
  'ended_at as endedAt',
] as const

export function findHold(reader: Reader, id: string): Promise<Hold | undefined> {
  return reading<ReadinessTables>(reader).selectFrom('hold').select(columns).where('id', '=', id).executeTakeFirst()
}

export function findHoldForUpdate(tx: Tx, id: string): Promise<Hold | undefined> {
  return own<ReadinessTables>(tx).selectFrom('hold').select(columns).where('id', '=', id).forUpdate().executeTakeFirst()
}

/** Those that run, the oldest first. */
export function listRunningHolds(reader: Reader, scene: Scene): Promise<Hold[]> {
  return reading<ReadinessTables>(reader)
    .selectFrom('hold')
    .select(columns)
    .where(inScene(scene))
    .where('ended_at', 'is', null)
    .orderBy('started_at')
    .execute()
}

export async function findFirstHoldAt(reader: Reader, scene: Scene, kind: HoldKind): Promise<Date | undefined> {
  const row = await reading<ReadinessTables>(reader)
    .selectFrom('hold')
    .select('started_at as startedAt')
    .where(inScene(scene))
    .where('kind', '=', kind)
    .orderBy('started_at')
    .limit(1)
    .executeTakeFirst()
  return row?.startedAt
}

export async function saveHold(
  tx: Tx,
  hold: { exerciseId: Scene; kind: HoldKind; startedBy: string; startedAt: Date; until: Date },
): Promise<string> {
  const row = await own<ReadinessTables>(tx)
    .insertInto('hold')
    .values({
      exercise_id: hold.exerciseId,
      kind: hold.kind,
      started_by: hold.startedBy,
      started_at: hold.startedAt,
      until_at: hold.until,
      ended_at: null,
      end_reason: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function markHoldRenewed(tx: Tx, id: string, until: Date): Promise<void> {
  await own<ReadinessTables>(tx).updateTable('hold').set({ until_at: until }).where('id', '=', id).execute()
}

export async function markHoldEnded(tx: Tx, id: string, endedAt: Date, reason: HoldEnd): Promise<void> {
  await own<ReadinessTables>(tx)
    .updateTable('hold')
    .set({ ended_at: endedAt, end_reason: reason })
    .where('id', '=', id)
    .execute()
}
