import { randomUUID } from 'node:crypto'
import type { Tx } from '#platform/database/index.ts'
import { listContactMethods, findContactMethod } from '../contacts/store.ts'
import { SEND_PAGE, type PagingDeps } from '../deps.ts'
import { factsOf } from '../events.ts'
import type { Call } from '../call.store.ts'
import { markPage, type Page } from '../page.store.ts'
import type { DeliveryPurpose } from '../tables.ts'
import { saveDelivery, type NewDelivery } from './store.ts'

/** Where a message goes: a contact method, or the address of the account when the person gave none. */
interface Way {
  contactMethodId: string | null
  channel: string
}

/** Messages to everybody of these pages by every way that is known, and into the window at once. Returns the pages as they are then. */
export async function queueDeliveries(
  deps: PagingDeps,
  tx: Tx,
  call: Call,
  pages: readonly Page[],
  purpose: DeliveryPurpose,
): Promise<Page[]> {
  const now = deps.clock()
  const ways = await waysTo(
    deps,
    tx,
    call,
    pages.map((page) => page.personId),
  )
  const done: Page[] = []
  for (const page of pages) {
    // The window needs no messenger: the page is there when this transaction is.
    if (call.mode !== 'test') {
      const inApp = { pageId: page.id, contactMethodId: null, channel: 'in-app', purpose, queuedAt: now }
      await saveDelivery(tx, { ...inApp, state: 'sent', finishedAt: now })
    }
    const own = ways.get(page.personId) ?? []
    for (const way of own) await queueDelivery(deps, tx, { pageId: page.id, ...way, purpose, queuedAt: now })
    done.push(own.length === 0 ? await markUnreachable(deps, tx, call, page) : page)
  }
  return done
}

/** Tells somebody who is on the way that it is over. */
export async function queueStandDown(deps: PagingDeps, tx: Tx, page: Page): Promise<void> {
  const ways = await waysTo(deps, tx, { contactMethodId: null }, [page.personId])
  for (const way of ways.get(page.personId) ?? []) {
    await queueDelivery(deps, tx, { pageId: page.id, ...way, purpose: 'stand-down', queuedAt: deps.clock() })
  }
}

/** Queues one message with its job. The Message-ID is fixed here, so that it stays the same whenever this message is sent again. */
export async function queueDelivery(deps: PagingDeps, tx: Tx, delivery: NewDelivery): Promise<void> {
  const host = new URL(deps.config.origin).hostname
  const messageId = delivery.messageId ?? `<page-${randomUUID()}@${host}>`
  const { id, dueAt } = await saveDelivery(tx, { ...delivery, messageId })
  await deps.jobs.enqueue(tx, SEND_PAGE, { deliveryId: id }, { at: dueAt })
}

/** Nothing can reach this person. Said once for each page. */
export async function markUnreachable(deps: PagingDeps, tx: Tx, call: Call, page: Page): Promise<Page> {
  if (page.state === 'unreachable') return page
  await markPage(tx, page.id, { state: 'unreachable' })
  await deps.events.announce(tx, {
    type: 'page.unreachable',
    ...factsOf(call),
    pageId: page.id,
    personId: page.personId,
  })
  return { ...page, state: 'unreachable' }
}

async function waysTo(
  deps: PagingDeps,
  tx: Tx,
  call: Pick<Call, 'contactMethodId'>,
  personIds: string[],
): Promise<Map<string, Way[]>> {
  if (call.contactMethodId) {
    const method = await findContactMethod(tx, call.contactMethodId)
    return new Map(method ? [[method.personId, [{ contactMethodId: method.id, channel: method.kind }]]] : [])
  }
  const ways = new Map<string, Way[]>()
  for (const method of await listContactMethods(tx, personIds)) {
    const own = ways.get(method.personId) ?? []
    own.push({ contactMethodId: method.id, channel: method.kind })
    ways.set(method.personId, own)
  }
  const without = personIds.filter((id) => !ways.has(id))
  const people = await deps.accounts.people(tx, without)
  for (const id of without) if (people.get(id)?.email) ways.set(id, [{ contactMethodId: null, channel: 'email' }])
  return ways
}
