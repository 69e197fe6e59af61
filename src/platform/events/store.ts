import { sql } from 'kysely'
import { own, reading, type Reader, type Tx } from '../database/index.ts'
import type { SalveEvent } from './index.ts'

interface EventTables {
  outbox_event: { id: number; type: string; body: unknown; at: Date }
  outbox_delivery: { id: number; event_id: number; listener: string; due_at: Date; attempts: number }
}

/** Saves an event with one delivery a listener, and notifies on commit. */
export async function saveEvent(
  tx: Tx,
  event: SalveEvent,
  listeners: string[],
  at: Date,
  channel: string,
): Promise<void> {
  if (listeners.length === 0) return
  await sql`
    with event as (
      insert into outbox_event (type, body, at) values (${event.type}, ${JSON.stringify(event)}::jsonb, ${at}) returning id
    ), delivery as (
      insert into outbox_delivery (event_id, listener, due_at)
      select event.id, listener, ${at} from event, unnest(${listeners}::text[]) as listener
    )
    select pg_notify(${channel}, '')`.execute(own<EventTables>(tx))
}

export async function listDueDeliveries(reader: Reader, listeners: string[], now: Date): Promise<number[]> {
  const rows = await reading<EventTables>(reader)
    .selectFrom('outbox_delivery')
    .select('id')
    .where('due_at', '<=', now)
    .where('listener', 'in', [...listeners, ''])
    .orderBy('id')
    .limit(100)
    .execute()
  return rows.map((row) => row.id)
}

/** Takes a delivery for this transaction alone; undefined when another process has it or it is done. */
export async function takeDelivery(tx: Tx, id: number): Promise<{ listener: string; body: unknown } | undefined> {
  return own<EventTables>(tx)
    .selectFrom('outbox_delivery')
    .innerJoin('outbox_event', 'outbox_event.id', 'outbox_delivery.event_id')
    .select(['outbox_delivery.listener', 'outbox_event.body'])
    .where('outbox_delivery.id', '=', id)
    .forUpdate('outbox_delivery')
    .skipLocked()
    .executeTakeFirst()
}

export async function markDelivered(tx: Tx, id: number): Promise<void> {
  const db = own<EventTables>(tx)
  const row = await db.deleteFrom('outbox_delivery').where('id', '=', id).returning('event_id').executeTakeFirst()
  if (!row) return
  await db
    .deleteFrom('outbox_event')
    .where('id', '=', row.event_id)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('outbox_delivery').select('id').where('event_id', '=', row.event_id))),
    )
    .execute()
}

/** The next try is 2, 4, 8 … seconds later, at most an hour. */
export async function markFailed(tx: Tx, id: number, now: Date): Promise<void> {
  await own<EventTables>(tx)
    .updateTable('outbox_delivery')
    .set({
      attempts: sql`attempts + 1`,
      due_at: sql`${now}::timestamptz + least(power(2, attempts + 1), 3600) * interval '1 second'`,
    })
    .where('id', '=', id)
    .execute()
}
