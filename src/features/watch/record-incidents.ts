import { createHash, createHmac } from 'node:crypto'
import type { Events } from '#platform/events/index.ts'
import type { Tx } from '#platform/database/index.ts'
import type { DetectedIncident, Evidence, IncidentState } from './detector/types.ts'
import type { IncidentEvent } from './events.ts'
import {
  listByDetectorIds,
  markIncident,
  saveChanges,
  saveEvidence,
  saveIncident,
  type IncidentRow,
} from './incident.store.ts'
import { isOpen, nextState, stepsBetween } from './rules.ts'
import type { OpenScene } from './scene.ts'

export interface Recorder {
  events: Events
  /** The house's clock, for what was heard and decided when. */
  now: Date
  /** Makes an author unrecognisable outside this scene. */
  authorKey: Buffer
}

type Change = { code: string; at: Date; detail: string | null }

/**
 * Writes what the detector says into the scene's incidents: states, evidence, timeline; and announces each change of state once.
 * Runs in the transaction that also saves the detector's memory, so that after a crash nothing is said twice.
 */
export async function recordIncidents(
  tx: Tx,
  scene: OpenScene,
  changes: readonly DetectedIncident[],
  recorder: Recorder,
): Promise<void> {
  const byId = new Map<string, DetectedIncident[]>()
  for (const change of changes) {
    const id = scene.detectorId(change.id)
    const known = byId.get(id)
    if (known) known.push(change)
    else byId.set(id, [change])
  }
  const rows = new Map(
    (await listByDetectorIds(tx, scene.exerciseId, [...byId.keys()])).map((row) => [row.detector_id, row]),
  )
  for (const [detectorId, history] of byId)
    await recordOne(tx, scene, detectorId, rows.get(detectorId), history, recorder)
}

async function recordOne(
  tx: Tx,
  scene: OpenScene,
  detectorId: string,
  stored: IncidentRow | undefined,
  history: readonly DetectedIncident[],
  recorder: Recorder,
): Promise<void> {
  const latest = history.at(-1)
  if (!latest || (stored && !isOpen(stored.state))) return
  let state: IncidentState | null = stored?.state ?? null
  let seen: Telling | null = stored ? tellingOf(stored) : null
  const reached: { state: IncidentState; from: IncidentState | null; at: Date; incident: DetectedIncident }[] = []
  const timeline: Change[] = []
  for (const incident of history) {
    const at = new Date(incident.at)
    const next: IncidentState = state === null ? incident.state : nextState(state, incident.state)
    for (const step of stepsBetween(state, next)) {
      reached.push({ state: step, from: state, at, incident })
      timeline.push({ code: step, at, detail: null })
      state = step
    }
    const now = tellingOf(incident)
    if (seen) timeline.push(...differences(seen, now, at))
    seen = now
  }
  if (state === null) return

  const facts = {
    state,
    kind: latest.kind,
    place: latest.place ? JSON.stringify(latest.place) : null,
    confidence: finite(latest.confidence),
    probable_threshold: finite(latest.probableAt),
    corroboration: latest.corroboration,
    voices: JSON.stringify(latest.voices),
    casualties: JSON.stringify(latest.casualties),
    headline: latest.headline.slice(0, 300),
    first_post_at: new Date(latest.firstPostAt),
    last_post_at: new Date(latest.lastPostAt),
    ...(datesOf(reached, recorder.now) as object),
  }
  let id: string
  if (stored) {
    id = stored.id
    await markIncident(tx, id, facts)
  } else {
    const opened = reached[0]?.at ?? new Date(latest.at)
    id = await saveIncident(tx, {
      exercise_id: scene.exerciseId,
      detector_id: detectorId,
      opened_at: opened,
      heard_opened_at: recorder.now,
      ...facts,
    })
  }
  const fresh = scene.kept.newOf(detectorId, latest)
  // A network that gives one id to two posts makes them one: the last told counts.
  const rowById = new Map(fresh.map((evidence) => [storedId(evidence.post.id), evidenceRow(id, evidence, recorder)]))
  await saveEvidence(tx, [...rowById.values()])
  scene.kept.keep(detectorId, fresh)
  await saveChanges(
    tx,
    timeline.map((change) => ({ ...change, incident_id: id, heard_at: recorder.now, by_id: null })),
  )
  if (scene.isSilent) return
  for (const step of reached) {
    await recorder.events.announce<IncidentEvent>(tx, {
      type: step.state === 'suspected' ? 'incident.opened' : `incident.${step.state}`,
      ...factsForEvent(id, scene.exerciseId, step.incident),
      state: step.state,
      at: step.at.toISOString(),
      by: null,
      reason: null,
    })
  }
  const told = reached.at(-1)?.incident ?? stored
  if ((state === 'probable' || state === 'confirmed') && told && whatIsTold(told) !== whatIsTold(latest)) {
    await recorder.events.announce<IncidentEvent>(tx, {
      type: 'incident.revised',
      ...factsForEvent(id, scene.exerciseId, latest),
      state,
      at: new Date(latest.at).toISOString(),
      by: null,
      reason: null,
    })
  }
}

/** What people were told when they were paged, to compare. */
function whatIsTold({
  kind,
  place,
  corroboration,
}: Pick<IncidentRow, 'kind' | 'place' | 'corroboration'> | DetectedIncident): string {
  return JSON.stringify([kind, place?.name ?? null, corroboration])
}

function factsForEvent(
  incidentId: string,
  exerciseId: string | null,
  { kind, place, headline, confidence, corroboration }: DetectedIncident,
) {
  return {
    incidentId,
    exerciseId,
    kind,
    place: place && { name: place.name, lat: place.lat, lon: place.lon },
    distanceKm: place?.distanceKm ?? null,
    headline,
    confidence,
    corroboration,
  }
}

function datesOf(
  reached: { state: IncidentState; from: IncidentState | null; at: Date }[],
  now: Date,
): Partial<IncidentRow> {
  const dates: Partial<IncidentRow> = {}
  for (const { state, from, at } of reached) {
    if (state === 'probable') Object.assign(dates, { probable_at: at, heard_probable_at: now })
    if (state === 'confirmed') dates.confirmed_at = at
    if (state === 'closed' || state === 'dismissed') Object.assign(dates, { settled_at: at, state_before: from })
  }
  return dates
}

interface Telling {
  kind: string
  place: string | null
  newsrooms: number
  officials: number
  denials: number
}

function tellingOf({
  kind,
  place,
  voices,
}: Pick<IncidentRow, 'kind' | 'place' | 'voices'> | DetectedIncident): Telling {
  return {
    kind,
    place: place?.name ?? null,
    newsrooms: voices.newsrooms,
    officials: voices.officials,
    denials: voices.denials,
  }
}

/** What of a change is worth a line in the timeline, besides its state. */
function differences(before: Telling, after: Telling, at: Date): Change[] {
  const changes: Change[] = []
  if (after.kind !== before.kind) changes.push({ code: 'kind', at, detail: after.kind })
  if (after.place !== before.place && after.place !== null) changes.push({ code: 'place', at, detail: after.place })
  if (before.newsrooms === 0 && after.newsrooms > 0) changes.push({ code: 'newsroom', at, detail: null })
  if (before.officials === 0 && after.officials > 0) changes.push({ code: 'official', at, detail: null })
  if (before.denials === 0 && after.denials > 0) changes.push({ code: 'denial', at, detail: null })
  return changes
}

const LONGEST_TEXT = 4_000

function evidenceRow(incidentId: string, evidence: Evidence, { now, authorKey }: Recorder) {
  const { post } = evidence
  return {
    incident_id: incidentId,
    post_id: storedId(post.id),
    at: new Date(post.at),
    text: post.text.slice(0, LONGEST_TEXT).toWellFormed(),
    lang: post.lang?.slice(0, 35) ?? null,
    source: post.source?.slice(0, 100) ?? null,
    author_pseudonym: post.author
      ? createHmac('sha256', authorKey).update(post.author).digest('base64url').slice(0, 12)
      : null,
    url: safeUrl(post.url),
    voice: evidence.voice,
    bearing: evidence.bearing,
    weight: finite(evidence.weight),
    reasons: JSON.stringify(evidence.reasons),
    copy_of: evidence.copyOf === undefined ? null : storedId(evidence.copyOf),
    kept_at: now,
  }
}

const LONGEST_ID = 200

/** Ids are short; of one that is not, its beginning and a hash, so that it stays itself. */
function storedId(id: string): string {
  if (id.length <= LONGEST_ID) return id
  return `${id.slice(0, 100).toWellFormed()}~${createHash('sha256').update(id).digest('base64url')}`
}

/** Only web addresses become links. */
function safeUrl(url: string | undefined): string | null {
  return url !== undefined && url.length <= 2_000 && /^https?:\/\//i.test(url) && URL.canParse(url) ? url : null
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : 0
}
