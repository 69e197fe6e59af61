import { APOSTROPHE, BREAK, FOLD, IDEOGRAPH, SKIP } from './characters.ts'
import type { Scan } from './scan.ts'

/** Where the words of a scan stand in their text, looked up only when capitals or signs matter. */
export interface Spelling {
  text: string
  /** Offset of the first letter of each word; -1 where it was not found. */
  starts: Int32Array
  /** Offset after the last letter. */
  ends: Int32Array
}

const FNV_START = 0x811c9dc5 | 0
const FNV_PRIME = 0x01000193
const AT = 64

/** Finds a scan's words in the text that it was made of. Words of handles and links, which the scan leaves out, are passed over. */
export function alignWords(text: string, scan: Scan): Spelling {
  const starts = new Int32Array(scan.count).fill(-1)
  const ends = new Int32Array(scan.count).fill(-1)
  let next = 0
  let start = -1
  let hash = FNV_START
  let length = 0
  let last = 0
  let beforeLast = 0
  for (let i = 0; i <= text.length && next < scan.count; i++) {
    let code = i === text.length ? BREAK : FOLD[text.charCodeAt(i)]!
    if (code === SKIP) continue
    if (code === APOSTROPHE) {
      if (length > 2 && !(last === 108 && beforeLast === 108)) continue
      code = BREAK
    }
    if (code !== BREAK) {
      if (start < 0) start = i
      hash = Math.imul(hash ^ code, FNV_PRIME)
      length++
      beforeLast = last
      last = code
      if (IDEOGRAPH[code] === 0) continue
    }
    if (length > 0 && (hash || 1) === scan.words[next] && text.charCodeAt(start - 1) !== AT) {
      starts[next] = start
      ends[next] = code === BREAK ? i : i + 1
      next++
    }
    start = -1
    hash = FNV_START
    length = 0
    last = 0
  }
  return { text, starts, ends }
}

/** Whether a word begins with a capital letter. */
export function isCapital({ text, starts }: Spelling, word: number): boolean {
  const first = text.charAt(starts[word] ?? -1)
  return first !== '' && first !== first.toLowerCase()
}

/** Whether a word is in capital letters throughout. */
export function isAllCapital({ text, starts, ends }: Spelling, word: number): boolean {
  const start = starts[word] ?? -1
  if (start < 0) return false
  const written = text.slice(start, ends[word])
  return written === written.toUpperCase() && written !== written.toLowerCase()
}

/** The sign just before a word, or an empty string. */
export function signBefore({ text, starts }: Spelling, word: number): string {
  return text.charAt((starts[word] ?? 0) - 1)
}

/** The sign just after a word, or an empty string. */
export function signAfter({ text, ends }: Spelling, word: number): string {
  return text.charAt(ends[word] ?? text.length)
}

/** A word as it is written. */
export function writtenAt({ text, starts, ends }: Spelling, word: number): string {
  return text.slice(starts[word], ends[word])
}

/** What stands between a word and the one before it. */
export function between({ text, starts, ends }: Spelling, word: number): string {
  return text.slice(ends[word - 1], starts[word])
}
