import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHouse, type TestHouse } from '#app/test-house.ts'
import { DEMO_PASSWORD } from '../people/demo.ts'

describe('signing in', () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openHouse()
  })
  afterAll(() => house.close())

  const amal = { email: 'Amal.Haddad@harbourside.example ', password: DEMO_PASSWORD }

  it('shows the form to a stranger, who is nobody yet', async () => {
    const stranger = await house.as(null)
    const page = await stranger.page('/sign-in')
    expect(page).toContain('name="password"')
    expect(page).toContain('Sign in as Amal Haddad, duty manager')
    expect(page).toContain('This is a demo')
    expect(stranger.cookies.size).toBe(0)
  })

  it('signs Amal in by password, however she writes her address, and leads back to where she was going', async () => {
    const amalsPhone = await house.as(null)
    const answer = await amalsPhone.post('/sign-in', { ...amal, to: '/me' })
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/me'])
    expect(answer.headers.getSetCookie().join()).toMatch(
      /salve_session=[\w-]{43}; Path=\/; Max-Age=7776000; SameSite=Lax; HttpOnly/,
    )
    expect(await (await amalsPhone.get('/sign-in')).status).toBe(303)
  })

  it('never leads to another site', async () => {
    for (const to of ['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)']) {
      const answer = await (await house.as(null)).post('/sign-in', { ...amal, to })
      expect(answer.headers.get('Location')).toBe('/')
    }
  })

  it('answers a wrong password and an unknown address in the same words, keeps the address, drops the password', async () => {
    const stranger = await house.as(null)
    const known = await stranger.post('/sign-in', {
      email: 'jonas.brandt@harbourside.example',
      password: 'not his password',
    })
    const unknown = await stranger.post('/sign-in', {
      email: 'nobody@harbourside.example',
      password: 'not his password',
    })
    expect([known.status, unknown.status]).toEqual([422, 422])
    const [first, second] = [await known.text(), await unknown.text()]
    expect(first.replaceAll('jonas.brandt', 'X')).toBe(second.replaceAll('nobody', 'X'))
    expect(first).toContain('value="jonas.brandt@harbourside.example"')
    expect(first).not.toContain('not his password')
    expect(first).toContain('There is a problem')
  })

  it('takes as long for an unknown address as for a known one', async () => {
    const stranger = await house.as(null)
    const time = async (email: string) => {
      const started = performance.now()
      await stranger.post('/sign-in', { email, password: 'something long and wrong' })
      return performance.now() - started
    }
    await time('warm-up@harbourside.example')
    const known = [await time('noor.rahman@harbourside.example'), await time('noor.rahman@harbourside.example')]
    const unknown = [await time('absent@harbourside.example'), await time('absent@harbourside.example')]
    expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...known) / 3)
  })

  it('stops guessing at one account after ten tries, in the same page', async () => {
    const stranger = await house.as(null)
    const guess = () =>
      stranger.post('/sign-in', { email: 'ruth.adeyemi@harbourside.example', password: 'wrong wrong wrong' })
    for (let tries = 0; tries < 10; tries += 1) expect((await guess()).status).toBe(422)
    const answer = await guess()
    expect(answer.status).toBe(429)
    expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0)
    expect(await answer.text()).toContain('Too many tries')
  })

  it('gives a new token at each sign-in and ends the old one', async () => {
    const phone = await house.as('jonas')
    const before = phone.cookies.get('salve_session') ?? ''
    await phone.post('/sign-in/demo', { person: house.people.jonas })
    expect(phone.cookies.get('salve_session')).not.toBe(before)
    const thief = await house.as(null)
    thief.cookies.set('salve_session', before)
    expect((await thief.get('/sign-in')).status).toBe(200)
  })

  it('signs out: the cookie goes and its copy is worth nothing', async () => {
    const phone = await house.as('ida')
    const copy = phone.cookies.get('salve_session') ?? ''
    expect((await phone.post('/sign-out')).status).toBe(303)
    expect(phone.cookies.has('salve_session')).toBe(false)
    const thief = await house.as(null)
    thief.cookies.set('salve_session', copy)
    expect((await thief.get('/sign-in')).status).toBe(200)
  })

  it('asks who is there in one query', async () => {
    const phone = await house.as('jonas')
    await phone.get('/sign-in')
    house.sql()
    await phone.get('/sign-in')
    expect(house.sql().filter((sql) => sql.includes('"session"'))).toHaveLength(1)
  })

  it('records the sign-in and the failure, and nothing that was typed', async () => {
    const entries = await house.platform.db.read((reader) => house.platform.ledger.list(reader, 'accounts'))
    expect(entries.some(({ kind, actorId }) => kind === 'sign-in.succeeded' && actorId === house.people.amal)).toBe(
      true,
    )
    expect(entries.some(({ kind, body }) => kind === 'sign-in.failed' && body['personId'] === house.people.jonas)).toBe(
      true,
    )
    expect(JSON.stringify(entries)).not.toMatch(/@|wrong|not his/)
  })
})

describe('a house that is no demo', () => {
  it('has no one-tap sign-in', async () => {
    const house = await openHouse({ isDemo: false })
    await house.seedDemo()
    const stranger = await house.as(null)
    const [sam] = await house.platform.db.read((reader) => house.rooms.accounts.peopleWithRole(reader, 'administrator'))
    expect((await stranger.post('/sign-in/demo', { person: sam?.id ?? '' })).status).toBe(404)
    expect(await stranger.page('/sign-in')).not.toContain('demo')
    await house.close()
  })
})
