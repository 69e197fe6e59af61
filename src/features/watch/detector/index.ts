import { type DetectorOptions, createDetector } from './create-detector.ts'
import type { DetectedIncident, Post } from './types.ts'

export * from './types.ts'
export { REASONS, type ReasonCode } from './reasons.ts'
export { loadHeads } from './heads.ts'
export type { Learned } from './lessons.ts'
export { learnedIn } from './state.ts'
export { loadModel, type Model } from './model.ts'
export { isKnownState } from './state.ts'
export { type DetectorOptions, createDetector } from './create-detector.ts'

/** The detector as a stage over a stream: posts in, incidents out as they change. */
export async function* detect(posts: AsyncIterable<Post>, options: DetectorOptions): AsyncIterable<DetectedIncident> {
  const detector = createDetector(options)
  for await (const post of posts) yield* detector.push(post)
}
