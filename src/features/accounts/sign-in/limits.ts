import { createHash } from 'node:crypto'
import type { Limit } from '#platform/web/limits.ts'

const QUARTER_HOUR_S = 900

/** Tries of one account's password; signing in gives them back. */
export const ACCOUNT_LIMIT: Limit = { name: 'accounts:password', points: 10, seconds: QUARTER_HOUR_S }
/** Tries from one address. A hospital's hundreds may share one, so it is wide: it slows who tries many accounts. */
export const ADDRESS_LIMIT: Limit = { name: 'accounts:address', points: 300, seconds: QUARTER_HOUR_S }
/** Links sent to one address of e-mail. */
export const LINK_LIMIT: Limit = { name: 'accounts:link', points: 5, seconds: QUARTER_HOUR_S }
/** Guesses of the set-up code. Links need no limit: their secret has 144 bits. */
export const SET_UP_LIMIT: Limit = { name: 'accounts:set-up', points: 30, seconds: QUARTER_HOUR_S }

/** The e-mail address, hashed: limits keep no addresses. */
export function accountKey(email: string): string {
  return createHash('sha256').update(email).digest('base64url')
}
