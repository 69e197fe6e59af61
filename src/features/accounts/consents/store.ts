import { own, reading, type Reader, type Tx } from '#platform/database/index.ts'
import type { AccountsTables } from '../tables.ts'

/** Somebody's yes to one purpose: to which text, in which language, when; and when it was taken back. */
export interface Consent {
  id: string
  purpose: string
  textVersion: string
  locale: string
  givenAt: Date
  withdrawnAt: Date | null
}

const columns = [
  'id',
  'purpose',
  'text_version as textVersion',
  'locale',
  'given_at as givenAt',
  'withdrawn_at as withdrawnAt',
] as const

/** Every consent of a person, also those taken back, newest first. */
export function listConsentsOf(reader: Reader, personId: string): Promise<Consent[]> {
  return reading<AccountsTables>(reader)
    .selectFrom('consent')
    .select(columns)
    .where('person_id', '=', personId)
    .orderBy('given_at', 'desc')
    .orderBy('id')
    .execute()
}

/** False when there is one in force already. */
export async function saveConsent(
  tx: Tx,
  personId: string,
  consent: Omit<Consent, 'id' | 'withdrawnAt'>,
): Promise<boolean> {
  const row = await own<AccountsTables>(tx)
    .insertInto('consent')
    .values({
      person_id: personId,
      purpose: consent.purpose,
      text_version: consent.textVersion,
      locale: consent.locale,
      given_at: consent.givenAt,
    })
    .onConflict((conflict) => conflict.columns(['person_id', 'purpose']).where('withdrawn_at', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** False when there was none in force. */
export async function markWithdrawn(tx: Tx, personId: string, purpose: string, at: Date): Promise<boolean> {
  const result = await own<AccountsTables>(tx)
    .updateTable('consent')
    .set({ withdrawn_at: at })
    .where('person_id', '=', personId)
    .where('purpose', '=', purpose)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

export async function deleteConsentsOf(tx: Tx, personId: string): Promise<void> {
  await own<AccountsTables>(tx).deleteFrom('consent').where('person_id', '=', personId).execute()
}
