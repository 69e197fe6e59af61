import { AsyncLocalStorage } from 'node:async_hooks'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Logger } from '../log.ts'
import { listen, type Listener } from './listen.ts'
import type { Reader, Tx } from './tx.ts'

export { own, reading } from './tx.ts'
export type { Reader, Tx } from './tx.ts'
export type { Listener } from './listen.ts'

// bigint ids and counts stay far below 2^53 here.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

const PING_MS = 2_000

export interface Database {
  /** Runs the work in one transaction: all of it, or none. A second transaction inside is an error, because it would escape the first. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** Runs reads without a transaction. Inside a transaction this is an error too: pass the `tx`, it is a `Reader`. */
  read<T>(work: (reader: Reader) => Promise<T>): Promise<T>
  /** LISTENs on its own connection until closed; reconnects by itself and says so, because messages may have been missed. */
  listen(channel: string, onMessage: (payload: string) => void, onReconnect: () => void): Promise<Listener>
  /** True when the database answers within two seconds. */
  ping(): Promise<boolean>
  /** Connections in use, idle and waited for. */
  pool(): { total: number; idle: number; waiting: number }
  close(): Promise<void>
}

export interface DatabaseOptions {
  url: string
  /** The role that the application takes: it can read and write, but neither change nor delete the ledger. */
  role?: string
  maxConnections?: number
  log?: Logger
  /** Hears every statement's text, for the SQL snapshots. */
  onQuery?: (sql: string) => void
}

/** Opens a pool of connections to a migrated database. */
export function createDatabase({ url, role, maxConnections = 10, log, onQuery }: DatabaseOptions): Database {
  const options = role === undefined ? {} : { options: `-c role=${role}` }
  const pool = new pg.Pool({ connectionString: url, max: maxConnections, ...options })
  pool.on('error', (error) =>
    log?.warn({ code: (error as { code?: string }).code }, 'an idle database connection was lost'),
  )
  // A connection that is lost between two statements of a transaction says so here; without a listener that would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined))
  const kysely = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool }),
    log: (event) => {
      if (event.level === 'query') onQuery?.(event.query.sql)
    },
  })
  const inTransaction = new AsyncLocalStorage<true>()

  function refuseInside(what: string): void {
    if (inTransaction.getStore())
      throw new Error(`${what} inside a transaction would escape it: pass the open tx instead`)
  }

  return {
    async transaction(work) {
      refuseInside('A transaction')
      return kysely.transaction().execute((trx) => inTransaction.run(true, () => work(trx as unknown as Tx)))
    },
    async read(work) {
      refuseInside('A read')
      return work(kysely as unknown as Reader)
    },
    listen: (channel, onMessage, onReconnect) => listen(url, channel, onMessage, onReconnect, log),
    ping: () =>
      Promise.race([
        pool.query('select 1').then(
          () => true,
          () => false,
        ),
        new Promise<false>((resolve) => setTimeout(resolve, PING_MS, false).unref()),
      ]),
    pool: () => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    close: () => kysely.destroy(),
  }
}
