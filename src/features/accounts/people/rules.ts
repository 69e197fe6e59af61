import { ROLES, type Role } from '#platform/actor.ts'

/** An account as far as it decides who runs the house. */
export interface Standing {
  roles: readonly Role[]
  suspendedAt: Date | null
}

function isAdministrator({ roles, suspendedAt }: Standing): boolean {
  return roles.includes('administrator') && suspendedAt === null
}

/** True when a change would leave nobody who can administer. `administrators` are the ids of all who can now. */
export function losesLastAdministrator(administrators: readonly string[], personId: string, after: Standing): boolean {
  return !isAdministrator(after) && administrators.every((id) => id === personId)
}

/** Each role once, in the order of the list; unknown ones left out. */
export function tidyRoles(roles: readonly string[]): Role[] {
  return ROLES.filter((role) => roles.includes(role))
}

export function rolesGiven(before: readonly Role[], after: readonly Role[]): Role[] {
  return after.filter((role) => !before.includes(role))
}
