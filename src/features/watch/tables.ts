import type { ColumnType, Generated } from 'kysely'
import type { Area, CasualtyClaim, Evidence, IncidentState, Kind, Reason, Voice } from './detector/types.ts'
import type { ExerciseState, SourceStateName, Voices } from './board/board-data.ts'

/** Arrays and objects go in as JSON text, because the driver would write an array as one of PostgreSQL's own. */
type Json<T> = ColumnType<T, string, string>

export interface WatchTables {
  watch_area: { version: Generated<number>; area: Json<Area>; set_at: Date; set_by: string | null }
  watch_budget: { version: Generated<number>; days: number; set_at: Date; set_by: string | null }
  watch_scene: {
    scene: string
    exercise_id: string | null
    version: number
    epoch: string
    area: Json<Area>
    state: string | null
  }
  watch_lease: { name: string; holder: string; until: Date }
  recording: {
    id: Generated<string>
    title: string
    hash: string
    bytes: number
    area: Json<Area> | null
    uploaded_by: string | null
    uploaded_at: Date
  }
  exercise: {
    id: Generated<string>
    title: Json<Record<string, string>>
    kind: 'drill' | 'recording'
    scenario: string | null
    recording_id: string | null
    file_hash: string | null
    area: Json<Area>
    speed: number | null
    pages_people: Generated<boolean>
    state: ExerciseState
    started_by: string | null
    started_at: Date
    ended_at: Date | null
    first_at: Date | null
    last_at: Date | null
    reached_at: Date | null
    posts: number | null
    posts_played: Generated<number>
    posts_skipped: Generated<number>
    skips: Json<{ line: number; reason: string }[]>
    bytes: number | null
    bytes_read: Generated<number>
    onset_at: Date | null
    newsroom_at: Date | null
    failure: string | null
  }
  source: {
    id: Generated<string>
    exercise_id: string | null
    name: string
    kind: string
    config: Json<SourceConfig>
    state: SourceStateName
    paused: Generated<boolean>
    expected_per_minute: number | null
    recent_per_minute: number | null
    pace_from: Date | null
    posts_since: Generated<number>
    posts: Generated<number>
    last_post_at: Date | null
    last_heard_at: Date | null
    lag_seconds: number | null
    blind_since: Date | null
    error: string | null
    cursor: Json<unknown> | null
    added_at: Date
    added_by: string | null
    removed_at: Date | null
  }
  incident: {
    id: Generated<string>
    exercise_id: string | null
    detector_id: string
    state: IncidentState
    state_before: IncidentState | null
    kind: Kind
    place: Json<{ name: string; lat: number; lon: number; distanceKm: number }> | null
    confidence: number
    probable_threshold: number
    corroboration: number
    voices: Json<Voices>
    casualties: Json<CasualtyClaim[]>
    headline: string
    first_post_at: Date
    last_post_at: Date
    opened_at: Date
    probable_at: Date | null
    confirmed_at: Date | null
    confirmed_by: string | null
    settled_at: Date | null
    settled_by: string | null
    reason: string | null
    heard_opened_at: Date
    heard_probable_at: Date | null
    heard_decided_at: Date | null
  }
  incident_evidence: {
    incident_id: string
    post_id: string
    at: Date
    text: string | null
    lang: string | null
    source: string | null
    author_pseudonym: string | null
    url: string | null
    voice: Voice
    bearing: Evidence['bearing']
    weight: number
    reasons: Json<Reason[]>
    copy_of: string | null
    kept_at: Date
  }
  incident_change: {
    id: Generated<number>
    incident_id: string
    at: Date
    heard_at: Date
    code: string
    by_id: string | null
    detail: string | null
  }
  post_rate: { scene: string; source_id: string; minute: Date; posts: number }
}

export interface SourceConfig {
  /** http(s) address of a stream. */
  url?: string
  /** Name of a file in the data directory's `streams` folder. */
  file?: string
}
