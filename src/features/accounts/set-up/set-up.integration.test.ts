import { afterEach, describe, expect, it } from 'vitest'
import { openHouse, type TestHouse } from '#app/test-house.ts'

let house: TestHouse
afterEach(() => house.close())

const sam = {
  organisation: 'St Brendan’s',
  country: 'ES',
  zone: 'Europe/Madrid',
  language: 'es',
  'languages[]': ['en', 'es'],
  name: 'Sam Whitlock',
  email: 'Sam@stbrendans.example',
  password: 'three gulls and a kite',
}
const code = async () => (await house.rooms.accounts.setUpCode()) ?? ''

describe('a new house', () => {
  it('leads every page to the set-up, and its door opens with the printed code only', async () => {
    house = await openHouse({ isDemo: false })
    const stranger = await house.as(null)
    for (const path of ['/', '/sign-in', '/settings', '/me', '/nowhere']) {
      const answer = await stranger.get(path)
      expect([path, answer.status, answer.headers.get('Location')]).toEqual([path, 303, '/set-up'])
    }
    expect(await stranger.page('/set-up')).toContain('Set-up code')
    const guess = await stranger.post('/set-up', { ...sam, code: 'aaaa-bbbb-cccc-dddd' })
    expect(guess.status).toBe(422)
    const page = await guess.text()
    expect(page).toContain('This is not the code')
    expect(page).toContain('value="St Brendan’s"')
    expect(page).not.toContain(sam.password)
    expect(stranger.cookies.has('salve_session')).toBe(false)
  })

  it('becomes Sam’s, with what Salve knows of his country', async () => {
    house = await openHouse({ isDemo: false })
    const computer = await house.as(null)
    const answer = await computer.post('/set-up', { ...sam, code: await code() })
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/settings'])
    expect(await computer.page('/settings/people')).toContain('sam@stbrendans.example')
    const organisation = await house.rooms.accounts.organisation()
    expect(organisation).toMatchObject({
      name: 'St Brendan’s',
      zone: 'Europe/Madrid',
      languages: ['es', 'en'],
      emergencyNumber: '112',
    })
    expect(organisation.crisisLines[0]?.contact).toBe('024')
    expect(await house.rooms.accounts.setUpCode()).toBeUndefined()
  })

  it('is set up once: not again with the code, not by two at the same time', async () => {
    house = await openHouse({ isDemo: false })
    const printed = await code()
    const [one, two] = [await house.as(null), await house.as(null)]
    const answers = await Promise.all([
      one.post('/set-up', { ...sam, code: printed }),
      two.post('/set-up', { ...sam, email: 'stranger@evil.example', code: printed }),
    ])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409])
    const late = await house.as(null)
    expect((await late.get('/set-up')).headers.get('Location')).toBe('/')
    expect((await late.post('/set-up', { ...sam, email: 'late@evil.example', code: printed })).status).toBe(409)
  })

  it('takes no weak password, no country and no zone that do not exist', async () => {
    house = await openHouse({ isDemo: false })
    const stranger = await house.as(null)
    const answer = await stranger.post('/set-up', {
      ...sam,
      code: await code(),
      country: 'XX',
      zone: 'Mars/Olympus',
      password: 'Sam Whitlock',
    })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    for (const said of ['Choose a country', 'Choose a time zone']) expect(page).toContain(said)
    const own = await stranger.post('/set-up', { ...sam, code: await code(), password: 'Sam Whitlock' })
    expect(await own.text()).toContain('not your name or address')
  })

  it('does not let the code be guessed', async () => {
    house = await openHouse({ isDemo: false })
    const stranger = await house.as(null)
    let status = 0
    for (let tries = 0; tries < 31; tries += 1)
      status = (await stranger.post('/set-up', { ...sam, code: `aaaa-bbbb-cccc-${tries}` })).status
    expect(status).toBe(429)
  })
})

describe('a house with people', () => {
  it('does not show the set-up', async () => {
    house = await openHouse()
    const stranger = await house.as(null)
    expect((await stranger.get('/set-up')).headers.get('Location')).toBe('/')
    expect((await stranger.post('/set-up', { ...sam, code: 'aaaa' })).status).toBe(409)
  })
})
