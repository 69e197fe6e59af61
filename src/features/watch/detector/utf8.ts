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
