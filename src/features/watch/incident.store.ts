import { sql } from 'kysely'
import { own, reading, type Reader, type Tx } from '#platform/database/index.ts'
import type { IncidentState } from './detector/types.ts'
import type { WatchTables } from './tables.ts'
import type { Insertable, Selectable, Updateable } from 'kysely'

export type IncidentRow = Selectable<WatchTables['incident']>
export type EvidenceRow = Selectable<WatchTables['incident_evidence']>

const OPEN: IncidentState[] = ['suspected', 'probable', 'confirmed']

export async function findIncidentRow(reader: Reader, id: string): Promise<IncidentRow | undefined> {
  return reading<WatchTables>(reader).selectFrom('incident').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function findIncidentForUpdate(tx: Tx, id: string): Promise<IncidentRow | undefined> {
  return own<WatchTables>(tx).selectFrom('incident').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

export async function listByDetectorIds(
  tx: Tx,
  exerciseId: string | null,
  detectorIds: string[],
): Promise<IncidentRow[]> {
  if (detectorIds.length === 0) return []
  return own<WatchTables>(tx)
    .selectFrom('incident')
    .selectAll()
    .where('exercise_id', exerciseId === null ? 'is' : '=', exerciseId)
    .where('detector_id', 'in', detectorIds)
    .forUpdate()
    .execute()
}

export async function listOpenIncidents(reader: Reader, exerciseId: string | null): Promise<IncidentRow[]> {
  return reading<WatchTables>(reader)
    .selectFrom('incident')
    .selectAll()
    .where('exercise_id', exerciseId === null ? 'is' : '=', exerciseId)
    .where('state', 'in', OPEN)
    .orderBy('last_post_at', 'desc')
    .limit(50)
    .execute()
}

export async function listSettledIncidents(
  reader: Reader,
  exerciseId: string | null,
  since: Date,
): Promise<IncidentRow[]> {
  return reading<WatchTables>(reader)
    .selectFrom('incident')
    .selectAll()
    .where('exercise_id', exerciseId === null ? 'is' : '=', exerciseId)
    .where('state', 'not in', OPEN)
    .where('settled_at', '>=', since)
    .orderBy('settled_at', 'desc')
    .limit(30)
    .execute()
}

/** Every incident of a scene, the earliest first: for reports and programs. */
export async function listIncidents(reader: Reader, exerciseId: string | null, limit = 200): Promise<IncidentRow[]> {
  return reading<WatchTables>(reader)
    .selectFrom('incident')
    .selectAll()
    .where('exercise_id', exerciseId === null ? 'is' : '=', exerciseId)
    .orderBy('opened_at')
    .orderBy('id')
    .limit(limit)
    .execute()
}

export async function countOpenIncidents(reader: Reader): Promise<number> {
  const row = await reading<WatchTables>(reader)
    .selectFrom('incident')
    .select((query) => query.fn.countAll<number>().as('count'))
    .where('exercise_id', 'is', null)
    .where('state', 'in', OPEN)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

export async function saveIncident(tx: Tx, incident: Insertable<WatchTables['incident']>): Promise<string> {
  const row = await own<WatchTables>(tx)
    .insertInto('incident')
    .values(incident)
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function markIncident(tx: Tx, id: string, changes: Updateable<WatchTables['incident']>): Promise<void> {
  await own<WatchTables>(tx).updateTable('incident').set(changes).where('id', '=', id).execute()
}

/** Rows in one statement: building a larger one holds up everything else for too long. */
const BATCH = 50

/** Keeps posts as evidence; one that is there already gets its present bearing and weight. */
export async function saveEvidence(tx: Tx, rows: Insertable<WatchTables['incident_evidence']>[]): Promise<void> {
  for (let start = 0; start < rows.length; start += BATCH) {
    await own<WatchTables>(tx)
      .insertInto('incident_evidence')
      .values(rows.slice(start, start + BATCH))
      .onConflict((conflict) =>
        conflict.columns(['incident_id', 'post_id']).doUpdateSet((excluded) => ({
          bearing: excluded.ref('excluded.bearing'),
          voice: excluded.ref('excluded.voice'),
          weight: excluded.ref('excluded.weight'),
          reasons: excluded.ref('excluded.reasons') as never,
          copy_of: excluded.ref('excluded.copy_of'),
        })),
      )
      .execute()
  }
}

/** Evidence of one incident, oldest first: how it began, and the latest. */
export async function listEvidence(
  reader: Reader,
  incidentId: string,
  { first = 60, latest = 200 } = {},
): Promise<EvidenceRow[]> {
  const posts = reading<WatchTables>(reader)
    .selectFrom('incident_evidence')
    .selectAll()
    .where('incident_id', '=', incidentId)
  const oldest = await posts.orderBy('at').orderBy('post_id').limit(first).execute()
  if (oldest.length < first) return oldest
  const known = new Set(oldest.map(({ post_id }) => post_id))
  const newest = await posts.orderBy('at', 'desc').orderBy('post_id', 'desc').limit(latest).execute()
  return [...oldest, ...newest.reverse().filter(({ post_id }) => !known.has(post_id))]
}

export interface EvidenceCount {
  all: number
  counted: number
  /** The first newsroom that counted. */
  newsroomAt: Date | null
}

export async function countEvidence(reader: Reader, incidentId: string): Promise<EvidenceCount> {
  const row = await reading<WatchTables>(reader)
    .selectFrom('incident_evidence')
    .select([
      (query) => query.fn.countAll<number>().as('all'),
      sql<number>`count(*) filter (where bearing = 'counts')`.as('counted'),
      sql<Date | null>`min(at) filter (where bearing = 'counts' and voice = 'newsroom')`.as('newsroom_at'),
    ])
    .where('incident_id', '=', incidentId)
    .executeTakeFirstOrThrow()
  return { all: Number(row.all), counted: Number(row.counted), newsroomAt: row.newsroom_at }
}

/** Posts about each of the incidents by minute. */
export async function listEvidenceRates(
  reader: Reader,
  incidentIds: string[],
  since: Date,
): Promise<{ incidentId: string; minute: Date; posts: number }[]> {
  if (incidentIds.length === 0) return []
  const minute = sql<Date>`date_trunc('minute', at)`
  const rows = await reading<WatchTables>(reader)
    .selectFrom('incident_evidence')
    .select(['incident_id', minute.as('minute'), (query) => query.fn.countAll<number>().as('posts')])
    .where('incident_id', 'in', incidentIds)
    .where('at', '>=', since)
    .groupBy(['incident_id', minute])
    .execute()
  return rows.map((row) => ({ incidentId: row.incident_id, minute: row.minute, posts: Number(row.posts) }))
}

/** Takes the words, authors and addresses out of evidence that was kept long enough; time, source and bearing stay. */
export async function clearEvidenceTexts(tx: Tx, scene: 'real' | 'exercise', before: Date): Promise<number> {
  const result = await own<WatchTables>(tx)
    .updateTable('incident_evidence')
    .set({ text: null, url: null, author_pseudonym: null })
    .where('text', 'is not', null)
    .where('kept_at', '<', before)
    .where('incident_id', 'in', (query) =>
      query
        .selectFrom('incident')
        .select('id')
        .where('exercise_id', scene === 'real' ? 'is' : 'is not', null),
    )
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

export async function saveChanges(tx: Tx, changes: Insertable<WatchTables['incident_change']>[]): Promise<void> {
  if (changes.length > 0) await own<WatchTables>(tx).insertInto('incident_change').values(changes).execute()
}

export async function listChanges(
  reader: Reader,
  incidentId: string,
): Promise<Selectable<WatchTables['incident_change']>[]> {
  return reading<WatchTables>(reader)
    .selectFrom('incident_change')
    .selectAll()
    .where('incident_id', '=', incidentId)
    .orderBy('id')
    .execute()
}
