import type { Insertable, Selectable, Updateable } from 'kysely'
import { own, reading, type Reader, type Tx } from '#platform/database/index.ts'
import type { WatchTables } from './tables.ts'

export type SourceRow = Selectable<WatchTables['source']>

/** The sources of a scene by name; removed ones are left out. */
export async function listSources(reader: Reader, exerciseId: string | null): Promise<SourceRow[]> {
  return reading<WatchTables>(reader)
    .selectFrom('source')
    .selectAll()
    .where('exercise_id', exerciseId === null ? 'is' : '=', exerciseId)
    .where('removed_at', 'is', null)
    .orderBy('posts', 'desc')
    .orderBy('name')
    .execute()
}

export async function findSource(reader: Reader, id: string): Promise<SourceRow | undefined> {
  return reading<WatchTables>(reader)
    .selectFrom('source')
    .selectAll()
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
}

export async function saveSource(tx: Tx, source: Insertable<WatchTables['source']>): Promise<SourceRow> {
  return own<WatchTables>(tx).insertInto('source').values(source).returningAll().executeTakeFirstOrThrow()
}

export async function markSource(tx: Tx, id: string, changes: Updateable<WatchTables['source']>): Promise<void> {
  await own<WatchTables>(tx).updateTable('source').set(changes).where('id', '=', id).execute()
}
