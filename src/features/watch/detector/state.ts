import type { ClockState } from './clock.ts'
import type { Cluster } from './cluster.ts'
import type { KeptOriginal } from './copies.ts'
import type { RatesState } from './rates.ts'
import type { TopicsState } from './topics.ts'
import { KINDS } from './types.ts'

/** All that a detector remembers, JSON-safe. */
export interface DetectorState {
  version: 2
  clock: ClockState
  rates: RatesState
  clusters: Cluster[]
  originals: KeptOriginal[]
  topics?: TopicsState
  /** Per kind, what verdicts have made of the threshold, as a factor. */
  strictness: number[]
  opened: number
  sweptAt: number | null
}

/** The state that `save()` gave, or a fresh one when it is not of this version. */
export function restoreState(saved: unknown): DetectorState & { rates: RatesState } {
  const known = saved as (DetectorState & { rates: RatesState }) | undefined
  if (known?.version === 2) return structuredClone(known)
  return {
    version: 2,
    clock: { now: null, recent: [] },
    rates: undefined as unknown as RatesState,
    clusters: [],
    originals: [],
    strictness: KINDS.map(() => 1),
    opened: 0,
    sweptAt: null,
  }
}
