import { hasRole, type Actor } from '#platform/actor.ts'
import type { Permission } from '#platform/room.ts'
import type { RoleKey } from './types.ts'

/** Posture, holds, role sheets, who answered, units, the rota. */
export function canSeeReadiness(actor: Actor | undefined): boolean {
  return hasRole(actor, 'staff', 'duty-manager', 'communications', 'administrator')
}

export function canReadLog(actor: Actor | undefined): boolean {
  return canSeeReadiness(actor)
}

/** To move on the ladder, to renew a step, to stand down. Whoever is paged as duty manager by the rota may act as one while on duty. */
export function canSetPosture(actor: Actor | undefined, rolesOnDuty: readonly RoleKey[]): boolean {
  return hasRole(actor, 'duty-manager') || (hasRole(actor, 'staff') && rolesOnDuty.includes('duty-manager'))
}

/** To start, renew and release a hold. `rolesOnDuty` are the actor's roles on the rota now. */
export function canHold(actor: Actor | undefined, rolesOnDuty: readonly RoleKey[]): boolean {
  return canSetPosture(actor, rolesOnDuty) || (hasRole(actor, 'staff') && rolesOnDuty.includes('or-charge-nurse'))
}

/** To page the trauma team, and to take it back. */
export function canPageTeam(actor: Actor | undefined, rolesOnDuty: readonly RoleKey[]): boolean {
  const mayOnDuty = rolesOnDuty.some(
    (role) => role === 'ed-charge-nurse' || role === 'trauma-surgeon' || role === 'incident-commander',
  )
  return canSetPosture(actor, rolesOnDuty) || (hasRole(actor, 'staff') && mayOnDuty)
}

/** To tick a step, sign a sheet off, take a role, tell a unit's status, add to the log. Who did it is written down. */
export function canTick(actor: Actor | undefined): boolean {
  return hasRole(actor, 'staff', 'duty-manager', 'communications')
}

/** To open the role sheets by hand and to give a sheet to somebody. */
export function canOpenSheets(actor: Actor | undefined, rolesOnDuty: readonly RoleKey[]): boolean {
  return canSetPosture(actor, rolesOnDuty)
}

export function canEditRota(actor: Actor | undefined): boolean {
  return hasRole(actor, 'duty-manager', 'administrator')
}

export const readinessPermissions: Permission[] = [
  {
    name: 'canSeeReadiness',
    allows: 'see posture, holds, role sheets, units, who answered, and the rota',
    roles: ['staff', 'duty-manager', 'communications', 'administrator'],
  },
  {
    name: 'canReadLog',
    allows: 'read, print and download the log',
    roles: ['staff', 'duty-manager', 'communications', 'administrator'],
  },
  {
    name: 'canSetPosture',
    allows: 'move on the posture ladder, renew a step, stand down (staff: only who is duty manager by the rota now)',
    roles: ['duty-manager', 'staff'],
  },
  {
    name: 'canHold',
    allows: 'start, renew and release holds (staff: only the OR charge nurse on duty)',
    roles: ['duty-manager', 'staff'],
  },
  {
    name: 'canPageTeam',
    allows: 'page the trauma team (staff: only the commander, trauma surgeon or ED charge nurse on duty)',
    roles: ['duty-manager', 'staff'],
  },
  {
    name: 'canTick',
    allows: 'tick role sheets, tell unit status, add to the log',
    roles: ['staff', 'duty-manager', 'communications'],
  },
  {
    name: 'canOpenSheets',
    allows: 'open role sheets and give them to people (staff: only who is duty manager by the rota now)',
    roles: ['duty-manager', 'staff'],
  },
  { name: 'canEditRota', allows: 'change the rota', roles: ['duty-manager', 'administrator'] },
]
