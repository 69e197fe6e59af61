import { sql } from 'kysely'
import { own, reading, type Reader, type Tx } from '#platform/database/index.ts'
import type { Area } from './detector/types.ts'
import type { WatchTables } from './tables.ts'

/** A scene's name in the tables: the real world, or an exercise's id. */
export function sceneName(exerciseId: string | null): string {
  return exerciseId ?? 'real'
}

export interface SavedScene {
  version: number
  /** Which memory the detector's ids belong to: a new area begins a new one. */
  epoch: string
  area: Area
  /** What the detector saved, as JSON text: it is read by nobody else. */
  state: string | null
  /** False in an exercise that pages nobody; null in the real world. */
  pages_people: boolean | null
  /** Days in which the hospital bears one false page; null while nobody has set it. */
  budget_days: number | null
}

/** Takes the scene for this transaction alone: whoever else wants to change it waits. */
export async function findSceneForUpdate(tx: Tx, exerciseId: string | null): Promise<SavedScene | undefined> {
  return own<WatchTables>(tx)
    .selectFrom('watch_scene')
    .leftJoin('exercise', 'exercise.id', 'watch_scene.exercise_id')
    .select((query) => [
      'version',
      'epoch',
      'watch_scene.area',
      'watch_scene.state',
      'pages_people',
      query.selectFrom('watch_budget').select('days').orderBy('version', 'desc').limit(1).as('budget_days'),
    ])
    .where('scene', '=', sceneName(exerciseId))
    .forUpdate('watch_scene')
    .executeTakeFirst()
}

/** Makes the scene if it is new; with a new area the detector begins with an empty memory. */
export async function saveScene(
  tx: Tx,
  exerciseId: string | null,
  scene: { epoch: string; area: Area },
): Promise<void> {
  const area = JSON.stringify(scene.area)
  await own<WatchTables>(tx)
    .insertInto('watch_scene')
    .values({
      scene: sceneName(exerciseId),
      exercise_id: exerciseId,
      version: 1,
      epoch: scene.epoch,
      area,
      state: null,
    })
    .onConflict((conflict) =>
      conflict.column('scene').doUpdateSet({
        version: sql`watch_scene.version + 1`,
        epoch: scene.epoch,
        area,
        state: null,
      }),
    )
    .execute()
}

export async function saveDetectorState(
  tx: Tx,
  exerciseId: string | null,
  version: number,
  state: string,
): Promise<void> {
  await own<WatchTables>(tx)
    .updateTable('watch_scene')
    .set({ version, state })
    .where('scene', '=', sceneName(exerciseId))
    .execute()
}

/** Forgets what the detector remembers of exercises that ended before; their incidents stay. */
export async function deleteOldMemories(tx: Tx, before: Date): Promise<number> {
  const result = await own<WatchTables>(tx)
    .updateTable('watch_scene')
    .set({ state: null })
    .where('state', 'is not', null)
    .where('exercise_id', 'in', (query) => query.selectFrom('exercise').select('id').where('ended_at', '<', before))
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

export async function findArea(reader: Reader): Promise<{ version: number; area: Area } | undefined> {
  return reading<WatchTables>(reader)
    .selectFrom('watch_area')
    .select(['version', 'area'])
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function saveArea(tx: Tx, area: Area, setAt: Date, setBy: string | null): Promise<number> {
  const row = await own<WatchTables>(tx)
    .insertInto('watch_area')
    .values({ area: JSON.stringify(area), set_at: setAt, set_by: setBy })
    .returning('version')
    .executeTakeFirstOrThrow()
  return row.version
}

/** The latest budget that somebody set. */
export async function findBudget(
  reader: Reader,
): Promise<{ days: number; set_at: Date; set_by: string | null } | undefined> {
  return reading<WatchTables>(reader)
    .selectFrom('watch_budget')
    .select(['days', 'set_at', 'set_by'])
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function saveBudget(tx: Tx, days: number, setAt: Date, setBy: string): Promise<void> {
  await own<WatchTables>(tx).insertInto('watch_budget').values({ days, set_at: setAt, set_by: setBy }).execute()
}

/** What the detector of a scene saved last, as JSON text; undefined before there is a scene. */
export async function findDetectorState(reader: Reader, exerciseId: string | null): Promise<string | null | undefined> {
  const row = await reading<WatchTables>(reader)
    .selectFrom('watch_scene')
    .select('state')
    .where('scene', '=', sceneName(exerciseId))
    .executeTakeFirst()
  return row?.state
}

/** Takes or renews a lease: true while no other process holds one that has not run out. */
export async function takeLease(tx: Tx, name: string, holder: string, now: Date, until: Date): Promise<boolean> {
  const row = await own<WatchTables>(tx)
    .insertInto('watch_lease')
    .values({ name, holder, until })
    .onConflict((conflict) =>
      conflict
        .column('name')
        .doUpdateSet({ holder, until })
        .where((where) => where.or([where('watch_lease.holder', '=', holder), where('watch_lease.until', '<=', now)])),
    )
    .returning('name')
    .executeTakeFirst()
  return row !== undefined
}

export async function deleteLease(tx: Tx, name: string, holder: string): Promise<void> {
  await own<WatchTables>(tx).deleteFrom('watch_lease').where('name', '=', name).where('holder', '=', holder).execute()
}

/** Adds posts to the minutes in which they were heard. */
export async function saveRates(
  tx: Tx,
  exerciseId: string | null,
  rates: { sourceId: string; minute: Date; posts: number }[],
): Promise<void> {
  if (rates.length === 0) return
  const scene = sceneName(exerciseId)
  await own<WatchTables>(tx)
    .insertInto('post_rate')
    .values(rates.map(({ sourceId, minute, posts }) => ({ scene, source_id: sourceId, minute, posts })))
    .onConflict((conflict) =>
      conflict.columns(['scene', 'minute', 'source_id']).doUpdateSet({ posts: sql`post_rate.posts + excluded.posts` }),
    )
    .execute()
}

/** Posts of all sources by minute, oldest first. */
export async function listRates(
  reader: Reader,
  exerciseId: string | null,
  from: Date,
  to: Date,
): Promise<{ minute: Date; posts: number }[]> {
  const rows = await reading<WatchTables>(reader)
    .selectFrom('post_rate')
    .select(['minute', (query) => query.fn.sum<number>('posts').as('posts')])
    .where('scene', '=', sceneName(exerciseId))
    .where('minute', '>=', from)
    .where('minute', '<=', to)
    .groupBy('minute')
    .orderBy('minute')
    .execute()
  return rows.map((row) => ({ minute: row.minute, posts: Number(row.posts) }))
}

/** Posts in each minute at about this time of day (half an hour either way), in the days between the two times. */
export async function listUsualRates(
  reader: Reader,
  exerciseId: string | null,
  now: Date,
  from: Date,
  to: Date,
): Promise<number[]> {
  const rows = await reading<WatchTables>(reader)
    .selectFrom('post_rate')
    .select([(query) => query.fn.sum<number>('posts').as('posts')])
    .where('scene', '=', sceneName(exerciseId))
    .where('minute', '>=', from)
    .where('minute', '<', to)
    .where(
      sql<boolean>`abs(mod(extract(epoch from minute - ${now}::timestamptz)::bigint + 43200 + 86400::bigint * 400, 86400) - 43200) <= 1800`,
    )
    .groupBy('minute')
    .execute()
  return rows.map((row) => Number(row.posts))
}

export async function deleteOldRates(tx: Tx, before: Date): Promise<number> {
  const result = await own<WatchTables>(tx)
    .deleteFrom('post_rate')
    .where('scene', '=', 'real')
    .where('minute', '<', before)
    .executeTakeFirst()
  return Number(result.numDeletedRows)
}
