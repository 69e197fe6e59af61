import { type Cluster, placeOf } from './cluster.ts'
import { learn, unlearn, type Lesson } from './lessons.ts'
import type { Verdict } from './types.ts'

/** Nats by which a dismissal raises the threshold of its kind: an alert, and more the surer it was; a mere suspicion. */
const FALSE_ALERT = 0.8
const PER_NAT_TOO_SURE = 0.25
const MOST_PER_ALERT = 2
const FALSE_SUSPICION = 0.4
/** A real incident shows that the kind happens here, not that the threshold was too high. */
const REAL = -0.25

/** Whether a person has ended it, so that it only listens. */
export function isSilenced({ state }: Cluster): boolean {
  return state === 'dismissed' || state === 'closed'
}

/** For so long an ended cluster swallows what is said of it, ms. Any longer, and it would swallow the next event of its kind. */
const LISTENS_FOR = 6 * 3_600_000

/** Whether a cluster that a person ended has listened long enough. */
export function hasListened(cluster: Cluster, now: number): boolean {
  return isSilenced(cluster) && now - (cluster.ended?.at ?? now) > LISTENS_FOR
}

/** What a verdict on a cluster teaches. Closing one teaches nothing: it was real, and is over. */
export function teach(lessons: readonly Lesson[], cluster: Cluster, verdict: Verdict['verdict'], at: number): Lesson[] {
  if (verdict !== 'confirmed' && verdict !== 'dismissed') return [...lessons]
  const place = placeOf(cluster)
  return learn(
    lessons,
    {
      kind: cluster.kind,
      verdict,
      at,
      place: place && !place.broad ? { lat: place.lat, lon: place.lon } : null,
      nats: verdict === 'confirmed' ? REAL : natsOfDismissal(cluster),
    },
    cluster.id,
  )
}

function natsOfDismissal({ state, belief, threshold }: Cluster): number {
  if (state === 'suspected') return FALSE_SUSPICION
  return Math.min(MOST_PER_ALERT, FALSE_ALERT + PER_NAT_TOO_SURE * Math.max(0, belief - threshold))
}

/** Sets aside what was counted: from here on only what is new counts, to see whether people insist. */
export function setAside(cluster: Cluster, before: Cluster['state'], at: number): void {
  const { burst, people, newsrooms, officials, denials, doubts, belief } = cluster
  cluster.ended = { state: before, at, burst, people, newsrooms, officials, denials, doubts, belief }
  Object.assign(cluster, { burst: [], people: 0, newsrooms: 0, officials: 0, denials: 0, doubts: [], belief: 0 })
}

/** As if it had never been ended: what was said before and since counts together, and what ending it taught is taken back. Undefined when it was not ended. */
export function takeBack(cluster: Cluster, at: number, lessons: readonly Lesson[]): Lesson[] | undefined {
  const { ended, people, newsrooms, officials, denials } = cluster
  if (!ended) return undefined
  const wasDismissed = cluster.state === 'dismissed'
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
  if (!wasDismissed) return [...lessons]
  // A dismissal had taken the place of the confirmation before it.
  return cluster.state === 'confirmed' ? teach(lessons, cluster, 'confirmed', at) : unlearn(lessons, cluster.id)
}
