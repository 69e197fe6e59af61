import type { HoldEnd, HoldKind, PostureLevel, RoleKey, SheetRole, Unit } from '../types.ts'

/** What the log holds of each kind of line. Ids instead of names; only words that somebody typed are words. Times are ISO 8601. */
export type LogFact =
  | { kind: 'posture.changed'; from: PostureLevel; to: PostureLevel; until: string | null; incidentId: string | null }
  | { kind: 'posture.renewed'; level: PostureLevel; until: string | null }
  | { kind: 'posture.reverted'; from: PostureLevel }
  | { kind: 'posture.asked'; since: string }
  | { kind: 'stand-down.completed'; missing: SheetRole[] }
  | { kind: 'hold.started'; hold: HoldKind; until: string }
  | { kind: 'hold.renewed'; hold: HoldKind; until: string }
  | { kind: 'hold.ended'; hold: HoldKind; reason: HoldEnd }
  | {
      kind: 'incident.probable'
      incidentId: string
      incident: string
      place: string | null
      distanceKm: number | null
      corroboration: number
    }
  | { kind: 'incident.confirmed'; incidentId: string; incident: string; place: string | null }
  | { kind: 'incident.dismissed'; incidentId: string; incident: string; place: string | null; reason: string | null }
  | { kind: 'incident.closed'; incidentId: string; incident: string; place: string | null }
  | { kind: 'duty.paged'; callId: string; people: string[] }
  | { kind: 'duty.nobody' }
  | { kind: 'page.answered'; answer: 'coming' | 'cannot' | 'seen'; minutes: number | null; replaced: boolean }
  | { kind: 'page.unreachable'; personId: string }
  | { kind: 'call.escalated'; people: string[] }
  | { kind: 'call.exhausted'; paged: number; coming: number }
  | { kind: 'team.asked'; people: number; until: string }
  | { kind: 'team.taken-back' }
  | { kind: 'team.paged'; callId: string; people: string[] }
  | { kind: 'role-sheet.opened'; sheets: { role: SheetRole; personId: string | null }[] }
  | { kind: 'role-sheet.assigned'; role: SheetRole; personId: string | null }
  | { kind: 'role-sheet.signed-off'; role: SheetRole; undone: number }
  | { kind: 'step.ticked'; role: SheetRole; step: string; lateMinutes: number }
  | { kind: 'step.unticked'; role: SheetRole; step: string }
  | { kind: 'unit.told'; unit: Unit; free: number; total: number | null }
  | { kind: 'rota.added'; role: RoleKey; personId: string }
  | { kind: 'rota.removed'; role: RoleKey; personId: string }
  | { kind: 'rota.ordered'; role: RoleKey; personId: string }
  | { kind: 'note'; text: string }
