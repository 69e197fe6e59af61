import { createTransport } from 'nodemailer'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/index.ts'
import { Unavailable } from '../errors.ts'
import { errorForLog, type Logger } from '../log.ts'
import { saveKeptMail } from './store.ts'

export { drawMail, type MailContent } from './draw.ts'
export { listKeptMail, deleteKeptMailBefore, deleteKeptMailTo, type KeptMail } from './store.ts'

export interface MailMessage {
  to: string
  subject: string
  text: string
  html: string
  /** The same id for the same message when it is tried again, so that receivers can fold doubles. */
  messageId?: string
  urgent?: boolean
}

/** `sent` by SMTP, or `kept` on the outbox page because no SMTP server is configured. */
export type MailOutcome = 'sent' | 'kept'

/** Call it from a job, never inside a transaction. Throws `Unavailable` (its cause tells why) when the server does not take the message: the job tries again. */
export interface Mail {
  send(message: MailMessage): Promise<MailOutcome>
  /** True without an SMTP server: messages are kept for an administrator and reach nobody. */
  readonly isKept: boolean
  /** Speaks to the server without sending. */
  check(): Promise<'works' | 'not-configured' | 'fails'>
  close(): void
}

export interface MailOptions {
  smtpUrl: string | undefined
  from: string
  db: Database
  clock: Clock
  log: Logger
}

export function createMail({ smtpUrl, from, db, clock, log }: MailOptions): Mail {
  const transport = smtpUrl
    ? createTransport({ url: smtpUrl, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 })
    : undefined

  return {
    isKept: !transport,
    async send({ urgent, messageId, ...message }) {
      if (!transport) {
        await db.transaction((tx) => saveKeptMail(tx, { ...message, at: clock(), reason: 'no-smtp' }))
        return 'kept'
      }
      try {
        await transport.sendMail({
          ...message,
          from,
          ...(messageId && { messageId }),
          ...(urgent && { priority: 'high' }),
          disableFileAccess: true,
          disableUrlAccess: true,
        })
        return 'sent'
      } catch (error) {
        log.warn({ error: errorForLog(error) }, 'the mail server did not take a message')
        throw new Unavailable('The mail server did not take the message', { cause: error })
      }
    },
    async check() {
      if (!transport) return 'not-configured'
      return transport.verify().then(
        () => 'works' as const,
        () => 'fails' as const,
      )
    },
    close: () => transport?.close(),
  }
}
