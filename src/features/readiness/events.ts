import type { HoldEnd, HoldKind, PostureLevel, RoleKey, SheetRole } from './types.ts'

/** Facts that every event of this room carries. */
interface OfScene {
  /** The exercise it belongs to; null in the real world. */
  exerciseId: string | null
  /** The person who acted; null for Salve itself. */
  by: string | null
  /** ISO 8601. */
  at: string
}

/** Any step of the ladder, up or down. `until` is when it reverts by itself, ISO 8601; null when it does not. */
export interface PostureChanged extends OfScene {
  type: 'posture.changed'
  from: PostureLevel
  to: PostureLevel
  until: string | null
}

/** The hospital is activated. Other rooms pause what can wait. */
export interface PostureActivated extends OfScene {
  type: 'posture.activated'
  incidentId: string | null
}

export interface HoldStarted extends OfScene {
  type: 'hold.started'
  holdId: string
  kind: HoldKind
  until: string
}

export interface HoldRenewed extends OfScene {
  type: 'hold.renewed'
  holdId: string
  kind: HoldKind
  until: string
}

export interface HoldEnded extends OfScene {
  type: 'hold.ended'
  holdId: string
  kind: HoldKind
  /** `time`: it reverted by itself. */
  reason: HoldEnd
}

export interface RoleSheetOpened extends OfScene {
  type: 'role-sheet.opened'
  sheetId: string
  role: SheetRole
  personId: string | null
}

export interface StepTicked extends OfScene {
  type: 'step.ticked'
  sheetId: string
  role: SheetRole
  step: string
  done: boolean
}

/** The trauma team was paged: the ten seconds to take it back are over. */
export interface TeamPaged extends OfScene {
  type: 'team.paged'
  teamPageId: string
  callId: string
  roles: RoleKey[]
  people: number
}

export type ReadinessEvent =
  | PostureChanged
  | PostureActivated
  | HoldStarted
  | HoldRenewed
  | HoldEnded
  | RoleSheetOpened
  | StepTicked
  | TeamPaged

export const READINESS_EVENTS: ReadinessEvent['type'][] = [
  'posture.changed',
  'posture.activated',
  'hold.started',
  'hold.renewed',
  'hold.ended',
  'role-sheet.opened',
  'step.ticked',
  'team.paged',
]
