import { drawMail, type Mail } from '#platform/mail/index.ts'
import type { Channel, Outcome } from './channel.ts'

/** E-mail by the house's SMTP server, marked urgent. */
export function createEmailChannel(mail: Mail): Channel {
  return {
    kind: 'email',
    async send({ address, messageId, content }) {
      try {
        const state = await mail.send({
          to: address,
          ...drawMail(content),
          urgent: true,
          ...(messageId && { messageId }),
        })
        return { state }
      } catch (error) {
        return outcomeOf((error as Error).cause)
      }
    },
  }
}

/** Codes of failures before the message itself was handed over. */
const BEFORE_THE_MESSAGE = new Set(
  'ECONNREFUSED ENOTFOUND EAI_AGAIN EHOSTUNREACH ENETUNREACH EDNS EAUTH ENOAUTH EOAUTH2 ETLS EREQUIRETLS ECONFIG EPROXY EENVELOPE'.split(
    ' ',
  ),
)

/**
 * Reads an SMTP failure. With a reply code the server has said no (5xx to the address or the message: for good). Without one, and once
 * the conversation had begun, the message may have been taken although the answer was lost.
 */
export function outcomeOf(cause: unknown): Outcome {
  const { code, originalCode, responseCode, syscall } = (cause ?? {}) as Record<string, unknown>
  const named = [originalCode, code].find((each) => typeof each === 'string') as string | undefined
  const isAboutThisMessage = code === 'EENVELOPE' || code === 'EMESSAGE'
  if (typeof responseCode === 'number') {
    // A wrong password or an unwilling server is not the address's fault and may be mended.
    return { state: 'refused', code: `${named}-${responseCode}`, forGood: responseCode >= 500 && isAboutThisMessage }
  }
  if (syscall === 'connect' || BEFORE_THE_MESSAGE.has(named ?? '')) {
    return { state: 'refused', code: named ?? 'connect', forGood: isAboutThisMessage }
  }
  return { state: 'unknown', code: named ?? 'unknown' }
}
