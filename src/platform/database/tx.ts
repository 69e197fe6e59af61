import type { Kysely } from 'kysely'

declare const readerBrand: unique symbol
declare const txBrand: unique symbol

/** Leave to read. Opaque: only a store opens it, by `reading<Tables>(reader)`. */
export interface Reader {
  readonly [readerBrand]: true
}

/** An open transaction: leave to read and to write. Opaque: only a store opens it, by `own<Tables>(tx)`. */
export interface Tx extends Reader {
  readonly [txBrand]: true
}

type Reading<Tables> = Pick<Kysely<Tables>, 'selectFrom' | 'selectNoFrom' | 'with' | 'fn' | 'dynamic'>

/** Narrows a transaction to a room's own tables, so that touching a foreign table is a type error. For `store.ts` only. */
export function own<Tables>(tx: Tx): Kysely<Tables> {
  return tx as unknown as Kysely<Tables>
}

/** Narrows a reader to a room's own tables; it cannot write. For `store.ts` only. */
export function reading<Tables>(reader: Reader): Reading<Tables> {
  return reader as unknown as Reading<Tables>
}
