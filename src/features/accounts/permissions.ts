import { hasRole, type Actor } from '#platform/actor.ts'
import type { Permission } from '#platform/room.ts'
import { invitationState } from './invitations/rules.ts'

/** May see who is here, change roles, invite, close and open an account. */
export function canManagePeople(actor: Actor | undefined): boolean {
  return hasRole(actor, 'administrator')
}

/** May change the organisation's name, place, languages and numbers. */
export function canManageOrganisation(actor: Actor | undefined): boolean {
  return hasRole(actor, 'administrator')
}

/** May read the sealed record of sign-ins, roles and settings. */
export function canReadAudit(actor: Actor | undefined): boolean {
  return hasRole(actor, 'administrator')
}

/** May read mail that could not be sent. It holds sign-in links: each reading is recorded. */
export function canReadKeptMail(actor: Actor | undefined): boolean {
  return hasRole(actor, 'administrator')
}

/** May see what data is kept for how long. */
export function canReadRetention(actor: Actor | undefined): boolean {
  return hasRole(actor, 'administrator')
}

/** May erase an account: everybody their own, administrators anybody's. */
export function canEraseAccount(actor: Actor | undefined, personId: string): boolean {
  return actor !== undefined && (actor.id === personId || hasRole(actor, 'administrator'))
}

/** May sign in, by whatever way: nobody whose account is closed or erased. */
export function canSignIn(account: { suspendedAt: Date | null; erasedAt: Date | null }): boolean {
  return account.suspendedAt === null && account.erasedAt === null
}

/** May join by an invitation: whoever holds its link, while it is open. */
export function canAcceptInvitation(invitation: Parameters<typeof invitationState>[0], now: Date): boolean {
  return invitationState(invitation, now) === 'open'
}

export const permissions: Permission[] = [
  {
    name: 'canManagePeople',
    allows: 'see everybody, change roles, invite, close and open accounts',
    roles: ['administrator'],
  },
  {
    name: 'canManageOrganisation',
    allows: 'change the organisation’s name, place, languages and numbers',
    roles: ['administrator'],
  },
  { name: 'canReadAudit', allows: 'read the sealed record of sign-ins, roles and settings', roles: ['administrator'] },
  { name: 'canReadKeptMail', allows: 'read mail that could not be sent', roles: ['administrator'] },
  { name: 'canReadRetention', allows: 'see what data is kept for how long', roles: ['administrator'] },
  { name: 'canEraseAccount', allows: 'erase their own account; administrators anybody’s', roles: 'signed-in' },
  { name: 'canAcceptInvitation', allows: 'join with the roles of an invitation', roles: 'link' },
  { name: 'canSignIn', allows: 'sign in by password, e-mail link or passkey', roles: 'everyone' },
]
