import { sql } from 'kysely'
import { own, reading, type Reader, type Tx } from '#platform/database/index.ts'
import type { DeliveryPurpose, DeliveryState, PagingTables } from '../tables.ts'

/** One message for one page by one channel. */
export interface Delivery {
  id: string
  pageId: string
  contactMethodId: string | null
  channel: string
  /** 1 for the page's first message by this channel. */
  attempt: number
  /** How often the channel refused it for a while. */
  tries: number
  state: DeliveryState
  purpose: DeliveryPurpose
  possiblyRepeated: boolean
  /** The same when it is sent again, so that receivers can fold doubles. */
  messageId: string | null
  queuedAt: Date
  dueAt: Date
  leaseUntil: Date | null
  finishedAt: Date | null
  errorCode: string | null
}

const columns = [
  'id',
  'page_id as pageId',
  'contact_method_id as contactMethodId',
  'channel',
  'attempt',
  'tries',
  'state',
  'purpose',
  'possibly_repeated as possiblyRepeated',
  'message_id as messageId',
  'queued_at as queuedAt',
  'due_at as dueAt',
  'lease_until as leaseUntil',
  'finished_at as finishedAt',
  'error_code as errorCode',
] as const

export type NewDelivery = Pick<Delivery, 'pageId' | 'contactMethodId' | 'channel' | 'purpose' | 'queuedAt'> &
  Partial<Pick<Delivery, 'state' | 'possiblyRepeated' | 'messageId' | 'dueAt' | 'finishedAt'>>

/** Numbers the attempt by itself, for each page and channel and address. Safe because the call is locked. */
export async function saveDelivery(tx: Tx, delivery: NewDelivery): Promise<Delivery> {
  const row = await own<PagingTables>(tx)
    .insertInto('delivery')
    .values(({ selectFrom, fn }) => ({
      page_id: delivery.pageId,
      contact_method_id: delivery.contactMethodId,
      channel: delivery.channel,
      attempt: selectFrom('delivery')
        .select(sql<number>`${fn.countAll()}::int + 1`.as('attempt'))
        .where('page_id', '=', delivery.pageId)
        .where('channel', '=', delivery.channel)
        .where('contact_method_id', 'is not distinct from', delivery.contactMethodId),
      state: delivery.state ?? 'queued',
      purpose: delivery.purpose,
      possibly_repeated: delivery.possiblyRepeated ?? false,
      message_id: delivery.messageId ?? null,
      queued_at: delivery.queuedAt,
      due_at: delivery.dueAt ?? delivery.queuedAt,
      finished_at: delivery.finishedAt ?? null,
    }))
    .returning(columns)
    .executeTakeFirstOrThrow()
  return row
}

/**
 * Takes a queued delivery for sending, until the lease ends. Undefined when it is not queued, not due, or taken by another process:
 * then there is nothing to do. Committed before anything leaves the house.
 */
export async function takeDelivery(tx: Tx, id: string, now: Date, leaseUntil: Date): Promise<Delivery | undefined> {
  return own<PagingTables>(tx)
    .updateTable('delivery')
    .set({ state: 'sending', lease_until: leaseUntil })
    .where('id', '=', id)
    .where('state', '=', 'queued')
    .where('due_at', '<=', now)
    .returning(columns)
    .executeTakeFirst()
}

/** Says that the sender is alive. */
export async function markStillSending(tx: Tx, id: string, leaseUntil: Date): Promise<void> {
  await own<PagingTables>(tx)
    .updateTable('delivery')
    .set({ lease_until: leaseUntil })
    .where('id', '=', id)
    .where('state', '=', 'sending')
    .execute()
}

export async function findDelivery(reader: Reader, id: string): Promise<Delivery | undefined> {
  return reading<PagingTables>(reader).selectFrom('delivery').select(columns).where('id', '=', id).executeTakeFirst()
}

export async function findDeliveryForUpdate(tx: Tx, id: string): Promise<Delivery | undefined> {
  return own<PagingTables>(tx)
    .selectFrom('delivery')
    .select(columns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

export type DeliveryChange = Partial<Pick<Delivery, 'state' | 'tries' | 'dueAt' | 'finishedAt' | 'errorCode'>>

/** Puts down the outcome; the lease is over. */
export async function markDelivery(
  tx: Tx,
  id: string,
  { dueAt, finishedAt, errorCode, ...same }: DeliveryChange,
): Promise<void> {
  await own<PagingTables>(tx)
    .updateTable('delivery')
    .set({
      ...same,
      lease_until: null,
      ...(dueAt !== undefined && { due_at: dueAt }),
      ...(finishedAt !== undefined && { finished_at: finishedAt }),
      ...(errorCode !== undefined && { error_code: errorCode }),
    })
    .where('id', '=', id)
    .execute()
}

/** What was queued for an ended call, or for somebody who has answered, stays at home. */
export async function markDeliveriesDropped(tx: Tx, pageIds: string[], now: Date): Promise<void> {
  if (pageIds.length === 0) return
  await own<PagingTables>(tx)
    .updateTable('delivery')
    .set({ state: 'dropped', finished_at: now })
    .where('page_id', 'in', pageIds)
    .where('state', '=', 'queued')
    .execute()
}

/** Deliveries whose sender died while it was sending: nobody knows whether the message went out. */
export async function listInterrupted(reader: Reader, now: Date): Promise<{ id: string; pageId: string }[]> {
  return reading<PagingTables>(reader)
    .selectFrom('delivery')
    .select(['id', 'page_id as pageId'])
    .where('state', '=', 'sending')
    .where('lease_until', '<', now)
    .orderBy('lease_until')
    .limit(100)
    .execute()
}

/** Deliveries that should have been taken before this time: their job was lost. */
export async function listForgotten(reader: Reader, before: Date): Promise<string[]> {
  const rows = await reading<PagingTables>(reader)
    .selectFrom('delivery')
    .select('id')
    .where('state', '=', 'queued')
    .where('due_at', '<', before)
    .orderBy('due_at')
    .limit(100)
    .execute()
  return rows.map((row) => row.id)
}

/** States of what was ever sent for a page by channels that leave the house. */
export async function listDeliveryStates(reader: Reader, pageId: string): Promise<DeliveryState[]> {
  const rows = await reading<PagingTables>(reader)
    .selectFrom('delivery')
    .select('state')
    .where('page_id', '=', pageId)
    .where('channel', '!=', 'in-app')
    .execute()
  return rows.map((row) => row.state)
}

/** What has left the house for each page: how often, and when last. */
export async function listSendings(
  reader: Reader,
  pageIds: string[],
): Promise<{ pageId: string; times: number; lastAt: Date }[]> {
  if (pageIds.length === 0) return []
  return reading<PagingTables>(reader)
    .selectFrom('delivery')
    .select(({ fn }) => ['page_id as pageId', fn.countAll<number>().as('times'), fn.max('finished_at').as('lastAt')])
    .where('page_id', 'in', pageIds)
    .where('channel', '!=', 'in-app')
    .where('state', 'in', ['sent', 'kept', 'unknown'])
    .groupBy('page_id')
    .$narrowType<{ lastAt: Date }>()
    .execute()
}

/** Everything that was sent to this person, newest first, for the export of their data. */
export async function listDeliveriesTo(
  reader: Reader,
  personId: string,
): Promise<{ at: Date; channel: string; state: DeliveryState }[]> {
  return reading<PagingTables>(reader)
    .selectFrom('delivery')
    .innerJoin('page', 'page.id', 'delivery.page_id')
    .select(['delivery.queued_at as at', 'delivery.channel', 'delivery.state'])
    .where('page.person_id', '=', personId)
    .orderBy('delivery.queued_at', 'desc')
    .execute()
}

/** Seconds from opening a page to its first message out of the house, since a time; the 95th percentile. Null when nothing was sent. */
export async function findSecondsToSent(reader: Reader, since: Date): Promise<number | null> {
  const row = await reading<PagingTables>(reader)
    .selectFrom('delivery')
    .innerJoin('page', 'page.id', 'delivery.page_id')
    .select(
      sql<
        number | null
      >`percentile_cont(0.95) within group (order by extract(epoch from delivery.finished_at - page.opened_at))`.as(
        'seconds',
      ),
    )
    .where('delivery.channel', '!=', 'in-app')
    .where('delivery.state', 'in', ['sent', 'kept'])
    .where('delivery.attempt', '=', 1)
    .where('page.opened_at', '>', since)
    .executeTakeFirst()
  return row?.seconds ?? null
}
