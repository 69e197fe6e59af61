import { sql } from 'kysely'
import { own, reading, type Database, type Reader, type Tx } from '../database/index.ts'
import type { Logger } from '../log.ts'
import { createSubscriber, type Subscriber } from './subscriber.ts'

/**
 * Tells open pages that something changed. A channel has a version that grows; a page's stream sends the region's new HTML for a version.
 * The version is the SSE event id: who comes back with an older `Last-Event-ID` is sent the present state at once, so nothing is missed.
 */
export interface Realtime {
  /** Marks a channel as changed: open streams draw anew after commit. */
  touch(tx: Tx, channel: string): Promise<void>
  version(channel: string): Promise<number>
  /** Hears of each new version, here or in another process. */
  subscribe(channel: string, onVersion: (version: number) => void): Subscriber
  open(): { streams: number }
  start(): Promise<void>
  stop(): Promise<void>
}

interface RealtimeTables {
  realtime_channel: { name: string; version: number }
}

/** The channel of a whole scene: the real board, or one exercise's. Watch, paging and readiness all touch it. */
export function sceneChannel(exerciseId: string | null): string {
  return exerciseId === null ? 'scene:real' : `scene:${exerciseId}`
}

const NOTIFY = 'salve_realtime'

export function createRealtime({ db, log }: { db: Database; log: Logger }): Realtime {
  const subscribers = new Map<string, Set<(version: number) => void>>()
  let close: (() => Promise<void>) | undefined

  function tell(channel: string, version: number): void {
    for (const hear of subscribers.get(channel) ?? []) hear(version)
  }

  async function tellAll(): Promise<void> {
    for (const channel of subscribers.keys()) tell(channel, await version(channel))
  }

  function version(channel: string): Promise<number> {
    return db.read((reader) => findVersion(reader, channel))
  }

  return {
    async touch(tx, channel) {
      await sql`
        with touched as (
          insert into realtime_channel (name, version) values (${channel}, 1)
          on conflict (name) do update set version = realtime_channel.version + 1
          returning version
        )
        select pg_notify(${NOTIFY}, ${channel} || ' ' || version) from touched`.execute(own<RealtimeTables>(tx))
    },
    version,
    subscribe(channel, onVersion) {
      return createSubscriber(subscribers, channel, onVersion)
    },
    open: () => ({ streams: [...subscribers.values()].reduce((sum, set) => sum + set.size, 0) }),
    async start() {
      const listener = await db.listen(
        NOTIFY,
        (payload) => {
          const space = payload.lastIndexOf(' ')
          tell(payload.slice(0, space), Number(payload.slice(space + 1)))
        },
        () => void tellAll().catch(() => log.warn('could not tell open pages what they missed')),
      )
      close = () => listener.close()
    },
    async stop() {
      await close?.()
    },
  }
}

async function findVersion(reader: Reader, channel: string): Promise<number> {
  const row = await reading<RealtimeTables>(reader)
    .selectFrom('realtime_channel')
    .select('version')
    .where('name', '=', channel)
    .executeTakeFirst()
  return row?.version ?? 0
}
