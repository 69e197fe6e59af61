import type { Hold, HoldKind, KnownIncident, Posture, TeamPage } from '../types.ts'

/** One thing that was done already, newest last. */
export interface DoneLine {
  at: Date
  text: string
}

/** What readiness shows beside an incident on the watch board. Words of people are made for one reader. */
export interface BesideData {
  exerciseId: string | null
  posture: Posture
  /** Who set it; undefined when nobody or Salve itself. */
  setByName: string | undefined
  holds: Hold[]
  incident: KnownIncident | undefined
  /** Those whom "Page the trauma team" would page. */
  team: { people: number; reachable: number; unreachable: { name: string }[]; emptyRoles: number }
  /** Page of the team that waits its ten seconds, or the newest that was sent for this incident. */
  teamPage: TeamPage | undefined
  done: DoneLine[]
  /** Kinds of hold that can be started now. */
  startable: HoldKind[]
  may: { setPosture: boolean; hold: boolean; pageTeam: boolean }
  /** `/readiness`, or `/drills/<id>/readiness`. */
  path: string
  now: Date
}
