import type { Reader } from '#platform/database/index.ts'
import { NotFound } from '#platform/errors.ts'
import type {
  BoardData,
  ExerciseSummary,
  IncidentDetail,
  IncidentSummary,
  PostRate,
  SourceStatus,
} from './board/board-data.ts'
import { findExerciseRow, type ExerciseRow } from './exercise.store.ts'
import {
  countEvidence,
  findIncidentRow,
  listChanges,
  listEvidence,
  listEvidenceRates,
  listOpenIncidents,
  listSettledIncidents,
  type IncidentRow,
} from './incident.store.ts'
import { byUrgency, lastMinutes, minuteOf, normalBand, USUAL_BUDGET_DAYS } from './rules.ts'
import { listSources, type SourceRow } from './source.store.ts'
import { findArea, findBudget, listRates, listUsualRates } from './store.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const USUAL_DAYS = 14

export type Names = (reader: Reader, ids: string[]) => Promise<Map<string, { name: string }>>

export interface BoardAsk {
  exerciseId: string | null
  incidentId?: string | undefined
  /** The house's clock. */
  now: Date
}

/** Everything that the board of one scene shows. */
export async function loadBoard(reader: Reader, names: Names, ask: BoardAsk): Promise<Omit<BoardData, 'version'>> {
  const { exerciseId } = ask
  const exercise = exerciseId === null ? undefined : await findExerciseRow(reader, exerciseId)
  if (exerciseId !== null && !exercise) throw new NotFound('No such exercise')
  const now = exercise ? (exercise.reached_at ?? exercise.first_at ?? ask.now) : ask.now
  const open = (await listOpenIncidents(reader, exerciseId)).toSorted((a, b) => byUrgency(urgencyOf(a), urgencyOf(b)))
  const settled = await listSettledIncidents(
    reader,
    exerciseId,
    exercise ? new Date(0) : new Date(now.getTime() - DAY_MS),
  )
  const chosen = await chooseIncident(reader, ask, open)
  const shown = [...open, ...settled, ...(chosen && !isListed(chosen, open, settled) ? [chosen] : [])]
  const rates = await ratesOf(
    reader,
    shown.map(({ id }) => id),
    now,
  )
  const summary = (row: IncidentRow) => summaryOf(row, rates.get(row.id) ?? [])
  return {
    exercise: exercise ? await summariseExercise(reader, names, exercise) : null,
    area: exercise ? exercise.area : ((await findArea(reader))?.area ?? null),
    now,
    open: open.map(summary),
    settled: settled.map(summary),
    chosen: chosen ? await detailOf(reader, names, chosen, summary(chosen)) : null,
    sources: (await listSources(reader, exerciseId)).map(sourceStatus),
    budgetDays: (await findBudget(reader))?.days ?? USUAL_BUDGET_DAYS,
    rate: await postRate(reader, exercise, open[0], now),
    alert: newestAlarm(open),
  }
}

async function chooseIncident(
  reader: Reader,
  { exerciseId, incidentId }: BoardAsk,
  open: IncidentRow[],
): Promise<IncidentRow | undefined> {
  if (incidentId === undefined) return open[0]
  const asked = open.find(({ id }) => id === incidentId) ?? (await findIncidentRow(reader, incidentId))
  if (!asked || asked.exercise_id !== exerciseId) throw new NotFound('No such incident')
  return asked
}

function isListed(row: IncidentRow, ...lists: IncidentRow[][]): boolean {
  return lists.some((list) => list.some(({ id }) => id === row.id))
}

function urgencyOf({ state, confidence, last_post_at }: IncidentRow) {
  return { state, confidence, lastPostAt: last_post_at }
}

/** The incident that became at least probable last. */
function newestAlarm(open: IncidentRow[]): string | undefined {
  const alarming = open.filter(({ state }) => state !== 'suspected')
  return alarming.toSorted((a, b) => alarmTime(b) - alarmTime(a))[0]?.id
}

function alarmTime(row: IncidentRow): number {
  return (row.heard_probable_at ?? row.heard_decided_at ?? row.heard_opened_at).getTime()
}

/** Posts a minute about each incident in the last hour. */
async function ratesOf(reader: Reader, ids: string[], now: Date): Promise<Map<string, number[]>> {
  const counts = new Map<string, { minute: Date; posts: number }[]>(ids.map((id) => [id, []]))
  for (const { incidentId, ...minute } of await listEvidenceRates(reader, ids, new Date(now.getTime() - HOUR_MS))) {
    counts.get(incidentId)?.push(minute)
  }
  return new Map([...counts].map(([id, minutes]) => [id, lastMinutes(minutes, now).perMinute]))
}

export function summaryOf(row: IncidentRow, rate: number[] = []): IncidentSummary {
  return {
    id: row.id,
    exerciseId: row.exercise_id,
    state: row.state,
    kind: row.kind,
    place: row.place,
    confidence: row.confidence,
    probableAt: row.probable_threshold,
    corroboration: row.corroboration,
    voices: row.voices,
    firstPostAt: row.first_post_at,
    lastPostAt: row.last_post_at,
    settledAt: row.settled_at,
    rate,
  }
}

async function detailOf(
  reader: Reader,
  names: Names,
  row: IncidentRow,
  summary: IncidentSummary,
): Promise<IncidentDetail> {
  const evidence = await listEvidence(reader, row.id)
  const changes = await listChanges(reader, row.id)
  const people = await names(reader, [...new Set(changes.flatMap(({ by_id }) => by_id ?? []))])
  return {
    ...summary,
    casualties: row.casualties,
    stateBefore: row.state_before,
    reason: row.reason,
    evidenceCount: await countEvidence(reader, row.id),
    evidence: evidence.map((post) => ({
      postId: post.post_id,
      at: post.at,
      text: post.text,
      lang: post.lang,
      source: post.source,
      url: post.url,
      voice: post.voice,
      bearing: post.bearing,
      reasons: post.reasons,
      copyOf: post.copy_of,
    })),
    timeline: changes.map(({ at, code, by_id, detail }) => ({
      at,
      code,
      byName: by_id === null ? null : (people.get(by_id)?.name ?? null),
      detail,
    })),
  }
}

export async function summariseExercise(reader: Reader, names: Names, row: ExerciseRow): Promise<ExerciseSummary> {
  const people = row.started_by ? await names(reader, [row.started_by]) : undefined
  const { first_at: from, last_at: to, reached_at: reached } = row
  const passed =
    from && to && reached ? (reached.getTime() - from.getTime()) / Math.max(1, to.getTime() - from.getTime()) : 0
  return {
    id: row.id,
    title: row.title as ExerciseSummary['title'],
    kind: row.kind,
    state: row.state,
    speed: row.speed,
    pagesPeople: row.pages_people,
    startedAt: row.started_at,
    startedByName: row.started_by ? (people?.get(row.started_by)?.name ?? null) : null,
    from,
    reached,
    to,
    posts: row.posts,
    postsPlayed: row.posts_played,
    postsSkipped: row.posts_skipped,
    progress: row.state === 'finished' ? 1 : Math.min(1, Math.max(0, passed)),
  }
}

export function sourceStatus(row: SourceRow): SourceStatus {
  return {
    id: row.id,
    name: row.name,
    state: row.state,
    expectedPerMinute: row.expected_per_minute,
    lastPostAt: row.last_post_at,
    lastHeardAt: row.last_heard_at,
    blindSince: row.blind_since,
    error: row.error,
  }
}

/** Posts in the last hour, and what is usual: in an exercise before its first incident, in the real world at this hour of earlier days. */
async function postRate(
  reader: Reader,
  exercise: ExerciseRow | undefined,
  first: IncidentRow | undefined,
  now: Date,
): Promise<PostRate> {
  // An exercise begins with its first post: before that there is nothing to draw.
  const begun = exercise?.first_at
    ? Math.floor((minuteOf(now.getTime()) - minuteOf(exercise.first_at.getTime())) / MINUTE_MS) + 1
    : 60
  const minutes = Math.min(60, Math.max(2, begun))
  const hour = lastMinutes(
    await listRates(reader, exercise?.id ?? null, new Date(now.getTime() - HOUR_MS), now),
    now,
    minutes,
  )
  return { ...hour, normal: await usualBand(reader, exercise, first, now) }
}

async function usualBand(reader: Reader, exercise: ExerciseRow | undefined, first: IncidentRow | undefined, now: Date) {
  if (exercise) {
    if (!exercise.first_at) return null
    const until = new Date(Math.min(first?.first_post_at.getTime() ?? Infinity, now.getTime()))
    const begun = minuteOf(exercise.first_at.getTime()) + MINUTE_MS
    const whole = Math.floor((minuteOf(until.getTime()) - begun) / MINUTE_MS)
    if (whole < 5) return null
    const before = await listRates(reader, exercise.id, new Date(begun), new Date(minuteOf(until.getTime()) - 1))
    return normalBand([
      ...before.map(({ posts }) => posts),
      ...Array.from({ length: Math.max(0, whole - before.length) }, () => 0),
    ])
  }
  const hourAgo = new Date(now.getTime() - HOUR_MS)
  const usual = await listUsualRates(reader, null, now, new Date(now.getTime() - USUAL_DAYS * DAY_MS), hourAgo)
  if (usual.length >= 30) return normalBand(usual)
  const dayBefore = await listRates(reader, null, new Date(now.getTime() - DAY_MS), hourAgo)
  return normalBand(dayBefore.map(({ posts }) => posts))
}
