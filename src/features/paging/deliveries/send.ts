import type { Tx } from '#platform/database/index.ts'
import { NotFound } from '#platform/errors.ts'
import { errorForLog } from '#platform/log.ts'
import type { Channel, OutgoingPage, Outcome } from '../channels/channel.ts'
import { findContactMethod } from '../contacts/store.ts'
import { SEND_PAGE, type PagingDeps } from '../deps.ts'
import { planNextMove } from '../escalation.ts'
import { factsOf } from '../events.ts'
import { composeMail, sayFacts } from '../message.ts'
import { isLinkOver, isWaiting, linkEndsAt } from '../rules.ts'
import { findCall, findCallForUpdate, type Call } from '../call.store.ts'
import { findPage, listPages, markPage, type Page } from '../page.store.ts'
import { touchScreens } from '../touch.ts'
import { markUnreachable, queueDelivery } from './queue.ts'
import {
  findDelivery,
  findDeliveryForUpdate,
  listDeliveryStates,
  markDelivery,
  markStillSending,
  takeDelivery,
  type Delivery,
} from './store.ts'

/** While a message is being sent its sender renews this lease; a lease that ran out tells of a sender that died. */
export const LEASE_SECONDS = 15
const RENEW_MS = 5_000
/** A job may come early by so much, when the database's clock runs ahead of ours. */
const SKEW_MS = 1_500
const NOTE_PAUSES_MS = [100, 500, 2_000, 5_000]
/** Pauses after a channel refused for a while, in seconds; then the delivery has failed. Reminders go on regardless. */
const RETRY_SECONDS = [2, 5, 10, 20, 30, 60, 60, 60]

/**
 * Sends one delivery: taken and committed, then sent, then noted. Safe to repeat: who comes second finds it taken.
 * A crash between taking and noting leaves it in `sending`; see `recovery.ts`.
 */
export async function sendPage(deps: PagingDeps, channels: readonly Channel[], deliveryId: string): Promise<void> {
  const taken = await take(deps, deliveryId)
  if (!taken) return
  const renewal = setInterval(() => {
    deps.db
      .transaction((tx) => markStillSending(tx, deliveryId, leaseFrom(deps)))
      .catch((error) => deps.log.warn({ error: errorForLog(error) }, 'a lease could not be renewed'))
  }, RENEW_MS)
  try {
    const outcome = await hand(deps, channels, taken)
    await noteForSure(deps, deliveryId, outcome)
  } finally {
    clearInterval(renewal)
  }
}

function leaseFrom({ clock }: PagingDeps): Date {
  return new Date(clock().getTime() + LEASE_SECONDS * 1_000)
}

interface Taken {
  delivery: Delivery
  page: Page
  call: Call
}

/** Takes the delivery, unless it is no longer wanted. */
function take(deps: PagingDeps, deliveryId: string): Promise<Taken | undefined> {
  return deps.db.transaction(async (tx) => {
    const soon = new Date(deps.clock().getTime() + SKEW_MS)
    const delivery = await takeDelivery(tx, deliveryId, soon, leaseFrom(deps))
    if (!delivery) return undefined
    const page = await findPage(tx, delivery.pageId)
    const call = page && (await findCall(tx, page.callId))
    if (page && call && isWanted(delivery, page, call, deps.clock())) return { delivery, page, call }
    await markDelivery(tx, delivery.id, { state: 'dropped', finishedAt: deps.clock() })
    return undefined
  })
}

function isWanted({ purpose }: Delivery, page: Page, call: Call, now: Date): boolean {
  if (isLinkOver(page, call, now)) return false
  if (purpose === 'stand-down') return true
  const isStillAsked = page.state === 'waiting' || page.state === 'sent' || page.state === 'unreachable'
  return isStillAsked && (call.state === 'open' || call.state === 'exhausted')
}

async function hand(deps: PagingDeps, channels: readonly Channel[], taken: Taken): Promise<Outcome> {
  const channel = channels.find(({ kind }) => kind === taken.delivery.channel)
  if (!channel) return { state: 'refused', code: 'no-such-channel', forGood: true }
  const outgoing = await compose(deps, taken)
  if (!outgoing) return { state: 'refused', code: 'no-address', forGood: true }
  return channel.send(outgoing)
}

async function compose(deps: PagingDeps, { delivery, page, call }: Taken): Promise<OutgoingPage | undefined> {
  const { accounts, config, db, keys } = deps
  const organisation = await accounts.organisation()
  const { people, method } = await db.read(async (reader) => {
    const ids = [page.personId, call.openedBy, call.facts.confirmedBy?.personId ?? null].filter((id) => id !== null)
    const known = await accounts.people(reader, ids)
    return {
      people: known,
      method: delivery.contactMethodId ? await findContactMethod(reader, delivery.contactMethodId) : undefined,
    }
  })
  const person = people.get(page.personId)
  const address = method?.address ?? person?.email
  if (!person || !address) return undefined
  const style = { locale: person.locale, zone: organisation.zone }
  const content = composeMail(
    {
      message: call.message,
      facts: sayFacts(call, people, style),
      isDrill: call.exerciseId !== null,
      isTest: call.mode === 'test',
      purpose: delivery.purpose,
      attempt: delivery.attempt,
      possiblyRepeated: delivery.possiblyRepeated,
      organisation: organisation.name,
      url: `${config.origin}/p/${page.id}/${keys.linkToken('page', page.id)}`,
      linkEndsAt: linkEndsAt(page, call),
      contactUrl: `${config.origin}/me/contact`,
    },
    style,
  )
  return { address, messageId: delivery.messageId, content }
}

/** A message that has left must be noted: a database that stumbles here would have it sent again, so that it is asked a few times more. */
async function noteForSure(deps: PagingDeps, deliveryId: string, outcome: Outcome): Promise<void> {
  for (const pause of NOTE_PAUSES_MS) {
    try {
      return await noteOutcome(deps, deliveryId, outcome)
    } catch (error) {
      deps.log.warn({ error: errorForLog(error) }, 'the outcome of a message could not be noted yet')
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
  await noteOutcome(deps, deliveryId, outcome)
}

/** Puts down what became of a delivery, and what follows: another try, a repetition that says so, or a person who cannot be reached. */
export async function noteOutcome(deps: PagingDeps, deliveryId: string, outcome: Outcome): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const { call, page, delivery } = await lockAll(tx, deliveryId)
    // A sender that was taken for dead: what it says afterwards is the better knowledge.
    if (delivery.state !== 'sending' && delivery.state !== 'unknown') return
    const taken = { call, page, delivery }
    if (outcome.state === 'sent' || outcome.state === 'kept') await noteSent(deps, tx, taken, outcome.state)
    else if (delivery.state === 'unknown') return
    else if (outcome.state === 'unknown') await noteUnknown(deps, tx, taken, outcome.code, retrySeconds(0))
    else if (outcome.state === 'refused') await noteRefused(deps, tx, taken, outcome)
    await touchScreens(deps, tx, call.exerciseId, [page.personId])
  })
}

/** Every change of what was sent takes the call's lock first, like all others. */
async function lockAll(tx: Tx, deliveryId: string): Promise<Taken> {
  const known = await findDelivery(tx, deliveryId)
  const found = known && (await findPage(tx, known.pageId))
  const call = found && (await findCallForUpdate(tx, { id: found.callId }))
  const page = found && (await findPage(tx, found.id))
  const delivery = await findDeliveryForUpdate(tx, deliveryId)
  if (!call || !page || !delivery) throw new NotFound('No such delivery')
  return { call, page, delivery }
}

async function noteSent(
  deps: PagingDeps,
  tx: Tx,
  { call, page, delivery }: Taken,
  state: 'sent' | 'kept',
): Promise<void> {
  await markDelivery(tx, delivery.id, { state, finishedAt: deps.clock(), errorCode: null })
  if (page.state === 'waiting' || page.state === 'unreachable') await markPage(tx, page.id, { state: 'sent' })
  if (call.mode === 'test' || delivery.purpose === 'stand-down') return
  await deps.events.announce(tx, {
    type: 'page.sent',
    ...factsOf(call),
    pageId: page.id,
    personId: page.personId,
    channel: delivery.channel,
    attempt: delivery.attempt,
    possiblyRepeated: delivery.possiblyRepeated,
    kept: state === 'kept',
  })
}

/** Nobody can tell whether it left. It is sent once more, and says so; if that is interrupted too, the reminders take over. */
async function noteUnknown(
  deps: PagingDeps,
  tx: Tx,
  { delivery }: Taken,
  code: string,
  afterSeconds: number,
): Promise<void> {
  const now = deps.clock()
  await markDelivery(tx, delivery.id, { state: 'unknown', finishedAt: now, errorCode: code })
  if (delivery.possiblyRepeated) return
  const { pageId, contactMethodId, channel, purpose, messageId } = delivery
  const dueAt = new Date(now.getTime() + afterSeconds * 1_000)
  await queueDelivery(deps, tx, {
    pageId,
    contactMethodId,
    channel,
    purpose,
    messageId,
    queuedAt: now,
    dueAt,
    possiblyRepeated: true,
  })
}

async function noteRefused(
  deps: PagingDeps,
  tx: Tx,
  { call, page, delivery }: Taken,
  { code, forGood }: Extract<Outcome, { state: 'refused' }>,
): Promise<void> {
  const now = deps.clock()
  const tries = delivery.tries + 1
  if (!forGood && tries <= RETRY_SECONDS.length) {
    const dueAt = new Date(now.getTime() + retrySeconds(tries - 1) * 1_000)
    await markDelivery(tx, delivery.id, { state: 'queued', tries, dueAt, errorCode: code })
    await deps.jobs.enqueue(tx, SEND_PAGE, { deliveryId: delivery.id }, { at: dueAt })
    return
  }
  await markDelivery(tx, delivery.id, { state: 'failed', tries, finishedAt: now, errorCode: code })
  const states = await listDeliveryStates(tx, page.id)
  if (!isWaiting(page) || states.some((state) => state !== 'failed' && state !== 'dropped')) return
  await markUnreachable(deps, tx, call, page)
  // If nobody else of those asked can answer, the next are asked now.
  await planNextMove(deps, tx, call, await listPages(tx, [call.id]))
}

/** A delivery whose sender died. */
export async function noteInterrupted(deps: PagingDeps, deliveryId: string): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const taken = await lockAll(tx, deliveryId)
    const { delivery, call, page } = taken
    if (delivery.state !== 'sending' || !delivery.leaseUntil || delivery.leaseUntil >= deps.clock()) return
    deps.log.warn({ delivery: deliveryId }, 'a message was interrupted while it was sent; it is sent again and says so')
    await noteUnknown(deps, tx, taken, 'interrupted', 0)
    await touchScreens(deps, tx, call.exerciseId, [page.personId])
  })
}

function retrySeconds(tries: number): number {
  return RETRY_SECONDS[Math.min(tries, RETRY_SECONDS.length - 1)] ?? 60
}
