import { own, reading, type Reader, type Tx } from '#platform/database/index.ts'
import type { ReadinessTables } from '../tables.ts'
import type { RoleKey } from '../types.ts'

/** One person in one role of the rota. Without times: always. */
export interface Duty {
  id: string
  role: RoleKey
  personId: string
  /** In what order people of the role are paged; 1 first. */
  position: number
  from: Date | null
  until: Date | null
}

const columns = ['id', 'role', 'person_id as personId', 'position', 'from_at as from', 'until_at as until'] as const

/** The whole rota that is not over yet, by role and order. */
export function listDuties(reader: Reader, now: Date): Promise<Duty[]> {
  return reading<ReadinessTables>(reader)
    .selectFrom('duty')
    .select(columns)
    .where(({ eb, or }) => or([eb('until_at', 'is', null), eb('until_at', '>', now)]))
    .orderBy('role')
    .orderBy('position')
    .orderBy('added_at')
    .execute()
}

export function findDutyForUpdate(tx: Tx, id: string): Promise<Duty | undefined> {
  return own<ReadinessTables>(tx).selectFrom('duty').select(columns).where('id', '=', id).forUpdate().executeTakeFirst()
}

export async function saveDuty(
  tx: Tx,
  duty: Omit<Duty, 'id' | 'position'> & { addedBy: string | null; addedAt: Date },
): Promise<void> {
  const db = own<ReadinessTables>(tx)
  const last = await db
    .selectFrom('duty')
    .select(({ fn }) => fn.max('position').as('position'))
    .where('role', '=', duty.role)
    .executeTakeFirst()
  await db
    .insertInto('duty')
    .values({
      role: duty.role,
      person_id: duty.personId,
      position: (last?.position ?? 0) + 1,
      from_at: duty.from,
      until_at: duty.until,
      added_by: duty.addedBy,
      added_at: duty.addedAt,
    })
    .execute()
}

export async function markDutyPosition(tx: Tx, id: string, position: number): Promise<void> {
  await own<ReadinessTables>(tx).updateTable('duty').set({ position }).where('id', '=', id).execute()
}

export async function deleteDuty(tx: Tx, id: string): Promise<void> {
  await own<ReadinessTables>(tx).deleteFrom('duty').where('id', '=', id).execute()
}
