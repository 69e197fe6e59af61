import { describe, expect, it } from 'vitest'
import { ROLES, type Actor } from '#platform/actor.ts'
import {
  canEraseAccount,
  canManageOrganisation,
  canManagePeople,
  canReadAudit,
  canReadKeptMail,
  canReadRetention,
  canSignIn,
  permissions,
} from './permissions.ts'

const somebody = (...roles: Actor['roles']): Actor => ({ id: 'somebody', name: 'Somebody', roles })

describe('what administrators may', () => {
  it('nobody else may: no stranger, no other role, not all other roles together', () => {
    const others = ROLES.filter((role) => role !== 'administrator')
    for (const can of [canManagePeople, canManageOrganisation, canReadAudit, canReadKeptMail, canReadRetention]) {
      expect(can(somebody('administrator'))).toBe(true)
      expect(can(undefined)).toBe(false)
      expect(can(somebody())).toBe(false)
      expect(can(somebody(...others))).toBe(false)
    }
  })
})

describe('an account', () => {
  it('is erased by its owner or an administrator', () => {
    expect(canEraseAccount(somebody(), 'somebody')).toBe(true)
    expect(canEraseAccount(somebody('staff', 'duty-manager'), 'ida')).toBe(false)
    expect(canEraseAccount(somebody('administrator'), 'ida')).toBe(true)
    expect(canEraseAccount(undefined, 'ida')).toBe(false)
  })

  it('that is closed or erased opens nothing', () => {
    const noon = new Date('2026-11-21T12:00:00Z')
    expect(canSignIn({ suspendedAt: null, erasedAt: null })).toBe(true)
    expect(canSignIn({ suspendedAt: noon, erasedAt: null })).toBe(false)
    expect(canSignIn({ suspendedAt: null, erasedAt: noon })).toBe(false)
  })
})

it('names each permission once', () => {
  expect(new Set(permissions.map(({ name }) => name)).size).toBe(permissions.length)
})
