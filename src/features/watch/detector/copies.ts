import type { Reading } from './reading.ts'
import { hashWord } from './word-hash.ts'

/** Above this share of common words, two posts are one source: someone passes the other on. */
const NEAR_COPY = 0.7
/** Shorter posts are alike by chance ("huge explosion"): only the very same words make them copies. */
const SHORT = 4
/** Words that only say that a post is passed on. */
const PASSING_ON = new Set(['rt', 'via'].map(hashWord))

/** The distinct words of a post, sorted, for comparing. */
export function signatureOf(words: ArrayLike<number>, count: number): Int32Array {
  const sorted = Int32Array.from({ length: Math.min(count, 64) }, (_, i) => words[i]!)
    .filter((word) => !PASSING_ON.has(word))
    .sort()
  let distinct = 0
  for (let i = 0; i < sorted.length; i++) if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[distinct++] = sorted[i]!
  return sorted.slice(0, distinct)
}

/** Whether two posts say the same in (nearly) the same words, one perhaps quoting the other whole. */
export function isNearCopy(a: Int32Array, b: Int32Array): boolean {
  const smaller = Math.min(a.length, b.length)
  const larger = Math.max(a.length, b.length)
  if (smaller === 0) return false
  // A quote may add words, yet not so many that it becomes a text of its own.
  if (smaller < SHORT ? smaller !== larger : larger > smaller * 2.5) return false
  const common = countCommon(a, b)
  if (smaller < SHORT) return common === smaller
  return common / smaller > NEAR_COPY && common >= 3
}

function countCommon(a: Int32Array, b: Int32Array): number {
  let common = 0
  let i = 0
  let j = 0
  while (i < a.length && j < b.length) {
    const difference = a[i]! - b[j]!
    if (difference === 0) {
      common++
      i++
      j++
    } else if (difference < 0) i++
    else j++
  }
  return common
}

/** An original is known for this long after it was last said, also when its event is over, ms. */
const KEPT_FOR = 60 * 60_000
/** Beyond these many, those not said for longest are forgotten first. */
const MOST_ORIGINALS = 2000

/** What is kept of a post to recognise its copies, and the cluster in which it counted. */
export interface Original {
  id: string
  cluster: string
  /** When it or a copy was last heard, ms. */
  saidAt: number
  repostOf: string
  author: string
  repostedHandle: number
  signature: Int32Array
  /** A bit for each word, so that most posts are told apart at a glance. */
  low: number
  high: number
}

/** An original as it is saved, JSON-safe. */
export type KeptOriginal = Omit<Original, 'signature' | 'low' | 'high'> & { signature: number[] }

/** All originals that are still known, across clusters: whatever becomes of its event, a text counts once. */
export interface Originals {
  /** The post that a reading copies, whichever event it belongs to; notes that it was said again. */
  findCopied(reading: Reading, now: number): Original | undefined
  /** The post of one event that a reading only continues: by the same author, or passed on from the same account. */
  findVoice(reading: Reading, cluster: string): { id: string; how: 'copy' | 'same-author' } | undefined
  remember(reading: Reading, cluster: string, now: number): void
  /** Posts that counted for one cluster count for another from now on: all, or those of some ids. */
  move(from: string, to: string, ids?: ReadonlySet<string>): void
  /** Forgets what was not said for an hour and belongs to no cluster any more. */
  forget(now: number, isKnown: (cluster: string) => boolean): void
  save(): KeptOriginal[]
}

export function createOriginals(saved: readonly KeptOriginal[]): Originals {
  // Those last said stand last.
  let known = saved.map((kept) => withBits({ ...kept, signature: Int32Array.from(kept.signature) }))

  function isCopy({ post, signature }: Reading, low: number, high: number, other: Original): boolean {
    if (post.id === other.id || post.repostOf === other.id) return true
    if (post.repostOf && post.repostOf === other.repostOf) return true
    const smaller = Math.min(signature.length, other.signature.length)
    const missing =
      signature.length <= other.signature.length
        ? countBits(low & ~other.low) + countBits(high & ~other.high)
        : countBits(other.low & ~low) + countBits(other.high & ~high)
    return missing <= smaller * (1 - NEAR_COPY) && isNearCopy(signature, other.signature)
  }

  return {
    findCopied(reading, now) {
      const { low, high } = bitsOf(reading.signature)
      for (let i = known.length - 1; i >= 0; i--) {
        const other = known[i]!
        if (!isCopy(reading, low, high, other)) continue
        other.saidAt = Math.max(other.saidAt, now)
        known.splice(i, 1)
        known.push(other)
        return other
      }
      return undefined
    },
    findVoice({ post, repostedHandle }, cluster) {
      let sameAuthor: string | undefined
      for (let i = known.length - 1; i >= 0; i--) {
        const other = known[i]!
        if (other.cluster !== cluster) continue
        if (repostedHandle !== 0 && repostedHandle === other.repostedHandle) return { id: other.id, how: 'copy' }
        if (post.author && post.author === other.author) sameAuthor = other.id
      }
      return sameAuthor ? { id: sameAuthor, how: 'same-author' } : undefined
    },
    remember({ post, repostedHandle, signature }, cluster, now) {
      const { id, repostOf = '', author = '' } = post
      known.push(withBits({ id, cluster, saidAt: now, repostOf, author, repostedHandle, signature }))
      if (known.length > MOST_ORIGINALS) known.shift()
    },
    move(from, to, ids) {
      for (const original of known)
        if (original.cluster === from && (!ids || ids.has(original.id))) original.cluster = to
    },
    forget(now, isKnown) {
      known = known.filter(({ saidAt, cluster }) => now - saidAt <= KEPT_FOR || isKnown(cluster))
    },
    save: () =>
      known.map(({ id, cluster, saidAt, repostOf, author, repostedHandle, signature }) => ({
        id,
        cluster,
        saidAt,
        repostOf,
        author,
        repostedHandle,
        signature: [...signature],
      })),
  }
}

function withBits(original: Omit<Original, 'low' | 'high'>): Original {
  return { ...original, ...bitsOf(original.signature) }
}

function bitsOf(signature: Int32Array): { low: number; high: number } {
  let low = 0
  let high = 0
  for (const word of signature) {
    const bit = (word ^ (word >>> 13)) & 63
    if (bit < 32) low |= 1 << bit
    else high |= 1 << (bit - 32)
  }
  return { low, high }
}

function countBits(bits: number): number {
  let n = bits - ((bits >>> 1) & 0x55555555)
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333)
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
