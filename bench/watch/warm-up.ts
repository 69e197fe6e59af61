import { createDetector } from '../../src/features/watch/detector/index.ts'
import type { Area, Detector, Post } from '../../src/features/watch/detector/types.ts'
import type { TriageModel } from './models.ts'
import { talk } from './streams.ts'

/** When the talk of a warm-up ends, and what is measured begins. */
export const WARMED_UP_AT = Date.UTC(2026, 2, 4, 12)

const WARM_UP = 6 * 3_600_000

/**
 * Detectors that have heard six hours of ordinary talk and nothing else, each as if the others were not: the usual
 * rates are learnt once and remembered by all.
 */
export function warmUp(
  area: Area,
  model: TriageModel,
  pool: Post[],
  { perMinute, seed }: { perMinute: number; seed: number },
): () => Detector {
  const first = createDetector({ area, model })
  for (const post of talk(pool, perMinute, WARMED_UP_AT - WARM_UP, WARMED_UP_AT, seed)) first.push(post)
  const saved = JSON.stringify(first.save())
  return () => createDetector({ area, model, state: JSON.parse(saved) })
}

/** Talk after a warm-up to `until`, under ids of its own: the network gives no id twice. */
export function* talkOn(pool: Post[], perMinute: number, until: number, seed: number): Generator<Post> {
  for (const post of talk(pool, perMinute, WARMED_UP_AT, until, seed)) yield { ...post, id: `on-${seed}-${post.id}` }
}
