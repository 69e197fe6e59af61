import { Hono } from 'hono'
import type { Reader, Tx } from '#platform/database/index.ts'
import type { Locale } from '#platform/i18n/index.ts'
import type { Room } from '#platform/room.ts'
import type { AppEnv } from '#platform/web/context.ts'
import { linkRoutes } from './answers/link-routes.tsx'
import { ownRoutes } from './answers/own-routes.tsx'
import { endCall, openCall, reviseCall } from './calls.ts'
import type { Channel } from './channels/channel.ts'
import { createEmailChannel } from './channels/email.ts'
import { contactRoutes } from './contacts/routes.tsx'
import { findSecondsToSent } from './deliveries/store.ts'
import { createRecovery } from './deliveries/recovery.ts'
import type { PagingDeps } from './deps.ts'
import { checkDutyManagers } from './doctor.ts'
import type { PagingEvent } from './events.ts'
import { pagingJobs } from './jobs.ts'
import { sayMessage } from './message.ts'
import { pagingMigrations } from './migrations/20261122-200-paging.ts'
import { canHaveContactMethods, canSeeReachability, permissions } from './permissions.ts'
import { pagingPersonalData, pagingRetention } from './personal-data.ts'
import { seedContactMethods } from './seed.ts'
import { countWaitingPages } from './page.store.ts'
import { listReachability, listWaiting, summariseCalls } from './summary.ts'
import type {
  CallFacts,
  CallMessage,
  CallRef,
  CallRequest,
  CallSummary,
  EndReason,
  Reachability,
  WaitingPage,
} from './types.ts'
import { pagingWords } from './words.ts'

/** Wakes people until they answer. */
export interface Paging {
  room: Room
  /** Asks people, rung after rung, until somebody answers. Idempotent by `key`. Messages leave the house after commit. Returns the call's id. */
  openCall(tx: Tx, request: CallRequest): Promise<string>
  /** Newer facts for a call that runs: whoever opens its page sees them. Nobody is paged again. */
  reviseCall(tx: Tx, call: CallRef, facts: CallFacts, message?: CallMessage): Promise<void>
  /** Nobody need answer any more; who is coming is told. True when the call was still running. */
  endCall(tx: Tx, call: CallRef, reason: EndReason): Promise<boolean>
  /** Who answered, who has not, whom it asks next and when. Newest call first. The real scene goes back a week, and further for calls that run. */
  summary(reader: Reader, of: { subject: string } | { exerciseId: string | null }): Promise<CallSummary[]>
  /** Who can be woken, worst first. */
  reachability(reader: Reader, personIds: string[]): Promise<Reachability[]>
  /** Pages that wait for this person's answer, oldest first. They change with the channel `person:<id>`. */
  listWaiting(reader: Reader, personId: string): Promise<WaitingPage[]>
  /** The sentence of a call in a language. */
  say(message: CallMessage, locale: Locale): string
}

const ANNOUNCES: PagingEvent['type'][] = [
  'page.sent',
  'page.answered',
  'page.unreachable',
  'call.escalated',
  'call.exhausted',
  'call.ended',
]

const HOUR_MS = 3_600_000

export function createPaging(deps: PagingDeps): Paging {
  const { db, clock, metrics } = deps
  const channels: Channel[] = [createEmailChannel(deps.mail)]
  const recovery = createRecovery(deps, channels)

  const routes = new Hono<AppEnv>()
  routes.route('/', linkRoutes(deps))
  routes.route('/', ownRoutes(deps))
  routes.route('/', contactRoutes(deps))

  metrics.gauge('salve_pages_waiting', 'Pages that nobody has answered yet', () => db.read(countWaitingPages))
  metrics.gauge(
    'salve_page_sent_seconds',
    'From paging somebody to the first message out of the house: 95th percentile of the last hour',
    () => db.read(async (reader) => (await findSecondsToSent(reader, new Date(clock().getTime() - HOUR_MS))) ?? 0),
  )

  const room: Room = {
    name: 'paging',
    migrations: pagingMigrations,
    routes,
    jobs: pagingJobs(deps, channels),
    announces: ANNOUNCES,
    permissions,
    settings(actor, locale) {
      const words = pagingWords(locale)
      return [
        ...(canSeeReachability(actor)
          ? [
              {
                of: 'organisation' as const,
                href: '/settings/reachability',
                label: words('settings.reachability'),
                text: words('settings.reachability-text'),
              },
            ]
          : []),
        ...(canHaveContactMethods(actor)
          ? [
              {
                of: 'person' as const,
                href: '/me/contact',
                label: words('contact.title'),
                text: words('settings.contact-text'),
              },
            ]
          : []),
      ]
    },
    navigation: (actor, locale) =>
      actor && canHaveContactMethods(actor) ? [{ href: '/pages', label: pagingWords(locale)('nav.pages') }] : [],
    personalData: pagingPersonalData(deps),
    retention: pagingRetention,
    doctor: () => checkDutyManagers(deps),
    seed: (tx, people) => seedContactMethods(deps, tx, people),
    ...recovery,
  }

  return {
    room,
    openCall: (tx, request) => openCall(deps, tx, request),
    reviseCall,
    endCall: (tx, call, reason) => endCall(deps, tx, call, reason),
    summary: (reader, of) => summariseCalls(deps, reader, of),
    reachability: (reader, personIds) => listReachability(deps, reader, personIds),
    listWaiting,
    say: sayMessage,
  }
}
