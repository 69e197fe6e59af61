import type { Locale } from '#platform/i18n/index.ts'
import type {
  Area,
  CasualtyClaim,
  IncidentPlace,
  IncidentState,
  Kind,
  Reason,
  Voice,
  Evidence,
} from '../detector/types.ts'

/** All that the watch board shows of one scene at one moment. Loaded by `watch.loadBoard`, drawn by the board parts. */
export interface BoardData {
  /** Null on the real board. */
  exercise: ExerciseSummary | null
  /** Null while the administrator has not told where the hospital is. */
  area: Area | null
  /** Now in the scene: the house's clock, or the moment that an exercise has reached in its recording. */
  now: Date
  /** Suspected, probable and confirmed, the most urgent first. */
  open: IncidentSummary[]
  /** Dismissed and closed in the last day, the latest first. */
  settled: IncidentSummary[]
  /** The one that was asked for, else the most urgent open one. */
  chosen: IncidentDetail | null
  sources: SourceStatus[]
  /** Days in which at most one page is to be false. */
  budgetDays: number
  rate: PostRate
  /** Id of the newest incident that is at least probable: a new value may sound the alarm. */
  alert: string | undefined
  /** The version of the scene's channel when this was loaded. */
  version: number
}

export type ExerciseState = 'queued' | 'playing' | 'paused' | 'finished' | 'stopped' | 'failed'

export interface ExerciseSummary {
  id: string
  title: Record<Locale, string>
  kind: 'drill' | 'recording'
  state: ExerciseState
  /** Times real time; null: as fast as it can. */
  speed: number | null
  /** False: nobody outside the board hears of its incidents. */
  pagesPeople: boolean
  startedAt: Date
  startedByName: string | null
  /** The recording's own time: its first post, the moment reached, its last post. Null until it was looked through. */
  from: Date | null
  reached: Date | null
  to: Date | null
  posts: number | null
  postsPlayed: number
  postsSkipped: number
  /** 0 to 1. */
  progress: number
}

export interface Voices {
  people: number
  newsrooms: number
  officials: number
  denials: number
}

export interface IncidentSummary {
  id: string
  exerciseId: string | null
  state: IncidentState
  kind: Kind
  place: IncidentPlace | null
  confidence: number
  /** The confidence at which it would page by itself. */
  probableAt: number
  corroboration: number
  voices: Voices
  firstPostAt: Date
  lastPostAt: Date
  /** When it was dismissed or closed. */
  settledAt: Date | null
  /** Posts a minute about it in the last hour, oldest first. */
  rate: number[]
}

export interface IncidentDetail extends IncidentSummary {
  casualties: CasualtyClaim[]
  /** Of all that was kept; `evidence` holds how it began and the latest. */
  evidenceCount: { all: number; counted: number; newsroomAt: Date | null }
  /** Oldest first. */
  evidence: EvidenceSeen[]
  /** Oldest first. */
  timeline: TimelineEntry[]
  /** Another one of the scene may be undone back to this state; null when there is nothing to undo. */
  stateBefore: IncidentState | null
  reason: string | null
}

export interface EvidenceSeen {
  postId: string
  at: Date
  /** Null when the text has expired. */
  text: string | null
  lang: string | null
  source: string | null
  url: string | null
  voice: Voice
  bearing: Evidence['bearing']
  reasons: Reason[]
  copyOf: string | null
}

export interface TimelineEntry {
  /** Time in the scene. */
  at: Date
  code: string
  /** The person who acted; null for Salve itself. */
  byName: string | null
  detail: string | null
}

export type SourceStateName = 'live' | 'slow' | 'blind' | 'off'

export interface SourceStatus {
  id: string
  name: string
  state: SourceStateName
  /** Posts a minute that it usually sends; null while unknown. */
  expectedPerMinute: number | null
  lastPostAt: Date | null
  lastHeardAt: Date | null
  blindSince: Date | null
  /** A code that the catalogue puts into words, for example `refused`. */
  error: string | null
}

export interface PostRate {
  /** Posts in each of the last 60 minutes, oldest first. */
  perMinute: number[]
  /** The minute of the first figure. */
  from: Date
  /** What is usual at this hour; null while unknown. */
  normal: { low: number; high: number } | null
}
