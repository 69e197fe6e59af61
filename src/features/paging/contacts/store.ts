import { sql } from 'kysely'
import { own, reading, type Reader, type Tx } from '#platform/database/index.ts'
import type { PagingTables } from '../tables.ts'

/** One way to reach a person. Tried in the order of `position`, all of them at once for a page. */
export interface ContactMethod {
  id: string
  personId: string
  kind: string
  address: string
  position: number
  /** When a test page sent here was last answered. */
  verifiedAt: Date | null
}

const columns = ['id', 'person_id as personId', 'kind', 'address', 'position', 'verified_at as verifiedAt'] as const

/** Undefined when the person has this address already. */
export async function saveContactMethod(
  tx: Tx,
  method: Pick<ContactMethod, 'personId' | 'kind' | 'address' | 'verifiedAt'> & { createdAt: Date },
): Promise<ContactMethod | undefined> {
  return own<PagingTables>(tx)
    .insertInto('contact_method')
    .values(({ selectFrom }) => ({
      person_id: method.personId,
      kind: method.kind,
      address: method.address,
      verified_at: method.verifiedAt,
      created_at: method.createdAt,
      position: selectFrom('contact_method')
        .select(sql<number>`coalesce(max(position), 0)::int + 1`.as('position'))
        .where('person_id', '=', method.personId),
    }))
    .onConflict((conflict) => conflict.expression(sql`person_id, kind, lower(address)`).doNothing())
    .returning(columns)
    .executeTakeFirst()
}

export async function listContactMethods(reader: Reader, personIds: string[]): Promise<ContactMethod[]> {
  if (personIds.length === 0) return []
  return reading<PagingTables>(reader)
    .selectFrom('contact_method')
    .select(columns)
    .where('person_id', 'in', personIds)
    .orderBy('position')
    .orderBy('id')
    .execute()
}

export async function findContactMethod(reader: Reader, id: string): Promise<ContactMethod | undefined> {
  return reading<PagingTables>(reader)
    .selectFrom('contact_method')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** The person's methods, kept from changing until the transaction ends. */
export async function listContactMethodsForUpdate(tx: Tx, personId: string): Promise<ContactMethod[]> {
  return own<PagingTables>(tx)
    .selectFrom('contact_method')
    .select(columns)
    .where('person_id', '=', personId)
    .orderBy('position')
    .orderBy('id')
    .forUpdate()
    .execute()
}

export async function markContactPosition(tx: Tx, id: string, position: number): Promise<void> {
  await own<PagingTables>(tx).updateTable('contact_method').set({ position }).where('id', '=', id).execute()
}

export async function markContactVerified(tx: Tx, id: string, at: Date): Promise<void> {
  await own<PagingTables>(tx).updateTable('contact_method').set({ verified_at: at }).where('id', '=', id).execute()
}

export async function deleteContactMethod(tx: Tx, id: string): Promise<void> {
  await own<PagingTables>(tx).deleteFrom('contact_method').where('id', '=', id).execute()
}

export async function deleteContactMethodsOf(tx: Tx, personId: string): Promise<void> {
  await own<PagingTables>(tx).deleteFrom('contact_method').where('person_id', '=', personId).execute()
}

/** Test pages that were sent to these methods and not answered yet: when the newest went out. */
export async function listPendingTests(reader: Reader, methodIds: string[]): Promise<{ methodId: string; at: Date }[]> {
  if (methodIds.length === 0) return []
  return reading<PagingTables>(reader)
    .selectFrom('call')
    .select(({ fn }) => ['contact_method_id as methodId', fn.max('opened_at').as('at')])
    .where('contact_method_id', 'in', methodIds)
    .where('state', '=', 'open')
    .groupBy('contact_method_id')
    .$narrowType<{ methodId: string; at: Date }>()
    .execute()
}
