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
