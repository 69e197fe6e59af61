import type { Tx } from '#platform/database/index.ts'
import type { ReadinessDeps } from '../readiness.ts'
import type { Scene } from '../scene.ts'
import type { KnownIncident } from '../types.ts'

/** The call to the duty managers about an incident. An incident that comes back after it was settled is a new call. */
export function dutyCallKey(incident: Pick<KnownIncident, 'incidentId' | 'round'>): string {
  const key = `incident:${incident.incidentId}:duty`
  return incident.round === 1 ? key : `${key}:${incident.round}`
}

export function incidentSubject(incidentId: string): string {
  return `incident:${incidentId}`
}

/** Calls that this room opened, among those of a scene. */
export function isOwnCall(call: { key: string }): boolean {
  return /^(incident|team|posture):/.test(call.key)
}

/**
 * Whoever acts is awake: a page to the duty managers that nobody has answered yet ends when one of those it asked
 * confirms, holds, pages the team or moves the posture. Nobody else is woken for it.
 */
export async function settleByActing(
  { paging }: Pick<ReadinessDeps, 'paging'>,
  tx: Tx,
  scene: Scene,
  personId: string,
): Promise<void> {
  for (const call of await paging.summary(tx, { exerciseId: scene })) {
    const isAsked = call.pages.some((page) => page.personId === personId)
    if (isOwnCall(call) && call.mode === 'first-answer' && call.state === 'open' && isAsked) {
      await paging.endCall(tx, { id: call.callId }, 'superseded')
    }
  }
}
