import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Clock } from '#platform/clock.ts'
import type { Database } from '#platform/database/index.ts'
import { errorForLog, type Logger } from '#platform/log.ts'
import { sceneChannel } from '#platform/realtime/index.ts'
import { superviseStream, type StreamState } from '#platform/streams/supervise.ts'
import type { Post } from './detector/types.ts'
import { hearPosts, type HearDeps } from './hear-posts.ts'
import { recordSources, Tally } from './record-sources.ts'
import type { Scenes } from './scene.ts'
import { findSource, listSources, markSource, type SourceRow } from './source.store.ts'
import { createFollowedFile } from './sources/followed-file.ts'
import { createNdjsonSource } from './sources/ndjson.ts'
import type { Batch, Source } from './sources/source.ts'
import { deleteLease, takeLease } from './store.ts'

export interface LiveDeps extends HearDeps {
  db: Database
  clock: Clock
  log: Logger
  scenes: Scenes
  fetch: typeof fetch
  /** Followed files lie here. */
  streamsFolder: string
  /** Shorter waits, for tests. */
  pace?: { stallMs?: number; backOff?: { firstMs: number; mostMs: number }; gatherMs?: number }
}

/** The real world's sources: connected by one process, watched, their posts taken through the pipeline. */
export interface LiveSources {
  start(): void
  stop(): Promise<void>
  /** True in the process that serves; commands and tests do not connect by themselves. */
  isStarted(): boolean
  /** Connects, pauses and lets go as the settings now say. */
  refresh(): Promise<void>
  /** Takes posts of one source through the pipeline, with where the source stands after them. */
  hear(sourceId: string, batch: Batch): Promise<void>
  /** Looks at the clock: sources that fell silent, incidents that ended. */
  tick(): Promise<void>
  /** Posts heard in the last minute, by this process. */
  postsPerSecond(): number
}

const LEASE = 'real'
const LEASE_MS = 20_000
const TICK_MS = 5_000
/** Posts are gathered for so long before the next transaction. */
const GATHER_MS = 100

export function createLiveSources(deps: LiveDeps): LiveSources {
  const { db, clock, log, scenes } = deps
  const holder = randomUUID()
  const running = new Map<string, { config: string; stop: () => Promise<void> }>()
  const recent: { at: number; posts: number }[] = []
  let timer: NodeJS.Timeout | undefined
  let ticking: Promise<void> | undefined
  let gathered: { sourceId: string; batch: Batch }[] = []
  let flushing: Promise<void> | undefined
  let flushedAt = 0

  async function hear(sourceId: string, batch: Batch): Promise<void> {
    gathered.push({ sourceId, batch })
    recent.push({ at: performance.now(), posts: batch.posts.length })
    flushing ??= flushSoon()
    await flushing
  }

  async function flushSoon(): Promise<void> {
    // Always a pause, however short: `flushing` must be set before it is cleared.
    await pause(Math.max(0, flushedAt + (deps.pace?.gatherMs ?? GATHER_MS) - performance.now()))
    const mine = gathered
    gathered = []
    // Whoever comes from here on belongs to the next transaction.
    flushing = undefined
    await flush(mine)
    flushedAt = performance.now()
  }

  async function flush(batches: { sourceId: string; batch: Batch }[]): Promise<void> {
    await scenes.of(null).change(async (tx, detector, scene) => {
      const now = clock()
      const tally = new Tally()
      const posts: Post[] = []
      for (const { sourceId, batch } of batches) {
        const source = await findSource(tx, sourceId)
        if (!source || source.paused) continue
        for (const post of batch.posts) {
          tally.count(sourceId, now.getTime())
          posts.push(post.source ? post : { ...post, source: source.name })
        }
        await markSource(tx, sourceId, {
          cursor: JSON.stringify(batch.cursor ?? null),
          last_heard_at: now,
          error: null,
          ...(batch.posts.length > 0 && { lag_seconds: lagOf(batch.posts, now) }),
        })
      }
      await hearPosts(deps, tx, detector, scene, { posts, tally, reached: now, now })
    })
  }

  async function tick(): Promise<void> {
    await scenes.of(null).change(async (tx, detector, scene) => {
      const now = clock()
      await hearPosts(deps, tx, detector, scene, { posts: [], tally: new Tally(), reached: now, now })
    })
  }

  async function refresh(): Promise<void> {
    const rows = await db.read((reader) => listSources(reader, null))
    const wanted = new Map(rows.filter(({ paused }) => !paused).map((row) => [row.id, row]))
    for (const [id, stream] of running) {
      const row = wanted.get(id)
      if (row && configOf(row) === stream.config) continue
      running.delete(id)
      await stream.stop()
    }
    for (const row of wanted.values()) if (!running.has(row.id)) running.set(row.id, connect(row))
  }

  function connect(row: SourceRow): { config: string; stop: () => Promise<void> } {
    const ended = new AbortController()
    const source = open(row)
    const done = superviseStream<Batch>(
      {
        stallMs: deps.pace?.stallMs ?? source.stallMs,
        ...(deps.pace?.backOff && { backOff: deps.pace.backOff }),
        async *connect(connection) {
          const now = await db.read((reader) => findSource(reader, row.id))
          yield* source.connect(now?.cursor ?? undefined, connection)
        },
        async take(batch) {
          if (batch.skipped > 0)
            log.warn({ source: row.id, skipped: batch.skipped }, 'a source sent lines that are not posts')
          await hear(row.id, batch)
        },
        onState: (state) =>
          void noteState(row.id, state).catch((error) =>
            log.warn({ error: errorForLog(error) }, 'could not note the state of a source'),
          ),
      },
      ended.signal,
    ).catch((error) => log.error({ source: row.id, error: errorForLog(error) }, 'a source ended unexpectedly'))
    return {
      config: configOf(row),
      async stop() {
        ended.abort()
        await done
      },
    }
  }

  function open(row: SourceRow): Source {
    if (row.kind === 'ndjson-file') return createFollowedFile({ path: join(deps.streamsFolder, row.config.file ?? '') })
    return createNdjsonSource({ url: row.config.url ?? '', fetch: deps.fetch })
  }

  async function noteState(id: string, state: StreamState): Promise<void> {
    await db.transaction(async (tx) => {
      const error = state.state === 'waiting' ? state.code : null
      await markSource(tx, id, { error, ...(error === null && { last_heard_at: clock() }) })
      await recordSources(tx, { exerciseId: null, tally: new Tally(), now: clock() })
      await deps.realtime.touch(tx, sceneChannel(null))
    })
  }

  async function beat(): Promise<void> {
    const now = clock()
    const mine = await db.transaction((tx) => takeLease(tx, LEASE, holder, now, new Date(now.getTime() + LEASE_MS)))
    if (!mine) {
      for (const stream of running.values()) await stream.stop()
      running.clear()
      return
    }
    await refresh()
    await tick()
  }

  const beatAgain = () => {
    ticking ??= beat()
      .catch((error) => log.warn({ error: errorForLog(error) }, 'could not look after the sources'))
      .finally(() => (ticking = undefined))
  }

  return {
    hear,
    tick,
    refresh,
    isStarted: () => timer !== undefined,
    postsPerSecond() {
      const since = performance.now() - 60_000
      while (recent[0] && recent[0].at < since) recent.shift()
      return recent.reduce((sum, { posts }) => sum + posts, 0) / 60
    },
    start() {
      timer = setInterval(beatAgain, TICK_MS)
      beatAgain()
    },
    async stop() {
      clearInterval(timer)
      await ticking
      await Promise.all([...running.values()].map((stream) => stream.stop()))
      running.clear()
      if (timer) await db.transaction((tx) => deleteLease(tx, LEASE, holder)).catch(() => undefined)
      timer = undefined
    },
  }
}

function configOf(row: SourceRow): string {
  return JSON.stringify([row.kind, row.config])
}

/** How late posts arrive: the median of the batch, seconds; posts from the future count as on time. */
function lagOf(posts: readonly Post[], now: Date): number {
  const lags = posts.map(({ at }) => Math.max(0, (now.getTime() - at) / 1_000)).toSorted((a, b) => a - b)
  return lags[Math.floor(lags.length / 2)] ?? 0
}
