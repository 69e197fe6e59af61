/** What the detector reads and what it says. Pure types: every stage and every reader of its results shares these. */

/** Kinds of harm that an incident can be. */
export const KINDS = [
  'explosion',
  'shooting',
  'crash',
  'fire',
  'collapse',
  'chemical',
  'flood',
  'quake',
  'storm',
  'other',
] as const
export type Kind = (typeof KINDS)[number]

/** `suspected → probable → confirmed → closed`, or `dismissed`. The detector itself reaches `suspected`, `probable` and `closed`. */
export type IncidentState = 'suspected' | 'probable' | 'confirmed' | 'closed' | 'dismissed'

/** One public message. `at` is milliseconds since 1970 (UTC), as the network states it. */
export interface Post {
  id: string
  at: number
  text: string
  lang?: string
  author?: string
  source?: string
  url?: string
  geo?: { lat: number; lon: number }
  repostOf?: string
}

/** A post whose text still lies in bytes. Most posts say nothing of harm: they are never made into objects. */
export interface UnreadPost {
  at: number
  /** The text is `bytes[from, to)`, UTF-8 of at most 4000 bytes; behind it stand a quote or a 0, and one byte more. */
  bytes: Uint8Array
  from: number
  to: number
  /** A post with coordinates is never left unread. */
  geo?: undefined
  /** The whole post. */
  read(): Post
}

export interface Place {
  name: string
  lat: number
  lon: number
}

/** The hospital's catchment area. Without `places`, all posts are taken to come from the area. */
export interface Area {
  name: string
  hospital: Place & { level?: string }
  radiusKm: number
  places?: (Place & { aliases?: string[] })[]
  languages?: string[]
}

/** Who seems to speak in a post. `person` is anybody who is not recognised as a newsroom or an authority. */
export type Voice = 'person' | 'newsroom' | 'official'

/** How a post bears on its incident. Only `counts` adds corroboration; a copy adds none. */
export type Bearing = 'counts' | 'copy' | 'repeat' | 'denies' | 'weak'

/** Why a post counted, as a code that the watch room's catalogue puts into words, for example `saw-it`, `names-place`. */
export interface Reason {
  code: string
  detail?: string
}

export interface Evidence {
  post: Post
  voice: Voice
  bearing: Bearing
  /** Nats of evidence that this post added when it arrived; 0 for copies. */
  weight: number
  reasons: Reason[]
  /** The post that this one repeats, when `bearing` is `copy` or `repeat`. */
  copyOf?: string
}

/** One statement about people hurt or dead, as a range. */
export interface CasualtyClaim {
  postId: string
  voice: Voice
  what: 'hurt' | 'dead'
  low: number
  high: number
}

export interface IncidentPlace extends Place {
  /** Great-circle distance from the hospital, kilometres. */
  distanceKm: number
}

/** The whole of an incident as the detector sees it at `at` (event time, ms). A fresh copy at each change. */
export interface DetectedIncident {
  id: string
  state: IncidentState
  at: number
  /** Event time of the first and the latest post of its evidence, ms. */
  firstPostAt: number
  lastPostAt: number
  kind: Kind
  place: IncidentPlace | null
  /** 0 to 1: how sure the detector is that this is real, present and here. */
  confidence: number
  /** The confidence at which the state becomes `probable`. */
  probableAt: number
  /** Independent sources: distinct people, newsrooms and authorities; copies count as the one they copy. */
  corroboration: number
  voices: { people: number; newsrooms: number; officials: number; denials: number }
  evidence: Evidence[]
  casualties: CasualtyClaim[]
  headline: string
}

/** What a verdict of a person teaches: confirm lowers, dismiss raises this place's threshold for the kind. */
export interface Verdict {
  incidentId: string
  /** `reopened` takes back a dismissal or a closing, with what it taught. */
  verdict: 'confirmed' | 'dismissed' | 'closed' | 'reopened'
  at: number
}

/**
 * The engine: synchronous, without I/O or a clock of its own; time is the posts' own time.
 * `push` and `advance` return each incident that changed in a way worth telling (opened, state, kind, place, a new independent source, a denial, closed).
 */
export interface Detector {
  push(post: Post): DetectedIncident[]
  /** The same for a post that lies in bytes. It is not kept: the next may come in the same object. */
  pushUnread(post: UnreadPost): DetectedIncident[]
  /** Lets event time pass without posts, so that quiet incidents close. */
  advance(at: number): DetectedIncident[]
  judge(verdict: Verdict): DetectedIncident[]
  /** Forgets what verdicts taught about a kind. */
  forget(kind: Kind): void
  /** Incidents that are still open. */
  open(): DetectedIncident[]
  /** The state as JSON-safe data; `createDetector({ …, state })` continues from it with identical output. */
  save(): unknown
}
