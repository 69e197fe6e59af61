import type { Role } from '#platform/actor.ts'
import type { AccountsWords } from '../words.ts'

/** Roles as their holders call them, the strongest first: "duty manager, staff". */
export function rolesInWords(words: AccountsWords, roles: readonly Role[]): string {
  return roles.map((role) => words(`role.${role}`)).join(', ')
}
