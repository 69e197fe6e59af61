import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { simpleParser, type ParsedMail } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openGround, type Ground } from '../testing/ground.ts'
import { createMail, drawMail, listKeptMail } from './index.ts'

let ground: Ground
beforeAll(async () => {
  ground = await openGround()
})
afterAll(() => ground.close())

const drawn = drawMail({
  locale: 'es',
  subject: 'Simulacro:\r\nBcc: everybody@example.org ¿puede venir?',
  band: 'Simulacro',
  paragraphs: ['Explosión <b>junto</b> al puerto & más'],
  actions: [{ label: 'Responder', url: 'https://salve.example/p/1?a=1&b=2' }],
  footer: 'Harbourside General',
})

async function withServer(
  refuse: boolean,
  work: (url: string, received: ParsedMail[]) => Promise<void>,
): Promise<void> {
  const received: ParsedMail[] = []
  async function receive(
    stream: Parameters<typeof simpleParser>[0],
    done: (error: Error | null) => void,
  ): Promise<void> {
    received.push(await simpleParser(stream))
    done(refuse ? new Error('mailbox on fire') : null)
  }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, _session, done) {
      void receive(stream, done)
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  try {
    await work(`smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, received)
  } finally {
    await new Promise<void>((resolve) => server.close(resolve))
  }
}

it('sends text and HTML that say the same, through a real SMTP server', async () => {
  await withServer(false, async (smtpUrl, received) => {
    const mail = createMail({ ...ground, smtpUrl, from: 'Salve <salve@harbourside.example>' })
    expect(
      await mail.send({ to: 'amal.haddad@harbourside.example', ...drawn, messageId: '<page-1@salve>', urgent: true }),
    ).toBe('sent')
    const [message] = received
    expect(message?.messageId).toBe('<page-1@salve>')
    expect(message?.text).toContain('Explosión <b>junto</b> al puerto & más')
    expect(message?.text).toContain('*** SIMULACRO ***')
    expect(message?.html).toContain('Explosión &lt;b&gt;junto&lt;/b&gt; al puerto &amp; más')
    expect(message?.html).toContain('href="https://salve.example/p/1?a=1&amp;b=2"')
    expect(message?.headers.get('priority')).toBe('high')
    mail.close()
  })
})

it('lets nobody smuggle a header into a subject', async () => {
  await withServer(false, async (smtpUrl, received) => {
    const mail = createMail({ ...ground, smtpUrl, from: 'Salve <salve@harbourside.example>' })
    await mail.send({ to: 'amal.haddad@harbourside.example', ...drawn })
    expect(received[0]?.bcc).toBeUndefined()
    expect(received[0]?.subject).toBe('Simulacro: Bcc: everybody@example.org ¿puede venir?')
    mail.close()
  })
})

it('throws when the server does not take a message, so that the job tries again', async () => {
  await withServer(true, async (smtpUrl) => {
    const mail = createMail({ ...ground, smtpUrl, from: 'Salve <salve@harbourside.example>' })
    await expect(mail.send({ to: 'amal.haddad@harbourside.example', ...drawn })).rejects.toMatchObject({
      code: 'unavailable',
    })
    mail.close()
  })
})

it('keeps mail for the outbox page where no server is configured', async () => {
  const mail = createMail({ ...ground, smtpUrl: undefined, from: 'Salve <salve@harbourside.example>' })
  expect(await mail.check()).toBe('not-configured')
  expect(await mail.send({ to: 'jonas.brandt@harbourside.example', ...drawn })).toBe('kept')
  const kept = await ground.db.read((reader) => listKeptMail(reader, 10))
  expect(kept).toMatchObject([{ to: 'jonas.brandt@harbourside.example', reason: 'no-smtp' }])
})
