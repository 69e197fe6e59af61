import { ASCII_WORD } from './characters.ts'

export const AT_SIGN = 64

/** The code unit of the sign at `i`. Beyond the basic plane nothing is a letter to us: emoji part words. */
export function unitAt(bytes: Uint8Array, i: number): number {
  const byte = bytes[i]!
  if (byte < 0x80) return byte
  if (byte < 0xe0) return ((byte & 0x1f) << 6) | (bytes[i + 1]! & 0x3f)
  if (byte < 0xf0) return ((byte & 0x0f) << 12) | ((bytes[i + 1]! & 0x3f) << 6) | (bytes[i + 2]! & 0x3f)
  return 0xffff
}

/** How many bytes the sign takes that begins with this one. */
export function sizeOf(byte: number): number {
  return byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4
}

const SMALL_L = 108

/** Whether a word of so many letters goes on behind the apostrophe at `i`: "don't" is one word, "l'eau" and "dell'acqua" are two. */
export function goesOnBehind(bytes: Uint8Array, i: number, length: number): boolean {
  return length > 2 && !((bytes[i - 1]! | 0x20) === SMALL_L && (bytes[i - 2]! | 0x20) === SMALL_L)
}

/** Where a handle ends that begins here: letters, digits, underscores, hyphens and full stops of ASCII. */
export function endOfHandle(bytes: Uint8Array, start: number, to: number): number {
  let i = start
  while (i < to && (ASCII_WORD[bytes[i]!] !== 0 || bytes[i] === 95 || bytes[i] === 45 || bytes[i] === 46)) i++
  return i
}
