import { own, reading, type Reader, type Tx } from '#platform/database/index.ts'
import type { Scene } from '../scene.ts'
import { inScene } from '../scene.store.ts'
import type { ReadinessTables } from '../tables.ts'
import type { Unit } from '../types.ts'

/** What a unit last said. */
export interface UnitReport {
  unit: Unit
  free: number
  /** Out of how many; null where that means nothing. */
  total: number | null
  toldBy: string | null
  toldAt: Date
}

export function listLatestReports(reader: Reader, scene: Scene): Promise<UnitReport[]> {
  return reading<ReadinessTables>(reader)
    .selectFrom('unit_report')
    .distinctOn('unit')
    .select(['unit', 'free', 'total', 'told_by as toldBy', 'told_at as toldAt'])
    .where(inScene(scene))
    .orderBy('unit')
    .orderBy('id', 'desc')
    .execute()
}

export async function saveReport(tx: Tx, scene: Scene, report: UnitReport): Promise<void> {
  const { unit, free, total, toldBy, toldAt } = report
  await own<ReadinessTables>(tx)
    .insertInto('unit_report')
    .values({ exercise_id: scene, unit, free, total, told_by: toldBy, told_at: toldAt })
    .execute()
}
