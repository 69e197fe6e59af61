import { sql } from 'kysely'
import { own, reading, type Reader, type Tx } from '../database/index.ts'
import type { LedgerEntry } from './index.ts'

export interface LedgerRow extends LedgerEntry {
  previous: Buffer
  seal: Buffer
}

interface LedgerTables {
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

/** The chain's last entry. Holds the chain until the transaction ends, so that two appends cannot both follow it. */
export async function findHead(tx: Tx, chain: string): Promise<LedgerRow | undefined> {
  const db = own<LedgerTables>(tx)
  await sql`select pg_advisory_xact_lock(hashtextextended(${`ledger:${chain}`}, 0))`.execute(db)
  return db
    .selectFrom('ledger_entry')
    .select(columns)
    .where('chain', '=', chain)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
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

export async function listChains(reader: Reader): Promise<string[]> {
  const rows = await reading<LedgerTables>(reader)
    .selectFrom('ledger_entry')
    .select('chain')
    .distinct()
    .orderBy('chain')
    .execute()
  return rows.map((row) => row.chain)
}
