import type { AddressInfo, Socket } from 'node:net'
import { simpleParser, type ParsedMail } from 'mailparser'
import { SMTPServer } from 'smtp-server'

export interface ReceivedMail {
  to: string
  subject: string
  text: string
  messageId: string
}

/** How the server treats the next messages: takes them, says no for a while or for good, or takes the message and hangs up before it says so. */
export type Mood = 'takes' | 'busy' | 'refuses' | 'hangs-up' | 'holds'

/** A real SMTP server on loopback, with the failures of real ones. */
export interface TestMailServer {
  url: string
  mood: Mood
  /** Whole messages that arrived, oldest first, whatever the server then said. */
  received: ReceivedMail[]
  /** Resolves when so many messages have arrived. */
  arrived(count: number): Promise<void>
  close(): Promise<void>
}

export async function startMailServer(): Promise<TestMailServer> {
  const received: ReceivedMail[] = []
  const waiting = new Set<() => void>()
  const sockets = new Set<Socket>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    closeTimeout: 100,
    onRcptTo(_address, _session, answer) {
      if (test.mood === 'busy') answer(withCode('Try again later', 451))
      else if (test.mood === 'refuses') answer(withCode('No such mailbox', 550))
      else answer()
    },
    onData(stream, _session, answer) {
      const arrive = (mail: ParsedMail) => {
        const to = Array.isArray(mail.to) ? mail.to[0] : mail.to
        received.push({
          to: to?.text ?? '',
          subject: mail.subject ?? '',
          text: mail.text ?? '',
          messageId: mail.messageId ?? '',
        })
        for (const wake of waiting) wake()
        if (test.mood === 'hangs-up') for (const socket of sockets) socket.destroy()
        else if (test.mood !== 'holds') answer()
      }
      // A client that is killed leaves half a message: that one has not arrived.
      simpleParser(stream).then(arrive, () => undefined)
    },
  })
  // A client that is killed leaves a broken connection behind.
  server.on('error', () => undefined)
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const test: TestMailServer = {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    mood: 'takes',
    received,
    async arrived(count) {
      while (received.length < count) {
        await new Promise<void>((resolve) => {
          const wake = () => {
            waiting.delete(wake)
            resolve()
          }
          waiting.add(wake)
        })
      }
    },
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise<void>((resolve) => server.close(resolve))
    },
  }
  return test
}

function withCode(message: string, responseCode: number): Error {
  return Object.assign(new Error(message), { responseCode })
}
