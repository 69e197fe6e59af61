import type { LinkPurpose, OneTimeLink } from './store.ts'

const MINUTE = 60_000

/** How long a link works, in minutes. */
export const LINK_MINUTES: Record<LinkPurpose, number> = { 'sign-in': 15, 'email-change': 60, recovery: 60 }

export function linkExpiry(purpose: LinkPurpose, now: Date): Date {
  return new Date(now.getTime() + LINK_MINUTES[purpose] * MINUTE)
}

export function isLinkGood(link: Pick<OneTimeLink, 'usedAt' | 'expiresAt' | 'personId'>, now: Date): boolean {
  return link.personId !== null && link.usedAt === null && link.expiresAt > now
}
