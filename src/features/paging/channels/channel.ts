import type { MailContent } from '#platform/mail/index.ts'

/** A message as a channel gets it: in the reader's words, with the link that answers. */
export interface OutgoingPage {
  address: string
  /** The same when this message is sent again. */
  messageId: string | null
  content: MailContent
}

/**
 * What became of it. `kept`: this Salve has no server for the channel and shows the message to an administrator.
 * `refused`: certainly not taken; `forGood` when trying again is no use. `unknown`: nobody can tell, it may have left.
 */
export type Outcome =
  | { state: 'sent' | 'kept' }
  | { state: 'refused'; code: string; forGood: boolean }
  | { state: 'unknown'; code: string }

/** A way out of the house. `send` never throws for what the other side does; it is called outside any transaction. */
export interface Channel {
  kind: string
  send(page: OutgoingPage): Promise<Outcome>
}
