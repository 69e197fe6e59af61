import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Reader, Tx } from '#platform/database/index.ts'
import { openHouse, type TestHouse } from '#app/test-house.ts'
import * as callStore from './call.store.ts'
import * as contactStore from './contacts/store.ts'
import * as deliveryStore from './deliveries/store.ts'
import * as pageStore from './page.store.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const NOBODY = '0a8e7c1e-5a4b-4d0e-9a57-2f6d1f6f3a10'

test('every statement of the room, for review', async () => {
  const at = house.clock.now
  const { amal } = house.people
  const text = { key: 'plain', values: { text: 'Come' } } as const
  const statements: Record<string, string[]> = {}
  const seen = new Set<string>()

  /** Runs one function of a store and keeps the statements that it sent. */
  async function read(name: string, work: (reader: Reader) => Promise<unknown>): Promise<void> {
    house.sql()
    await house.platform.db.read(work)
    keep(name)
  }
  async function write<T>(name: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    house.sql()
    const result = await house.platform.db.transaction(work)
    keep(name)
    return result
  }
  function keep(name: string): void {
    seen.add(name.split(' ')[0] ?? name)
    statements[name] = house.sql().filter((sql) => /^(select|insert|update|delete|with)\b/.test(sql))
  }

  const call = await write('saveCall', (tx) =>
    callStore.saveCall(tx, {
      key: 'review',
      subject: 'review',
      exerciseId: null,
      message: text,
      facts: {},
      mode: 'first-answer',
      steps: [],
      enough: null,
      contactMethodId: null,
      openedBy: null,
      openedAt: at,
    }),
  )
  if (!call) throw new Error('the call was not saved')
  await read('findCallId', (reader) => callStore.findCallId(reader, 'review'))
  await read('findCall', (reader) => callStore.findCall(reader, call.id))
  await write('findCallForUpdate', (tx) => callStore.findCallForUpdate(tx, { id: call.id }))
  await write('findCallForUpdate by key', (tx) => callStore.findCallForUpdate(tx, { key: 'review' }))
  await read('listCalls', (reader) => callStore.listCalls(reader, { subject: 'review' }, at))
  await read('listCalls of the real world', (reader) => callStore.listCalls(reader, { exerciseId: null }, at))
  await read('listCalls of an exercise', (reader) => callStore.listCalls(reader, { exerciseId: NOBODY }, at))
  await read('listLateCalls', (reader) => callStore.listLateCalls(reader, at))
  await write('markCall', (tx) =>
    callStore.markCall(tx, call.id, { state: 'open', facts: {}, nextAt: at, movedAt: at }),
  )

  const [page] = await write('savePages', (tx) => pageStore.savePages(tx, call.id, 1, [amal], at))
  if (!page) throw new Error('the page was not saved')
  await read('listPages', (reader) => pageStore.listPages(reader, [call.id]))
  await read('findPage', (reader) => pageStore.findPage(reader, page.id))
  await write('markPage', (tx) => pageStore.markPage(tx, page.id, { state: 'waiting', answeredAt: null }))
  await read('listWaitingPages', (reader) => pageStore.listWaitingPages(reader, amal))
  await read('listPagesOfPerson', (reader) => pageStore.listPagesOfPerson(reader, amal, 10))
  await read('listOpenCallsOf', (reader) => pageStore.listOpenCallsOf(reader, amal))
  await read('countWaitingPages', (reader) => pageStore.countWaitingPages(reader))

  const way = { pageId: page.id, contactMethodId: null, channel: 'email', purpose: 'page', queuedAt: at } as const
  const delivery = await write('saveDelivery', (tx) => deliveryStore.saveDelivery(tx, way))
  await write('takeDelivery', (tx) => deliveryStore.takeDelivery(tx, delivery.id, at, at))
  await write('markStillSending', (tx) => deliveryStore.markStillSending(tx, delivery.id, at))
  await read('findDelivery', (reader) => deliveryStore.findDelivery(reader, delivery.id))
  await write('findDeliveryForUpdate', (tx) => deliveryStore.findDeliveryForUpdate(tx, delivery.id))
  await read('listInterrupted', (reader) => deliveryStore.listInterrupted(reader, at))
  await read('listForgotten', (reader) => deliveryStore.listForgotten(reader, at))
  await write('markDelivery', (tx) => deliveryStore.markDelivery(tx, delivery.id, { state: 'sent', finishedAt: at }))
  await write('markDeliveriesDropped', (tx) => deliveryStore.markDeliveriesDropped(tx, [page.id], at))
  await read('listDeliveryStates', (reader) => deliveryStore.listDeliveryStates(reader, page.id))
  await read('listSendings', (reader) => deliveryStore.listSendings(reader, [page.id]))
  await read('listDeliveriesTo', (reader) => deliveryStore.listDeliveriesTo(reader, amal))
  await read('findSecondsToSent', (reader) => deliveryStore.findSecondsToSent(reader, at))
  await write('markPagesEnded', (tx) => pageStore.markPagesEnded(tx, call.id))

  const address = { personId: amal, kind: 'email', address: 'amal@night.example', verifiedAt: null, createdAt: at }
  const method = await write('saveContactMethod', (tx) => contactStore.saveContactMethod(tx, address))
  if (!method) throw new Error('the contact method was not saved')
  await read('listContactMethods', (reader) => contactStore.listContactMethods(reader, [amal]))
  await read('findContactMethod', (reader) => contactStore.findContactMethod(reader, method.id))
  await write('listContactMethodsForUpdate', (tx) => contactStore.listContactMethodsForUpdate(tx, amal))
  await write('markContactPosition', (tx) => contactStore.markContactPosition(tx, method.id, 1))
  await write('markContactVerified', (tx) => contactStore.markContactVerified(tx, method.id, at))
  await read('listPendingTests', (reader) => contactStore.listPendingTests(reader, [method.id]))
  await write('deleteContactMethod', (tx) => contactStore.deleteContactMethod(tx, method.id))
  await write('deleteContactMethodsOf', (tx) => contactStore.deleteContactMethodsOf(tx, NOBODY))
  await write('deleteCallsBefore', (tx) => callStore.deleteCallsBefore(tx, at, 'real'))

  const functions = [callStore, pageStore, deliveryStore, contactStore].flatMap((store) =>
    Object.entries(store).flatMap(([name, value]) => (typeof value === 'function' ? [name] : [])),
  )
  expect(functions.filter((name) => !seen.has(name))).toEqual([])
  for (const [name, sent] of Object.entries(statements)) expect(sent.length, name).toBeGreaterThan(0)
  expect(statements).toMatchSnapshot()
})
