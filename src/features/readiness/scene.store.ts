import { sql, type ExpressionBuilder, type ExpressionWrapper, type SqlBool } from 'kysely'
import { own, type Tx } from '#platform/database/index.ts'
import type { Scene } from './scene.ts'
import type { ReadinessTables } from './tables.ts'

type SceneTable = 'posture_change' | 'hold' | 'role_sheet' | 'unit_report' | 'readiness_incident' | 'team_page'

/** Rows of one scene only: `where(inScene(scene))`. */
export function inScene(scene: Scene) {
  return <Table extends SceneTable>(
    eb: ExpressionBuilder<ReadinessTables, Table>,
  ): ExpressionWrapper<ReadinessTables, Table, SqlBool> => {
    const column = eb.ref('exercise_id' as never)
    return (scene === null ? eb(column, 'is', null as never) : eb(column, '=', scene as never)) as ExpressionWrapper<
      ReadinessTables,
      Table,
      SqlBool
    >
  }
}

/** Changes of one scene come one after the other. Taken first in every action, before any row or the log. */
export async function lockScene(tx: Tx, scene: Scene): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`readiness:${scene ?? 'real'}`}, 1))`.execute(
    own<ReadinessTables>(tx),
  )
}
