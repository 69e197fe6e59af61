import { describe, expect, it } from 'vitest'
import { isLinkGood, linkExpiry } from './rules.ts'

const noon = new Date('2026-11-21T12:00:00Z')
const link = { personId: 'ida', usedAt: null, expiresAt: linkExpiry('sign-in', noon) }
const after = (minutes: number) => new Date(noon.getTime() + minutes * 60_000)

describe('a link to sign in with', () => {
  it('works for a quarter of an hour', () => {
    expect(isLinkGood(link, after(14))).toBe(true)
    expect(isLinkGood(link, after(15))).toBe(false)
  })

  it('works once', () => {
    expect(isLinkGood({ ...link, usedAt: after(1) }, after(2))).toBe(false)
  })

  it('never works for an address without an account', () => {
    expect(isLinkGood({ ...link, personId: null }, noon)).toBe(false)
  })
})
