import type { Reader } from '#platform/database/index.ts'
import { NotFound } from '#platform/errors.ts'
import type { TimeStyle } from '#platform/i18n/time.ts'
import type { ExerciseSummary, IncidentSummary, SourceStatus } from './board/board-data.ts'
import {
  findExerciseRow,
  listExercises,
  listRecordings,
  type ExerciseRow,
  type RecordingRow,
} from './exercise.store.ts'
import { countEvidence, listIncidents, type IncidentRow } from './incident.store.ts'
import { sourceStatus, summariseExercise, summaryOf, type Names } from './load-board.ts'
import { findScenario, listScenarios, type Scenario } from './scenarios.ts'
import { listSources } from './source.store.ts'
import { findArea } from './store.ts'
import type { ReportRow, WatchDeps } from './watch.ts'

export interface DrillsData {
  scenarios: Scenario[]
  recordings: Pick<RecordingRow, 'id' | 'title' | 'bytes' | 'uploaded_at'>[]
  exercises: ExerciseSummary[]
  /** The name of the hospital's own area; null while there is none. */
  areaName: string | null
}

export async function loadDrills(reader: Reader, names: Names): Promise<DrillsData> {
  const exercises: ExerciseSummary[] = []
  for (const row of await listExercises(reader)) exercises.push(await summariseExercise(reader, names, row))
  return {
    scenarios: await listScenarios(),
    recordings: await listRecordings(reader),
    exercises,
    areaName: (await findArea(reader))?.area.name ?? null,
  }
}

/** One incident in a report, with how early it was. */
export interface ReportedIncident extends IncidentSummary {
  openedAt: Date
  probableAtTime: Date | null
  confirmedAt: Date | null
  /** The house's clock when it became probable: what people felt. */
  heardProbableAt: Date | null
  heardDecidedAt: Date | null
  evidence: number
  counted: number
  firstNewsroomAt: Date | null
  /** Minutes from the scenario's onset to probable; null where there is no onset. */
  minutesAfterOnset: number | null
  /** Minutes from probable to the first newsroom; negative when the newsroom was first. */
  minutesBeforeNewsroom: number | null
  /** It became probable though the scenario knows nothing of it, or a person dismissed it. */
  isFalse: boolean
}

export interface ReportData {
  exercise: ExerciseSummary
  scenario: Scenario | undefined
  startedAt: Date
  endedAt: Date | null
  onsetAt: Date | null
  newsroomAt: Date | null
  failure: string | null
  skips: { line: number; reason: string }[]
  incidents: ReportedIncident[]
  sources: SourceStatus[]
  extras: ReportRow[]
}

export async function loadReport(
  reader: Reader,
  deps: { names: Names; reportExtras: WatchDeps['reportExtras'] },
  id: string,
  style: TimeStyle,
): Promise<ReportData> {
  const row = await findExerciseRow(reader, id)
  if (!row) throw new NotFound('No such exercise')
  const scenario = row.scenario === null ? undefined : await findScenario(row.scenario)
  const incidents: ReportedIncident[] = []
  for (const incident of await listIncidents(reader, id))
    incidents.push(await reportIncident(reader, incident, row, scenario))
  return {
    exercise: await summariseExercise(reader, deps.names, row),
    scenario,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    onsetAt: row.onset_at,
    newsroomAt: row.newsroom_at,
    failure: row.failure,
    skips: row.skips,
    incidents,
    sources: (await listSources(reader, id)).map(sourceStatus),
    extras: (await deps.reportExtras?.(reader, { exerciseId: id, style })) ?? [],
  }
}

const MINUTE_MS = 60_000

async function reportIncident(
  reader: Reader,
  row: IncidentRow,
  exercise: ExerciseRow,
  scenario: Scenario | undefined,
): Promise<ReportedIncident> {
  const { all, counted, newsroomAt } = await countEvidence(reader, row.id)
  const firstNewsroomAt = exercise.newsroom_at ?? newsroomAt
  const minutes = (from: Date | null, to: Date | null) =>
    from && to ? (to.getTime() - from.getTime()) / MINUTE_MS : null
  return {
    ...summaryOf(row),
    openedAt: row.opened_at,
    probableAtTime: row.probable_at,
    confirmedAt: row.confirmed_at,
    heardProbableAt: row.heard_probable_at,
    heardDecidedAt: row.heard_decided_at,
    evidence: all,
    counted,
    firstNewsroomAt,
    minutesAfterOnset: minutes(exercise.onset_at, row.probable_at),
    minutesBeforeNewsroom: minutes(row.probable_at, firstNewsroomAt),
    isFalse: row.probable_at !== null && (row.state === 'dismissed' || isBeforeOnset(row, exercise, scenario)),
  }
}

function isBeforeOnset(row: IncidentRow, exercise: ExerciseRow, scenario: Scenario | undefined): boolean {
  if (!scenario || !row.probable_at) return false
  return exercise.onset_at === null || row.probable_at < exercise.onset_at
}
