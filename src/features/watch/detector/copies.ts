import type { Reading } from './reading.ts'

/** Above this share of common words, two posts are one source: someone passes the other on. */
const NEAR_COPY = 0.7
/** Shorter posts are alike by chance ("huge explosion"): only the very same words make them copies. */
const SHORT = 4

/** The distinct words of a post, sorted, for comparing. */
export function signatureOf(words: ArrayLike<number>, count: number): Int32Array {
  const sorted = Int32Array.from({ length: Math.min(count, 64) }, (_, i) => words[i]!).sort()
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

/** What is kept of a post to recognise its copies. */
export interface Original {
  id: string
  repostOf: string
  author: string
  repostedHandle: number
  signature: Int32Array
}

/** The post that a reading repeats, and how, or undefined when it speaks for itself. */
export function findOriginal(
  reading: Reading,
  originals: readonly Original[],
): { id: string; how: 'copy' | 'same-author' } | undefined {
  const { post, signature, repostedHandle } = reading
  let sameAuthor: string | undefined
  for (let i = originals.length - 1; i >= 0; i--) {
    const other = originals[i]!
    if (post.id === other.id || post.repostOf === other.id || (post.repostOf && post.repostOf === other.repostOf))
      return { id: other.id, how: 'copy' }
    if (repostedHandle !== 0 && repostedHandle === other.repostedHandle) return { id: other.id, how: 'copy' }
    if (isNearCopy(signature, other.signature)) return { id: other.id, how: 'copy' }
    if (post.author && post.author === other.author) sameAuthor = other.id
  }
  return sameAuthor ? { id: sameAuthor, how: 'same-author' } : undefined
}
