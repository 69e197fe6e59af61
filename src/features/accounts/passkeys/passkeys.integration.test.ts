import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHouse, type Client, type TestHouse } from '#app/test-house.ts'
import { SoftAuthenticator } from './soft-authenticator.ts'

const ORIGIN = 'http://localhost:3080'
const JSON_HEADERS = { 'Content-Type': 'application/json', Accept: 'application/json' }

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

interface Answer {
  status: number
  body: {
    challengeId: string
    options: { challenge: string; user?: { name: string }; excludeCredentials?: unknown[] }
    to?: string
    message?: string
  }
}

async function send(client: Client, path: string, body: unknown): Promise<Answer> {
  const response = await client.postBody(path, JSON.stringify(body), JSON_HEADERS)
  return { status: response.status, body: (await response.json()) as Answer['body'] }
}

async function addPasskey(client: Client, device: SoftAuthenticator, name = ''): Promise<Answer> {
  const { body } = await send(client, '/me/passkeys/options', {})
  return send(client, '/me/passkeys', {
    challengeId: body.challengeId,
    name,
    response: device.register(body.options.challenge),
  })
}

async function signIn(client: Client, device: SoftAuthenticator, to?: string): Promise<Answer> {
  const { body } = await send(client, '/sign-in/passkey/options', {})
  return send(client, '/sign-in/passkey', {
    challengeId: body.challengeId,
    to,
    response: device.signIn(body.options.challenge),
  })
}

describe('a passkey', () => {
  const key = new SoftAuthenticator(ORIGIN)

  it('cannot be added by a stranger, who also sees nobody’s', async () => {
    const stranger = await house.as(null)
    expect((await stranger.get('/me/passkeys')).headers.get('Location')).toContain('/sign-in')
    expect((await send(stranger, '/me/passkeys/options', {})).status).toBe(401)
    expect((await send(stranger, '/me/passkeys', {})).status).toBe(401)
    expect((await stranger.post('/me/passkeys/x/remove')).status).toBe(401)
  })

  it('is added by Dr Osei, named after her device, and she is told by mail', async () => {
    const osei = await house.as('osei')
    const added = await addPasskey(osei, key, 'My phone')
    expect(added).toEqual({ status: 200, body: { to: '/me/passkeys' } })
    expect(await osei.page('/me/passkeys')).toContain('My phone')
    await house.settle()
    expect(
      (await house.mailbox()).some(({ to, subject }) => to.startsWith('efua') && subject.includes('passkey was added')),
    ).toBe(true)
  })

  it('is not added twice, and the browser is told which it has', async () => {
    const osei = await house.as('osei')
    const { body } = await send(osei, '/me/passkeys/options', {})
    expect(body.options.excludeCredentials).toHaveLength(1)
    expect((await addPasskey(osei, key)).status).toBe(422)
  })

  it('signs her in without her name, leading where she was going', async () => {
    const phone = await house.as(null)
    expect(await signIn(phone, key, '/me')).toEqual({ status: 200, body: { to: '/me' } })
    expect(await phone.page('/me')).toContain('Dr Efua Osei')
    expect((await signIn(await house.as(null), key, 'https://evil.example/')).body.to).toBe('/')
  })

  it('is refused when the device did not check who holds it', async () => {
    key.verifiesUser = false
    const phone = await house.as(null)
    expect((await signIn(phone, key)).status).toBe(422)
    expect(phone.cookies.size).toBe(0)
    key.verifiesUser = true
  })

  it('is refused when its counter goes back, as with a copied key', async () => {
    const before = key.counter
    key.counter = 0
    expect((await signIn(await house.as(null), key)).status).toBe(422)
    key.counter = before + 5
    expect((await signIn(await house.as(null), key)).status).toBe(200)
  })

  it('answers each question once, in time, and only its own', async () => {
    const phone = await house.as(null)
    const { body } = await send(phone, '/sign-in/passkey/options', {})
    const answer = { challengeId: body.challengeId, response: key.signIn(body.options.challenge) }
    expect((await send(phone, '/sign-in/passkey', answer)).status).toBe(200)
    expect((await send(await house.as(null), '/sign-in/passkey', answer)).body.message).toContain('too long')

    const late = (await send(phone, '/sign-in/passkey/options', {})).body
    await house.advance({ minutes: 6 })
    const response = key.signIn(late.options.challenge)
    expect(
      (await send(await house.as(null), '/sign-in/passkey', { challengeId: late.challengeId, response })).status,
    ).toBe(422)

    const other = (await send(phone, '/sign-in/passkey/options', {})).body
    const foreign = key.signIn(Buffer.alloc(32, 1).toString('base64url'))
    expect(
      (await send(await house.as(null), '/sign-in/passkey', { challengeId: other.challengeId, response: foreign }))
        .status,
    ).toBe(422)
  })

  it('made for another site is refused', async () => {
    const phished = new SoftAuthenticator('https://harbourside.evil.example')
    expect((await addPasskey(await house.as('osei'), phished)).status).toBe(422)
  })

  it('cannot be added with somebody else’s question', async () => {
    const [osei, jonas] = [await house.as('osei'), await house.as('jonas')]
    const { body } = await send(osei, '/me/passkeys/options', {})
    const device = new SoftAuthenticator(ORIGIN)
    const answer = { challengeId: body.challengeId, response: device.register(body.options.challenge) }
    expect((await send(jonas, '/me/passkeys', answer)).status).toBe(422)
  })

  it('is not understood from nonsense', async () => {
    const stranger = await house.as(null)
    for (const body of [{}, [], 'x', { challengeId: 'x' }, { challengeId: house.people.osei, response: { id: 7 } }]) {
      expect((await send(stranger, '/sign-in/passkey', body)).status).toBe(422)
    }
    expect((await signIn(stranger, new SoftAuthenticator(ORIGIN))).status).toBe(422)
  })

  it('is renamed and removed by its owner only', async () => {
    const [osei, jonas] = [await house.as('osei'), await house.as('jonas')]
    const path = `/me/passkeys/${key.id.toString('base64url')}`
    expect((await jonas.post(`${path}/name`, { name: 'Mine now' })).status).toBe(404)
    expect((await jonas.post(`${path}/remove`)).status).toBe(404)
    const unnamed = await osei.post(`${path}/name`, { name: ' ' })
    expect(unnamed.status).toBe(422)
    expect(await unnamed.text()).toContain('Give the passkey a name')
    expect((await osei.post(`${path}/name`, { name: 'Old <i>phone</i>' })).status).toBe(303)
    expect(await osei.page('/me/passkeys')).toContain('Old &lt;i&gt;phone&lt;/i&gt;')
    expect((await osei.post(`${path}/remove`)).status).toBe(303)
    expect((await signIn(await house.as(null), key)).status).toBe(422)
  })
})
