import type { Locale } from '#platform/i18n/index.ts'

/**
 * `first-answer`: one must come, and whoever answers *coming* or *seen* stops the escalation.
 * `call-in`: who can come, and when? Nobody's answer silences the others; it settles when enough are coming.
 * `test`: proves that a contact method works; nobody else is asked.
 */
export type CallMode = 'first-answer' | 'call-in' | 'test'

/** `answered` is settled for now: it opens again when that answer is taken back. `exhausted`: everybody was asked, nobody answered; an answer still counts. */
export type CallState = 'open' | 'answered' | 'exhausted' | 'ended'

export type PageState = 'waiting' | 'sent' | 'seen' | 'coming' | 'cannot' | 'unreachable' | 'ended'

export type Answer = 'coming' | 'cannot' | 'seen'

/** How an answer came: by the link in a message, by a signed-in page, or told to somebody who wrote it down. */
export type AnsweredVia = 'link' | 'in-app' | 'on-behalf'

/**
 * The sentence of a page, as a key of this room's catalogue (`sentence.<key>`) and its values, so that each person reads it in their own language.
 * `kind` is the kind of an incident in the watch room's words (`explosion`, `shooting` …).
 */
export type CallMessage =
  | { key: 'incident-probable'; values: { kind: string; place: string } }
  | { key: 'incident-confirmed'; values: { kind: string; place: string } }
  | { key: 'source-blind'; values: { source: string; since: string } }
  | { key: 'test'; values: Record<string, never> }
  /** Words that somebody wrote, shown as they are in every language. */
  | { key: 'plain'; values: { text: string } }

/** What stands under the sentence. Whatever is unknown is left out, never guessed. */
export interface CallFacts {
  place?: string
  /** Straight line, kilometres. */
  distanceKm?: number
  /** Estimate of the way by road, minutes. */
  travelMinutes?: number
  /** Posts that count as evidence. */
  evidence?: number
  /** Independent sources by who they are. */
  sources?: { people: number; newsrooms: number; officials: number }
  /** People hurt as claimed. */
  harmed?: { least: number; most?: number }
  /** Who judged it, and when (ISO 8601). */
  confirmedBy?: { personId: string; at: string }
}

/** One rung of the escalation. Unanswered `afterMinutes` after it was paged, the next rung is paged; the last one is reminded, then the call is exhausted. */
export interface CallStep {
  people: string[]
  afterMinutes: number
}

export interface CallRequest {
  /** Idempotency: a second call with the same key is the first one, for ever. For example `incident:<id>/duty-manager`. */
  key: string
  /** What it is about, for example `incident:<id>`. */
  subject: string
  /** The exercise it belongs to; null in the real world. */
  exerciseId: string | null
  message: CallMessage
  facts?: CallFacts
  mode: Exclude<CallMode, 'test'>
  steps: CallStep[]
  /** The person who asks; null for Salve itself. */
  openedBy: string | null
  /** For a call-in: how many must be coming before it settles. Without it the call-in settles only by `endCall`. */
  enough?: number
}

/** A call by its id or by the key that it was opened with. */
export type CallRef = { id: string } | { key: string }

export type EndReason = 'stood-down' | 'dismissed' | 'closed' | 'superseded'

/** Can this person be woken? Worst first: `none` has no address at all, `untested` never answered a test page, `stale` not for half a year. */
export type Reach = 'none' | 'untested' | 'stale' | 'tested'

export interface Reachability {
  personId: string
  name: string
  reach: Reach
  /** Contact methods of their own; without one, pages go to the address of the account. */
  methods: number
  /** When the newest test was answered. */
  testedAt: Date | null
}

/** One person in one call. */
export interface PageSummary {
  pageId: string
  personId: string
  name: string
  /** 1 for the first rung. */
  step: number
  state: PageState
  answer: Answer | null
  /** As answered. */
  minutes: number | null
  /** When they said that they would be here. */
  eta: Date | null
  openedAt: Date
  /** When a message last left the house for this person; null when none did. */
  lastSentAt: Date | null
  /** Messages that left the house. */
  timesSent: number
  answeredAt: Date | null
  via: AnsweredVia | null
}

export interface CallSummary {
  callId: string
  key: string
  subject: string
  exerciseId: string | null
  message: CallMessage
  facts: CallFacts
  mode: CallMode
  state: CallState
  openedAt: Date
  openedBy: string | null
  enough: number | null
  /** Those who need a hand first: unreachable, no answer, coming, cannot. */
  pages: PageSummary[]
  counts: {
    paged: number
    answered: number
    coming: number
    cannot: number
    seen: number
    waiting: number
    unreachable: number
  }
  /** What Salve does next by itself if nobody answers, and when: asks the next people, or reminds, or gives up (`exhaust`). */
  next: { kind: 'escalate' | 'remind' | 'exhaust'; at: Date; people: { id: string; name: string }[] } | null
  /** When nobody (or not enough) had answered after everybody was asked and reminded. */
  exhaustedAt: Date | null
  answeredAt: Date | null
  endedAt: Date | null
}

/** A page that waits for a signed-in person's answer, for the banner of the frame. */
export interface WaitingPage {
  pageId: string
  callId: string
  /** Where to answer. */
  href: string
  exerciseId: string | null
  openedAt: Date
  message: CallMessage
}

export interface PersonName {
  name: string
  email: string
  locale: Locale
  isErased: boolean
}
