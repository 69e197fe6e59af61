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
  /** Every original with at least `least` words of a signature and half of the words of the shorter text, and some more: an exact comparison must follow. */
  sharing(signature: Int32Array, least: number): Original[]
  /** Those under any of some keys: `id …`, `repost …`, `author …`, `handle …`, `link …`. */
  with(...keys: string[]): Original[]
  /** Adds one as the last said; beyond the limit the one not said for longest is forgotten. */
  add(original: Omit<Original, 'order'>): void
  /** Notes that one was said again. */
  refresh(original: Original): void
  remove(original: Original): void
  /** All, the last said last. */
  all(): Original[]
}

/**
 * An index that holds at most so many originals. The look-up by words is exact, not a chance: who shares at least `least`
 * of n words with a text must hold one of any n - least + 1 of them, so only the rarest so many are looked up
 * (prefix filtering, Chaudhuri et al. 2006).
 */
export function createIndex(most: number): OriginalsIndex {
  const slots: (Original | undefined)[] = []
  const free: number[] = []
  const slotOf = new Map<Original, number>()
  const bySlot = new Map<number | string, number[]>()
  /** How many of the words looked up an original has; all zero between look-ups. */
  const counts = new Uint8Array(most + 1)
  let order = 0

  function remove(original: Original): void {
    const slot = slotOf.get(original)
    if (slot === undefined) return
    for (const key of keysOf(original)) {
      const listed = bySlot.get(key)!
      listed[listed.indexOf(slot)] = listed.at(-1)!
      listed.pop()
      if (listed.length === 0) bySlot.delete(key)
    }
    slotOf.delete(original)
    slots[slot] = undefined
    free.push(slot)
  }

  return {
    sharing(signature, least) {
      const lists: number[][] = []
      for (const word of signature) lists.push(bySlot.get(word) ?? NONE)
      lists.sort((a, b) => a.length - b.length)
      const lookedUp = signature.length - least + 1
      const found: number[] = []
      for (let i = 0; i < lookedUp; i++) for (const slot of lists[i]!) if (counts[slot]!++ === 0) found.push(slot)
      const sharing: Original[] = []
      for (const slot of found) {
        const other = slots[slot]!
        const shared = counts[slot]! + lists.length - lookedUp
        if (shared * 2 >= Math.min(other.signature.length, signature.length)) sharing.push(other)
        counts[slot] = 0
      }
      return sharing
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
  }
}

const NONE: number[] = []

function keysOf({ signature, id, repostOf, author, repostedHandle, links }: Original): (number | string)[] {
  return [
    ...signature,
    `id ${id}`,
    ...(repostOf ? [`repost ${repostOf}`] : []),
    ...(author ? [`author ${author}`] : []),
    ...(repostedHandle === 0 ? [] : [`handle ${repostedHandle}`]),
    ...links.map((link) => `link ${link}`),
  ]
}
