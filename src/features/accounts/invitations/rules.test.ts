import { describe, expect, it } from 'vitest'
import { invitationExpiry, invitationState } from './rules.ts'

const noon = new Date('2026-11-21T12:00:00Z')
const invitation = { acceptedAt: null, revokedAt: null, expiresAt: invitationExpiry(noon) }

describe('an invitation', () => {
  it('stands for seven days', () => {
    expect(invitationState(invitation, new Date('2026-11-28T11:59:59Z'))).toBe('open')
    expect(invitationState(invitation, new Date('2026-11-28T12:00:00Z'))).toBe('expired')
  })

  it('ends when it is accepted or taken back', () => {
    expect(invitationState({ ...invitation, acceptedAt: noon }, noon)).toBe('accepted')
    expect(invitationState({ ...invitation, revokedAt: noon }, noon)).toBe('revoked')
  })
})
