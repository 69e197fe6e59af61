/** The most distinct features that one post can have in one group. */
export const MOST_SLOTS = 4096

/** The slots taken so far, by open addressing: a cell counts only when it was written for the present group. */
const taken = new Int32Array(2 * MOST_SLOTS)
const writtenFor = new Int32Array(2 * MOST_SLOTS)
let group = 0

/** Begins a new group of slots, in which each counts once. */
export function beginSlots(): void {
  group = (group + 1) | 0
}

/** Adds a slot to `out` unless the group has it, and returns how many it has now. */
export function addSlot(slot: number, out: Int32Array, filled: number): number {
  if (filled === out.length) return filled
  const last = taken.length - 1
  let cell = slot & last
  while (writtenFor[cell] === group) {
    if (taken[cell] === slot) return filled
    cell = (cell + 1) & last
  }
  writtenFor[cell] = group
  taken[cell] = slot
  out[filled] = slot
  return filled + 1
}

/** Mixes a hash, so that its low bits, which choose the slot, depend on all of it. */
export function spreadHash(hash: number): number {
  let mixed = hash ^ (hash >>> 15)
  mixed = Math.imul(mixed, 0xc2b2ae35)
  return mixed ^ (mixed >>> 13)
}
