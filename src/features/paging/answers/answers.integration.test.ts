import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '#app/test-house.ts'
import type { CallSummary } from '../index.ts'

let house: TestHouse
let calls = 0
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

/** Dr Osei and Jonas are asked whether they can come; the link in Dr Osei's mail. */
async function callIn(): Promise<{ callId: string; link: string; pageId: string; summary(): Promise<CallSummary> }> {
  calls += 1
  const subject = `incident:answers-${calls}`
  const { amal, jonas, osei } = house.people
  const callId = await house.platform.db.transaction((tx) =>
    house.rooms.paging.openCall(tx, {
      key: subject,
      subject,
      exerciseId: null,
      message: { key: 'incident-confirmed', values: { kind: 'explosion', place: 'the ferry <b>terminal</b>' } },
      facts: {
        distanceKm: 3.2,
        evidence: 6,
        sources: { people: 5, newsrooms: 1, officials: 0 },
        confirmedBy: { personId: amal, at: '2026-11-21T14:59:00Z' },
      },
      mode: 'call-in',
      steps: [{ people: [osei, jonas], afterMinutes: 4 }],
      openedBy: amal,
    }),
  )
  await house.settle()
  const summary = async () =>
    (await house.platform.db.read((reader) => house.rooms.paging.summary(reader, { subject })))[0] as CallSummary
  const pageId = (await summary()).pages.find((page) => page.personId === osei)?.pageId ?? ''
  const mail = (await house.mailbox()).find((each) => each.to.startsWith('efua'))
  return { callId, pageId, link: /\/p\/[0-9a-f-]{36}\/[\w-]+/.exec(mail?.text ?? '')?.[0] ?? '', summary }
}

const oseis = (summary: CallSummary) => summary.pages.find((page) => page.personId === house.people.osei)

describe('the link in a message', () => {
  test('a stranger with a wrong token finds nothing, nor with a right one for another page', async () => {
    const first = await callIn()
    const second = await callIn()
    const stranger = await house.as(null)
    const wrong = `/p/${first.pageId}/${second.link.split('/')[3]}`
    expect((await stranger.get(wrong)).status).toBe(404)
    expect((await stranger.post(wrong, { answer: 'cannot' })).status).toBe(404)
    expect((await stranger.get(`/p/not-a-page/x`)).status).toBe(404)
    expect(oseis(await first.summary())?.answer).toBeNull()
  })

  test('who guesses tokens is slowed down, and Dr Osei is not locked out by it', async () => {
    const { link, pageId } = await callIn()
    const stranger = await house.as(null)
    for (let guess = 0; guess < 20; guess += 1)
      expect((await stranger.get(`/p/${pageId}/guess-${guess}`)).status).toBe(404)
    expect((await stranger.get(`/p/${pageId}/guess-21`)).status).toBe(429)
    expect((await stranger.get(link)).status).toBe(200)
  })

  test('opening it answers nothing, however often a mail scanner does', async () => {
    const { link, summary } = await callIn()
    const scanner = await house.as(null)
    const html = await scanner.page(link)
    await scanner.page(link)
    expect(oseis(await summary())?.answer).toBeNull()
    expect(html).toContain('Explosion at the ferry &lt;b&gt;terminal&lt;/b&gt;. Can you come?')
    expect(html).toContain('3.2 km away')
    expect(html).toContain('6 posts count as evidence')
    expect(html).toContain('5 people and 1 newsroom; nobody official yet')
    expect(html).toContain('Amal Haddad confirmed it at')
    expect(html).toContain('No answer? Salve asks you again at')
    expect(html).toContain(`href="/watch/incidents/${(await summary()).subject.split(':')[1]}"`)
  })

  test('Dr Osei taps once, without signing in: she comes in 20 minutes; then it takes longer', async () => {
    const { link, summary } = await callIn()
    const phone = await house.as(null)
    const answered = await phone.post(link, { answer: 'coming', minutes: '20', ownMinutes: '' })
    expect(answered.status).toBe(303)
    expect(answered.headers.get('location')).toBe(`${link}?thanks`)
    expect(oseis(await summary())).toMatchObject({
      state: 'coming',
      minutes: 20,
      via: 'link',
      eta: new Date(house.clock.now.getTime() + 20 * 60_000),
    })
    const thanks = await phone.page(`${link}?thanks`)
    expect(thanks).toContain('You are coming, here at about')
    expect(thanks).toContain('So far 1 coming, 0 cannot, 1 not answered.')
    expect(thanks).not.toContain('Jonas')

    await phone.post(link, { answer: 'coming', minutes: '20', ownMinutes: '35' })
    expect(oseis(await summary())?.minutes).toBe(35)
    await phone.post(link, { answer: 'cannot' })
    expect(oseis(await summary())).toMatchObject({ state: 'cannot', minutes: null, eta: null })
  })

  test('minutes that are none: 422, the same page, what was typed', async () => {
    const { link, summary } = await callIn()
    const phone = await house.as(null)
    for (const ownMinutes of ['soon', '0', '100000', '-5', '1e2']) {
      const response = await phone.post(link, { answer: 'coming', minutes: '20', ownMinutes })
      expect(response.status).toBe(422)
      const html = await response.text()
      expect(html).toContain('Choose the minutes, or write a number from 1 to 600')
      expect(html).toContain(`value="${ownMinutes}"`)
    }
    expect((await phone.post(link, { answer: 'maybe' })).status).toBe(422)
    expect((await phone.post(link, {})).status).toBe(422)
    expect(oseis(await summary())?.answer).toBeNull()
  })

  test('another site cannot answer for her', async () => {
    const { link, summary } = await callIn()
    const response = await (
      await house.as(null)
    ).post(link, { answer: 'cannot' }, { Origin: 'https://elsewhere.example' })
    expect(response.status).toBe(403)
    expect(oseis(await summary())?.answer).toBeNull()
  })

  test('after the end it says so; twelve hours later the link has ended, friendly', async () => {
    const { callId, link, summary } = await callIn()
    const phone = await house.as(null)
    await phone.post(link, { answer: 'coming', minutes: '10' })
    await house.platform.db.transaction((tx) => house.rooms.paging.endCall(tx, { id: callId }, 'stood-down'))
    const over = await phone.page(link)
    expect(over).toContain('This call is over. You need not come.')
    expect(over).not.toContain('<form method="post" action="/p/')
    expect((await phone.post(link, { answer: 'cannot' })).status).toBe(303)
    expect(oseis(await summary())?.state).toBe('coming')
    await house.advance({ hours: 12 })
    const gone = await phone.get(link)
    expect(gone.status).toBe(410)
    expect(await gone.text()).toContain('This link has ended')
  })

  test('the token is nowhere in the database', async () => {
    const { link, pageId } = await callIn()
    const token = link.split('/')[3] ?? ''
    expect(house.platform.keys.isLinkToken('page', pageId, token)).toBe(true)
    const stored = await house.platform.db.read((reader) => house.rooms.paging.summary(reader, { exerciseId: null }))
    expect(JSON.stringify(stored)).not.toContain(token)
  })
})

describe('signed in', () => {
  test('a stranger is led to the sign-in', async () => {
    const stranger = await house.as(null)
    const { pageId } = await callIn()
    for (const path of ['/pages', '/pages/stream', `/pages/${pageId}`]) {
      const response = await stranger.get(path)
      expect([303, 401]).toContain(response.status)
    }
    expect([303, 401]).toContain((await stranger.post(`/pages/${pageId}`, { answer: 'seen' })).status)
  })

  test('Dr Osei sees her page and answers; Jonas cannot see hers, and Ida has none', async () => {
    const { pageId, summary } = await callIn()
    const osei = await house.as('osei')
    expect(await osei.page('/pages')).toContain(`href="/pages/${pageId}"`)
    expect((await (await house.as('jonas')).get(`/pages/${pageId}`)).status).toBe(404)
    expect((await (await house.as('jonas')).post(`/pages/${pageId}`, { answer: 'cannot' })).status).toBe(404)
    expect(await (await house.as('ida')).page('/pages')).toContain('No page waits for you')
    expect((await osei.post(`/pages/${pageId}`, { answer: 'seen' })).headers.get('location')).toBe(
      `/pages/${pageId}?thanks`,
    )
    expect(oseis(await summary())).toMatchObject({ state: 'seen', via: 'in-app' })
    expect(
      (await house.platform.db.read((reader) => house.rooms.paging.listWaiting(reader, house.people.osei))).some(
        (page) => page.pageId === pageId,
      ),
    ).toBe(false)
  })

  test('Amal writes down what Dr Osei said by phone', async () => {
    const { pageId, summary } = await callIn()
    const amal = await house.as('amal')
    expect(await amal.page(`/pages/${pageId}`)).toContain('Write down what Dr Efua Osei told you')
    await amal.post(`/pages/${pageId}`, { answer: 'coming', minutes: '45' })
    expect(oseis(await summary())).toMatchObject({ state: 'coming', minutes: 45, via: 'on-behalf' })
  })

  test('the stream sends the list anew when a page comes', async () => {
    const osei = await house.as('osei')
    const before = await house.platform.realtime.version(`person:${house.people.osei}`)
    const { pageId } = await callIn()
    const response = await osei.get(`/pages/stream?since=${before}`)
    const reader = response.body?.getReader()
    const { value } = (await reader?.read()) ?? {}
    await reader?.cancel()
    expect(new TextDecoder().decode(value)).toContain(pageId)
  })
})

describe('languages', () => {
  test('the link speaks the language of who was paged, the window that of who looks', async () => {
    const { link } = await callIn()
    const phone = await (await house.as(null)).get(link, { 'Accept-Language': 'es' })
    expect(await phone.text()).toMatch(/<html lang="en".*Can you come\?/s)
    const osei = await house.as('osei')
    osei.cookies.set('lang', 'es')
    const own = await osei.page('/pages')
    expect(own).toContain('Esperan su respuesta')
    expect(own).toContain('Explosión en the ferry')
    expect(own).toContain('Sin conexión en vivo desde las {time}')
  })
})
