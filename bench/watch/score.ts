import type { DetectedIncident, Detector, Post } from '../../src/features/watch/detector/types.ts'
import { createSupport } from '../../src/features/watch/replay-lines.ts'
import type { LabelledPost } from './pack.ts'

/** An incident's first line in state `probable` or `confirmed`. */
export interface Alert {
  incident: DetectedIncident
  at: number
  /** The posts that `salve replay` names with it. */
  support: string[]
}

/** Lets a detector read a stream and gathers its alerts. `until` may end the reading early. */
export function watch(
  detector: Detector,
  posts: Iterable<Post>,
  until: (alert: Alert) => boolean = () => false,
): { alerts: Alert[]; suspected: number; posts: number } {
  const alerts: Alert[] = []
  const alerted = new Set<string>()
  const supportOf = createSupport()
  const suspected = new Set<string>()
  let read = 0
  for (const post of posts) {
    read++
    for (const incident of detector.push(post)) {
      suspected.add(incident.id)
      const support = supportOf(incident)
      if ((incident.state !== 'probable' && incident.state !== 'confirmed') || alerted.has(incident.id)) continue
      alerted.add(incident.id)
      const alert = { incident, at: incident.at, support }
      alerts.push(alert)
      if (until(alert)) return { alerts, suspected: suspected.size, posts: read }
    }
  }
  return { alerts, suspected: suspected.size, posts: read }
}

/** What an alert is judged by. */
export interface JudgedStream {
  onset: number
  posts: Pick<LabelledPost, 'post' | 'isRelated'>[]
}

export interface Verdicts {
  /** The first true alert, if any. */
  found: Alert | undefined
  duplicates: Alert[]
  wrong: Alert[]
}

/** True: at or after the onset, with at least half of its posts related. A second true one is a duplicate. */
export function judgeAlerts(alerts: Alert[], stream: JudgedStream): Verdicts {
  const related = new Set(stream.posts.flatMap(({ post, isRelated }) => (isRelated ? [post.id] : [])))
  const isTrue = ({ at, support }: Alert) => {
    const shared = support.filter((id) => related.has(id)).length
    return at >= stream.onset && shared > 0 && shared * 2 >= support.length
  }
  const right = alerts.filter(isTrue)
  return { found: right[0], duplicates: right.slice(1), wrong: alerts.filter((alert) => !isTrue(alert)) }
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => (a === b ? 0 : a - b))
  const middle = sorted.length >> 1
  if (sorted.length === 0) return NaN
  return sorted.length % 2
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2
}

/** Area under precision-recall as average precision; ties share their rank. */
export function averagePrecision(scored: { score: number; isPositive: boolean }[]): number {
  const sorted = [...scored].sort((a, b) => b.score - a.score)
  const positives = sorted.filter((item) => item.isPositive).length
  let hits = 0
  let sum = 0
  for (let i = 0; i < sorted.length;) {
    let end = i
    let more = 0
    while (end < sorted.length && sorted[end]?.score === sorted[i]?.score) if (sorted[end++]?.isPositive) more++
    hits += more
    sum += (more * hits) / end
    i = end
  }
  return positives ? sum / positives : NaN
}

/** Share of positives above the score that lets at most `share` of the negatives pass. */
export function recallAt(share: number, positives: number[], negatives: number[]): number {
  const sorted = [...negatives].sort((a, b) => b - a)
  const limit = sorted[Math.floor(share * sorted.length)] ?? -Infinity
  return positives.filter((score) => score > limit).length / positives.length
}
