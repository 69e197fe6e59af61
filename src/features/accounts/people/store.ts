import { sql } from 'kysely'
import type { Role } from '#platform/actor.ts'
import { own, reading, type Reader, type Tx } from '#platform/database/index.ts'
import type { Locale } from '#platform/i18n/index.ts'
import type { AccountsTables } from '../tables.ts'

export interface Person {
  id: string
  name: string
  /** Null once erased. */
  email: string | null
  locale: Locale
  roles: Role[]
  passwordHash: string | null
  createdAt: Date
  suspendedAt: Date | null
  erasedAt: Date | null
}

export interface NewPerson {
  name: string
  email: string
  locale: Locale
  roles: Role[]
  passwordHash: string | null
  createdAt: Date
}

const columns = [
  'id',
  'name',
  'email',
  'locale',
  'roles',
  'password_hash as passwordHash',
  'created_at as createdAt',
  'suspended_at as suspendedAt',
  'erased_at as erasedAt',
] as const

export function findPerson(reader: Reader, id: string): Promise<Person | undefined> {
  return reading<AccountsTables>(reader).selectFrom('person').select(columns).where('id', '=', id).executeTakeFirst()
}

export function findPersonForUpdate(tx: Tx, id: string): Promise<Person | undefined> {
  return own<AccountsTables>(tx)
    .selectFrom('person')
    .select(columns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

/** `email` in lower case. */
export function findPersonByEmail(reader: Reader, email: string): Promise<Person | undefined> {
  return reading<AccountsTables>(reader)
    .selectFrom('person')
    .select(columns)
    .where('email', '=', email)
    .executeTakeFirst()
}

export function listPersons(reader: Reader): Promise<Person[]> {
  return reading<AccountsTables>(reader)
    .selectFrom('person')
    .select(columns)
    .where('erased_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute()
}

export function listPersonsById(reader: Reader, ids: string[]): Promise<Person[]> {
  if (ids.length === 0) return Promise.resolve([])
  return reading<AccountsTables>(reader).selectFrom('person').select(columns).where('id', 'in', ids).execute()
}

export function listPersonsWithRole(reader: Reader, role: Role): Promise<Person[]> {
  return reading<AccountsTables>(reader)
    .selectFrom('person')
    .select(columns)
    .where(sql<boolean>`roles @> array[${role}]::text[]`)
    .where('suspended_at', 'is', null)
    .where('erased_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute()
}

export async function findAnybody(reader: Reader): Promise<boolean> {
  const row = await reading<AccountsTables>(reader).selectFrom('person').select('id').limit(1).executeTakeFirst()
  return row !== undefined
}

/** Holds everything that decides on administrators until the transaction ends: the same lock as the database's own guard. */
export async function lockAdministrators(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('accounts:administrators', 0))`.execute(
    own<AccountsTables>(tx),
  )
}

/** Administrators who can sign in. Call `lockAdministrators` first where a decision hangs on it. */
export async function listAdministratorIds(tx: Tx): Promise<string[]> {
  const rows = await own<AccountsTables>(tx)
    .selectFrom('person')
    .select('id')
    .where(sql<boolean>`roles @> array['administrator']::text[]`)
    .where('suspended_at', 'is', null)
    .where('erased_at', 'is', null)
    .execute()
  return rows.map((row) => row.id)
}

/** Returns the new person's id, or undefined when the address is taken. */
export async function savePerson(
  tx: Tx,
  { passwordHash, createdAt, ...person }: NewPerson,
): Promise<string | undefined> {
  const row = await own<AccountsTables>(tx)
    .insertInto('person')
    .values({ ...person, password_hash: passwordHash, created_at: createdAt })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

export async function markProfile(
  tx: Tx,
  id: string,
  { name, locale }: { name: string; locale: Locale },
): Promise<void> {
  await own<AccountsTables>(tx).updateTable('person').set({ name, locale }).where('id', '=', id).execute()
}

export async function markRoles(tx: Tx, id: string, roles: Role[]): Promise<void> {
  await own<AccountsTables>(tx).updateTable('person').set({ roles }).where('id', '=', id).execute()
}

export async function markSuspended(tx: Tx, id: string, at: Date | null): Promise<void> {
  await own<AccountsTables>(tx).updateTable('person').set({ suspended_at: at }).where('id', '=', id).execute()
}

export async function markPassword(tx: Tx, id: string, passwordHash: string): Promise<void> {
  await own<AccountsTables>(tx)
    .updateTable('person')
    .set({ password_hash: passwordHash })
    .where('id', '=', id)
    .execute()
}

export async function markEmail(tx: Tx, id: string, email: string): Promise<void> {
  await own<AccountsTables>(tx).updateTable('person').set({ email }).where('id', '=', id).execute()
}

/** Takes everything that says who it was; the id stays, because the ledger and other rooms refer to it. */
export async function markErased(tx: Tx, id: string, at: Date): Promise<void> {
  await own<AccountsTables>(tx)
    .updateTable('person')
    .set({ name: '', email: null, password_hash: null, roles: [], suspended_at: null, erased_at: at })
    .where('id', '=', id)
    .execute()
}
