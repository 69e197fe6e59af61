import type { Tx } from '#platform/database/index.ts'
import type { CallRequest } from '#features/paging'
import type { IncidentEvent } from '#features/watch'
import { record } from '../log/record.ts'
import type { ReadinessDeps } from '../readiness.ts'
import { openSheets } from '../role-sheets/open.ts'
import { listDutyManagers, openDutyCall } from '../rota/duty-call.ts'
import { lockScene } from '../scene.store.ts'
import type { KnownIncident } from '../types.ts'
import { dutyCallKey, incidentSubject, settleByActing } from './calls.ts'
import { findIncident, saveIncident } from './store.ts'

const placeOf = (event: IncidentEvent) => event.place?.name ?? null

/** A probable incident wakes the duty manager. */
export async function onIncidentProbable(deps: ReadinessDeps, tx: Tx, event: IncidentEvent): Promise<void> {
  await lockScene(tx, event.exerciseId)
  const before = await findIncident(tx, event.incidentId)
  if (before && (before.state === 'probable' || before.state === 'confirmed')) return
  const incident: KnownIncident = {
    ...heard(event, before),
    state: 'probable',
    round: (before?.round ?? 0) + 1,
    probableAt: deps.clock(),
    confirmedAt: null,
    confirmedBy: null,
    settledAt: null,
  }
  await saveIncident(tx, incident)
  await record(deps, tx, event.exerciseId, null, {
    kind: 'incident.probable',
    incidentId: event.incidentId,
    incident: event.kind,
    place: placeOf(event),
    distanceKm: event.distanceKm,
    corroboration: event.corroboration,
  })
  await pageDutyManagers(deps, tx, incident, 'incident-probable')
}

/** What is known of a probable or confirmed incident has changed: whoever opens the page reads the newer sentence. */
export async function onIncidentRevised(deps: ReadinessDeps, tx: Tx, event: IncidentEvent): Promise<void> {
  await lockScene(tx, event.exerciseId)
  const before = await findIncident(tx, event.incidentId)
  if (before?.state !== 'probable' && before?.state !== 'confirmed') return
  const incident: KnownIncident = { ...before, ...heard(event, before) }
  await saveIncident(tx, incident)
  await deps.paging.reviseCall(tx, { key: dutyCallKey(incident) }, callFacts(incident), dutyMessage(incident))
}

/** A confirmed incident opens the role sheets; whoever was paged sees who confirmed it. */
export async function onIncidentConfirmed(deps: ReadinessDeps, tx: Tx, event: IncidentEvent): Promise<void> {
  const { clock, paging } = deps
  await lockScene(tx, event.exerciseId)
  const before = await findIncident(tx, event.incidentId)
  if (before?.state === 'confirmed') return
  const wasPaged = before?.state === 'probable'
  const incident: KnownIncident = {
    ...heard(event, before),
    state: 'confirmed',
    round: wasPaged ? before.round : (before?.round ?? 0) + 1,
    probableAt: before?.probableAt ?? null,
    confirmedAt: clock(),
    confirmedBy: event.by,
    settledAt: null,
  }
  await saveIncident(tx, incident)
  if (wasPaged) {
    await paging.reviseCall(tx, { key: dutyCallKey(incident) }, callFacts(incident))
    if (event.by) await settleByActing(deps, tx, event.exerciseId, event.by)
  }
  await record(deps, tx, event.exerciseId, event.by, {
    kind: 'incident.confirmed',
    incidentId: event.incidentId,
    incident: event.kind,
    place: placeOf(event),
  })
  // Confirmed before it was probable: whoever confirmed knows, and the duty manager must too.
  const knows = event.by !== null && (await listDutyManagers(deps, tx)).includes(event.by)
  if (!wasPaged && !knows) await pageDutyManagers(deps, tx, incident, 'incident-confirmed')
  await openSheets(deps, tx, { scene: event.exerciseId, by: event.by, incidentId: event.incidentId })
}

export async function onIncidentDismissed(deps: ReadinessDeps, tx: Tx, event: IncidentEvent): Promise<void> {
  await settle(deps, tx, event, 'dismissed')
}

export async function onIncidentClosed(deps: ReadinessDeps, tx: Tx, event: IncidentEvent): Promise<void> {
  await settle(deps, tx, event, 'closed')
}

/** Nobody need answer any more: those who are coming are told so by paging. What was never probable here needs no line. */
async function settle(deps: ReadinessDeps, tx: Tx, event: IncidentEvent, state: 'dismissed' | 'closed'): Promise<void> {
  await lockScene(tx, event.exerciseId)
  const before = await findIncident(tx, event.incidentId)
  if (!before || before.state === state) return
  await saveIncident(tx, { ...before, state, settledAt: deps.clock() })
  await deps.paging.endCall(tx, { key: dutyCallKey(before) }, state)
  const facts = { incidentId: event.incidentId, incident: event.kind, place: placeOf(event) }
  await record(
    deps,
    tx,
    event.exerciseId,
    event.by,
    state === 'dismissed'
      ? { kind: 'incident.dismissed', ...facts, reason: event.reason }
      : { kind: 'incident.closed', ...facts },
  )
}

function pageDutyManagers(
  deps: ReadinessDeps,
  tx: Tx,
  incident: KnownIncident,
  key: 'incident-probable' | 'incident-confirmed',
): Promise<void> {
  return openDutyCall(deps, tx, {
    key: dutyCallKey(incident),
    subject: incidentSubject(incident.incidentId),
    scene: incident.exerciseId,
    message: () => dutyMessage(incident, key),
    facts: callFacts(incident),
  })
}

/** The sentence of the page. */
function dutyMessage(
  { kind, place, state }: KnownIncident,
  key: 'incident-probable' | 'incident-confirmed' = state === 'confirmed' ? 'incident-confirmed' : 'incident-probable',
): CallRequest['message'] {
  return { key, values: { kind, place: place ?? '' } }
}

/** What stands under a page about an incident. */
export function callFacts(incident: KnownIncident): NonNullable<CallRequest['facts']> {
  return {
    ...(incident.place !== null && { place: incident.place }),
    ...(incident.distanceKm !== null && { distanceKm: incident.distanceKm }),
    ...(incident.corroboration > 0 && { evidence: incident.corroboration }),
    ...(incident.confirmedBy !== null &&
      incident.confirmedAt !== null && {
        confirmedBy: { personId: incident.confirmedBy, at: incident.confirmedAt.toISOString() },
      }),
  }
}

function heard(event: IncidentEvent, before: KnownIncident | undefined) {
  return {
    incidentId: event.incidentId,
    exerciseId: event.exerciseId,
    kind: event.kind,
    place: placeOf(event) ?? before?.place ?? null,
    distanceKm: event.distanceKm ?? before?.distanceKm ?? null,
    corroboration: event.corroboration,
  }
}
