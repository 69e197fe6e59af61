import pg from 'pg'
import type { Logger } from '../log.ts'

export interface Listener {
  close(): Promise<void>
}

const RETRY_MS = [100, 500, 1_000, 5_000]

/** LISTENs on a connection of its own. After a lost connection it connects again and calls `onReconnect`. */
export async function listen(
  url: string,
  channel: string,
  onMessage: (payload: string) => void,
  onReconnect: () => void,
  log?: Logger,
): Promise<Listener> {
  let closed = false
  let client: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined

  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionString: url, keepAlive: true })
    next.on('error', () => undefined)
    next.on('notification', (message) => onMessage(message.payload ?? ''))
    // A connection that fails while it is made has its own way to the next try: two ways would double with each.
    next.on('end', () => {
      if (client !== next) return
      client = undefined
      retry(0)
    })
    try {
      await next.connect()
      await next.query(`listen ${pg.escapeIdentifier(channel)}`)
    } catch (error) {
      await next.end().catch(() => undefined)
      throw error
    }
    if (closed) await next.end()
    else client = next
  }

  function retry(attempt: number): void {
    if (closed) return
    const wait = RETRY_MS[Math.min(attempt, RETRY_MS.length - 1)]
    timer = setTimeout(() => {
      connect().then(onReconnect, () => {
        log?.warn({ channel, attempt }, 'cannot listen to the database yet')
        retry(attempt + 1)
      })
    }, wait)
  }

  await connect()
  return {
    async close() {
      closed = true
      clearTimeout(timer)
      const last = client
      client = undefined
      await last?.end().catch(() => undefined)
    },
  }
}
