import type { Generated } from 'kysely'
import type { HoldEnd, HoldKind, IncidentState, PostureLevel, RoleKey, SheetRole, Unit } from './types.ts'

/** Rows as the database has them. */
export interface ReadinessTables {
  posture_change: {
    id: Generated<number>
    exercise_id: string | null
    level: PostureLevel
    set_by: string | null
    set_at: Date
    until_at: Date | null
    ask_at: Date | null
    incident_id: string | null
  }
  hold: {
    id: Generated<string>
    exercise_id: string | null
    kind: HoldKind
    started_by: string | null
    started_at: Date
    until_at: Date
    ended_at: Date | null
    end_reason: HoldEnd | null
  }
  role_sheet: {
    id: Generated<string>
    exercise_id: string | null
    role: SheetRole
    person_id: string | null
    opened_by: string | null
    opened_at: Date
    incident_id: string | null
    signed_off_by: string | null
    signed_off_at: Date | null
    closed_at: Date | null
  }
  role_step: { sheet_id: string; step: string; done: boolean; ticked_by: string | null; ticked_at: Date }
  duty: {
    id: Generated<string>
    role: RoleKey
    person_id: string
    position: number
    from_at: Date | null
    until_at: Date | null
    added_by: string | null
    added_at: Date
  }
  unit_report: {
    id: Generated<number>
    exercise_id: string | null
    unit: Unit
    free: number
    total: number | null
    told_by: string | null
    told_at: Date
  }
  readiness_incident: {
    incident_id: string
    exercise_id: string | null
    kind: string
    place: string | null
    distance_km: number | null
    corroboration: number
    state: IncidentState
    round: number
    probable_at: Date | null
    confirmed_at: Date | null
    confirmed_by: string | null
    settled_at: Date | null
  }
  team_page: {
    id: Generated<string>
    exercise_id: string | null
    incident_id: string | null
    asked_by: string | null
    asked_at: Date
    send_at: Date
    taken_back_at: Date | null
    sent_at: Date | null
    call_id: string | null
  }
}
