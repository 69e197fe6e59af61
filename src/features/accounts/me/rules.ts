import { isFresh } from '../sessions/rules.ts'

/** What decides whether somebody must show who they are once more. */
export interface Proof {
  method: string
  createdAt: Date
}

/**
 * True when the present password is wanted before e-mail address or password change. Not for who has none, nor for who has come by a link, a
 * passkey, an invitation or a recovery a moment ago: that is how a forgotten password is replaced.
 */
export function needsCurrentPassword(session: Proof, hasPassword: boolean, now: Date): boolean {
  if (!hasPassword) return false
  return session.method === 'password' || session.method === 'demo' || !isFresh(session.createdAt, now)
}
