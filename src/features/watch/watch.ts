import type { Actor } from '#platform/actor.ts'
import type { Reader, Tx } from '#platform/database/index.ts'
import type { Locale } from '#platform/i18n/index.ts'
import type { TimeStyle } from '#platform/i18n/time.ts'
import type { Platform } from '#platform/platform.ts'
import type { Room } from '#platform/room.ts'
import type { Area } from './detector/types.ts'
import type { BoardData, ExerciseSummary, IncidentSummary } from './board/board-data.ts'

/** What the watch needs from the house. */
export type WatchDeps = Pick<
  Platform,
  'db' | 'clock' | 'log' | 'events' | 'files' | 'realtime' | 'metrics' | 'keys' | 'config'
> & {
  /** The door of accounts, to put names to ids and to record what was set. */
  accounts: {
    people(reader: Reader, ids: string[]): Promise<Map<string, { name: string }>>
    /** Seals in the audit what was set. */
    record(tx: Tx, actorId: string, entry: WatchSetting): Promise<void>
  }
  /** Whether the rota names this person duty manager now. */
  isDutyManager(reader: Reader, personId: string): Promise<boolean>
  /** Rows that readiness and paging add to an exercise's report ("paged at", "answered at"). */
  reportExtras?: (reader: Reader, report: { exerciseId: string; style: TimeStyle }) => Promise<ReportRow[]>
  /** Largest recording that may be uploaded, bytes; 500 MB unless told otherwise. */
  maxRecordingBytes?: number
  /** Outside requests; `fetch` unless a test brings its own. */
  fetch?: typeof fetch
  /** Shorter waits, for tests. */
  pace?: { stallMs?: number; backOff?: { firstMs: number; mostMs: number }; gatherMs?: number }
}

/** What of the watch's settings the audit tells. */
export type WatchSetting =
  | { kind: 'watch.budget-changed'; days: number; before: number }
  | { kind: 'watch.lessons-forgotten'; incidents: string }

/** One row of an exercise's report, ready for people. */
export interface ReportRow {
  label: string
  value: string
}

/** The door of the watch. */
export interface Watch {
  room: Room
  /** Everything that the board of a scene shows. Throws NotFound for an unknown exercise or an incident of another scene. */
  loadBoard(
    reader: Reader,
    ask: { exerciseId: string | null; incidentId?: string | undefined; now: Date },
  ): Promise<BoardData>
  findExercise(reader: Reader, exerciseId: string): Promise<ExerciseSummary | undefined>
  /** One incident's headline figures, for pages and readiness. */
  findIncident(reader: Reader, incidentId: string): Promise<IncidentSummary | undefined>
  /** `Explosion at Ferry terminal`, in the reader's language. */
  incidentTitle(incident: Pick<IncidentSummary, 'kind' | 'place'>, locale: Locale): string
  /** The drill band's text: `Exercise “Ferry terminal”, replayed at 10×. No real event.` */
  exerciseLabel(exercise: ExerciseSummary, locale: Locale): string
  /** For phones, at the top: `1 of 6 sources is blind since 14:41`; undefined when all see. */
  blindLine(data: BoardData, style: TimeStyle): string | undefined
  /** Where a scene's board or one of its incidents is found. */
  boardPath(exerciseId: string | null, incidentId?: string): string
  canWatch(actor: Actor | undefined): boolean
  canStartExercise(actor: Actor | undefined): boolean
  /** Starts a scenario of ours, as the form does. Returns the exercise's id. */
  startScenario(actor: Actor, scenario: string, speed: number | null): Promise<string>
  /** Plays an exercise at once, as fast as it can, to its end or to a moment of the recording. */
  playToEnd(exerciseId: string, until?: Date): Promise<void>
  /** Hands posts of a real source to the pipeline, as its connector does. */
  hearPosts(sourceId: string, lines: readonly object[]): Promise<void>
  /** Looks at the clock: real sources that fell silent, incidents that ended. */
  tick(): Promise<void>
  /** Sets the hospital's catchment area, as the settings page does. */
  setArea(tx: Tx, area: Area): Promise<void>
  /** Paths that take large bodies and check their size themselves. */
  largeBodies: RegExp
}
