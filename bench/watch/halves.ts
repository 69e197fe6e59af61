/** Development may be read post by post while the detector is worked on; the held-back half shows its totals alone. */
export const HALVES = ['development', 'held back'] as const
export type Half = (typeof HALVES)[number]

/** A number from 0 to 2^32 - 1 that belongs to the text for good (FNV-1a with a last mix, so that every bit depends on all). */
export function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193)
  return (Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) ^ (hash >>> 13)) >>> 0
}

/** The half that a text falls into: the same in every run, whatever else is in the set. */
export function halfOf(text: string): Half {
  return hashText(text) < 2 ** 31 ? 'development' : 'held back'
}
