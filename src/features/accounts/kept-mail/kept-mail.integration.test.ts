import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHouse, type Client, type TestHouse } from '#app/test-house.ts'

let house: TestHouse
let sam: Client
beforeAll(async () => {
  house = await openHouse()
  sam = await house.as('sam')
})
afterAll(() => house.close())

describe('kept mail', () => {
  it('is for administrators only', async () => {
    const stranger = await house.as(null)
    expect((await stranger.get('/settings/mail')).headers.get('Location')).toContain('/sign-in')
    expect((await stranger.post('/settings/mail/test')).status).toBe(401)
    expect((await (await house.as('amal')).get('/settings/mail')).status).toBe(404)
    expect((await (await house.as('amal')).get('/settings/mail/1')).status).toBe(404)
    expect((await (await house.as('amal')).post('/settings/mail/test')).status).toBe(404)
  })

  it('says what to do when no server is set up, and that there is nothing yet', async () => {
    const page = await sam.page('/settings/mail')
    expect(page).toContain('Mail is kept here')
    expect(page).toContain('SMTP_URL')
    expect(page).toContain('No kept messages')
  })

  it('shows the test message that Sam sent to himself', async () => {
    expect((await sam.post('/settings/mail/test')).headers.get('Location')).toBe('/settings/mail?sent')
    await house.settle()
    expect(await sam.page('/settings/mail')).toContain('A test message from Harbourside General')
  })

  it('opens as text with the link to copy, hostile names escaped, and the reading is recorded', async () => {
    await (await house.as('ida')).post('/me', { name: '<script>alert(1)</script>', locale: 'en' })
    await (await house.as(null)).post('/sign-in/link', { email: 'ida.sorensen@harbourside.example' })
    await house.settle()
    const [newest] = await house.mailbox()
    const page = await sam.page(`/settings/mail/${newest?.id}`)
    expect(page).toContain('/sign-in/link/')
    expect(page).toContain('&lt;script&gt;')
    expect(page).not.toContain('<script>alert')
    expect(await sam.page('/settings/audit')).toContain(`Read kept message ${newest?.id}`)
    expect((await sam.get('/settings/mail/999999')).status).toBe(404)
  })
})
