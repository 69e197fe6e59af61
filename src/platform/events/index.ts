import type { Clock } from '../clock.ts'
import type { Database, Tx } from '../database/index.ts'
import { errorForLog, type Logger } from '../log.ts'
import { listDueDeliveries, markDelivered, markFailed, saveEvent, takeDelivery } from './store.ts'

/** Something that happened, told to whoever listens: `{ type: 'incident.probable', … }`. Ids and facts only, JSON-safe. */
export interface SalveEvent {
  type: string
}

/** Announces inside the transaction: listeners hear it only if it commits, and then for certain. */
export interface Events {
  announce<Event extends SalveEvent>(tx: Tx, event: Event): Promise<void>
}

/** `handle` runs in a transaction of its own together with the note that it was heard: exactly once for what it does in the database. */
export interface Subscription<Event extends SalveEvent = SalveEvent> {
  type: Event['type']
  /** The listener, named once and kept: `readiness/page-duty-manager`. */
  listener: string
  handle(tx: Tx, event: Event): Promise<void>
}

export function subscribe<Event extends SalveEvent>(
  type: Event['type'],
  listener: string,
  handle: (tx: Tx, event: Event) => Promise<void>,
): Subscription {
  return { type, listener, handle: handle as Subscription['handle'] }
}

export interface Outbox extends Events {
  /** Delivers what is due now and returns how many deliveries were made. */
  deliver(): Promise<number>
  /** Delivers whenever an event is committed, by this process or another, until stopped. */
  start(): Promise<void>
  stop(): Promise<void>
}

const CHANNEL = 'salve_outbox'
/** A safety net beneath LISTEN/NOTIFY, and the pace of later tries. */
const SWEEP_MS = 2_000

/** The outbox: one row for each listener of an event, handled in order, tried again with growing pauses. */
export function createOutbox(deps: { db: Database; clock: Clock; log: Logger }, subscriptions: Subscription[]): Outbox {
  const { db, clock, log } = deps
  const byListener = new Map(subscriptions.map((subscription) => [subscription.listener, subscription]))
  if (byListener.size !== subscriptions.length) throw new Error('Two subscriptions share a listener name')
  let stopping = false
  let again = false
  let running: Promise<number> | undefined
  let stopListening: (() => Promise<void>) | undefined

  async function deliverOne(id: number): Promise<boolean> {
    try {
      return await db.transaction(async (tx) => {
        const delivery = await takeDelivery(tx, id)
        if (!delivery) return false
        await byListener.get(delivery.listener)?.handle(tx, delivery.body as SalveEvent)
        await markDelivered(tx, id)
        return true
      })
    } catch (error) {
      log.error({ delivery: id, error: errorForLog(error) }, 'a listener failed and will hear the event again')
      await db.transaction((tx) => markFailed(tx, id, clock()))
      return false
    }
  }

  async function deliver(): Promise<number> {
    let delivered = 0
    for (;;) {
      const due = await db.read((reader) => listDueDeliveries(reader, [...byListener.keys()], clock()))
      if (due.length === 0) return delivered
      for (const id of due) {
        if (stopping) return delivered
        if (await deliverOne(id)) delivered += 1
      }
    }
  }

  function wake(): void {
    if (stopping) return
    if (running) {
      again = true
      return
    }
    running = deliver()
      .catch((error) => {
        log.warn({ error: errorForLog(error) }, 'the outbox could not be read; trying again')
        return 0
      })
      .finally(() => {
        running = undefined
        if (again) {
          again = false
          wake()
        }
      })
  }

  return {
    async announce(tx, event) {
      const listeners = subscriptions.filter((s) => s.type === event.type).map((s) => s.listener)
      await saveEvent(tx, event, listeners, clock(), CHANNEL)
    },
    deliver,
    async start() {
      const listener = await db.listen(CHANNEL, wake, wake)
      const sweep = setInterval(wake, SWEEP_MS)
      stopListening = async () => {
        clearInterval(sweep)
        await listener.close()
      }
      wake()
    },
    async stop() {
      stopping = true
      await stopListening?.()
      await running
    },
  }
}
