/**
 * What a person may say yes to, each on its own. The version names the text in the catalogue (`consent.<purpose>.text`): change the text,
 * change the version, and the old yes no longer counts.
 */
export const CONSENTS = [
  { purpose: 'news-by-mail', textVersion: '2026-11-22' },
  { purpose: 'ask-opinion', textVersion: '2026-11-22' },
] as const

export type Purpose = (typeof CONSENTS)[number]['purpose']

export function isPurpose(value: string): value is Purpose {
  return CONSENTS.some(({ purpose }) => purpose === value)
}

export interface GivenConsent {
  purpose: string
  textVersion: string
  withdrawnAt: Date | null
}

/** True when a yes to the present text of this purpose stands. */
export function isInForce(consents: readonly GivenConsent[], purpose: Purpose): boolean {
  const present = CONSENTS.find((one) => one.purpose === purpose)
  return consents.some(
    (given) => given.purpose === purpose && given.textVersion === present?.textVersion && given.withdrawnAt === null,
  )
}
