import type { Actor, Role } from '#platform/actor.ts'
import type { Tx } from '#platform/database/index.ts'
import { Invalid, NotFound } from '#platform/errors.ts'
import { record } from '../audit/record.ts'
import type { AccountsDeps } from '../deps.ts'
import { deleteLinksOf } from '../links/store.ts'
import { canManagePeople } from '../permissions.ts'
import { endSessions, sessionsChannel } from '../sessions/actions.ts'
import { idleUntil } from '../sessions/rules.ts'
import { markIdleAtMost } from '../sessions/store.ts'
import { losesLastAdministrator, rolesGiven, tidyRoles, type Standing } from './rules.ts'
import {
  findPersonForUpdate,
  listAdministratorIds,
  lockAdministrators,
  markRoles,
  markSuspended,
  type Person,
} from './store.ts'

/** Loads a person for a change by an administrator; what others may not know of is not found. */
async function personToManage(tx: Tx, actor: Actor, personId: string): Promise<Person> {
  if (!canManagePeople(actor)) throw new NotFound('No such person')
  await lockAdministrators(tx)
  const person = await findPersonForUpdate(tx, personId)
  if (!person || person.erasedAt) throw new NotFound('No such person')
  return person
}

/** Throws `Invalid` when nobody would be left who can administer. Hold `lockAdministrators`. */
export async function refuseLosingLastAdministrator(
  tx: Tx,
  personId: string,
  after: Standing,
  field: string,
): Promise<void> {
  if (losesLastAdministrator(await listAdministratorIds(tx), personId, after))
    throw new Invalid({ [field]: 'people.last-administrator' })
}

/** Gives and takes roles. The last administrator stays one: `Invalid`. */
export async function changeRoles(
  deps: AccountsDeps,
  actor: Actor,
  personId: string,
  wanted: readonly Role[],
): Promise<void> {
  const { db, clock, ledger, realtime } = deps
  await db.transaction(async (tx) => {
    const person = await personToManage(tx, actor, personId)
    const roles = tidyRoles(wanted)
    const given = rolesGiven(person.roles, roles)
    const taken = rolesGiven(roles, person.roles)
    if (given.length + taken.length === 0) return
    await refuseLosingLastAdministrator(tx, person.id, { roles, suspendedAt: person.suspendedAt }, 'roles')
    await markRoles(tx, person.id, roles)
    await markIdleAtMost(tx, person.id, idleUntil(roles, clock()))
    await record(ledger, tx, actor.id, { kind: 'person.roles-changed', personId: person.id, given, taken })
    await realtime.touch(tx, sessionsChannel(person.id))
  })
}

/** Closes an account: its sessions and links end at once, its data stays. The last administrator's stays open: `Invalid`. */
export async function suspendPerson(deps: AccountsDeps, actor: Actor, personId: string): Promise<void> {
  const { db, clock, ledger } = deps
  await db.transaction(async (tx) => {
    const person = await personToManage(tx, actor, personId)
    if (person.suspendedAt) return
    await refuseLosingLastAdministrator(tx, person.id, { roles: person.roles, suspendedAt: clock() }, 'form')
    await markSuspended(tx, person.id, clock())
    await deleteLinksOf(tx, person.id)
    await endSessions(deps, tx, actor.id, person.id)
    await record(ledger, tx, actor.id, { kind: 'person.suspended', personId: person.id })
  })
}

/** Opens a closed account again. */
export async function reinstatePerson(deps: AccountsDeps, actor: Actor, personId: string): Promise<void> {
  const { db, ledger } = deps
  await db.transaction(async (tx) => {
    const person = await personToManage(tx, actor, personId)
    if (!person.suspendedAt) return
    await markSuspended(tx, person.id, null)
    await record(ledger, tx, actor.id, { kind: 'person.reinstated', personId: person.id })
  })
}

/** Ends every session of somebody: a lost phone, a stolen computer. */
export async function signOutPerson(deps: AccountsDeps, actor: Actor, personId: string): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const person = await personToManage(tx, actor, personId)
    await endSessions(deps, tx, actor.id, person.id)
  })
}
