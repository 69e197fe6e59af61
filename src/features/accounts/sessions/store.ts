import type { Role } from '#platform/actor.ts'
import { own, reading, type Reader, type Tx } from '#platform/database/index.ts'
import type { Locale } from '#platform/i18n/index.ts'
import type { AccountsTables } from '../tables.ts'

export interface Session {
  id: string
  personId: string
  device: string
  method: string
  createdAt: Date
  seenAt: Date
  idleUntil: Date
  endsAt: Date
}

/** A session that is in force, with the person whose it is. */
export interface LiveSession extends Session {
  name: string
  roles: Role[]
  locale: Locale
}

const columns = [
  'session.id',
  'session.person_id as personId',
  'session.device',
  'session.method',
  'session.created_at as createdAt',
  'session.seen_at as seenAt',
  'session.idle_until as idleUntil',
  'session.ends_at as endsAt',
] as const

/** The one query of each request: by the hash of the cookie's token, which has an index. */
export function findLiveSession(reader: Reader, tokenHash: Buffer, now: Date): Promise<LiveSession | undefined> {
  return reading<AccountsTables>(reader)
    .selectFrom('session')
    .innerJoin('person', 'person.id', 'session.person_id')
    .select([...columns, 'person.name', 'person.roles', 'person.locale'])
    .where('session.token_hash', '=', tokenHash)
    .where('session.idle_until', '>', now)
    .where('session.ends_at', '>', now)
    .where('person.suspended_at', 'is', null)
    .where('person.erased_at', 'is', null)
    .executeTakeFirst()
}

export async function saveSession(tx: Tx, session: Omit<Session, 'id'> & { tokenHash: Buffer }): Promise<string> {
  const row = await own<AccountsTables>(tx)
    .insertInto('session')
    .values({
      token_hash: session.tokenHash,
      person_id: session.personId,
      device: session.device,
      method: session.method,
      created_at: session.createdAt,
      seen_at: session.seenAt,
      idle_until: session.idleUntil,
      ends_at: session.endsAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function markSeen(tx: Tx, id: string, { at, idleUntil }: { at: Date; idleUntil: Date }): Promise<void> {
  await own<AccountsTables>(tx)
    .updateTable('session')
    .set({ seen_at: at, idle_until: idleUntil })
    .where('id', '=', id)
    .execute()
}

/** Shortens what a person's sessions may still idle, after a role with a stricter limit was given. */
export async function markIdleAtMost(tx: Tx, personId: string, idleUntil: Date): Promise<void> {
  await own<AccountsTables>(tx)
    .updateTable('session')
    .set({ idle_until: idleUntil })
    .where('person_id', '=', personId)
    .where('idle_until', '>', idleUntil)
    .execute()
}

export function listSessionsOf(reader: Reader, personId: string, now: Date): Promise<Session[]> {
  return reading<AccountsTables>(reader)
    .selectFrom('session')
    .select(columns)
    .where('person_id', '=', personId)
    .where('idle_until', '>', now)
    .where('ends_at', '>', now)
    .orderBy('seen_at', 'desc')
    .orderBy('id')
    .execute()
}

/** Ends a session of this person; a foreign or unknown id does nothing. Returns true when one ended. */
export async function deleteSession(tx: Tx, personId: string, id: string): Promise<boolean> {
  const result = await own<AccountsTables>(tx)
    .deleteFrom('session')
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return result.numDeletedRows > 0n
}

/** Ends the session of a cookie that is about to be replaced. */
export async function deleteSessionByToken(tx: Tx, tokenHash: Buffer): Promise<void> {
  await own<AccountsTables>(tx).deleteFrom('session').where('token_hash', '=', tokenHash).execute()
}

/** Ends every session of a person, but not the one to keep. Returns how many ended. */
export async function deleteSessionsOf(tx: Tx, personId: string, keep?: string): Promise<number> {
  let query = own<AccountsTables>(tx).deleteFrom('session').where('person_id', '=', personId)
  if (keep !== undefined) query = query.where('id', '<>', keep)
  const result = await query.executeTakeFirst()
  return Number(result.numDeletedRows)
}

/** Forgets sessions that ended before a time. */
export async function deleteSessionsEndedBefore(tx: Tx, before: Date): Promise<number> {
  const result = await own<AccountsTables>(tx)
    .deleteFrom('session')
    .where((where) => where.or([where('idle_until', '<', before), where('ends_at', '<', before)]))
    .executeTakeFirst()
  return Number(result.numDeletedRows)
}
