import { COMMON_PASSWORDS } from './common-passwords.ts'

export const PASSWORD_MIN = 12
export const PASSWORD_MAX = 200

export type PasswordFlaw = 'password.too-short' | 'password.too-long' | 'password.common' | 'password.own-name'

/**
 * What is wrong with a new password, or undefined. Length counts and nothing that everybody tries first; no rules about kinds of characters,
 * after NIST SP 800-63B. `own` holds the person's name and address, which must not be the password.
 */
export function passwordFlaw(password: string, own: readonly string[] = []): PasswordFlaw | undefined {
  // No letter takes more than a few units: what is far too long is not looked at further.
  if (password.length > 10 * PASSWORD_MAX) return 'password.too-long'
  const letters = [...password.normalize('NFKC')]
  if (letters.length < PASSWORD_MIN) return 'password.too-short'
  if (letters.length > PASSWORD_MAX) return 'password.too-long'
  const plain = password.normalize('NFKC').toLowerCase()
  if (isCommon(plain)) return 'password.common'
  const names = own.map((text) => text.toLowerCase().trim()).filter((text) => text.length > 3)
  if (names.some((name) => plain === name || plain === name.replaceAll(' ', ''))) return 'password.own-name'
  return undefined
}

/** One of the commonest, one of them twice, with a tail of digits, or few different characters in a row. */
function isCommon(plain: string): boolean {
  const bare = plain.replace(/[^\p{L}\p{N}]/gu, '')
  const withoutTail = bare.replace(/\d+$/, '')
  const half = bare.slice(0, bare.length / 2)
  const repeats = bare.length > 0 && bare === half + half
  return (
    COMMON_PASSWORDS.has(plain) ||
    COMMON_PASSWORDS.has(bare) ||
    (withoutTail.length > 0 && COMMON_PASSWORDS.has(withoutTail)) ||
    (repeats && (COMMON_PASSWORDS.has(half) || COMMON_PASSWORDS.has(half.replace(/\d+$/, '')))) ||
    new Set(plain).size < 5
  )
}
