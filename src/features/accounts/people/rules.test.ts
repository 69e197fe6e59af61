import { describe, expect, it } from 'vitest'
import { losesLastAdministrator, rolesGiven, tidyRoles } from './rules.ts'

const noon = new Date('2026-11-21T12:00:00Z')

describe('the last administrator', () => {
  it('cannot be lost, by taking the role or by closing the account', () => {
    expect(losesLastAdministrator(['sam'], 'sam', { roles: ['staff'], suspendedAt: null })).toBe(true)
    expect(losesLastAdministrator(['sam'], 'sam', { roles: ['administrator'], suspendedAt: noon })).toBe(true)
  })

  it('may go when somebody else is one', () => {
    expect(losesLastAdministrator(['sam', 'amal'], 'sam', { roles: [], suspendedAt: null })).toBe(false)
  })

  it('may gain other roles, and others may lose theirs', () => {
    expect(losesLastAdministrator(['sam'], 'sam', { roles: ['administrator', 'staff'], suspendedAt: null })).toBe(false)
    expect(losesLastAdministrator(['sam'], 'jonas', { roles: [], suspendedAt: null })).toBe(false)
  })
})

describe('roles', () => {
  it('stand once, in their order, and only those that exist', () => {
    expect(tidyRoles(['staff', 'administrator', 'staff', 'emperor'])).toEqual(['administrator', 'staff'])
  })

  it('are compared to say what was given', () => {
    expect(rolesGiven(['staff'], ['staff', 'mentor'])).toEqual(['mentor'])
  })
})
