import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { simpleParser, type ParsedMail } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHouse, type TestHouse } from '#app/test-house.ts'

let house: TestHouse
let server: SMTPServer
const received: ParsedMail[] = []
let refuses = false

beforeAll(async () => {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    async onData(stream, _session, done) {
      const mail = await simpleParser(stream)
      if (!refuses) received.push(mail)
      done(refuses ? new Error('try again later') : null)
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  house = await openHouse({
    environment: { SMTP_URL: `smtp://127.0.0.1:${port}`, SALVE_MAIL_FROM: 'Salve <salve@harbourside.example>' },
  })
})
afterAll(async () => {
  await house.close()
  await new Promise<void>((resolve) => server.close(resolve))
})

const ask = async (email: string) => (await house.as(null)).post('/sign-in/link', { email })
const toOf = (mail: ParsedMail) => (Array.isArray(mail.to) ? mail.to : [mail.to]).flatMap((list) => list?.text ?? [])

describe('with a mail server', () => {
  it('Ida’s link goes out as text and HTML that say the same, in her language, and nothing is kept', async () => {
    await (await house.as('ida')).post('/me', { name: 'Ida Sorensen', locale: 'es' })
    await ask('ida.sorensen@harbourside.example')
    await house.settle()
    const [mail] = received
    expect(mail && toOf(mail)).toEqual(['ida.sorensen@harbourside.example'])
    expect(mail?.from?.text).toContain('salve@harbourside.example')
    expect(mail?.subject).toBe('Su enlace para entrar en Harbourside General')
    const link = mail?.text?.match(/http:\/\/localhost:3080\/sign-in\/link\/\S+/)?.[0] ?? 'none'
    expect(mail?.html).toContain(`href="${link}"`)
    expect(mail?.html).toContain('<html lang="es">')
    expect(await house.mailbox()).toEqual([])
    expect((await (await house.as(null)).post(new URL(link).pathname)).status).toBe(303)
  })

  it('Sam sees that it works, and no link to hand over by himself', async () => {
    const sam = await house.as('sam')
    expect(await sam.page('/settings/mail')).toContain('Mail goes out')
    await sam.post('/settings/invitations', { name: 'Lena', email: 'lena@x.example', locale: 'en', 'roles[]': 'staff' })
    await house.settle()
    expect(received.at(-1)?.text).toContain('/invitations/')
    expect(await sam.page('/settings/invitations')).not.toContain('Copy the link')
    expect(await (await house.as(null)).page('/sign-in/link/sent')).not.toContain('cannot send mail yet')
  })

  it('a message that the server refuses is sent later, once, and under the same id', async () => {
    refuses = true
    const before = received.length
    await ask('tomasz.wilk@harbourside.example')
    await expect(house.settle()).rejects.toThrow()
    expect(received).toHaveLength(before)
    refuses = false
    await house.settle()
    await house.settle()
    expect(received).toHaveLength(before + 1)
    expect(received.at(-1)?.messageId).toMatch(/^<sign-in-link\.[0-9a-f-]{36}@localhost>$/)
  })

  it('a link that has become too old meanwhile is not sent', async () => {
    const before = received.length
    await ask('noor.rahman@harbourside.example')
    await house.advance({ minutes: 20 })
    expect(received).toHaveLength(before)
  })
})
