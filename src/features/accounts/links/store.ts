import { own, reading, type Reader, type Tx } from '#platform/database/index.ts'
import type { AccountsTables } from '../tables.ts'

export type LinkPurpose = AccountsTables['one_time_link']['purpose']

/** A link that works once. Its secret is computed from the id and lies nowhere in the database. */
export interface OneTimeLink {
  id: string
  purpose: LinkPurpose
  /** Null when somebody asked for an address that has no account: the same work is done, and nothing is sent. */
  personId: string | null
  /** The new address, for a change of address. */
  email: string | null
  returnPath: string | null
  createdAt: Date
  expiresAt: Date
  usedAt: Date | null
}

const columns = [
  'id',
  'purpose',
  'person_id as personId',
  'email',
  'return_path as returnPath',
  'created_at as createdAt',
  'expires_at as expiresAt',
  'used_at as usedAt',
] as const

export async function saveLink(tx: Tx, link: Omit<OneTimeLink, 'id' | 'usedAt'>): Promise<string> {
  const row = await own<AccountsTables>(tx)
    .insertInto('one_time_link')
    .values({
      purpose: link.purpose,
      person_id: link.personId,
      email: link.email,
      return_path: link.returnPath,
      created_at: link.createdAt,
      expires_at: link.expiresAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export function findLink(reader: Reader, id: string): Promise<OneTimeLink | undefined> {
  return reading<AccountsTables>(reader)
    .selectFrom('one_time_link')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirst()
}

export function findLinkForUpdate(tx: Tx, id: string): Promise<OneTimeLink | undefined> {
  return own<AccountsTables>(tx)
    .selectFrom('one_time_link')
    .select(columns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

/** Uses up this link and every other of the same person and purpose. */
export async function markLinksUsed(tx: Tx, personId: string, purpose: LinkPurpose, at: Date): Promise<void> {
  await own<AccountsTables>(tx)
    .updateTable('one_time_link')
    .set({ used_at: at })
    .where('person_id', '=', personId)
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .execute()
}

/** Uses up a change of address. From then on the link keeps the former one, so that its owner can be told there. */
export async function markEmailLinkUsed(tx: Tx, id: string, formerEmail: string, at: Date): Promise<void> {
  await own<AccountsTables>(tx)
    .updateTable('one_time_link')
    .set({ used_at: at, email: formerEmail })
    .where('id', '=', id)
    .execute()
}

/** New and former addresses that links of this person went to or remember. */
export async function listLinkEmails(reader: Reader, personId: string): Promise<string[]> {
  const rows = await reading<AccountsTables>(reader)
    .selectFrom('one_time_link')
    .select('email')
    .distinct()
    .where('person_id', '=', personId)
    .where('email', 'is not', null)
    .execute()
  return rows.flatMap(({ email }) => email ?? [])
}

/** Makes every open link of a person worthless: after the address or the password changed, or the account was closed. */
export async function deleteLinksOf(tx: Tx, personId: string): Promise<void> {
  await own<AccountsTables>(tx).deleteFrom('one_time_link').where('person_id', '=', personId).execute()
}

export async function deleteLinksExpiredBefore(tx: Tx, before: Date): Promise<number> {
  const result = await own<AccountsTables>(tx)
    .deleteFrom('one_time_link')
    .where('expires_at', '<', before)
    .executeTakeFirst()
  return Number(result.numDeletedRows)
}
