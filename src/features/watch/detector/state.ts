import type { ClockState } from './clock.ts'
import type { Cluster } from './cluster.ts'
import type { KeptOriginal } from './copies.ts'
import { summariseLessons, type Learned, type Lesson } from './lessons.ts'
import type { RatesState } from './rates.ts'

/** All that a detector remembers, JSON-safe. */
export interface DetectorState {
  version: 2
  clock: ClockState
  rates: RatesState
  clusters: Cluster[]
  originals: KeptOriginal[]
  /** What people's verdicts taught, the latest last. */
  lessons: Lesson[]
  opened: number
  sweptAt: number | null
}

/** The state that `save()` gave, or a fresh one when it is not of this version. */
export function restoreState(saved: unknown): DetectorState & { rates: RatesState } {
  const known = saved as (DetectorState & { rates: RatesState }) | undefined
  // One of an earlier release has no lessons.
  if (known?.version === 2) return structuredClone({ ...known, lessons: known.lessons ?? [] })
  return {
    version: 2,
    clock: { now: null, recent: [] },
    rates: undefined as unknown as RatesState,
    clusters: [],
    originals: [],
    lessons: [],
    opened: 0,
    sweptAt: null,
  }
}

/** What the verdicts in a state that `save()` gave have taught, as of `now`. */
export function learnedIn(saved: unknown, now: number): Learned[] {
  return summariseLessons((saved as DetectorState | null)?.lessons ?? [], now)
}
