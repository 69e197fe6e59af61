import { own, reading, type Reader, type Tx } from '#platform/database/index.ts'
import type { ReadinessTables } from './tables.ts'

/** What this room holds of a person: turns on the rota, role sheets, ticks. */
export async function listOwnData(reader: Reader, personId: string): Promise<Record<string, unknown>> {
  const db = reading<ReadinessTables>(reader)
  return {
    rota: await db
      .selectFrom('duty')
      .select(['role', 'from_at as from', 'until_at as until'])
      .where('person_id', '=', personId)
      .execute(),
    roleSheets: await db
      .selectFrom('role_sheet')
      .select(['role', 'opened_at as openedAt', 'exercise_id as exerciseId'])
      .where('person_id', '=', personId)
      .execute(),
    ticks: await db
      .selectFrom('role_step')
      .innerJoin('role_sheet', 'role_sheet.id', 'role_step.sheet_id')
      .select(['role_sheet.role', 'role_step.step', 'role_step.done', 'role_step.ticked_at as at'])
      .where('role_step.ticked_by', '=', personId)
      .execute(),
    unitReports: await db
      .selectFrom('unit_report')
      .select(['unit', 'free', 'total', 'told_at as at'])
      .where('told_by', '=', personId)
      .execute(),
  }
}

/** Takes the person off the rota and off sheets. Who did what stays as an id, for the hospital's record. */
export async function unlinkPerson(tx: Tx, personId: string): Promise<void> {
  const db = own<ReadinessTables>(tx)
  await db.deleteFrom('duty').where('person_id', '=', personId).execute()
  await db.updateTable('role_sheet').set({ person_id: null }).where('person_id', '=', personId).execute()
}
