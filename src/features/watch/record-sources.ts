import type { Tx } from '#platform/database/index.ts'
import { listSources, markSource, saveSource, type SourceRow } from './source.store.ts'
import { hearMinutes, judgeSource, type HeardMinute, type SourceJudgement } from './source-rules.ts'
import { minuteOf } from './rules.ts'
import { saveRates } from './store.ts'

/** What was heard of the sources of a scene since the last time, by source. */
export class Tally {
  readonly #minutes = new Map<string, Map<number, HeardMinute>>()

  /** Counts one post of a source (its name in an exercise, its id in the real world) at a time of the scene. */
  count(source: string, at: number): void {
    let minutes = this.#minutes.get(source)
    if (!minutes) this.#minutes.set(source, (minutes = new Map()))
    const minute = minuteOf(at)
    const known = minutes.get(minute)
    if (!known) {
      minutes.set(minute, { firstAt: new Date(at), lastAt: new Date(at), posts: 1 })
      return
    }
    known.posts += 1
    if (at < known.firstAt.getTime()) known.firstAt = new Date(at)
    if (at > known.lastAt.getTime()) known.lastAt = new Date(at)
  }

  sources(): string[] {
    return [...this.#minutes.keys()]
  }

  /** The minutes of a source, oldest first. */
  minutesOf(source: string): HeardMinute[] {
    return [...(this.#minutes.get(source) ?? [])].toSorted(([a], [b]) => a - b).map(([, heard]) => heard)
  }
}

export interface HeardSources {
  exerciseId: string | null
  tally: Tally
  /** Now in the scene. */
  now: Date
}

/** Keeps what was heard: rates by minute, each source's pace, and its state as of now. True when a state has changed. */
export async function recordSources(tx: Tx, { exerciseId, tally, now }: HeardSources): Promise<boolean> {
  const sources = await listSources(tx, exerciseId)
  const keyOf = (source: SourceRow) => (exerciseId === null ? source.id : source.name)
  const known = new Set(sources.map(keyOf))
  if (exerciseId !== null) {
    for (const name of tally.sources()) {
      if (known.has(name)) continue
      const since = tally.minutesOf(name)[0]?.firstAt ?? now
      sources.push(
        await saveSource(tx, {
          exercise_id: exerciseId,
          name,
          kind: 'recorded',
          config: '{}',
          state: 'live',
          added_at: since,
        }),
      )
    }
  }
  let hasChanged = false
  const rates: { sourceId: string; minute: Date; posts: number }[] = []
  for (const source of sources) {
    const minutes = tally.minutesOf(keyOf(source))
    for (const heard of minutes)
      rates.push({ sourceId: source.id, minute: new Date(minuteOf(heard.lastAt.getTime())), posts: heard.posts })
    hasChanged = (await recordSource(tx, source, minutes, now)) || hasChanged
  }
  await saveRates(tx, exerciseId, rates)
  return hasChanged
}

async function recordSource(tx: Tx, source: SourceRow, minutes: HeardMinute[], now: Date): Promise<boolean> {
  const isConnected = source.kind === 'recorded' || source.error === null
  const pace = source.pace_from && {
    expectedPerMinute: source.expected_per_minute,
    recentPerMinute: source.recent_per_minute,
    from: source.pace_from,
    posts: source.posts_since,
  }
  const heard = hearMinutes({ pace, lastPostAt: source.last_post_at }, { isConnected, since: source.added_at }, minutes)
  const lastHeardAt = latest(source.last_heard_at, heard.lastPostAt)
  const judged: SourceJudgement = judgeSource(
    {
      isPaused: source.paused,
      isConnected,
      expectedPerMinute: heard.pace?.expectedPerMinute ?? null,
      recentPerMinute: heard.pace?.recentPerMinute ?? null,
      lastHeardAt,
      lastPostAt: heard.lastPostAt,
      lagSeconds: source.lag_seconds,
      since: source.added_at,
    },
    now,
  )
  const isSame = judged.state === source.state && judged.blindSince?.getTime() === source.blind_since?.getTime()
  if (isSame && minutes.length === 0) return false
  await markSource(tx, source.id, {
    state: judged.state,
    blind_since: judged.blindSince,
    expected_per_minute: heard.pace?.expectedPerMinute ?? null,
    recent_per_minute: heard.pace?.recentPerMinute ?? null,
    pace_from: heard.pace?.from ?? null,
    posts_since: heard.pace?.posts ?? 0,
    posts: source.posts + minutes.reduce((sum, { posts }) => sum + posts, 0),
    last_post_at: heard.lastPostAt,
    last_heard_at: lastHeardAt,
  })
  return !isSame
}

function latest(a: Date | null, b: Date | null): Date | null {
  return a && b ? (a > b ? a : b) : (a ?? b)
}
