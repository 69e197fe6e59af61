import { errorForLog } from '#platform/log.ts'
import type { Channel } from '../channels/channel.ts'
import type { PagingDeps } from '../deps.ts'
import { makeMove } from '../escalation.ts'
import { listLateCalls } from '../call.store.ts'
import { noteInterrupted, sendPage } from './send.ts'
import { listForgotten, listInterrupted } from './store.ts'

/** Work that is later than this has lost its job: its process was killed, or the jobs were not in a backup. */
const LATE_SECONDS = 10
const SWEEP_MS = 5_000
const AT_A_TIME = 4

/**
 * Finds what a crash left behind: messages whose sender died, messages that nobody took, deadlines that passed unseen. Safe to run at any
 * time and by several processes: each thing is taken under a lock. Returns how much there was.
 */
export async function recoverPages(deps: PagingDeps, channels: readonly Channel[]): Promise<number> {
  const now = deps.clock()
  const late = new Date(now.getTime() - LATE_SECONDS * 1_000)
  const found = await deps.db.read(async (reader) => ({
    interrupted: await listInterrupted(reader, now),
    forgotten: await listForgotten(reader, late),
    calls: await listLateCalls(reader, late),
  }))
  const work = [
    ...found.interrupted.map(
      ({ id }) =>
        () =>
          noteInterrupted(deps, id),
    ),
    ...found.calls.map(
      ({ id, tick }) =>
        () =>
          makeMove(deps, id, tick),
    ),
    ...found.forgotten.map((id) => () => sendPage(deps, channels, id)),
  ]
  for (let at = 0; at < work.length; at += AT_A_TIME) {
    const done = await Promise.allSettled(work.slice(at, at + AT_A_TIME).map((each) => each()))
    for (const result of done) {
      if (result.status === 'rejected')
        deps.log.error({ error: errorForLog(result.reason) }, 'a page could not be recovered yet')
    }
  }
  return work.length
}

/** Recovers at the start and every few seconds, until stopped. */
export function createRecovery(
  deps: PagingDeps,
  channels: readonly Channel[],
): { start(): Promise<void>; stop(): Promise<void> } {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<unknown> | undefined

  function sweep(): void {
    running ??= recoverPages(deps, channels)
      .catch((error) => deps.log.warn({ error: errorForLog(error) }, 'pages could not be looked after; trying again'))
      .finally(() => {
        running = undefined
      })
  }

  return {
    async start() {
      sweep()
      timer = setInterval(sweep, SWEEP_MS)
    },
    async stop() {
      clearInterval(timer)
      await running
    },
  }
}
