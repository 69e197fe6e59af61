import type { Reading } from './reading.ts'
import { type Original, createIndex } from './originals-index.ts'
import { hashWord } from './word-hash.ts'

/** Above this share of common words, two posts are one source: someone passes the other on. Of few words, what happened and where already make two witnesses alike. */
const NEAR_COPY = 0.7
const NEAR_COPY_OF_FEW = 0.79
const FEW = 8
/** Shorter posts are alike by chance ("huge explosion"): only the very same words make them copies. */
const SHORT = 4
/** A copy has at most this many times the words of what it copies. */
const MOST_ADDED = 2.5
/** So many words in common, nearly all of the shorter text: the longer one holds it whole, however long it is. */
const QUOTE_WORDS = 8
const QUOTE_SHARE = 0.9
/** Of two texts of equal length, this share of words at the very same place shows one template filled in twice. */
const TEMPLATE_WORDS = 8
const TEMPLATE_SHARE = 0.5

/** Texts are compared by so many of their first words. */
const COMPARED_WORDS = 64
/** Words that only say that a post is passed on. */
const PASSING_ON = new Set(['rt', 'via'].map(hashWord))

/** The words of a post in order, for comparing: the first of them, and none that only say that it is passed on. */
export function spokenWords(words: ArrayLike<number>, count: number): Int32Array {
  return Int32Array.from({ length: Math.min(count, COMPARED_WORDS) }, (_, i) => words[i]!).filter(
    (word) => !PASSING_ON.has(word),
  )
}

/** The distinct words among those of a post, sorted. */
export function signatureOf(words: Int32Array): Int32Array {
  const sorted = words.slice().sort()
  let distinct = 0
  for (let i = 0; i < sorted.length; i++) if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[distinct++] = sorted[i]!
  return sorted.slice(0, distinct)
}

/** Whether two posts say the same in (nearly) the same words, one perhaps quoting the other whole. */
export function isNearCopy(a: Int32Array, b: Int32Array, common = countCommon(a, b)): boolean {
  const smaller = Math.min(a.length, b.length)
  const larger = Math.max(a.length, b.length)
  if (smaller === 0) return false
  // A quote may add words, yet not so many that it becomes a text of its own.
  if (smaller < SHORT) return smaller === larger && common === smaller
  if (larger > smaller * MOST_ADDED) return false
  return common / smaller > (smaller < FEW ? NEAR_COPY_OF_FEW : NEAR_COPY) && common >= 3
}

/** Whether the longer of two texts holds (nearly) all words of the shorter. */
function isHeld(a: Int32Array, b: Int32Array, common: number): boolean {
  const smaller = Math.min(a.length, b.length)
  return smaller >= QUOTE_WORDS && common >= smaller * QUOTE_SHARE
}

/** Whether one text, as its words in order, is the beginning of another that is not much longer: cut short, or gone on with. */
export function isBeginning(a: Int32Array, b: Int32Array): boolean {
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a]
  if (shorter.length < SHORT - 1 || longer.length > shorter.length * MOST_ADDED) return false
  return shorter.every((word, i) => word === longer[i])
}

/** Whether two texts, as their words in order, are one template with other words or numbers filled in. */
export function isSameTemplate(a: Int32Array, b: Int32Array): boolean {
  if (a.length !== b.length || a.length < TEMPLATE_WORDS) return false
  let same = 0
  for (let i = 0; i < a.length; i++) if (a[i] === b[i]) same++
  return same >= a.length * TEMPLATE_SHARE
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
export const MOST_ORIGINALS = 2000

/** An original as it is saved, JSON-safe; `words` in order, four bytes each, as base64. */
export type KeptOriginal = Omit<Original, 'signature' | 'words' | 'order'> & { words: string }

/** What a post repeats. A quote tells it within a longer text of its own. */
export interface Said {
  id: string
  cluster: string
  how: 'copy' | 'quotes'
}

/** How a post only continues one that counted before: the post itself, its author, or the page it points to. */
export interface Continued {
  id: string
  how: 'copy' | 'same-author' | 'same-link'
}

/** All originals that are still known, across clusters: whatever becomes of its event, a text counts once. */
export interface Originals {
  /** The post that a reading repeats, whichever event it belongs to; notes that it was said again. Only the first who quotes an original is told apart from those who copy it. */
  findSaid(reading: Reading, now: number): Said | undefined
  /** The post of one event that a reading only continues: by the same author, passed on from the same account, or pointing to the same page. */
  findVoice(reading: Reading, cluster: string): Continued | undefined
  remember(reading: Reading, cluster: string, now: number): void
  /** Posts that counted for one cluster count for another from now on: all, or those of some ids. */
  move(from: string, to: string, ids?: ReadonlySet<string>): void
  /** Forgets what was not said for an hour and belongs to no cluster any more. */
  forget(now: number, isKnown: (cluster: string) => boolean): void
  save(): KeptOriginal[]
}

export function createOriginals(saved: readonly KeptOriginal[], most = MOST_ORIGINALS): Originals {
  const index = createIndex(most)
  for (const kept of saved) {
    const words = wordsFrom(kept.words)
    index.add({ ...kept, words, signature: signatureOf(words) })
  }

  function repeats({ post, words, signature, isDenial }: Reading, other: Original): 'copy' | 'quotes' | undefined {
    if (isPassedOn(post, other)) return 'copy'
    // Who repeats a rumour to deny it says something else.
    if (isDenial !== other.denies) return undefined
    const common = countCommon(signature, other.signature)
    if (isNearCopy(signature, other.signature, common)) return 'copy'
    if (isBeginning(words, other.words) || isSameTemplate(words, other.words)) return 'copy'
    if (!isHeld(signature, other.signature, common)) return undefined
    return other.quoted || signature.length < other.signature.length ? 'copy' : 'quotes'
  }

  function sayAgain(original: Original, how: Said['how'], now: number): Said {
    original.saidAt = Math.max(original.saidAt, now)
    if (how === 'quotes') original.quoted = true
    index.refresh(original)
    return { id: original.id, cluster: original.cluster, how }
  }

  return {
    findSaid(reading, now) {
      const { post, words, signature } = reading
      const alike = index.resembling(words, signature)
      const passedOn = index.with(`id ${post.id}`, ...(post.repostOf ? reposts(post.repostOf) : []))
      const latestFirst = [...new Set([...passedOn, ...alike])].sort((a, b) => b.order - a.order)
      let quoted: Original | undefined
      for (const original of latestFirst) {
        const how = repeats(reading, original)
        if (how === 'copy') return sayAgain(original, how, now)
        if (how === 'quotes') quoted ??= original
      }
      return quoted && sayAgain(quoted, 'quotes', now)
    },
    findVoice({ post, repostedHandle, links }, cluster) {
      const first = (...keys: string[]) =>
        index
          .with(...keys)
          .filter((original) => original.cluster === cluster)
          .reduce<Original | undefined>((a, b) => (a && a.order < b.order ? a : b), undefined)
      const samePass = repostedHandle === 0 ? undefined : first(`handle ${repostedHandle}`)
      if (samePass) return { id: samePass.id, how: 'copy' }
      const sameAuthor = post.author ? first(`author ${post.author}`) : undefined
      if (sameAuthor) return { id: sameAuthor.id, how: 'same-author' }
      const sameLink = first(...links.map((link) => `link ${link}`))
      return sameLink && { id: sameLink.id, how: 'same-link' }
    },
    remember({ post, repostedHandle, words, signature, links, isDenial }, cluster, now) {
      const { id, repostOf = '', author = '' } = post
      index.add({
        id,
        cluster,
        saidAt: now,
        repostOf,
        author,
        repostedHandle,
        links,
        denies: isDenial,
        quoted: false,
        words: words.slice(),
        signature,
      })
    },
    move(from, to, ids) {
      for (const original of index.all())
        if (original.cluster === from && (!ids || ids.has(original.id))) original.cluster = to
    },
    forget(now, isKnown) {
      for (const original of index.oldestFirst()) {
        if (Math.abs(now - original.saidAt) <= KEPT_FOR) break
        if (!isKnown(original.cluster)) index.remove(original)
      }
    },
    save: () =>
      index.all().map(({ id, cluster, saidAt, repostOf, author, repostedHandle, links, denies, quoted, words }) => ({
        id,
        cluster,
        saidAt,
        repostOf,
        author,
        repostedHandle,
        links,
        denies,
        quoted,
        words: Buffer.from(words.buffer, words.byteOffset, words.byteLength).toString('base64'),
      })),
  }
}

function reposts(of: string): string[] {
  return [`id ${of}`, `repost ${of}`]
}

function isPassedOn(post: Reading['post'], other: Original): boolean {
  if (post.id === other.id || post.repostOf === other.id) return true
  return Boolean(post.repostOf) && post.repostOf === other.repostOf
}

function wordsFrom(base64: string): Int32Array {
  const bytes = Buffer.from(base64, 'base64')
  return Int32Array.from({ length: bytes.length >> 2 }, (_, i) => bytes.readInt32LE(i * 4))
}
