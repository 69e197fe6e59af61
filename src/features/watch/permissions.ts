import { hasRole, type Actor } from '#platform/actor.ts'
import type { Permission } from '#platform/room.ts'

/** The board, its incidents, exercises and their reports. */
export function canWatch(actor: Actor | undefined): boolean {
  return hasRole(actor, 'staff', 'duty-manager', 'administrator')
}

/** To confirm says: this is real, act on it. Whoever of the staff the rota names duty manager now (`isOnDuty`) was paged and must be able to. */
export function canConfirm(actor: Actor | undefined, isOnDuty: boolean): boolean {
  return hasRole(actor, 'duty-manager', 'administrator') || (isOnDuty && hasRole(actor, 'staff'))
}

/** To dismiss, to close, and to take either back. */
export function canDismiss(actor: Actor | undefined, isOnDuty: boolean): boolean {
  return canConfirm(actor, isOnDuty)
}

/** To start, pause, stop and upload replays and drills. */
export function canStartExercise(actor: Actor | undefined): boolean {
  return hasRole(actor, 'duty-manager', 'administrator')
}

/** To connect, pause and remove sources, and to set the catchment area. */
export function canManageSources(actor: Actor | undefined): boolean {
  return hasRole(actor, 'administrator')
}

export const watchPermissions: Permission[] = [
  {
    name: 'canWatch',
    allows: 'see the watch board, incidents, replays and drills',
    roles: ['staff', 'duty-manager', 'administrator'],
  },
  {
    name: 'canConfirm',
    allows: 'confirm an incident (and staff who are duty manager by the rota)',
    roles: ['duty-manager', 'administrator'],
  },
  {
    name: 'canDismiss',
    allows: 'dismiss, close and reopen an incident (and staff who are duty manager by the rota)',
    roles: ['duty-manager', 'administrator'],
  },
  {
    name: 'canStartExercise',
    allows: 'upload recordings; start, pause and stop replays and drills',
    roles: ['duty-manager', 'administrator'],
  },
  {
    name: 'canManageSources',
    allows: 'connect, pause and remove sources; set the catchment area',
    roles: ['administrator'],
  },
]
