import { describe, expect, it } from 'vitest'
import { needsCurrentPassword } from './rules.ts'

const noon = new Date('2026-11-21T12:00:00Z')
const session = (method: string, minutesOld: number) => ({
  method,
  createdAt: new Date(noon.getTime() - minutesOld * 60_000),
})

describe('the present password', () => {
  it('is asked of whoever signed in with it', () => {
    expect(needsCurrentPassword(session('password', 1), true, noon)).toBe(true)
  })

  it('is not asked of Ida, who forgot it and has just come by a link', () => {
    expect(needsCurrentPassword(session('link', 1), true, noon)).toBe(false)
    expect(needsCurrentPassword(session('link', 20), true, noon)).toBe(true)
  })

  it('is not asked of whoever has none', () => {
    expect(needsCurrentPassword(session('passkey', 300), false, noon)).toBe(false)
  })
})
