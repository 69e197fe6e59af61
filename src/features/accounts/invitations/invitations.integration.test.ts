import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHouse, type Client, type TestHouse } from '#app/test-house.ts'

let house: TestHouse
let sam: Client
beforeAll(async () => {
  house = await openHouse()
  sam = await house.as('sam')
})
afterAll(() => house.close())

const lena = { name: 'Lena Ortiz', email: 'lena.ortiz@harbourside.example', locale: 'es', 'roles[]': ['staff'] }

async function linkFor(email: string): Promise<string> {
  await house.settle()
  const message = (await house.mailbox()).find((mail) => mail.to === email)
  return message?.text.match(/http:\/\/localhost:3080(\/invitations\S+)/)?.[1] ?? ''
}

describe('inviting', () => {
  it('is for administrators only', async () => {
    const stranger = await house.as(null)
    expect((await stranger.get('/settings/invitations')).headers.get('Location')).toContain('/sign-in')
    expect((await stranger.post('/settings/invitations', lena)).status).toBe(401)
    const jonas = await house.as('jonas')
    expect((await jonas.get('/settings/invitations')).status).toBe(404)
    expect((await jonas.post('/settings/invitations', lena)).status).toBe(404)
  })

  it('needs a name, an address and a role, and keeps what was typed', async () => {
    const answer = await sam.post('/settings/invitations', { name: 'Lena <b>Ortiz', email: 'nowhere', locale: 'es' })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('value="Lena &lt;b&gt;Ortiz"')
    expect(page).toContain('Choose at least one role')
  })

  it('refuses somebody who is here already', async () => {
    const answer = await sam.post('/settings/invitations', { ...lena, email: 'Ida.Sorensen@harbourside.example' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('This address has an account already')
  })

  it('sends Lena a link in Spanish, which Sam can copy because mail is kept', async () => {
    expect((await sam.post('/settings/invitations', lena)).status).toBe(303)
    const path = await linkFor(lena.email)
    expect((await house.mailbox()).find(({ to }) => to === lena.email)?.subject).toBe(
      'Le invitan a Harbourside General',
    )
    expect(await sam.page('/settings/invitations')).toContain(path)
  })
})

describe('joining', () => {
  it('finds nothing with a guessed secret', async () => {
    const path = await linkFor(lena.email)
    const stranger = await house.as(null)
    expect((await stranger.get(path.replace(/[^/]+$/, 'AAAAAAAAAAAAAAAAAAAAAAAA'))).status).toBe(404)
    expect((await stranger.get('/invitations/x/y')).status).toBe(404)
  })

  it('asks Lena for a good password and keeps the rest of what she typed', async () => {
    const phone = await house.as(null)
    const path = await linkFor(lena.email)
    expect(await phone.page(path)).toContain('Lena Ortiz')
    const answer = await phone.post(path, { name: 'Lena Ortiz Vega', locale: 'es', password: 'password1234' })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('value="Lena Ortiz Vega"')
    expect(page).not.toContain('password1234')
    const own = await phone.post(path, { name: 'Lena Ortiz Vega', locale: 'es', password: 'lena ortiz vega' })
    expect(own.status).toBe(422)
  })

  it('makes her an account with the roles of the invitation, once', async () => {
    const phone = await house.as(null)
    const path = await linkFor(lena.email)
    const answer = await phone.post(path, { name: 'Lena Ortiz', locale: 'es', password: 'seven lanterns glow' })
    expect(answer.status).toBe(303)
    expect(await phone.page('/me')).toContain('Mi cuenta')
    expect((await phone.get('/settings')).status).toBe(404)
    expect((await (await house.as(null)).get(path)).status).toBe(410)
    const again = await (
      await house.as(null)
    ).post(path, { name: 'Thief', locale: 'en', password: 'seven lanterns glow' })
    expect(again.status).toBe(410)
    const staff = await house.platform.db.read((reader) => house.rooms.accounts.peopleWithRole(reader, 'staff'))
    expect(staff.map(({ name }) => name)).toContain('Lena Ortiz')
  })
})

describe('an invitation that ends', () => {
  it('was taken back by Sam', async () => {
    await sam.post('/settings/invitations', { ...lena, name: 'Omar Diallo', email: 'omar@harbourside.example' })
    const path = await linkFor('omar@harbourside.example')
    const id = path.split('/')[2]
    expect((await sam.post(`/settings/invitations/${id}/revoke`)).status).toBe(303)
    const answer = await (await house.as(null)).get(path)
    expect(answer.status).toBe(410)
    expect(await sam.page('/settings/invitations')).not.toContain('Omar')
  })

  it('was replaced by a newer one', async () => {
    const invitation = { ...lena, name: 'Grace Kim', email: 'grace@harbourside.example' }
    await sam.post('/settings/invitations', invitation)
    const older = await linkFor(invitation.email)
    await sam.post('/settings/invitations', invitation)
    const newer = await linkFor(invitation.email)
    expect(newer).not.toBe(older)
    expect((await (await house.as(null)).get(older)).status).toBe(410)
    expect((await (await house.as(null)).get(newer)).status).toBe(200)
  })

  it('is older than seven days', async () => {
    const path = await linkFor('grace@harbourside.example')
    await house.advance({ days: 7, minutes: 1 })
    expect((await (await house.as(null)).get(path)).status).toBe(410)
  })
})
