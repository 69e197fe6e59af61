import { own, reading, type Reader, type Tx } from '#platform/database/index.ts'
import type { Scene } from '../scene.ts'
import { inScene } from '../scene.store.ts'
import type { ReadinessTables } from '../tables.ts'
import type { KnownIncident } from '../types.ts'

const columns = [
  'incident_id as incidentId',
  'exercise_id as exerciseId',
  'kind',
  'place',
  'distance_km as distanceKm',
  'corroboration',
  'state',
  'round',
  'probable_at as probableAt',
  'confirmed_at as confirmedAt',
  'confirmed_by as confirmedBy',
  'settled_at as settledAt',
] as const

export function findIncident(reader: Reader, incidentId: string): Promise<KnownIncident | undefined> {
  return reading<ReadinessTables>(reader)
    .selectFrom('readiness_incident')
    .select(columns)
    .where('incident_id', '=', incidentId)
    .executeTakeFirst()
}

/** Probable and confirmed; confirmed first, then the newest. */
export function listOpenIncidents(reader: Reader, scene: Scene): Promise<KnownIncident[]> {
  return reading<ReadinessTables>(reader)
    .selectFrom('readiness_incident')
    .select(columns)
    .where(inScene(scene))
    .where('state', 'in', ['probable', 'confirmed'])
    .orderBy(({ eb }) => eb('state', '=', 'confirmed'), 'desc')
    .orderBy('probable_at', 'desc')
    .execute()
}

/** The scene's incidents in the order in which it heard of them. */
export function listIncidents(reader: Reader, scene: Scene): Promise<KnownIncident[]> {
  return reading<ReadinessTables>(reader)
    .selectFrom('readiness_incident')
    .select(columns)
    .where(inScene(scene))
    .orderBy(({ fn }) => fn.coalesce('probable_at', 'confirmed_at'))
    .execute()
}

/** Writes what is known now over what was known before. */
export async function saveIncident(tx: Tx, incident: KnownIncident): Promise<void> {
  const values = {
    exercise_id: incident.exerciseId,
    kind: incident.kind,
    place: incident.place,
    distance_km: incident.distanceKm,
    corroboration: incident.corroboration,
    state: incident.state,
    round: incident.round,
    probable_at: incident.probableAt,
    confirmed_at: incident.confirmedAt,
    confirmed_by: incident.confirmedBy,
    settled_at: incident.settledAt,
  }
  await own<ReadinessTables>(tx)
    .insertInto('readiness_incident')
    .values({ incident_id: incident.incidentId, ...values })
    .onConflict((conflict) => conflict.column('incident_id').doUpdateSet(values))
    .execute()
}
