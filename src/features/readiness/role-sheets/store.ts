import { own, reading, type Reader, type Tx } from '#platform/database/index.ts'
import type { Scene } from '../scene.ts'
import { inScene } from '../scene.store.ts'
import type { ReadinessTables } from '../tables.ts'
import type { SheetRole } from '../types.ts'

export interface RoleSheet {
  id: string
  exerciseId: Scene
  role: SheetRole
  personId: string | null
  openedAt: Date
  signedOffAt: Date | null
  signedOffBy: string | null
  closedAt: Date | null
}

export interface Tick {
  sheetId: string
  step: string
  done: boolean
  by: string | null
  at: Date
}

const columns = [
  'id',
  'exercise_id as exerciseId',
  'role',
  'person_id as personId',
  'opened_at as openedAt',
  'signed_off_at as signedOffAt',
  'signed_off_by as signedOffBy',
  'closed_at as closedAt',
] as const

export function listOpenSheets(reader: Reader, scene: Scene): Promise<RoleSheet[]> {
  return reading<ReadinessTables>(reader)
    .selectFrom('role_sheet')
    .select(columns)
    .where(inScene(scene))
    .where('closed_at', 'is', null)
    .execute()
}

export function findSheetForUpdate(tx: Tx, id: string): Promise<RoleSheet | undefined> {
  return own<ReadinessTables>(tx)
    .selectFrom('role_sheet')
    .select(columns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

export function listTicks(reader: Reader, sheetIds: string[]): Promise<Tick[]> {
  return reading<ReadinessTables>(reader)
    .selectFrom('role_step')
    .select(['sheet_id as sheetId', 'step', 'done', 'ticked_by as by', 'ticked_at as at'])
    .where('sheet_id', 'in', sheetIds.length > 0 ? sheetIds : ['00000000-0000-0000-0000-000000000000'])
    .execute()
}

export async function saveSheet(
  tx: Tx,
  sheet: Pick<RoleSheet, 'exerciseId' | 'role' | 'personId' | 'openedAt'> & {
    openedBy: string | null
    incidentId: string | null
  },
): Promise<string> {
  const row = await own<ReadinessTables>(tx)
    .insertInto('role_sheet')
    .values({
      exercise_id: sheet.exerciseId,
      role: sheet.role,
      person_id: sheet.personId,
      opened_by: sheet.openedBy,
      opened_at: sheet.openedAt,
      incident_id: sheet.incidentId,
      signed_off_by: null,
      signed_off_at: null,
      closed_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** The last tick wins. */
export async function saveTick(tx: Tx, tick: Tick): Promise<void> {
  const values = { done: tick.done, ticked_by: tick.by, ticked_at: tick.at }
  await own<ReadinessTables>(tx)
    .insertInto('role_step')
    .values({ sheet_id: tick.sheetId, step: tick.step, ...values })
    .onConflict((conflict) => conflict.columns(['sheet_id', 'step']).doUpdateSet(values))
    .execute()
}

export async function markSheetAssigned(tx: Tx, id: string, personId: string | null): Promise<void> {
  await own<ReadinessTables>(tx).updateTable('role_sheet').set({ person_id: personId }).where('id', '=', id).execute()
}

export async function markSheetSignedOff(tx: Tx, id: string, by: string, at: Date): Promise<void> {
  await own<ReadinessTables>(tx)
    .updateTable('role_sheet')
    .set({ signed_off_by: by, signed_off_at: at })
    .where('id', '=', id)
    .execute()
}

export async function markSheetsClosed(tx: Tx, scene: Scene, at: Date): Promise<void> {
  await own<ReadinessTables>(tx)
    .updateTable('role_sheet')
    .set({ closed_at: at })
    .where(inScene(scene) as never)
    .where('closed_at', 'is', null)
    .execute()
}

/** Takes the sign-offs of an earlier stand-down back, when the posture rises again. */
export async function markSignOffsTakenBack(tx: Tx, scene: Scene): Promise<void> {
  await own<ReadinessTables>(tx)
    .updateTable('role_sheet')
    .set({ signed_off_by: null, signed_off_at: null })
    .where(inScene(scene) as never)
    .where('closed_at', 'is', null)
    .execute()
}

/** Steps that are ticked on the scene's sheets, open or closed. */
export async function countTickedSteps(reader: Reader, scene: Scene): Promise<number> {
  const row = await reading<ReadinessTables>(reader)
    .selectFrom('role_step')
    .innerJoin('role_sheet', 'role_sheet.id', 'role_step.sheet_id')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('role_step.done', '=', true)
    .where('role_sheet.exercise_id', scene === null ? 'is' : '=', scene)
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}
