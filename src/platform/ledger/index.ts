import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Clock } from '../clock.ts'
import type { Reader, Tx } from '../database/index.ts'
import {
  findHead,
  findHeadForUpdate,
  listChains,
  listEntries,
  saveEntry,
  saveHead,
  type LedgerHead,
  type LedgerRow,
} from './store.ts'

export interface LedgerEntry {
  chain: string
  seq: number
  at: Date
  /** The person who acted; null for Salve itself. */
  actorId: string | null
  /** What happened, as a code: `posture.changed`. */
  kind: string
  /** Facts about it, JSON-safe. Names of people are left out: ids stay true when a person is erased. */
  body: Record<string, unknown>
}

export interface Verdict {
  ok: boolean
  entries: number
  /** The first entry whose seal does not fit, or the first that is missing. */
  brokenAt?: number
}

/** Append-only records, each sealed over the one before. There is no way to change one, and a change by other means shows. */
export interface Ledger {
  append(
    tx: Tx,
    entry: { chain: string; actorId: string | null; kind: string; body: Record<string, unknown> },
  ): Promise<LedgerEntry>
  /** The chain's entries, newest first. */
  list(reader: Reader, chain: string, limit?: number): Promise<LedgerEntry[]>
  /** Recomputes every seal of the chain. */
  verify(reader: Reader, chain: string): Promise<Verdict>
  chains(reader: Reader): Promise<string[]>
}

const START = Buffer.alloc(32)
const EVERYTHING = 1_000_000

/**
 * The seal is an HMAC-SHA-256 over the previous seal and the entry's canonical JSON. Its key lies in a file outside the database:
 * who can write to the database alone cannot make a chain that fits.
 */
export function createLedger({ key, clock }: { key: Buffer; clock: Clock }): Ledger {
  function seal(previous: Buffer, entry: LedgerEntry): Buffer {
    const { chain, seq, at, actorId, kind, body } = entry
    return createHmac('sha256', key)
      .update(previous)
      .update(canonical([chain, seq, at.toISOString(), actorId, kind, body]))
      .digest()
  }

  /** Over the head, so that nobody without the key can shorten a chain and say that it was never longer. */
  function headOf(chain: string, seq: number, ownSeal: Buffer): LedgerHead {
    const mac = createHmac('sha256', key)
      .update(canonical(['head', chain, seq]))
      .update(ownSeal)
      .digest()
    return { seq, seal: ownSeal, mac }
  }

  return {
    async append(tx, { chain, actorId, kind, body }) {
      const head = await findHeadForUpdate(tx, chain)
      const facts = JSON.parse(JSON.stringify(body))
      const entry: LedgerEntry = { chain, seq: (head?.seq ?? 0) + 1, at: clock(), actorId, kind, body: facts }
      const previous = head?.seal ?? START
      const ownSeal = seal(previous, entry)
      await saveEntry(tx, { ...entry, previous, seal: ownSeal })
      await saveHead(tx, chain, headOf(chain, entry.seq, ownSeal))
      return entry
    },
    async list(reader, chain, limit = 500) {
      return (await listEntries(reader, chain, 'desc', limit)).map(withoutSeal)
    },
    async verify(reader, chain) {
      const head = await findHead(reader, chain)
      const rows = await listEntries(reader, chain, 'asc', EVERYTHING)
      let previous: Buffer = START
      for (const [index, row] of rows.entries()) {
        const fits =
          row.seq === index + 1 &&
          row.previous.equals(previous) &&
          timingSafeEqual(row.seal, seal(previous, withoutSeal(row)))
        if (!fits) return { ok: false, entries: rows.length, brokenAt: index + 1 }
        previous = row.seal
      }
      const isWhole =
        head === undefined
          ? rows.length === 0
          : head.seq <= rows.length && timingSafeEqual(head.mac, headOf(chain, head.seq, head.seal).mac)
      return isWhole
        ? { ok: true, entries: rows.length }
        : { ok: false, entries: rows.length, brokenAt: rows.length + 1 }
    },
    chains: listChains,
  }
}

function withoutSeal({ previous: _previous, seal: _seal, ...entry }: LedgerRow): LedgerEntry {
  return entry
}

/** JSON with sorted keys, so that the same facts always give the same bytes. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const members = Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`)
    return `{${members.join(',')}}`
  }
  return JSON.stringify(value) ?? 'null'
}
