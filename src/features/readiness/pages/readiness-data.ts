import type { CallSummary } from '#features/paging'
import type { LogData } from '../log/load.ts'
import type { RoleSheet, Tick } from '../role-sheets/store.ts'
import type { Scene } from '../scene.ts'
import type { Hold, KnownIncident, Posture, PostureStep, TeamPage } from '../types.ts'
import type { UnitReport } from '../units/store.ts'

/** What an actor may do here, so that the page shows no button that is refused. */
export interface May {
  setPosture: boolean
  hold: boolean
  pageTeam: boolean
  tick: boolean
  openSheets: boolean
}

/** Those whom "Page the trauma team" would page. */
export interface TeamReach {
  people: number
  reachable: number
  unreachable: { name: string }[]
  emptyRoles: number
}

/** Everything that the readiness page of a scene shows at one moment. */
export interface ReadinessData {
  scene: Scene
  now: Date
  posture: Posture
  /** Steps since the posture was last normal, the oldest first. */
  steps: PostureStep[]
  incidents: KnownIncident[]
  /** The incident that the posture was raised for. */
  because: KnownIncident | undefined
  holds: Hold[]
  sheets: (RoleSheet & { ticks: Tick[] })[]
  units: UnitReport[]
  /** Calls of the last twelve hours, running ones first. */
  calls: CallSummary[]
  /** The sentence of each call, in the reader's language. */
  sentences: ReadonlyMap<string, string>
  team: TeamReach
  teamPage: TeamPage | undefined
  log: LogData
  /** Everybody named above. */
  names: ReadonlyMap<string, { name: string }>
  /** People to whom a sheet can be given. */
  staff: { id: string; name: string }[]
  may: May
  /** The version of the scene's channel when this was loaded. */
  version: number
}
