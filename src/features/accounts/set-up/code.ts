import { timingSafeEqual } from 'node:crypto'
import type { Keys } from '#platform/keys.ts'

// Without letters and digits that are mistaken for each other.
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'

/**
 * The code that Salve prints where it was started, so that only whoever installed it can take the house. Computed from the key file: the same
 * after a restart and in every process, and stored nowhere. It opens nothing once somebody has an account.
 */
export function setUpCode(keys: Keys): string {
  const letters = [...keys.derive('set-up')].slice(0, 16).map((byte) => ALPHABET[byte % ALPHABET.length])
  return [0, 4, 8, 12].map((start) => letters.slice(start, start + 4).join('')).join('-')
}

/** Compares in constant time; case, spaces and dashes do not matter. */
export function isSetUpCode(keys: Keys, typed: string): boolean {
  const plain = (code: string) => Buffer.from(code.toLowerCase().replace(/[\s-]/g, ''))
  const [given, expected] = [plain(typed), plain(setUpCode(keys))]
  return given.length === expected.length && timingSafeEqual(given, expected)
}
