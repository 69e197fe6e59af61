import { own, reading, type Reader, type Tx } from '#platform/database/index.ts'
import type { Scene } from '../scene.ts'
import { inScene } from '../scene.store.ts'
import type { ReadinessTables } from '../tables.ts'
import type { TeamPage } from '../types.ts'

const columns = [
  'id',
  'exercise_id as exerciseId',
  'incident_id as incidentId',
  'asked_by as askedBy',
  'asked_at as askedAt',
  'send_at as sendAt',
  'taken_back_at as takenBackAt',
  'sent_at as sentAt',
  'call_id as callId',
] as const

export function findTeamPage(reader: Reader, id: string): Promise<TeamPage | undefined> {
  return reading<ReadinessTables>(reader)
    .selectFrom('team_page')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** The newest that was not taken back. */
export function findLatestTeamPage(reader: Reader, scene: Scene): Promise<TeamPage | undefined> {
  return reading<ReadinessTables>(reader)
    .selectFrom('team_page')
    .select(columns)
    .where(inScene(scene))
    .where('taken_back_at', 'is', null)
    .orderBy('asked_at', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function saveTeamPage(
  tx: Tx,
  page: Pick<TeamPage, 'exerciseId' | 'incidentId' | 'askedBy' | 'askedAt' | 'sendAt'>,
): Promise<string> {
  const row = await own<ReadinessTables>(tx)
    .insertInto('team_page')
    .values({
      exercise_id: page.exerciseId,
      incident_id: page.incidentId,
      asked_by: page.askedBy,
      asked_at: page.askedAt,
      send_at: page.sendAt,
      taken_back_at: null,
      sent_at: null,
      call_id: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function markTeamPageTakenBack(tx: Tx, id: string, at: Date): Promise<void> {
  await own<ReadinessTables>(tx).updateTable('team_page').set({ taken_back_at: at }).where('id', '=', id).execute()
}

export async function markTeamPageSent(tx: Tx, id: string, at: Date, callId: string): Promise<void> {
  await own<ReadinessTables>(tx)
    .updateTable('team_page')
    .set({ sent_at: at, call_id: callId })
    .where('id', '=', id)
    .execute()
}
