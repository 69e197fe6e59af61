import type { Role } from '#platform/actor.ts'
import { own, reading, type Reader, type Tx } from '#platform/database/index.ts'
import type { Locale } from '#platform/i18n/index.ts'
import type { AccountsTables } from '../tables.ts'

export interface Invitation {
  id: string
  email: string
  name: string
  locale: Locale
  roles: Role[]
  invitedBy: string | null
  createdAt: Date
  expiresAt: Date
  acceptedAt: Date | null
  revokedAt: Date | null
}

const columns = [
  'id',
  'email',
  'name',
  'locale',
  'roles',
  'invited_by as invitedBy',
  'created_at as createdAt',
  'expires_at as expiresAt',
  'accepted_at as acceptedAt',
  'revoked_at as revokedAt',
] as const

export type NewInvitation = Omit<Invitation, 'id' | 'acceptedAt' | 'revokedAt'>

export async function saveInvitation(tx: Tx, invitation: NewInvitation): Promise<string> {
  const row = await own<AccountsTables>(tx)
    .insertInto('invitation')
    .values({
      email: invitation.email,
      name: invitation.name,
      locale: invitation.locale,
      roles: invitation.roles,
      invited_by: invitation.invitedBy,
      created_at: invitation.createdAt,
      expires_at: invitation.expiresAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export function findInvitation(reader: Reader, id: string): Promise<Invitation | undefined> {
  return reading<AccountsTables>(reader)
    .selectFrom('invitation')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirst()
}

export function findInvitationForUpdate(tx: Tx, id: string): Promise<Invitation | undefined> {
  return own<AccountsTables>(tx)
    .selectFrom('invitation')
    .select(columns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

/** Newest first, those that were revoked left out. */
export function listInvitations(reader: Reader): Promise<Invitation[]> {
  return reading<AccountsTables>(reader)
    .selectFrom('invitation')
    .select(columns)
    .where('revoked_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(200)
    .execute()
}

/** Revokes what is open for this address, because a new invitation takes its place. */
export async function markOpenRevoked(tx: Tx, email: string, at: Date): Promise<void> {
  await own<AccountsTables>(tx)
    .updateTable('invitation')
    .set({ revoked_at: at })
    .where('email', '=', email)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute()
}

export async function markRevoked(tx: Tx, id: string, at: Date): Promise<void> {
  await own<AccountsTables>(tx).updateTable('invitation').set({ revoked_at: at }).where('id', '=', id).execute()
}

export async function markAccepted(tx: Tx, id: string, personId: string, at: Date): Promise<void> {
  await own<AccountsTables>(tx)
    .updateTable('invitation')
    .set({ accepted_at: at, accepted_by: personId })
    .where('id', '=', id)
    .execute()
}

/** Forgets the invitations of a person: those they accepted, and any to this address. Others that they sent stay, without the sender. */
export async function deleteInvitationsOf(tx: Tx, personId: string, email: string | null): Promise<void> {
  const db = own<AccountsTables>(tx)
  await db.deleteFrom('invitation').where('accepted_by', '=', personId).execute()
  if (email !== null) await db.deleteFrom('invitation').where('email', '=', email).execute()
  await db.updateTable('invitation').set({ invited_by: null }).where('invited_by', '=', personId).execute()
}

export function listInvitationsSentBy(reader: Reader, personId: string): Promise<Invitation[]> {
  return reading<AccountsTables>(reader)
    .selectFrom('invitation')
    .select(columns)
    .where('invited_by', '=', personId)
    .orderBy('id')
    .execute()
}

export async function deleteInvitationsExpiredBefore(tx: Tx, before: Date): Promise<number> {
  const result = await own<AccountsTables>(tx)
    .deleteFrom('invitation')
    .where('expires_at', '<', before)
    .executeTakeFirst()
  return Number(result.numDeletedRows)
}
