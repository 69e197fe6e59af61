import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '#app/test-house.ts'
import type { CallRequest, CallSummary } from './index.ts'

let house: TestHouse
let calls = 0
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

/** Amal first; after three minutes Jonas and Dr Osei. */
async function open(
  changes: Partial<CallRequest> = {},
): Promise<{ subject: string; callId: string; summary(): Promise<CallSummary> }> {
  calls += 1
  const { amal, jonas, osei } = house.people
  const subject = changes.subject ?? `incident:${calls}`
  const callId = await house.platform.db.transaction((tx) =>
    house.rooms.paging.openCall(tx, {
      key: `${subject}/duty-manager`,
      subject,
      exerciseId: null,
      message: { key: 'incident-probable', values: { kind: 'explosion', place: 'the ferry terminal' } },
      facts: {
        distanceKm: 3.2,
        travelMinutes: 9,
        sources: { people: 5, newsrooms: 1, officials: 0 },
        harmed: { least: 3, most: 20 },
      },
      mode: 'first-answer',
      steps: [
        { people: [amal], afterMinutes: 3 },
        { people: [jonas, osei], afterMinutes: 5 },
      ],
      openedBy: null,
      ...changes,
    }),
  )
  return {
    subject,
    callId,
    async summary() {
      const all = await house.platform.db.read((reader) => house.rooms.paging.summary(reader, { subject }))
      return all[0] as CallSummary
    },
  }
}

/** The paths of the links in the mails to somebody, newest first. */
async function linksTo(person: string): Promise<string[]> {
  const mails = await house.mailbox()
  return mails
    .filter((mail) => mail.to.startsWith(person))
    .flatMap((mail) => /\/p\/[0-9a-f-]{36}\/[\w-]+/.exec(mail.text) ?? [])
}

async function answer(
  person: 'amal' | 'jonas' | 'osei',
  form: Record<string, string>,
  call: { summary(): Promise<CallSummary> },
): Promise<Response> {
  const pageId = (await call.summary()).pages.find((page) => page.personId === house.people[person])?.pageId
  return (await house.as(person)).post(`/pages/${pageId}`, form)
}

const stateOf = (summary: CallSummary, person: 'amal' | 'jonas' | 'osei') =>
  summary.pages.find((page) => page.personId === house.people[person])?.state

describe('one must come', () => {
  test('Amal is paged by mail and in the window at once; three minutes later, while she sleeps, Jonas and Dr Osei too', async () => {
    const call = await open()
    const amal = await house.as('amal')
    expect(await amal.page('/pages')).toContain('Explosion reported, the ferry terminal. Please look now.')
    await house.settle()
    const [mail] = await house.mailbox()
    expect(mail?.to).toBe('amal.haddad@harbourside.example')
    expect(mail?.subject).toBe('Explosion reported, the ferry terminal. Please look now.')
    expect(mail?.text).toContain('3.2 km away, about 9 min by road')
    expect(mail?.text).toContain('5 people and 1 newsroom; nobody official yet. 3 to 20 hurt, as claimed')
    expect((await call.summary()).next).toEqual({
      kind: 'escalate',
      at: new Date(house.clock.now.getTime() + 3 * 60_000),
      people: expect.arrayContaining([expect.objectContaining({ name: 'Jonas Brandt' })]),
    })

    await house.advance({ minutes: 2 })
    expect((await call.summary()).counts.paged).toBe(1)
    await house.advance({ minutes: 1 })
    const escalated = await call.summary()
    expect(escalated.counts).toMatchObject({ paged: 3, answered: 0, waiting: 3 })
    expect(await linksTo('amal')).toHaveLength(2)
    expect(await linksTo('jonas')).toHaveLength(1)

    await answer('jonas', { answer: 'coming', minutes: '10' }, call)
    await house.settle()
    const answered = await call.summary()
    expect(answered).toMatchObject({ state: 'answered', next: null })
    expect(answered.pages.find((page) => page.state === 'coming')).toMatchObject({
      name: 'Jonas Brandt',
      minutes: 10,
      via: 'in-app',
    })
    await house.advance({ minutes: 30 })
    expect(await linksTo('amal')).toHaveLength(2)
    expect(await house.platform.db.read((reader) => house.rooms.paging.listWaiting(reader, house.people.amal))).toEqual(
      [],
    )
  })

  test('opened twice with one key, it pages once', async () => {
    const before = (await linksTo('amal')).length
    const first = await open({ subject: 'incident:twice' })
    const second = await open({ subject: 'incident:twice' })
    expect(second.callId).toBe(first.callId)
    await house.settle()
    expect(await linksTo('amal')).toHaveLength(before + 1)
  })

  test('rolled back, nobody is paged', async () => {
    const before = (await house.mailbox()).length
    await expect(
      house.platform.db.transaction(async (tx) => {
        await house.rooms.paging.openCall(tx, {
          key: 'rolled-back',
          subject: 'incident:rolled-back',
          exerciseId: null,
          message: { key: 'plain', values: { text: 'Never sent' } },
          mode: 'first-answer',
          steps: [{ people: [house.people.amal], afterMinutes: 1 }],
          openedBy: null,
        })
        throw new Error('the incident could not be saved')
      }),
    ).rejects.toThrow('could not be saved')
    await house.settle()
    expect(await house.mailbox()).toHaveLength(before)
  })

  test('Amal cannot: Jonas and Dr Osei are asked at once', async () => {
    const call = await open()
    await house.settle()
    await answer('amal', { answer: 'cannot' }, call)
    await house.settle()
    expect((await call.summary()).counts).toMatchObject({ paged: 3, cannot: 1 })
  })

  test('Amal said that she comes, then cannot: the asking goes on', async () => {
    const call = await open()
    await house.settle()
    await answer('amal', { answer: 'coming', minutes: '20' }, call)
    expect((await call.summary()).state).toBe('answered')
    await answer('amal', { answer: 'cannot' }, call)
    await house.settle()
    expect(await call.summary()).toMatchObject({ state: 'open', counts: { paged: 3 } })
  })

  test('nobody answers: all are reminded every two minutes, then it is said loudly; a late answer still counts', async () => {
    const call = await open()
    await house.settle()
    await house.advance({ minutes: 3 })
    await house.advance({ minutes: 5 })
    for (let reminder = 0; reminder < 4; reminder += 1) await house.advance({ minutes: 2 })
    const { next, pages } = await call.summary()
    expect(next?.kind).toBe('exhaust')
    expect(pages.map((page) => page.timesSent).toSorted()).toEqual([6, 6, 7])
    await house.advance({ minutes: 2 })
    const exhausted = await call.summary()
    expect(exhausted).toMatchObject({ state: 'exhausted', next: null, exhaustedAt: house.clock.now })
    const mails = (await house.mailbox()).length
    await house.advance({ hours: 1 })
    expect(await house.mailbox()).toHaveLength(mails)
    const [link = ''] = await linksTo('efua')
    expect(await (await house.as(null)).page(link)).toContain('Nobody has answered yet. Your answer still counts.')
    await answer('osei', { answer: 'seen' }, call)
    expect((await call.summary()).state).toBe('answered')
  })

  test('the server was away over two deadlines: it catches up one rung at a time, without paging anybody twice for one deadline', async () => {
    const call = await open()
    await house.settle()
    await house.advance({ minutes: 40 })
    const { counts, state } = await call.summary()
    expect({ paged: counts.paged, state }).toEqual({ paged: 3, state: 'open' })
  })

  test('the database’s clock runs ahead, so that the deadline’s job comes early: it waits, and does not come at once again and again', async () => {
    const call = await open()
    await house.settle()
    house.clock.now = new Date(house.clock.now.getTime() + 2 * 60_000)
    const job = house.rooms.paging.room.jobs.find(({ name }) => name === 'escalate-call')
    await job?.work({ callId: call.callId, tick: 1 })
    await house.settle()
    expect((await call.summary()).counts.paged).toBe(1)
    await house.advance({ minutes: 1 })
    expect((await call.summary()).counts.paged).toBe(3)
  })

  test('the server was away for two days: nobody is woken for what is long over, and the call says that nobody answered', async () => {
    const call = await open()
    const before = (await house.mailbox()).length
    house.clock.now = new Date(house.clock.now.getTime() + 48 * 3_600_000)
    await house.settle()
    expect(await house.mailbox()).toHaveLength(before)
    expect(await call.summary()).toMatchObject({ state: 'exhausted', counts: { paged: 1 } })
  })

  test('the deadline’s job comes twice: the second does nothing', async () => {
    const call = await open()
    await house.settle()
    house.clock.now = new Date(house.clock.now.getTime() + 3 * 60_000)
    const job = house.rooms.paging.room.jobs.find(({ name }) => name === 'escalate-call')
    await Promise.all([job?.work({ callId: call.callId, tick: 1 }), job?.work({ callId: call.callId, tick: 1 })])
    await house.settle()
    expect((await call.summary()).pages.map((page) => page.timesSent).toSorted()).toEqual([1, 1, 2])
  })
})

describe('who can come, and when', () => {
  test('Jonas comes and the others are still asked; with two it is enough, and a third may still say', async () => {
    const { amal, jonas, osei } = house.people
    const call = await open({
      mode: 'call-in',
      steps: [{ people: [amal, jonas, osei], afterMinutes: 4 }],
      enough: 2,
      openedBy: amal,
    })
    await house.settle()
    await answer('jonas', { answer: 'coming', minutes: '30' }, call)
    expect(await call.summary()).toMatchObject({ state: 'open', next: { kind: 'remind' } })
    await house.advance({ minutes: 4 })
    const reminded = await call.summary()
    expect(reminded.pages.find((page) => page.personId === osei)?.timesSent).toBe(2)
    expect(reminded.pages.find((page) => page.personId === jonas)?.timesSent).toBe(1)
    await answer('osei', { answer: 'coming', ownMinutes: '12' }, call)
    const enough = await call.summary()
    expect(enough).toMatchObject({ state: 'answered', counts: { coming: 2, waiting: 1 } })
    expect(enough.pages.filter((page) => page.state === 'coming').map((page) => page.name)).toEqual([
      'Dr Efua Osei',
      'Jonas Brandt',
    ])
    await answer('amal', { answer: 'coming', minutes: '5' }, call)
    expect((await call.summary()).counts.coming).toBe(3)
  })

  test('it ends: who is coming is told, who did not answer need not', async () => {
    const { jonas, osei } = house.people
    const call = await open({ mode: 'call-in', steps: [{ people: [jonas, osei], afterMinutes: 4 }] })
    await house.settle()
    await answer('jonas', { answer: 'coming', minutes: '30' }, call)
    const before = (await house.mailbox()).length
    const ended = await house.platform.db.transaction((tx) =>
      house.rooms.paging.endCall(tx, { id: call.callId }, 'stood-down'),
    )
    expect(ended).toBe(true)
    await house.settle()
    const news = (await house.mailbox()).slice(0, (await house.mailbox()).length - before)
    expect(news.map((mail) => [mail.to, mail.subject])).toEqual([
      ['jonas.brandt@harbourside.example', 'Over: Explosion reported, the ferry terminal. Please look now.'],
    ])
    expect(stateOf(await call.summary(), 'osei')).toBe('ended')
    await house.advance({ hours: 1 })
    expect((await call.summary()).pages.find((page) => page.personId === osei)?.timesSent).toBe(1)
    expect(
      await house.platform.db.transaction((tx) => house.rooms.paging.endCall(tx, { id: call.callId }, 'closed')),
    ).toBe(false)
  })
})

describe('exercises', () => {
  test('a drill says so first, and keeps to its own summary', async () => {
    const exerciseId = '0a8e7c1e-5a4b-4d0e-9a57-2f6d1f6f3a10'
    await open({ exerciseId, subject: 'incident:drill' })
    await house.settle()
    const [mail] = await house.mailbox()
    expect(mail?.subject).toMatch(/^DRILL: Explosion/)
    expect(mail?.text).toMatch(/^\*\*\* DRILL\./)
    const real = await house.platform.db.read((reader) => house.rooms.paging.summary(reader, { exerciseId: null }))
    expect(real.some((call) => call.subject === 'incident:drill')).toBe(false)
    const drill = await house.platform.db.read((reader) => house.rooms.paging.summary(reader, { exerciseId }))
    expect(drill.map((call) => call.subject)).toEqual(['incident:drill'])
    const [path = ''] = await linksTo('amal')
    expect(await (await house.as(null)).page(path)).toContain('DRILL')
  })
})
