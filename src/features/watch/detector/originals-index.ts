import { hashPair } from './word-hash.ts'

/** What is kept of a post to recognise its copies, and the cluster in which it counted. */
export interface Original {
  id: string
  cluster: string
  /** When it or a copy was last heard, ms. */
  saidAt: number
  repostOf: string
  author: string
  repostedHandle: number
  /** The pages that it points to. */
  links: string[]
  /** It says that nothing happened. */
  denies: boolean
  /** Someone has quoted it within a text of their own. */
  quoted: boolean
  /** Its words in order, and its distinct words sorted. */
  words: Int32Array
  signature: Int32Array
  /** Grows with each time that it is said. */
  order: number
}

/** Originals by what they share with a post: words, ids, authors, links. */
export interface OriginalsIndex {
  /** Those that may be alike: of the same words, or with two neighbouring words in common. An exact comparison must follow. */
  resembling(words: Int32Array, signature: Int32Array): Set<Original>
  /** Those under any of some keys: `id …`, `repost …`, `author …`, `handle …`, `link …`. */
  with(...keys: string[]): Original[]
  /** Adds one as the last said; beyond the limit the one not said for longest is forgotten. */
  add(original: Omit<Original, 'order'>): void
  /** Notes that one was said again. */
  refresh(original: Original): void
  remove(original: Original): void
  /** All, the last said last. */
  all(): Original[]
  /** The same while some may be removed, the one not said for longest first. */
  oldestFirst(): Iterable<Original>
}

/** So many originals are compared at most: those with the rarest pairs of words come first, and of those the latest. */
const MOST_COMPARED = 64

/**
 * An index that holds at most so many originals. Who keeps more than half of a text's words in their order keeps two
 * neighbours somewhere, so that pairs of words find every copy, and two texts about one event seldom share a rare pair.
 */
export function createIndex(most: number): OriginalsIndex {
  const slots: (Original | undefined)[] = []
  const free: number[] = []
  const slotOf = new Map<Original, number>()
  const bySlot = new Map<number | string, number[]>()
  let order = 0

  function remove(original: Original): void {
    const slot = slotOf.get(original)
    if (slot === undefined) return
    for (const key of keysOf(original)) {
      const listed = bySlot.get(key)!
      listed.splice(listed.indexOf(slot), 1)
      if (listed.length === 0) bySlot.delete(key)
    }
    slotOf.delete(original)
    slots[slot] = undefined
    free.push(slot)
  }

  return {
    resembling(words, signature) {
      const found = new Set<Original>()
      const lists: number[][] = []
      for (const pair of pairsOf(words)) {
        const list = bySlot.get(pair)
        if (list) lists.push(list)
      }
      for (const slot of bySlot.get(wholeOf(signature)) ?? NONE) found.add(slots[slot]!)
      lists.sort((a, b) => a.length - b.length)
      for (const list of lists)
        for (let i = list.length - 1; i >= 0 && found.size < MOST_COMPARED; i--) found.add(slots[list[i]!]!)
      return found
    },
    with: (...keys) => keys.flatMap((key) => (bySlot.get(key) ?? NONE).map((slot) => slots[slot]!)),
    add(fresh) {
      const original = { ...fresh, order: ++order }
      const slot = free.pop() ?? slots.length
      slots[slot] = original
      slotOf.set(original, slot)
      for (const key of keysOf(original)) {
        const listed = bySlot.get(key)
        if (listed) listed.push(slot)
        else bySlot.set(key, [slot])
      }
      if (slotOf.size > most) remove(slotOf.keys().next().value!)
    },
    refresh(original) {
      original.order = ++order
      const slot = slotOf.get(original)!
      slotOf.delete(original)
      slotOf.set(original, slot)
    },
    remove,
    all: () => [...slotOf.keys()],
    oldestFirst: () => slotOf.keys(),
  }
}

const NONE: number[] = []

function keysOf({ words, signature, id, repostOf, author, repostedHandle, links }: Original): (number | string)[] {
  return [
    ...pairsOf(words),
    wholeOf(signature),
    `id ${id}`,
    ...(repostOf ? [`repost ${repostOf}`] : []),
    ...(author ? [`author ${author}`] : []),
    ...(repostedHandle === 0 ? [] : [`handle ${repostedHandle}`]),
    ...links.map((link) => `link ${link}`),
  ]
}

/** Every two neighbouring words of a text, once. */
function pairsOf(words: Int32Array): number[] {
  const pairs = new Set<number>()
  for (let i = 1; i < words.length; i++) pairs.add(hashPair(words[i - 1]!, words[i]!))
  return [...pairs]
}

/** A text as the set of its words, whatever their order. */
function wholeOf(signature: Int32Array): string {
  let hash = 0
  for (const word of signature) hash = hashPair(hash, word)
  return `whole ${hash}`
}
