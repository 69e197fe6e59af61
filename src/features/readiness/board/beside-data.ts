import type { LogLine } from '../log/say.ts'
import type { May, TeamReach } from '../pages/readiness-data.ts'
import type { Hold, KnownIncident, Posture, TeamPage } from '../types.ts'

/** What readiness shows beside an incident on the watch board. */
export interface BesideData {
  exerciseId: string | null
  posture: Posture
  /** Who set it; undefined when nobody did, or Salve itself. */
  setByName: string | undefined
  /** Holds that run. */
  holds: Hold[]
  /** The chosen incident, once it is probable; otherwise the most urgent one of the scene. */
  incident: KnownIncident | undefined
  /** Those whom "Page the trauma team" would page. */
  team: TeamReach
  /** A page of the team that waits its ten seconds, or the newest that was sent for this incident. */
  teamPage: TeamPage | undefined
  /** Everybody was asked about the incident and reminded, and nobody answered. */
  nobodyAnswered: boolean
  /** What was done already, the oldest first. */
  done: LogLine[]
  may: May
  /** `/readiness`, or `/drills/<id>/readiness`. */
  path: string
  now: Date
}
