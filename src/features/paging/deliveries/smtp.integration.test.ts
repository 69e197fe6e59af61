import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '#app/test-house.ts'
import type { CallSummary } from '../index.ts'
import { startMailServer, type TestMailServer } from '../testing/mail-server.ts'

let house: TestHouse
let server: TestMailServer
let calls = 0
beforeAll(async () => {
  server = await startMailServer()
  house = await openHouse({ environment: { SMTP_URL: server.url } })
})
beforeEach(() => {
  server.mood = 'takes'
  server.received.length = 0
})
afterAll(async () => {
  await house.close()
  await server.close()
})

/** Amal is paged; after an hour Jonas. */
async function pageAmal(): Promise<{ callId: string; summary(): Promise<CallSummary> }> {
  calls += 1
  const subject = `incident:smtp-${calls}`
  const callId = await house.platform.db.transaction((tx) =>
    house.rooms.paging.openCall(tx, {
      key: subject,
      subject,
      exerciseId: null,
      message: { key: 'incident-probable', values: { kind: 'fire', place: 'the old harbour' } },
      mode: 'first-answer',
      steps: [
        { people: [house.people.amal], afterMinutes: 60 },
        { people: [house.people.jonas], afterMinutes: 60 },
      ],
      openedBy: null,
    }),
  )
  return {
    callId,
    summary: async () =>
      (await house.platform.db.read((reader) => house.rooms.paging.summary(reader, { subject })))[0] as CallSummary,
  }
}

const toAmal = () => server.received.filter((mail) => mail.to.startsWith('amal'))
const amals = (summary: CallSummary) => summary.pages.find((page) => page.personId === house.people.amal)

test('a page leaves by SMTP, and only once', async () => {
  const call = await pageAmal()
  await house.settle()
  await house.advance({ minutes: 5 })
  expect(toAmal()).toHaveLength(1)
  expect(toAmal()[0]?.subject).toBe('Fire reported, the old harbour. Please look now.')
  expect(toAmal()[0]?.messageId).toMatch(/^<page-[0-9a-f-]{36}@localhost>$/)
  expect(amals(await call.summary())).toMatchObject({ state: 'sent', timesSent: 1 })
})

test('the mail server is busy for a while: the same message goes out when it is not, without a warning of doubles', async () => {
  server.mood = 'busy'
  const call = await pageAmal()
  await house.settle()
  await house.advance({ seconds: 2 })
  await house.advance({ seconds: 5 })
  expect(amals(await call.summary())).toMatchObject({ state: 'waiting', timesSent: 0 })
  server.mood = 'takes'
  await house.advance({ seconds: 10 })
  expect(toAmal()).toHaveLength(1)
  expect(toAmal()[0]?.text).not.toContain('twice')
  expect(amals(await call.summary())?.state).toBe('sent')
})

test('the address does not exist: Amal cannot be reached, and Jonas is asked at once instead of after an hour', async () => {
  server.mood = 'refuses'
  const call = await pageAmal()
  await house.platform.db.read((reader) => house.rooms.paging.summary(reader, { exerciseId: null }))
  await house.settle()
  const summary = await call.summary()
  expect(amals(summary)).toMatchObject({ state: 'unreachable', timesSent: 0 })
  expect(summary.counts).toMatchObject({ paged: 2, unreachable: 2 })
  expect(summary.state).toBe('exhausted')
})

test('the connection breaks after the message was handed over: it is sent once more, says so, and has the same Message-ID', async () => {
  server.mood = 'hangs-up'
  const call = await pageAmal()
  await house.settle()
  expect(toAmal()).toHaveLength(1)
  server.mood = 'takes'
  await house.advance({ seconds: 2 })
  const [first, second] = toAmal()
  expect(toAmal()).toHaveLength(2)
  expect(first?.text).not.toContain('You may have this message twice')
  expect(second?.text).toContain('You may have this message twice')
  expect(second?.messageId).toBe(first?.messageId)
  await house.advance({ minutes: 10 })
  expect(toAmal()).toHaveLength(2)
  expect(amals(await call.summary())).toMatchObject({ state: 'sent', timesSent: 2 })
})

test('the database stumbles just when the message has left: it is noted at the next try, and not sent twice', async () => {
  const owner = new pg.Client({ connectionString: house.databaseUrl })
  await owner.connect()
  await owner.query(`
    create sequence stumble;
    grant usage on sequence stumble to public;
    create function stumble() returns trigger language plpgsql as $$
    begin
      if new.state = 'sent' and old.state = 'sending' and nextval('stumble') <= 2 then raise exception 'the disk is full'; end if;
      return new;
    end $$;
    create trigger stumble before update on delivery for each row execute function stumble()`)
  const call = await pageAmal()
  await house.settle()
  await owner.query('drop trigger stumble on delivery')
  await owner.end()
  await house.advance({ minutes: 1 })
  await house.rooms.paging.room.jobs.find(({ name }) => name === 'recover-pages')?.work({})
  await house.settle()
  expect(toAmal()).toHaveLength(1)
  expect(amals(await call.summary())).toMatchObject({ state: 'sent', timesSent: 1 })
})

test('the server is away: nobody is lost, and after some minutes of trying the next is asked', async () => {
  server.mood = 'busy'
  const call = await pageAmal()
  await house.settle()
  for (const seconds of [2, 5, 10, 20, 30, 60, 60, 60]) await house.advance({ seconds })
  expect((await call.summary()).counts).toMatchObject({ paged: 2 })
  expect(amals(await call.summary())?.state).toBe('unreachable')
})
