import { sql } from 'kysely'
import { own, type Tx } from '#platform/database/index.ts'
import type { ReadinessTables } from './tables.ts'

/** Deletes what is over since before then. What still runs stays, and so does the newest posture. The log is the ledger's and stays whole. */
export async function deleteSettled(tx: Tx, world: 'real' | 'exercise', before: Date): Promise<number> {
  const db = own<ReadinessTables>(tx)
  const ofWorld = world === 'real' ? sql`exercise_id is null` : sql`exercise_id is not null`
  const statements = [
    sql`delete from posture_change p where ${ofWorld} and set_at < ${before} and (until_at is null or until_at < ${before})
        and exists (select from posture_change later where later.exercise_id is not distinct from p.exercise_id and later.id > p.id)`,
    sql`delete from hold where ${ofWorld} and ended_at < ${before}`,
    sql`delete from role_sheet where ${ofWorld} and closed_at < ${before}`,
    sql`delete from unit_report u where ${ofWorld} and told_at < ${before}
        and exists (select from unit_report later where later.exercise_id is not distinct from u.exercise_id and later.unit = u.unit and later.id > u.id)`,
    sql`delete from readiness_incident where ${ofWorld} and settled_at < ${before}`,
    sql`delete from team_page where ${ofWorld} and asked_at < ${before} and (sent_at is not null or taken_back_at is not null)`,
  ]
  let deleted = 0
  for (const statement of statements) deleted += Number((await statement.execute(db)).numAffectedRows ?? 0)
  return deleted
}
