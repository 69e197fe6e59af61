import type { Actor } from '#platform/actor.ts'
import { NotAllowed, NotFound } from '#platform/errors.ts'
import { record } from '../log/record.ts'
import { canEditRota, canSeeReadiness } from '../permissions.ts'
import type { ReadinessDeps } from '../readiness.ts'
import { lockScene } from '../scene.store.ts'
import type { RoleKey } from '../types.ts'
import { deleteDuty, findDutyForUpdate, listDuties, markDutyPosition, saveDuty } from './store.ts'

/** The rota belongs to the real world; exercises use it as it is. */
const REAL = null

function refuseUnlessMayEdit(actor: Actor): void {
  if (!canEditRota(actor)) throw new NotAllowed('Only a duty manager or an administrator can change the rota')
}

/** Puts a person on the rota, last in the order of the role. Without times: always. */
export function addDuty(
  deps: ReadinessDeps,
  actor: Actor,
  input: { role: RoleKey; personId: string; from: Date | null; until: Date | null },
): Promise<void> {
  refuseUnlessMayEdit(actor)
  const { db, accounts, clock } = deps
  return db.transaction(async (tx) => {
    await lockScene(tx, REAL)
    const person = (await accounts.listPeople(tx)).find((one) => one.id === input.personId)
    if (!person || !canSeeReadiness(person)) throw new NotFound('No such person')
    await saveDuty(tx, { ...input, addedBy: actor.id, addedAt: clock() })
    await record(deps, tx, REAL, actor.id, { kind: 'rota.added', role: input.role, personId: input.personId })
  })
}

export function removeDuty(deps: ReadinessDeps, actor: Actor, dutyId: string): Promise<void> {
  refuseUnlessMayEdit(actor)
  return deps.db.transaction(async (tx) => {
    await lockScene(tx, REAL)
    const duty = await findDutyForUpdate(tx, dutyId)
    if (!duty) return
    await deleteDuty(tx, duty.id)
    await record(deps, tx, REAL, actor.id, { kind: 'rota.removed', role: duty.role, personId: duty.personId })
  })
}

/** Moves a person one place up, so that they are paged earlier. */
export function raiseDuty(deps: ReadinessDeps, actor: Actor, dutyId: string): Promise<void> {
  refuseUnlessMayEdit(actor)
  const { db, clock } = deps
  return db.transaction(async (tx) => {
    await lockScene(tx, REAL)
    const duty = await findDutyForUpdate(tx, dutyId)
    if (!duty) throw new NotFound('No such turn')
    const inRole = (await listDuties(tx, clock())).filter((one) => one.role === duty.role)
    const at = inRole.findIndex((one) => one.id === duty.id)
    const above = inRole[at - 1]
    if (!above) return
    inRole.splice(at - 1, 2, duty, above)
    for (const [index, one] of inRole.entries()) await markDutyPosition(tx, one.id, index + 1)
    await record(deps, tx, REAL, actor.id, { kind: 'rota.ordered', role: duty.role, personId: duty.personId })
  })
}
