import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Readable } from 'node:stream'
import type { Clock } from '#platform/clock.ts'
import type { Database } from '#platform/database/index.ts'
import type { Files } from '#platform/files/index.ts'
import { errorForLog, type Logger } from '#platform/log.ts'
import { sceneChannel } from '#platform/realtime/index.ts'
import { findExerciseRow, listExercisesUnderWay, markExercise, type ExerciseRow } from './exercise.store.ts'
import { hearPosts, type HearDeps } from './hear-posts.ts'
import { inspectRecording } from './inspect-recording.ts'
import { openPostReader, type PostReader } from './post-reader.ts'
import { findExerciseForUpdate } from './exercise.store.ts'
import { Tally } from './record-sources.ts'
import { findScenario, openScenario } from './scenarios.ts'
import type { Scenes } from './scene.ts'
import { deleteLease, takeLease } from './store.ts'

export interface RunnerDeps extends HearDeps {
  db: Database
  clock: Clock
  log: Logger
  files: Files
  scenes: Scenes
}

/**
 * Plays exercises. Each step saves the posts' outcome and the position together, and takes the exercise's row first:
 * killed at any moment, an exercise goes on by itself where it stood, and two processes cannot play a post twice.
 */
export interface ExerciseRunner {
  /** Begins what should be playing and is not; call after an exercise was started or resumed. */
  wake(): void
  start(): void
  stop(): Promise<void>
  /** Plays at once and as fast as possible: to the end, or to a moment of the recording. */
  playNow(exerciseId: string, until?: Date): Promise<void>
}

const LOOK_MS = 1_000
/** After a crash an exercise rests for so long. The position's own lock keeps two processes apart; the lease only saves them the work. */
const LEASE_MS = 5_000
const STEP_MS = 250
/** With nothing to hear, the scene's time still moves: silences must show. */
const IDLE_STEP_MS = 1_000
const MOST_POSTS_A_STEP = 500
const TRIES = 5

export function createExerciseRunner(deps: RunnerDeps): ExerciseRunner {
  const { db, clock, log, scenes } = deps
  const holder = randomUUID()
  const playing = new Map<string, Promise<void>>()
  const failures = new Map<string, number>()
  const stopping = new AbortController()
  let timer: NodeJS.Timeout | undefined

  async function holdLease(exerciseId: string): Promise<boolean> {
    const now = clock()
    const until = new Date(now.getTime() + LEASE_MS)
    return db.transaction((tx) => takeLease(tx, `exercise:${exerciseId}`, holder, now, until))
  }

  async function look(): Promise<void> {
    for (const id of await db.read(listExercisesUnderWay)) {
      if (playing.has(id) || stopping.signal.aborted || !(await holdLease(id))) continue
      playing.set(
        id,
        play(id, {})
          .catch((error) => fail(id, error))
          .finally(() => playing.delete(id)),
      )
    }
  }

  async function fail(id: string, error: unknown): Promise<void> {
    const times = (failures.get(id) ?? 0) + 1
    failures.set(id, times)
    log.error({ exercise: id, times, error: errorForLog(error) }, 'an exercise stopped unexpectedly')
    if (times >= TRIES)
      await db
        .transaction((tx) => markExercise(tx, id, { state: 'failed', ended_at: clock(), failure: 'broken' }))
        .catch(() => undefined)
  }

  async function play(
    id: string,
    { until, isNow = false }: { until?: Date | undefined; isNow?: boolean },
  ): Promise<void> {
    let row = await db.read((reader) => findExerciseRow(reader, id))
    if (row?.state === 'queued') row = await inspect(row)
    if (row?.state !== 'playing' || !row.first_at || !row.last_at) return
    const posts = await openPostReader(await open(row), row.posts_played)
    try {
      await playOn(row, posts, { until, isNow })
    } finally {
      await posts.close()
      scenes.drop(id)
      await db.transaction((tx) => deleteLease(tx, `exercise:${id}`, holder)).catch(() => undefined)
    }
  }

  async function playOn(
    row: ExerciseRow,
    posts: PostReader,
    { until, isNow }: { until?: Date | undefined; isNow: boolean },
  ): Promise<void> {
    const { id } = row
    const end = row.last_at as Date
    let played = row.posts_played
    let reached = (row.reached_at ?? row.first_at) as Date
    let speed = row.speed
    let anchor = { clock: clock().getTime(), reached: reached.getTime() }
    let steppedAt = 0
    let leasedAt = clock().getTime()
    while (!stopping.signal.aborted) {
      const isFast = isNow || speed === null
      const limit = until && until < end ? until : end
      const due = isFast ? limit.getTime() : anchor.reached + (clock().getTime() - anchor.clock) * (speed ?? 1)
      const batch = await posts.take(due, MOST_POSTS_A_STEP)
      const isOver = posts.isAtEnd() && batch.length < MOST_POSTS_A_STEP && due >= end.getTime()
      const isIdle = batch.length === 0 && !isOver
      if (!isFast && isIdle && performance.now() - steppedAt < IDLE_STEP_MS) {
        await rest(STEP_MS)
        continue
      }
      reached = new Date(Math.max(reached.getTime(), reachedBy(batch.at(-1)?.at, batch.length, due, end)))
      const stepped = await step(id, batch, { played, reached, isOver })
      steppedAt = performance.now()
      if (stepped === undefined) return
      played += batch.length
      if (isOver || (isFast && isIdle)) return
      if (stepped.speed !== speed) {
        speed = stepped.speed
        anchor = { clock: clock().getTime(), reached: reached.getTime() }
      }
      if (clock().getTime() - leasedAt > LEASE_MS / 3) {
        if (!(await holdLease(id))) return
        leasedAt = clock().getTime()
      }
      if (!isFast) await rest(STEP_MS)
    }
  }

  /** One transaction: the posts, what came of them, and the position. Undefined when the exercise is no longer ours to play. */
  function step(
    id: string,
    posts: Awaited<ReturnType<PostReader['take']>>,
    { played, reached, isOver }: { played: number; reached: Date; isOver: boolean },
  ): Promise<{ speed: number | null } | undefined> {
    return scenes.of(id).change(async (tx, detector, scene) => {
      const row = await findExerciseForUpdate(tx, id)
      if (row?.state !== 'playing' || row.posts_played !== played) return undefined
      const now = clock()
      const tally = new Tally()
      for (const post of posts) tally.count((post.source ?? '–').slice(0, 100).replaceAll('\u0000', ''), post.at)
      await hearPosts(deps, tx, detector, scene, { posts, tally, reached, now })
      await markExercise(tx, id, {
        posts_played: played + posts.length,
        reached_at: reached,
        ...(isOver && { state: 'finished', ended_at: now }),
      })
      if (isOver) await deps.realtime.touch(tx, sceneChannel(id))
      return { speed: row.speed }
    })
  }

  async function inspect(row: ExerciseRow): Promise<ExerciseRow | undefined> {
    let saidAt = performance.now()
    const facts = await inspectRecording(await open(row), async (bytes) => {
      if (performance.now() - saidAt < 1_000) return
      saidAt = performance.now()
      await db.transaction((tx) => markExercise(tx, row.id, { bytes_read: bytes }))
    })
    await db.transaction(async (tx) => {
      const now = await findExerciseForUpdate(tx, row.id)
      if (now?.state !== 'queued') return
      const isEmpty = facts.posts === 0
      await markExercise(tx, row.id, {
        state: isEmpty ? 'failed' : 'playing',
        ...(isEmpty && { ended_at: clock() }),
        failure: facts.isDamaged ? 'damaged' : isEmpty ? 'no-posts' : null,
        posts: facts.posts,
        posts_skipped: facts.skipped,
        skips: JSON.stringify(facts.skips),
        first_at: facts.firstAt,
        last_at: facts.lastAt,
        reached_at: facts.firstAt,
        bytes_read: row.bytes ?? 0,
      })
      await deps.realtime.touch(tx, sceneChannel(row.id))
    })
    return db.read((reader) => findExerciseRow(reader, row.id))
  }

  async function open(row: ExerciseRow): Promise<Readable> {
    if (row.file_hash !== null) return deps.files.open(row.file_hash)
    const scenario = row.scenario === null ? undefined : await findScenario(row.scenario)
    if (!scenario) throw new Error('The scenario of an exercise is gone')
    return openScenario(scenario)
  }

  function rest(ms: number): Promise<void> {
    return pause(ms, undefined, { signal: stopping.signal }).catch(() => undefined) as Promise<void>
  }

  const lookAgain = () =>
    void look().catch((error) => log.warn({ error: errorForLog(error) }, 'could not look for exercises to play'))

  return {
    wake: () => {
      if (timer) lookAgain()
    },
    start() {
      timer = setInterval(lookAgain, LOOK_MS)
      lookAgain()
    },
    async stop() {
      stopping.abort()
      clearInterval(timer)
      timer = undefined
      await Promise.all(playing.values())
    },
    playNow: (exerciseId, until) => play(exerciseId, { until, isNow: true }),
  }
}

/** The scene's time after a step: what was asked for when all of it was read, else the last post that was. */
function reachedBy(lastAt: number | undefined, count: number, due: number, end: Date): number {
  if (count >= MOST_POSTS_A_STEP && lastAt !== undefined) return Math.min(lastAt, end.getTime())
  return Math.min(due, end.getTime())
}
