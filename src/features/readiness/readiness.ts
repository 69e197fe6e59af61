import type { Actor } from '#platform/actor.ts'
import type { Reader, Tx } from '#platform/database/index.ts'
import type { Locale } from '#platform/i18n/index.ts'
import type { TimeStyle } from '#platform/i18n/time.ts'
import type { Platform } from '#platform/platform.ts'
import type { Room } from '#platform/room.ts'
import type { Accounts } from '#features/accounts'
import type { Paging, PagingEvent } from '#features/paging'
import type { IncidentEvent } from '#features/watch'
import type { BesideData } from './board/beside-data.ts'

/** One kind of paging's events. */
export type PagingEventOf<Type extends PagingEvent['type']> = Extract<PagingEvent, { type: Type }>

/** What readiness needs from the house. */
export type ReadinessDeps = Pick<
  Platform,
  'db' | 'clock' | 'log' | 'jobs' | 'events' | 'ledger' | 'realtime' | 'fragments'
> & {
  accounts: Pick<Accounts, 'people' | 'peopleWithRole' | 'listPeople' | 'actorOf' | 'sessionsChannel'>
  paging: Pick<Paging, 'openCall' | 'reviseCall' | 'endCall' | 'summary' | 'reachability' | 'say'>
  /**
   * The drill band's text of an exercise; undefined when there is no such exercise. Called late: the watch is composed after this room.
   */
  exerciseLabel(reader: Reader, exerciseId: string, locale: Locale): Promise<string | undefined>
}

/** The door of readiness. */
export interface Readiness {
  room: Room
  /** Pages the duty manager by the rota, three minutes a person, and writes it to the log. Safe to hear twice. */
  onIncidentProbable(tx: Tx, event: IncidentEvent): Promise<void>
  /** The page says what is known now: another kind, another place, more who tell. Nobody is paged again. */
  onIncidentRevised(tx: Tx, event: IncidentEvent): Promise<void>
  /** Opens the role sheets and tells those who were paged. Pages the duty manager if nobody was yet. */
  onIncidentConfirmed(tx: Tx, event: IncidentEvent): Promise<void>
  /** Ends the page: nobody need answer any more. */
  onIncidentDismissed(tx: Tx, event: IncidentEvent): Promise<void>
  onIncidentClosed(tx: Tx, event: IncidentEvent): Promise<void>
  onPageAnswered(tx: Tx, event: PagingEventOf<'page.answered'>): Promise<void>
  onCallEscalated(tx: Tx, event: PagingEventOf<'call.escalated'>): Promise<void>
  onCallExhausted(tx: Tx, event: PagingEventOf<'call.exhausted'>): Promise<void>
  onPageUnreachable(tx: Tx, event: PagingEventOf<'page.unreachable'>): Promise<void>
  /** Everything that the board shows beside an incident: posture, holds, what can be done and what was done. */
  loadBeside(
    reader: Reader,
    ask: {
      exerciseId: string | null
      incidentId?: string | undefined
      now: Date
      actor: Actor | undefined
      style: TimeStyle
    },
  ): Promise<BesideData>
  /** For the strip in the header: `Standby until 15:36`; undefined while normal. Real world only unless told. */
  postureStrip(
    reader: Reader,
    ask: { exerciseId: string | null; style: TimeStyle },
  ): Promise<{ href: string; text: string; raised: boolean } | undefined>
  /** Rows for an exercise's report: when it was paged, answered, held, confirmed. */
  responseTimes(
    reader: Reader,
    report: { exerciseId: string; style: TimeStyle },
  ): Promise<{ label: string; value: string }[]>
  /** Whether the rota names this person duty manager now, first or as a deputy. */
  isDutyManager(reader: Reader, personId: string): Promise<boolean>
  /** Where a scene's readiness is found. */
  readinessPath(exerciseId: string | null): string
  canSeeReadiness(actor: Actor | undefined): boolean
}
