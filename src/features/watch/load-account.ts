import type { Reader } from '#platform/database/index.ts'
import { NotFound } from '#platform/errors.ts'
import type { ExerciseSummary, IncidentSummary } from './board/board-data.ts'
import { explain, type Account } from './explain.ts'
import { findExerciseRow } from './exercise.store.ts'
import { findIncidentRow, listEvidence, type EvidenceRow } from './incident.store.ts'
import { summariseExercise, summaryOf, type Names } from './load-board.ts'
import { findBudget } from './store.ts'
import { USUAL_BUDGET_DAYS } from './rules.ts'

export interface AccountData {
  incident: IncidentSummary
  reason: string | null
  exercise: ExerciseSummary | null
  /** Undefined when no post is kept that speaks for it. */
  account: Account<EvidenceRow> | undefined
  evidence: EvidenceRow[]
  budgetDays: number
}

/** Posts that a decision can rest on: it is made early, and a detector keeps no more. */
const MOST_POSTS = { first: 200, latest: 200 }

/** Why an incident of a scene stands where it stands. Throws NotFound for one of another scene. */
export async function loadAccount(
  reader: Reader,
  names: Names,
  { exerciseId, incidentId }: { exerciseId: string | null; incidentId: string },
): Promise<AccountData> {
  const row = await findIncidentRow(reader, incidentId)
  if (!row || row.exercise_id !== exerciseId) throw new NotFound('No such incident')
  const exercise = exerciseId === null ? undefined : await findExerciseRow(reader, exerciseId)
  const evidence = await listEvidence(reader, row.id, MOST_POSTS)
  return {
    incident: summaryOf(row),
    reason: row.reason,
    exercise: exercise ? await summariseExercise(reader, names, exercise) : null,
    account: explain({ probableAt: row.probable_at, threshold: row.probable_threshold }, evidence),
    evidence,
    budgetDays: (await findBudget(reader))?.days ?? USUAL_BUDGET_DAYS,
  }
}
