import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHouse, type Client, type TestHouse } from '#app/test-house.ts'
import { DEMO_PASSWORD } from '../people/demo.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

async function signedInByPassword(email: string, password = DEMO_PASSWORD, userAgent = ''): Promise<Client> {
  const client = await house.as(null)
  const answer = await client.post('/sign-in', { email, password }, { 'User-Agent': userAgent })
  if (answer.status !== 303) throw new Error(`${email} could not sign in: ${answer.status}`)
  return client
}

describe('my account', () => {
  it('is nobody’s without a session', async () => {
    const stranger = await house.as(null)
    for (const path of [
      '/me',
      '/me/email',
      '/me/password',
      '/me/passkeys',
      '/me/sessions',
      '/me/consents',
      '/me/data',
    ]) {
      expect([path, (await stranger.get(path)).headers.get('Location')]).toEqual([
        path,
        `/sign-in?to=${encodeURIComponent(path)}`,
      ])
    }
    for (const path of [
      '/me',
      '/me/email',
      '/me/password',
      '/me/sessions/everywhere',
      '/me/consents',
      '/me/export',
      '/me/erase',
    ]) {
      expect([path, (await stranger.post(path, { sure: 'yes' })).status]).toEqual([path, 401])
    }
  })

  it('takes a new name and language, and keeps what was typed wrong', async () => {
    const tomasz = await house.as('tomasz')
    const empty = await tomasz.post('/me', { name: '  ', locale: 'es' })
    expect(empty.status).toBe(422)
    expect((await tomasz.post('/me', { name: 'Tomasz "Tomek" <Wilk>', locale: 'es' })).status).toBe(303)
    const page = await tomasz.page('/me')
    expect(page).toContain('Tomasz &quot;Tomek&quot; &lt;Wilk&gt;')
    expect(page).toContain('Mi cuenta')
  })
})

describe('a new password', () => {
  it('wants the present one, ends the other sessions, leaves this one, and is told by mail', async () => {
    const [here, there] = [
      await signedInByPassword('noor.rahman@harbourside.example'),
      await signedInByPassword('noor.rahman@harbourside.example'),
    ]
    const wrong = await here.post('/me/password', { current: 'not it at all', password: 'copper kettle singing' })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('This is not your present password')
    const weak = await here.post('/me/password', { current: DEMO_PASSWORD, password: 'passwordpassword' })
    expect(await weak.text()).toContain('Many people use this password')
    expect(
      (await here.post('/me/password', { current: DEMO_PASSWORD, password: 'copper kettle singing' })).status,
    ).toBe(303)
    expect((await here.get('/me')).status).toBe(200)
    expect((await there.get('/me')).status).toBe(303)
    await signedInByPassword('noor.rahman@harbourside.example', 'copper kettle singing')
    await expect(signedInByPassword('noor.rahman@harbourside.example')).rejects.toThrow('422')
    await house.settle()
    expect(
      (await house.mailbox()).some(({ to, subject }) => to.startsWith('noor') && subject.includes('password')),
    ).toBe(true)
  })
})

describe('a new address', () => {
  it('counts once Ida has used the link sent to it; the old one is told', async () => {
    const ida = await signedInByPassword('ida.sorensen@harbourside.example')
    const form = { email: 'Ida@new.example', current: DEMO_PASSWORD }
    expect((await ida.post('/me/email', { ...form, current: 'wrong wrong wrong' })).status).toBe(422)
    expect((await ida.post('/me/email', form)).status).toBe(303)
    await house.settle()
    const path =
      (await house.mailbox())
        .find(({ to }) => to === 'ida@new.example')
        ?.text.match(/http:\/\/localhost:3080(\S+)/)?.[1] ?? ''
    await signedInByPassword('ida.sorensen@harbourside.example')
    const elsewhere = await house.as(null)
    expect(await elsewhere.page(path)).toContain('ida@new.example')
    await signedInByPassword('ida.sorensen@harbourside.example')
    expect((await elsewhere.post(path)).status).toBe(303)
    await signedInByPassword('ida@new.example')
    await expect(signedInByPassword('ida.sorensen@harbourside.example')).rejects.toThrow('422')
    await house.settle()
    const toOld = (await house.mailbox()).find(({ to }) => to === 'ida.sorensen@harbourside.example')
    expect(toOld?.subject).toContain('was changed')
    expect((await elsewhere.post(path)).status).toBe(410)
    expect((await elsewhere.get(path.replace(/[^/]+$/, 'AAAAAAAAAAAAAAAAAAAAAAAA'))).status).toBe(404)
  })

  it('that belongs to somebody else is not told and not taken', async () => {
    const tomasz = await signedInByPassword('tomasz.wilk@harbourside.example')
    const before = (await house.mailbox()).length
    const answer = await tomasz.post('/me/email', { email: 'sam.whitlock@harbourside.example', current: DEMO_PASSWORD })
    expect(answer.headers.get('Location')).toBe('/me/email?sent')
    await house.settle()
    expect(await house.mailbox()).toHaveLength(before)
  })
})

describe('sessions', () => {
  const android = 'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/142.0.0.0 Mobile Safari/537.36'

  it('are listed by device, and one of them can be ended', async () => {
    const here = await signedInByPassword('maja.lindqvist@harbourside.example')
    const phone = await signedInByPassword('maja.lindqvist@harbourside.example', DEMO_PASSWORD, android)
    const page = await here.page('/me/sessions')
    expect(page).toContain('Chrome, Android')
    expect(page).toContain('This device')
    expect(page).not.toContain('Chrome/142')
    const id = page.match(/\/me\/sessions\/([0-9a-f-]{36})\/end/)?.[1] ?? ''
    const jonas = await house.as('jonas')
    expect((await jonas.post(`/me/sessions/${id}/end`)).status).toBe(404)
    expect((await here.post(`/me/sessions/${id}/end`)).status).toBe(303)
    expect((await phone.get('/me')).status).toBe(303)
    expect((await here.get('/me')).status).toBe(200)
    expect((await here.post('/me/sessions/nonsense/end')).status).toBe(404)
  })

  it('all end but this one, and open streams of the others are told', async () => {
    const [here, there] = [await house.as('lindqvist'), await house.as('lindqvist')]
    const channel = house.rooms.accounts.sessionsChannel(house.people.lindqvist)
    const before = await house.platform.realtime.version(channel)
    expect((await here.post('/me/sessions/everywhere')).status).toBe(303)
    expect((await there.get('/me')).status).toBe(303)
    expect((await here.get('/me')).status).toBe(200)
    expect(await house.platform.realtime.version(channel)).toBe(before + 1)
  })

  it('of Amal, who works here, end after twelve idle hours; of Tomasz after two weeks', async () => {
    const [amal, tomasz] = [await house.as('amal'), await house.as('tomasz')]
    await house.advance({ hours: 11 })
    expect((await amal.get('/me')).status).toBe(200)
    await house.advance({ hours: 11 })
    expect((await amal.get('/me')).status).toBe(200)
    await house.advance({ hours: 12 })
    expect((await amal.get('/me')).status).toBe(303)
    await house.advance({ days: 12 })
    expect((await tomasz.get('/me')).status).toBe(200)
    await house.advance({ days: 14 })
    expect((await tomasz.get('/me')).status).toBe(303)
  })

  it('end after ninety days however busy', async () => {
    const tomasz = await house.as('tomasz')
    for (let weeks = 0; weeks < 12; weeks += 1) {
      await house.advance({ days: 7 })
      expect((await tomasz.get('/me')).status).toBe(200)
    }
    await house.advance({ days: 7 })
    expect((await tomasz.get('/me')).status).toBe(303)
  })
})

describe('consents', () => {
  it('are given and taken back one by one, each with its text’s version and time', async () => {
    const tomasz = await house.as('tomasz')
    expect((await tomasz.post('/me/consents', { purpose: 'news-by-mail', answer: 'yes' })).status).toBe(303)
    expect((await tomasz.post('/me/consents', { purpose: 'news-by-mail', answer: 'yes' })).status).toBe(303)
    await tomasz.post('/me/consents', { purpose: 'news-by-mail', answer: 'no' })
    expect((await tomasz.post('/me/consents', { purpose: 'sell-my-data', answer: 'yes' })).status).toBe(422)
    const { listConsentsOf } = await import('../consents/store.ts')
    const consents = await house.platform.db.read((reader) => listConsentsOf(reader, house.people.tomasz))
    expect(consents.map(({ purpose }) => purpose)).toEqual(['news-by-mail', 'news-by-mail'])
    expect(consents.every(({ withdrawnAt }) => withdrawnAt !== null)).toBe(true)
    expect(consents[0]?.textVersion).toBe('2026-11-22')
  })
})

describe('language and colours', () => {
  it('are for strangers too, and lead back', async () => {
    const stranger = await house.as(null)
    expect((await stranger.post('/language', { lang: 'es', back: '/sign-in' })).headers.get('Location')).toBe(
      '/sign-in',
    )
    expect(await stranger.page('/sign-in')).toContain('<html lang="es"')
    await stranger.post('/theme', { theme: 'dark', back: '/' })
    expect(await stranger.page('/sign-in')).toContain('data-theme="dark"')
    await stranger.post('/theme', { theme: 'system' })
    expect(stranger.cookies.has('theme')).toBe(false)
    expect(
      (await stranger.post('/language', { lang: 'tlh', back: 'https://evil.example' })).headers.get('Location'),
    ).toBe('/')
    expect(stranger.cookies.get('lang')).toBe('es')
  })

  it('are kept in the account for mail, and come along to another device', async () => {
    const jonas = await house.as('jonas')
    await jonas.post('/language', { lang: 'es' })
    const phone = await house.as('jonas')
    expect(phone.cookies.get('lang')).toBe('es')
  })

  it('stay as chosen at the sign-in page, and go with the sign-out', async () => {
    const computer = await house.as(null)
    await computer.post('/language', { lang: 'es' })
    await computer.post('/sign-in/demo', { person: house.people.ruth })
    expect(await computer.page('/me')).toContain('<html lang="es"')
    await computer.post('/sign-out')
    expect(computer.cookies.size).toBe(0)
    await computer.post('/sign-in/demo', { person: house.people.ruth })
    expect(await computer.page('/me')).toContain('<html lang="en"')
  })
})
