import type { Area, Post } from '../../src/features/watch/detector/types.ts'
import { createRandom, shuffle } from './pack.ts'
import type { EventStream, PackEvent } from './pack.ts'

const HOUR = 3_600_000

/** An area around an event for a stream that is already narrowed by place: 50 km, no places. */
export function areaAround(event: Pick<PackEvent, 'name' | 'lat' | 'lon'>): Area {
  return { name: event.name, hospital: { name: 'The nearest hospital', lat: event.lat, lon: event.lon }, radiusKm: 50 }
}

/** Time of the first related post at or after the onset: before it nobody can know. */
export function firstRelated(stream: EventStream): number {
  const first = stream.posts.find(({ post, isRelated }) => isRelated && post.at >= stream.onset)
  if (!first) throw new Error(`${stream.name} has no related post after its onset`)
  return first.post.at
}

/** The hours in which an event is looked for: 6 before the onset to 12 after the first related post. */
export function windowOf(stream: EventStream): { from: number; to: number } {
  return { from: stream.onset - 6 * HOUR, to: firstRelated(stream) + 12 * HOUR }
}

/**
 * Ordinary talk at `perMinute` posts, arriving at random (Poisson), drawn from `pool` without repeating a text until
 * all were drawn.
 */
export function* talk(pool: Post[], perMinute: number, from: number, to: number, seed: number): Generator<Post> {
  const random = createRandom(seed)
  const gap = 60_000 / perMinute
  let drawn: Post[] = []
  let round = 0
  for (let at = from - Math.log(1 - random()) * gap; at < to; at -= Math.log(1 - random()) * gap) {
    if (drawn.length === 0) {
      drawn = shuffle(pool, random)
      round++
    }
    const { id, text, lang } = drawn.pop() as Post
    yield { id: `talk-${round}-${id}`, at: Math.floor(at), text, ...(lang && { lang }) }
  }
}

/** Two streams as one, by time. */
export function* mergeTwo(first: Iterable<Post>, second: Iterable<Post>): Generator<Post> {
  const [a, b] = [first[Symbol.iterator](), second[Symbol.iterator]()]
  let [headA, headB] = [a.next(), b.next()]
  while (!headA.done || !headB.done) {
    if (headB.done || (!headA.done && headA.value.at <= headB.value.at)) {
      yield headA.value as Post
      headA = a.next()
    } else {
      yield headB.value
      headB = b.next()
    }
  }
}

/** The posts of an event within a time. */
export function postsWithin(stream: EventStream, from: number, to: number): Post[] {
  return stream.posts.flatMap(({ post }) => (post.at >= from && post.at < to ? [post] : []))
}
