import { own, reading, type Reader, type Tx } from '#platform/database/index.ts'
import type { AccountsTables } from '../tables.ts'

export interface Passkey {
  /** The credential's id, base64url. */
  id: string
  personId: string
  name: string
  publicKey: Buffer
  /** Uses so far, as the device counts them; 0 for those that do not count. */
  counter: number
  transports: string[]
  isBackedUp: boolean
  createdAt: Date
  usedAt: Date | null
}

export interface Challenge {
  id: string
  challenge: string
  /** Null for signing in: then nobody is known yet. */
  personId: string | null
  expiresAt: Date
}

const columns = [
  'id',
  'person_id as personId',
  'name',
  'public_key as publicKey',
  'counter',
  'transports',
  'is_backed_up as isBackedUp',
  'created_at as createdAt',
  'used_at as usedAt',
] as const

/** False when the credential is registered already. */
export async function savePasskey(tx: Tx, passkey: Omit<Passkey, 'usedAt'>): Promise<boolean> {
  const row = await own<AccountsTables>(tx)
    .insertInto('passkey')
    .values({
      id: passkey.id,
      person_id: passkey.personId,
      name: passkey.name,
      public_key: passkey.publicKey,
      counter: passkey.counter,
      transports: passkey.transports,
      is_backed_up: passkey.isBackedUp,
      created_at: passkey.createdAt,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export function findPasskeyForUpdate(tx: Tx, id: string): Promise<Passkey | undefined> {
  return own<AccountsTables>(tx)
    .selectFrom('passkey')
    .select(columns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

export function listPasskeysOf(reader: Reader, personId: string): Promise<Passkey[]> {
  return reading<AccountsTables>(reader)
    .selectFrom('passkey')
    .select(columns)
    .where('person_id', '=', personId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}

export async function markPasskeyUsed(tx: Tx, id: string, counter: number, at: Date): Promise<void> {
  await own<AccountsTables>(tx).updateTable('passkey').set({ counter, used_at: at }).where('id', '=', id).execute()
}

export async function markPasskeyName(tx: Tx, personId: string, id: string, name: string): Promise<boolean> {
  const result = await own<AccountsTables>(tx)
    .updateTable('passkey')
    .set({ name })
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

export async function deletePasskey(tx: Tx, personId: string, id: string): Promise<boolean> {
  const result = await own<AccountsTables>(tx)
    .deleteFrom('passkey')
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return result.numDeletedRows > 0n
}

export async function deletePasskeysOf(tx: Tx, personId: string): Promise<void> {
  await own<AccountsTables>(tx).deleteFrom('passkey').where('person_id', '=', personId).execute()
}

export async function saveChallenge(tx: Tx, challenge: Omit<Challenge, 'id'>): Promise<string> {
  const row = await own<AccountsTables>(tx)
    .insertInto('passkey_challenge')
    .values({ challenge: challenge.challenge, person_id: challenge.personId, expires_at: challenge.expiresAt })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Takes a challenge: it answers once, whatever comes of it. */
export function takeChallenge(tx: Tx, id: string, now: Date): Promise<Challenge | undefined> {
  return own<AccountsTables>(tx)
    .deleteFrom('passkey_challenge')
    .where('id', '=', id)
    .where('expires_at', '>', now)
    .returning(['id', 'challenge', 'person_id as personId', 'expires_at as expiresAt'])
    .executeTakeFirst()
}

export async function deleteChallengesExpiredBefore(tx: Tx, before: Date): Promise<number> {
  const result = await own<AccountsTables>(tx)
    .deleteFrom('passkey_challenge')
    .where('expires_at', '<', before)
    .executeTakeFirst()
  return Number(result.numDeletedRows)
}
