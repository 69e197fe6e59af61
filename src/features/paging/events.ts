import type { Call } from './call.store.ts'
import type { Answer, AnsweredVia, EndReason } from './types.ts'

interface OfCall {
  callId: string
  /** The key with which it was opened. */
  key: string
  subject: string
  exerciseId: string | null
}

/** A message for this page left the house by a channel, or was kept because there is no mail server. `attempt` counts the messages of this page. */
export interface PageSent extends OfCall {
  type: 'page.sent'
  pageId: string
  personId: string
  channel: string
  attempt: number
  /** Sent again after an interruption: the person may have got it twice. */
  possiblyRepeated: boolean
  kept: boolean
}

export interface PageAnswered extends OfCall {
  type: 'page.answered'
  pageId: string
  personId: string
  answer: Answer
  minutes: number | null
  via: AnsweredVia
  /** The answer that this one replaces. */
  previous: Answer | null
}

/** No message can reach this person: no address, or every channel refused. */
export interface PageUnreachable extends OfCall {
  type: 'page.unreachable'
  pageId: string
  personId: string
}

/** Nobody answered in time: the next rung is paged. `step` is 1 for the first rung, so 2 or more here. */
export interface CallEscalated extends OfCall {
  type: 'call.escalated'
  step: number
  personIds: string[]
}

/** Everybody was asked and reminded, and nobody (or not enough) answered. */
export interface CallExhausted extends OfCall {
  type: 'call.exhausted'
  paged: number
  coming: number
}

export interface CallEnded extends OfCall {
  type: 'call.ended'
  reason: EndReason
}

export type PagingEvent = PageSent | PageAnswered | PageUnreachable | CallEscalated | CallExhausted | CallEnded

/** The facts that every event of a call carries. */
export function factsOf(call: Call): OfCall {
  return { callId: call.id, key: call.key, subject: call.subject, exerciseId: call.exerciseId }
}
