import { hasRole, type Actor, type Role } from '#platform/actor.ts'
import type { Permission } from '#platform/room.ts'

/** Roles whose people may be paged, and so say how to be reached. */
export const PAGEABLE_ROLES = [
  'duty-manager',
  'staff',
  'professional',
  'moderator',
  'safety-officer',
  'communications',
  'administrator',
] as const satisfies readonly Role[]

/** One's own page, signed in. By the link in a message whoever holds the link answers. */
export function canAnswer(actor: Actor, page: { personId: string }): boolean {
  return actor.id === page.personId
}

/** Writes down what somebody said by phone. */
export function canAnswerForOthers(actor: Actor): boolean {
  return hasRole(actor, 'duty-manager')
}

export function canHaveContactMethods(actor: Actor): boolean {
  return hasRole(actor, ...PAGEABLE_ROLES)
}

export function canChangeContactMethod(actor: Actor, method: { personId: string }): boolean {
  return canHaveContactMethods(actor) && actor.id === method.personId
}

export function canSeeReachability(actor: Actor): boolean {
  return hasRole(actor, 'duty-manager', 'administrator')
}

export const permissions: Permission[] = [
  { name: 'canAnswer', allows: 'Answer one’s own page', roles: 'signed-in' },
  {
    name: 'canAnswer',
    allows: 'Answer the page that a link in a message was made for, while the link lives',
    roles: 'link',
  },
  { name: 'canAnswerForOthers', allows: 'Write down the answer that somebody gave by phone', roles: ['duty-manager'] },
  { name: 'canChangeContactMethod', allows: 'Say how to be reached oneself, and test it', roles: PAGEABLE_ROLES },
  {
    name: 'canSeeReachability',
    allows: 'See who can be woken, and send test pages',
    roles: ['duty-manager', 'administrator'],
  },
]
