import type { Actor } from '#platform/actor.ts'
import type { Clock } from '#platform/clock.ts'
import type { Database, Tx } from '#platform/database/index.ts'
import { Conflict, NotAllowed, NotFound } from '#platform/errors.ts'
import type { Events } from '#platform/events/index.ts'
import { sceneChannel, type Realtime } from '#platform/realtime/index.ts'
import type { Detector, IncidentState } from './detector/types.ts'
import type { IncidentEvent } from './events.ts'
import { findExerciseRow } from './exercise.store.ts'
import {
  findIncidentForUpdate,
  findIncidentRow,
  markIncident,
  saveChanges,
  type IncidentRow,
} from './incident.store.ts'
import { canConfirm, canDismiss, canWatch } from './permissions.ts'
import { decisionsFor, type Decision } from './rules.ts'
import type { OpenScene, Scenes } from './scene.ts'
import type { WatchDeps } from './watch.ts'

export interface DecideDeps {
  db: Database
  clock: Clock
  events: Events
  realtime: Realtime
  scenes: Scenes
  isDutyManager: WatchDeps['isDutyManager']
}

export interface Deciding {
  exerciseId: string | null
  incidentId: string
  decision: Decision
  reason?: string | null
}

interface InScene {
  detector: Detector
  scene: OpenScene
}

const OUTCOME: Record<Exclude<Decision, 'reopen'>, Extract<IncidentState, 'confirmed' | 'dismissed' | 'closed'>> = {
  confirm: 'confirmed',
  dismiss: 'dismissed',
  close: 'closed',
}

/** Confirms, dismisses, closes or reopens an incident of one scene; the detector learns from it in the same transaction. */
export async function decideIncident(deps: DecideDeps, actor: Actor, input: Deciding): Promise<void> {
  const { exerciseId, incidentId, decision } = input
  if (!canWatch(actor)) throw new NotFound('No such incident')
  const { known, isOnDuty } = await deps.db.read(async (reader) => ({
    known: await findIncidentRow(reader, incidentId),
    isOnDuty: await deps.isDutyManager(reader, actor.id),
  }))
  if (!known || known.exercise_id !== exerciseId) throw new NotFound('No such incident')
  if (!(decision === 'confirm' ? canConfirm(actor, isOnDuty) : canDismiss(actor, isOnDuty)))
    throw new NotAllowed('Only a duty manager can decide about an incident')
  const decided = await deps.scenes.of(exerciseId).change(async (tx, detector, scene) => {
    const row = await findIncidentForUpdate(tx, incidentId)
    if (!row) throw new NotFound('No such incident')
    if (!decisionsFor(row.state).includes(decision))
      throw new Conflict('Somebody else has decided about this incident in the meantime. Look at it again.')
    const at = await sceneTime(tx, exerciseId, deps.clock())
    if (decision === 'reopen') await reopen(deps, tx, { detector, scene }, row, actor, at)
    else await settle(deps, tx, { detector, scene }, row, actor, { ...input, decision }, at)
    await deps.realtime.touch(tx, sceneChannel(exerciseId))
    return true
  })
  if (!decided) throw new NotFound('No such scene')
}

async function settle(
  deps: DecideDeps,
  tx: Tx,
  { detector, scene }: InScene,
  row: IncidentRow,
  actor: Actor,
  { decision, reason = null }: Deciding & { decision: keyof typeof OUTCOME },
  at: Date,
): Promise<void> {
  const state = OUTCOME[decision]
  const now = deps.clock()
  detector.judge({ incidentId: scene.ownId(row.detector_id), verdict: state, at: at.getTime() })
  await markIncident(tx, row.id, {
    state,
    state_before: row.state,
    reason,
    heard_decided_at: now,
    ...(state === 'confirmed'
      ? { confirmed_at: at, confirmed_by: actor.id }
      : { settled_at: at, settled_by: actor.id }),
  })
  await tell(deps, tx, { scene, row, actor, at, code: state, state, reason })
}

/** Takes back that it was dismissed or closed. */
async function reopen(
  deps: DecideDeps,
  tx: Tx,
  { detector, scene }: InScene,
  row: IncidentRow,
  actor: Actor,
  at: Date,
): Promise<void> {
  detector.judge({ incidentId: scene.ownId(row.detector_id), verdict: 'reopened', at: at.getTime() })
  const state =
    row.state_before && row.state_before !== 'dismissed' && row.state_before !== 'closed'
      ? row.state_before
      : 'suspected'
  await markIncident(tx, row.id, { state, state_before: null, reason: null, settled_at: null, settled_by: null })
  await tell(deps, tx, { scene, row, actor, at, code: 'reopened', state, reason: null })
}

interface Told {
  scene: OpenScene
  row: IncidentRow
  actor: Actor
  at: Date
  code: 'confirmed' | 'dismissed' | 'closed' | 'reopened'
  state: IncidentState
  reason: string | null
}

/** Writes a decision into the timeline and announces it. */
async function tell({ events, clock }: DecideDeps, tx: Tx, { scene, row, actor, at, code, state, reason }: Told) {
  await saveChanges(tx, [{ incident_id: row.id, at, heard_at: clock(), code, by_id: actor.id, detail: reason }])
  if (scene.isSilent) return
  await events.announce<IncidentEvent>(tx, {
    type: `incident.${code}`,
    incidentId: row.id,
    exerciseId: row.exercise_id,
    kind: row.kind,
    state,
    place: row.place && { name: row.place.name, lat: row.place.lat, lon: row.place.lon },
    distanceKm: row.place?.distanceKm ?? null,
    headline: row.headline,
    confidence: row.confidence,
    corroboration: row.corroboration,
    at: at.toISOString(),
    by: actor.id,
    reason,
  })
}

/** Now in a scene: in an exercise the moment that it has reached. */
async function sceneTime(tx: Tx, exerciseId: string | null, now: Date): Promise<Date> {
  if (exerciseId === null) return now
  const exercise = await findExerciseRow(tx, exerciseId)
  return exercise?.reached_at ?? now
}
