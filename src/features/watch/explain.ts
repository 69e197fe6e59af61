import { doubtAgainst, natsOf } from './detector/cluster.ts'
import { FORGOTTEN_AFTER } from './detector/decide.ts'
import { strongestChance } from './detector/chance.ts'
import type { Bearing } from './detector/types.ts'

/** What of a kept post the account needs. Weights are nats, as they were when the post arrived. */
export interface Weighable {
  at: Date
  bearing: Bearing
  weight: number
}

export interface Decided {
  /** When it became probable by itself; null if it never did. */
  probableAt: Date | null
  /** The confidence at which it does. */
  threshold: number
}

/** A post that spoke for the incident, and what it still weighed at the moment of the decision. */
export interface Share<Post> {
  post: Post
  nats: number
}

/** Why an incident stands where it stands: a sum that can be checked. All weights in nats. */
export interface Account<Post> {
  /** The moment that is explained: when it became probable, else when it came nearest to it. */
  at: Date
  /** What spoke for it, the strongest first, and the posts too old by then to say much. */
  shares: Share<Post>[]
  faded: number
  /** Their weight when they arrived, what their number and closeness in time added (below 0: took), and what denials took. */
  arrived: number
  closeness: number
  lostToDenials: number
  total: number
  threshold: number
  /** Counted and otherwise, of all that are kept. */
  tally: Record<'copy' | 'repeat' | 'weak' | 'denies' | 'later', number>
  change: Change
}

/** What would have made the decision another one. */
export type Change =
  | { code: 'second-source' }
  /** So many more posts like those that counted. */
  | { code: 'more'; posts: number; nats: number }
  | { code: 'local' }
  /** Without the strongest post it would have stood at `without`. */
  | { code: 'without-strongest'; without: number; isStill: boolean }

const SOURCES_NEEDED = 2
/** No more than so many posts are ever said to be missing. */
const MOST_MORE = 20

/** The account of a decision. Undefined when no kept post speaks for the incident. */
export function explain<Post extends Weighable>(decided: Decided, posts: readonly Post[]): Account<Post> | undefined {
  const counted = posts.filter(({ bearing }) => bearing === 'counts')
  if (counted.length === 0) return undefined
  const denials = posts.filter(({ bearing }) => bearing === 'denies')
  const at = decided.probableAt?.getTime() ?? strongestMoment(counted, denials)
  const before = counted.filter((post) => post.at.getTime() <= at)
  const chance = chanceAt(before, at)
  const shares = chance.posts.map((post) => ({ post, nats: post.weight }))
  const together = chance.strength
  const arrived = sum(shares)
  const lostToDenials = doubtAt(denials, together, at)
  const total = together - lostToDenials
  const threshold = natsOf(decided.threshold)
  const count = (bearing: Bearing) => posts.filter((post) => post.bearing === bearing).length
  return {
    at: new Date(at),
    shares,
    faded: before.length - shares.length,
    arrived,
    closeness: together - arrived,
    lostToDenials,
    total,
    threshold,
    tally: {
      copy: count('copy'),
      repeat: count('repeat'),
      weak: count('weak'),
      denies: denials.length,
      later: counted.length - before.length,
    },
    change: changeOf(decided, { before, denials, at, total, threshold, sources: shares.length }),
  }
}

interface Standing {
  before: readonly Weighable[]
  denials: readonly Weighable[]
  at: number
  total: number
  threshold: number
  /** How many posts the total rests on. */
  sources: number
}

function changeOf({ probableAt }: Decided, { before, denials, at, total, threshold, sources }: Standing): Change {
  const totalOf = (posts: readonly Weighable[]) => {
    const together = chanceAt(posts, at).strength
    return together - doubtAt(denials, together, at)
  }
  const { posts } = chanceAt(before, at)
  if (probableAt !== null) {
    const without = totalOf(before.filter((post) => post !== posts[0]))
    return { code: 'without-strongest', without, isStill: without >= threshold && sources > SOURCES_NEEDED }
  }
  if (sources < SOURCES_NEEDED) return { code: 'second-source' }
  if (total >= threshold) return { code: 'local' }
  const typical: Weighable = {
    at: new Date(at),
    bearing: 'counts',
    weight: posts[Math.floor(posts.length / 2)]?.weight ?? 1,
  }
  const more = [typical]
  while (more.length < MOST_MORE && totalOf([...before, ...more]) < threshold) more.push(typical)
  return { code: 'more', posts: more.length, nats: threshold - total }
}

/** The moment at which the posts said most together. */
function strongestMoment(counted: readonly Weighable[], denials: readonly Weighable[]): number {
  let best = { at: 0, nats: -Infinity }
  for (const { at: moment } of counted) {
    const at = moment.getTime()
    const together = chanceAt(
      counted.filter((post) => post.at.getTime() <= at),
      at,
    ).strength
    const nats = together - doubtAt(denials, together, at)
    if (nats > best.nats) best = { at, nats }
  }
  return best.at
}

/** The most telling coincidence of posts up to a moment, as the detector reckons it. */
function chanceAt<Post extends Weighable>(posts: readonly Post[], at: number) {
  const telling = posts
    .map((post) => ({ post, at: post.at.getTime(), weight: post.weight }))
    .filter((one) => at - one.at <= FORGOTTEN_AFTER)
  const { strength, posts: best } = strongestChance(telling)
  return { strength, posts: best.map(({ post }) => post) }
}

/** Denials weigh below 0; only those before the moment count against it. */
function doubtAt(denials: readonly Weighable[], nats: number, at: number): number {
  const doubts = denials
    .filter((denial) => denial.at.getTime() <= at)
    .map((denial) => ({ at: denial.at.getTime(), weight: -denial.weight, place: null }))
  return doubtAgainst({ doubts }, nats, at)
}

function sum(shares: readonly { nats: number }[]): number {
  return shares.reduce((total, { nats }) => total + nats, 0)
}
