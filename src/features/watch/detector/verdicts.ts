import type { Cluster } from './cluster.ts'
import { KINDS, type Kind, type Verdict } from './types.ts'

/** How much stricter a dismissal makes its kind here, and how much less strict a confirmation. */
const DISMISSED = 1.15
const CONFIRMED = 0.93

/** Whether a person has ended it, so that it only listens. */
export function isSilenced({ state }: Cluster): boolean {
  return state === 'dismissed' || state === 'closed'
}

/** What a verdict teaches about a kind: a factor on its threshold. */
export function lessonOf(verdict: Verdict['verdict']): number {
  return verdict === 'confirmed' ? CONFIRMED : verdict === 'dismissed' ? DISMISSED : 1
}

/** Makes a kind stricter here, within bounds. */
export function teach(strictness: number[], kind: Kind, factor: number): void {
  const index = KINDS.indexOf(kind)
  strictness[index] = Math.min(2, Math.max(0.6, strictness[index]! * factor))
}

/** Sets aside what was counted: from here on only what is new counts, to see whether people insist. */
export function setAside(cluster: Cluster, before: Cluster['state']): void {
  const { burst, people, newsrooms, officials, denials, doubts, belief } = cluster
  cluster.ended = { state: before, burst, people, newsrooms, officials, denials, doubts, belief }
  Object.assign(cluster, { burst: [], people: 0, newsrooms: 0, officials: 0, denials: 0, doubts: [], belief: 0 })
}

/** As if it had never been ended: what was said before and since counts together. Returns whether it was set aside at all. */
export function takeBack(cluster: Cluster, at: number, strictness: number[]): boolean {
  const { ended, people, newsrooms, officials, denials } = cluster
  if (!ended) return false
  if (cluster.state === 'dismissed') teach(strictness, cluster.kind, 1 / DISMISSED)
  Object.assign(cluster, {
    ...ended,
    burst: [...ended.burst, ...cluster.burst].slice(-64),
    doubts: [...ended.doubts, ...cluster.doubts].slice(-32),
    people: ended.people + people,
    newsrooms: ended.newsrooms + newsrooms,
    officials: ended.officials + officials,
    denials: ended.denials + denials,
    at: Math.max(cluster.at, at),
  })
  delete cluster.ended
  return true
}
