import type { Reader, Tx } from '#platform/database/index.ts'
import type { Locale } from '#platform/i18n/index.ts'
import type { Platform } from '#platform/platform.ts'
import type { Room } from '#platform/room.ts'
import type { Role } from '#platform/actor.ts'
import type { CallFacts, CallMessage, CallRef, CallRequest, CallSummary, EndReason, PersonName, Reachability, WaitingPage } from './types.ts'

export type { PagingEvent } from './events.ts'
export type { CallFacts, CallMessage, CallRequest, CallSummary, PageSummary, Reachability, WaitingPage } from './types.ts'

/** What paging needs of the house. */
export type PagingDeps = Pick<Platform, 'db' | 'clock' | 'log' | 'jobs' | 'events' | 'realtime' | 'fragments' | 'mail' | 'limits' | 'keys' | 'metrics'> & {
  config: Pick<Platform['config'], 'origin'>
  accounts: {
    people(reader: Reader, ids: string[]): Promise<Map<string, PersonName>>
    peopleWithRole(reader: Reader, role: Role): Promise<{ id: string; name: string }[]>
  }
}

/** Wakes people until they answer. */
export interface Paging {
  room: Room
  /** Asks people, rung after rung, until somebody answers. Idempotent by `key`. Messages leave the house after commit. Returns the call's id. */
  openCall(tx: Tx, request: CallRequest): Promise<string>
  /** Newer facts for a call that runs: whoever opens its page sees them. Nobody is paged again. */
  reviseCall(tx: Tx, call: CallRef, facts: CallFacts): Promise<void>
  /** Nobody need answer any more. True when the call was still running. */
  endCall(tx: Tx, call: CallRef, reason: EndReason): Promise<boolean>
  /** Who answered, who has not, whom it asks next and when. Newest call first. */
  summary(reader: Reader, of: { subject: string } | { exerciseId: string | null }): Promise<CallSummary[]>
  /** Who can be woken, worst first. */
  reachability(reader: Reader, personIds: string[]): Promise<Reachability[]>
  /** Pages that wait for this person's answer, oldest first. */
  listWaiting(reader: Reader, personId: string): Promise<WaitingPage[]>
  /** The sentence of a call in a language. */
  say(message: CallMessage, locale: Locale): string
}
