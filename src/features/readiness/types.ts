/** The hospital's own state, in the order of the ladder. */
export const POSTURE_LEVELS = ['normal', 'advisory', 'standby', 'activated', 'stand-down'] as const
export type PostureLevel = (typeof POSTURE_LEVELS)[number]

/** What can be held for a while. Each hold reverts by itself. */
export const HOLD_KINDS = ['elective-starts', 'transfers-in', 'ward-moves', 'visitors'] as const
export type HoldKind = (typeof HOLD_KINDS)[number]

/** How a hold ended: `time` means by itself. */
export type HoldEnd = 'time' | 'released' | 'stood-down'

/** Roles that have a sheet. */
export const SHEET_ROLES = [
  'incident-commander',
  'ed-charge-nurse',
  'or-charge-nurse',
  'trauma-surgeon',
  'blood-bank',
  'public-information-officer',
] as const
export type SheetRole = (typeof SHEET_ROLES)[number]

/** Roles of the rota. The duty manager decides and is paged first; whoever commands may be somebody else. */
export const ROLE_KEYS = ['duty-manager', ...SHEET_ROLES, 'anaesthetist'] as const
export type RoleKey = (typeof ROLE_KEYS)[number]

/** Who is paged with "Page the trauma team". */
export const TRAUMA_TEAM: readonly RoleKey[] = [
  'trauma-surgeon',
  'anaesthetist',
  'ed-charge-nurse',
  'or-charge-nurse',
  'blood-bank',
]

/** What units tell. `ward-beds` is what a ward expects to have free by the evening. */
export const UNITS = ['ed-bays', 'operating-rooms', 'icu-beds', 'o-negative', 'ward-beds'] as const
export type Unit = (typeof UNITS)[number]

export interface Posture {
  level: PostureLevel
  /** Null: Salve itself, or nobody yet. */
  setBy: string | null
  /** Null when nobody ever changed it. */
  setAt: Date | null
  /** When it reverts by itself; null for `normal` and `activated`. */
  until: Date | null
  /** When Salve asks whether `activated` still holds. */
  askAt: Date | null
  incidentId: string | null
}

/** One step that the scene took. */
export interface PostureStep {
  level: PostureLevel
  setBy: string | null
  setAt: Date
}

export interface Hold {
  id: string
  exerciseId: string | null
  kind: HoldKind
  startedBy: string | null
  startedAt: Date
  until: Date
  endedAt: Date | null
}

export type IncidentState = 'probable' | 'confirmed' | 'dismissed' | 'closed'

/** An incident as this room heard of it. */
export interface KnownIncident {
  incidentId: string
  exerciseId: string | null
  kind: string
  place: string | null
  distanceKm: number | null
  corroboration: number
  state: IncidentState
  /** Grows when an incident comes back after it was settled: it is paged anew. */
  round: number
  probableAt: Date | null
  confirmedAt: Date | null
  confirmedBy: string | null
  settledAt: Date | null
}

/** "Page the trauma team": for ten seconds it can be taken back. */
export interface TeamPage {
  id: string
  exerciseId: string | null
  incidentId: string | null
  askedBy: string | null
  askedAt: Date
  sendAt: Date
  takenBackAt: Date | null
  sentAt: Date | null
  callId: string | null
}
