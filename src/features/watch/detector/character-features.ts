import { APOSTROPHE, BREAK, FOLD, SKIP } from './characters.ts'
import { addSlot, beginSlots, spreadHash } from './distinct-slots.ts'

/** Texts are read up to this many characters: how somebody writes shows early. */
const MOST_CHARACTERS = 1000
const SHORTEST = 3
const LONGEST = 4

const LINK = 126
const BLANK = 32
const ZERO = 48
/** Signs that tell how somebody writes: # @ ! ? */
const KEPT = new Set([35, 64, 33, 63])

const signs = new Uint16Array(MOST_CHARACTERS + 2)

/**
 * Fills `out` with the slots of a text's distinct runs of three and four characters and returns their number. Letters are
 * folded, digits alike, a link is one sign, a handle another, and words stand one blank apart. `mask` is the table's size - 1.
 */
export function fillCharacterSlots(text: string, mask: number, out: Int32Array): number {
  const count = fillSigns(text)
  let filled = 0
  beginSlots()
  for (let i = 0; i < count; i++) {
    let hash = 0x811c9dc5
    for (let length = 1; length <= LONGEST && i + length <= count; length++) {
      hash = Math.imul(hash ^ signs[i + length - 1]!, 0x01000193)
      if (length >= SHORTEST) filled = addSlot(spreadHash(hash ^ Math.imul(length, 0x9e3779b1)) & mask, out, filled)
    }
  }
  return filled
}

function fillSigns(text: string): number {
  const end = Math.min(text.length, MOST_CHARACTERS)
  let count = 0
  signs[count++] = BLANK
  for (let i = 0; i < end; i++) {
    const raw = text.charCodeAt(i)
    const beginsWord = signs[count - 1] === BLANK
    if (beginsWord && (raw === 104 || raw === 72) && /^https?:/i.test(text.slice(i, i + 6))) {
      signs[count++] = LINK
      while (i + 1 < end && text.charCodeAt(i + 1) > BLANK) i++
      continue
    }
    if (raw === 64) {
      signs[count++] = raw
      while (i + 1 < end && /\w/.test(text[i + 1]!)) i++
      continue
    }
    const folded = FOLD[raw]!
    if (folded === SKIP || folded === APOSTROPHE) continue
    if (folded !== BREAK) signs[count++] = folded >= ZERO && folded < ZERO + 10 ? ZERO : folded
    else if (KEPT.has(raw)) signs[count++] = raw
    else if (!beginsWord) signs[count++] = BLANK
  }
  if (signs[count - 1] !== BLANK) signs[count++] = BLANK
  return count
}
