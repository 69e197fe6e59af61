import { sql } from 'kysely'
import { own, reading, type Reader, type Tx } from '../database/index.ts'
import type { LedgerEntry } from './index.ts'

export interface LedgerRow extends LedgerEntry {
  previous: Buffer
  seal: Buffer
}

/** How far a chain has come: its last entry's number and seal, and a code over both that needs the key. */
export interface LedgerHead {
  seq: number
  seal: Buffer
  mac: Buffer
}

interface LedgerTables {
  ledger_head: LedgerHead & { chain: string }
  ledger_entry: {
    chain: string
    seq: number
    at: Date
    actor_id: string | null
    kind: string
    body: Record<string, unknown>
    previous: Buffer
    seal: Buffer
  }
}

const columns = ['chain', 'seq', 'at', 'actor_id as actorId', 'kind', 'body', 'previous', 'seal'] as const

/** Holds the chain until the transaction ends, so that two appends cannot both follow the same entry. */
export async function findHeadForUpdate(tx: Tx, chain: string): Promise<LedgerHead | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`ledger:${chain}`}, 0))`.execute(own<LedgerTables>(tx))
  return findHead(tx, chain)
}

export async function findHead(reader: Reader, chain: string): Promise<LedgerHead | undefined> {
  return reading<LedgerTables>(reader)
    .selectFrom('ledger_head')
    .select(['seq', 'seal', 'mac'])
    .where('chain', '=', chain)
    .executeTakeFirst()
}

export async function saveHead(tx: Tx, chain: string, head: LedgerHead): Promise<void> {
  await own<LedgerTables>(tx)
    .insertInto('ledger_head')
    .values({ chain, ...head })
    .onConflict((conflict) => conflict.column('chain').doUpdateSet(head))
    .execute()
}

export async function saveEntry(tx: Tx, { actorId, body, ...row }: LedgerRow): Promise<void> {
  await own<LedgerTables>(tx)
    .insertInto('ledger_entry')
    .values({ ...row, actor_id: actorId, body })
    .execute()
}

export function listEntries(reader: Reader, chain: string, order: 'asc' | 'desc', limit: number): Promise<LedgerRow[]> {
  return reading<LedgerTables>(reader)
    .selectFrom('ledger_entry')
    .select(columns)
    .where('chain', '=', chain)
    .orderBy('seq', order)
    .limit(limit)
    .execute()
}

/** Every chain that has entries, or once had. */
export async function listChains(reader: Reader): Promise<string[]> {
  const rows = await reading<LedgerTables>(reader)
    .selectFrom('ledger_entry')
    .select('chain')
    .union(reading<LedgerTables>(reader).selectFrom('ledger_head').select('chain'))
    .orderBy('chain')
    .execute()
  return rows.map((row) => row.chain)
}
