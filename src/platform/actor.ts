/** Every role of the product. The table of roles and permissions in docs/ is generated. */
export const ROLES = [
  'administrator',
  'duty-manager',
  'staff',
  'professional',
  'editor',
  'reviewer',
  'communications',
  'approver',
  'moderator',
  'safety-officer',
  'mentor',
  'member',
] as const
export type Role = (typeof ROLES)[number]

/** Who acts: a person who is signed in. Permissions are pure functions of an actor and loaded data. */
export interface Actor {
  id: string
  name: string
  roles: readonly Role[]
}

/** True when the actor has at least one of the roles. An actor with no role may do nothing: default deny. */
export function hasRole(actor: Actor | undefined, ...roles: Role[]): boolean {
  return actor !== undefined && roles.some((role) => actor.roles.includes(role))
}
