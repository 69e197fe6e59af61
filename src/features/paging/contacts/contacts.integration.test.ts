import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '#app/test-house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const methodOf = (html: string, address: string) =>
  new RegExp(`${address}(?:(?!</tr>).)*?/me/contact/([0-9a-f-]{36})/test`, 's').exec(html)?.[1] ?? ''

async function newestLink(to: string): Promise<string> {
  const mail = (await house.mailbox()).find((each) => each.to === to)
  return /\/p\/[0-9a-f-]{36}\/[\w-]+/.exec(mail?.text ?? '')?.[0] ?? ''
}

describe('how I am reached', () => {
  test('a stranger is led to the sign-in, and Ida, who is never paged, finds nothing', async () => {
    const id = '0a8e7c1e-5a4b-4d0e-9a57-2f6d1f6f3a10'
    const stranger = await house.as(null)
    const ida = await house.as('ida')
    expect([303, 401]).toContain((await stranger.get('/me/contact')).status)
    expect((await ida.get('/me/contact')).status).toBe(404)
    for (const path of ['/me/contact', `/me/contact/${id}/test`, `/me/contact/${id}/up`, `/me/contact/${id}/remove`]) {
      expect([303, 401]).toContain((await stranger.post(path, { address: 'x@example.org' })).status)
      expect((await ida.post(path, { address: 'x@example.org' })).status).toBe(404)
    }
  })

  test('Jonas adds an address and proves it: only the link of the test page does', async () => {
    const jonas = await house.as('jonas')
    const added = await jonas.post('/me/contact', { address: ' Jonas.Night@Example.org ' })
    expect(added.headers.get('location')).toBe('/me/contact?done=added')
    const html = await jonas.page('/me/contact')
    expect(html).toContain('jonas.night@example.org')
    expect(html).toContain('Never tested')
    expect(html).toContain('This Salve has no mail server')
    const id = methodOf(html, 'jonas.night@example.org')

    await jonas.post(`/me/contact/${id}/test`)
    await house.settle()
    expect(await jonas.page('/me/contact')).toContain('Test page sent')
    const link = await newestLink('jonas.night@example.org')
    const phone = await house.as(null)
    const page = await phone.page(link)
    expect(page).toContain('Test page. Nothing has happened. Does this reach you?')
    const pageId = link.split('/')[2]
    expect((await jonas.post(`/pages/${pageId}`, { answer: 'seen' })).status).toBe(404)
    expect(await jonas.page('/me/contact')).toContain('Test page sent')

    await phone.post(link, { answer: 'cannot' })
    expect(await phone.page(link)).toContain('It works. Salve can wake you here.')
    expect(await jonas.page('/me/contact')).not.toContain('Test page sent')
    const reach = await house.platform.db.read((reader) =>
      house.rooms.paging.reachability(reader, [house.people.jonas]),
    )
    expect(reach).toMatchObject([{ reach: 'tested', testedAt: house.clock.now, methods: 2 }])
    const mails = (await house.mailbox()).length
    await house.advance({ minutes: 30 })
    expect(await house.mailbox()).toHaveLength(mails)
  })

  test('what is no address comes back with what was typed; one address is enough once', async () => {
    const jonas = await house.as('jonas')
    const wrong = await jonas.post('/me/contact', { address: 'jonas at night' })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toMatch(/There is a problem.*Write an e-mail address.*value="jonas at night"/s)
    const twice = await jonas.post('/me/contact', { address: 'JONAS.NIGHT@example.org' })
    expect(twice.status).toBe(422)
    expect(await twice.text()).toContain('You have this address already')
  })

  test('he puts it first, and takes the other away', async () => {
    const jonas = await house.as('jonas')
    const id = methodOf(await jonas.page('/me/contact'), 'jonas.night@example.org')
    await jonas.post(`/me/contact/${id}/up`)
    const html = await jonas.page('/me/contact')
    expect(html.indexOf('jonas.night@example.org')).toBeLessThan(html.indexOf('jonas.brandt@harbourside.example'))
    await jonas.post(`/me/contact/${methodOf(html, 'jonas.brandt@harbourside.example')}/remove`)
    expect(await jonas.page('/me/contact')).not.toContain('jonas.brandt@harbourside.example')
  })

  test('Dr Osei cannot test, raise or remove what is Jonas’s', async () => {
    const id = methodOf(await (await house.as('jonas')).page('/me/contact'), 'jonas.night@example.org')
    const osei = await house.as('osei')
    for (const act of ['test', 'up', 'remove']) expect((await osei.post(`/me/contact/${id}/${act}`)).status).toBe(404)
    expect(await (await house.as('jonas')).page('/me/contact')).toContain('jonas.night@example.org')
  })

  test('nobody can use test pages to flood an address', async () => {
    const osei = await house.as('osei')
    const id = methodOf(await osei.page('/me/contact'), 'efua.osei@harbourside.example')
    for (let times = 0; times < 5; times += 1) expect((await osei.post(`/me/contact/${id}/test`)).status).toBe(303)
    expect((await osei.post(`/me/contact/${id}/test`)).status).toBe(429)
  })
})

describe('who can be woken', () => {
  test('a stranger is led to the sign-in, and Jonas finds nothing', async () => {
    const stranger = await house.as(null)
    const jonas = await house.as('jonas')
    expect([303, 401]).toContain((await stranger.get('/settings/reachability')).status)
    expect([303, 401]).toContain((await stranger.post('/settings/reachability/test')).status)
    expect((await jonas.get('/settings/reachability')).status).toBe(404)
    expect((await jonas.post('/settings/reachability/test')).status).toBe(404)
  })

  test('Amal sees before the night who would perhaps not wake, sends test pages, and Dr Lindqvist answers hers', async () => {
    const amal = await house.as('amal')
    const before = await amal.page('/settings/reachability')
    expect(before).toMatch(/would perhaps not wake.*Dr Maja Lindqvist/s)
    expect(before).toMatch(/Test is old.*/s)
    expect(before).not.toContain('Ida')
    const sent = await amal.post('/settings/reachability/test')
    expect(sent.headers.get('location')).toMatch(/sent=[1-9]/)
    await house.settle()
    const again = await amal.post('/settings/reachability/test')
    expect(again.headers.get('location')).toBe('/settings/reachability?sent=0')
    await (await house.as(null)).post(await newestLink('maja.lindqvist@harbourside.example'), { answer: 'seen' })
    expect(await amal.page('/settings/reachability')).not.toMatch(/would perhaps not wake[^<]*<\/h2><p>[^<]*Lindqvist/)
  })

  test('the doctor says how many duty managers would not wake', async () => {
    expect(await house.rooms.paging.room.doctor?.()).toMatchObject([{ status: 'ok' }])
    await house.advance({ days: 200 })
    expect(await house.rooms.paging.room.doctor?.()).toMatchObject([
      { status: 'warn', said: expect.stringContaining('1 of 1') },
    ])
  })
})

describe('my own data', () => {
  test('Jonas takes his data along, and is forgotten: the addresses go, and who waits for him asks the next', async () => {
    const { jonas, osei } = house.people
    await house.platform.db.transaction((tx) =>
      house.rooms.paging.openCall(tx, {
        key: 'erasure',
        subject: 'incident:erasure',
        exerciseId: null,
        message: { key: 'plain', values: { text: 'Can you come?' } },
        mode: 'first-answer',
        steps: [
          { people: [jonas], afterMinutes: 60 },
          { people: [osei], afterMinutes: 60 },
        ],
        openedBy: null,
      }),
    )
    await house.settle()
    const data = house.rooms.paging.room.personalData
    if (!data) throw new Error('paging keeps personal data and must say so')
    const mine = await house.platform.db.read((reader) => data.export(reader, jonas))
    expect(mine).toMatchObject({ contactMethods: [{ address: 'jonas.night@example.org' }], pages: expect.any(Array) })
    await house.platform.db.transaction((tx) => data.erase(tx, jonas))
    await house.settle()
    expect(await house.platform.db.read((reader) => data.export(reader, jonas))).toMatchObject({ contactMethods: [] })
    const [call] = await house.platform.db.read((reader) =>
      house.rooms.paging.summary(reader, { subject: 'incident:erasure' }),
    )
    expect(call?.pages.map((page) => [page.personId, page.state])).toEqual([
      [osei, 'sent'],
      [jonas, 'ended'],
    ])
  })

  test('calls of exercises go after 90 days, real ones after seven years', async () => {
    const retention = house.rooms.paging.room.retention ?? []
    expect(retention.map(({ kind, days }) => [kind, days])).toEqual([
      ['exercise-calls', 90],
      ['calls', 2_555],
    ])
    const later = new Date(house.clock.now.getTime() + 1)
    const gone = await house.platform.db.transaction(async (tx) => [
      await retention[0]?.expire(tx, later),
      await retention[1]?.expire(tx, later),
    ])
    expect(gone[0]).toBe(0)
    expect(gone[1]).toBeGreaterThan(1)
  })
})
