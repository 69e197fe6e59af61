import type { Kind, IncidentState } from './detector/types.ts'

/**
 * What the watch announces: each change of state exactly once, and `incident.revised` when a probable or confirmed incident turns out to be
 * of another kind, elsewhere, or told by more. `at` is the scene's time, ISO 8601.
 */
export interface IncidentEvent {
  type:
    | 'incident.opened'
    | 'incident.probable'
    | 'incident.revised'
    | 'incident.confirmed'
    | 'incident.dismissed'
    | 'incident.closed'
    | 'incident.reopened'
  incidentId: string
  /** Null for the real world. */
  exerciseId: string | null
  kind: Kind
  state: IncidentState
  place: { name: string; lat: number; lon: number } | null
  distanceKm: number | null
  /** A short English line; a reader's own language is made from kind and place. */
  headline: string
  confidence: number
  corroboration: number
  at: string
  /** The person who decided; null for Salve itself. */
  by: string | null
  reason: string | null
}

export const INCIDENT_EVENTS: IncidentEvent['type'][] = [
  'incident.opened',
  'incident.probable',
  'incident.revised',
  'incident.confirmed',
  'incident.dismissed',
  'incident.closed',
  'incident.reopened',
]
