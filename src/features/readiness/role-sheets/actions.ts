import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/database/index.ts'
import { Conflict, NotAllowed, NotFound } from '#platform/errors.ts'
import { record } from '../log/record.ts'
import { canOpenSheets, canSeeReadiness, canTick } from '../permissions.ts'
import { completeStandDown } from '../posture/stand-down.ts'
import { findPosture } from '../posture/store.ts'
import type { ReadinessDeps } from '../readiness.ts'
import { rolesOnDuty } from '../rota/on-duty.ts'
import type { Scene } from '../scene.ts'
import { lockScene } from '../scene.store.ts'
import { openSheets } from './open.ts'
import { minutesLate, targetTime } from './rules.ts'
import { findStep, SHEETS } from './steps.ts'
import {
  findSheetForUpdate,
  listOpenSheets,
  listTicks,
  markSheetAssigned,
  markSheetSignedOff,
  saveTick,
  type RoleSheet,
} from './store.ts'

/** Opens the role sheets by hand, for what is known before any post tells it. */
export function openSheetsByHand(deps: ReadinessDeps, actor: Actor, scene: Scene): Promise<void> {
  return deps.db.transaction(async (tx) => {
    await lockScene(tx, scene)
    if (!(await mayOpenSheets(deps, tx, actor))) throw new NotAllowed('Only a duty manager can open the role sheets')
    await openSheets(deps, tx, { scene, by: actor.id, incidentId: null })
  })
}

/** Ticks a step, or takes the tick back. The last one wins; the log keeps them all. */
export function tickStep(
  deps: ReadinessDeps,
  actor: Actor,
  input: { scene: Scene; sheetId: string; step: string; done: boolean },
): Promise<void> {
  const { db, clock, events } = deps
  if (!canTick(actor)) throw new NotAllowed('Only staff can tick a step')
  return db.transaction(async (tx) => {
    const sheet = await takeOpenSheet(tx, input)
    const step = findStep(sheet.role, input.step)
    if (!step) throw new NotFound('No such step')
    const before = (await listTicks(tx, [sheet.id])).find((tick) => tick.step === step.key)
    if ((before?.done ?? false) === input.done) return
    const now = clock()
    await saveTick(tx, { sheetId: sheet.id, step: step.key, done: input.done, by: actor.id, at: now })
    const of = { role: sheet.role, step: step.key }
    await record(
      deps,
      tx,
      sheet.exerciseId,
      actor.id,
      input.done
        ? { kind: 'step.ticked', ...of, lateMinutes: minutesLate(targetTime(sheet.openedAt, step), now) }
        : { kind: 'step.unticked', ...of },
    )
    await events.announce(tx, {
      type: 'step.ticked',
      sheetId: sheet.id,
      ...of,
      done: input.done,
      exerciseId: sheet.exerciseId,
      by: actor.id,
      at: now.toISOString(),
    })
  })
}

/** Gives a sheet to somebody. Anybody who may tick may take a sheet for themselves: whoever is there acts. */
export function assignSheet(
  deps: ReadinessDeps,
  actor: Actor,
  input: { scene: Scene; sheetId: string; personId: string },
): Promise<void> {
  const { db, accounts } = deps
  return db.transaction(async (tx) => {
    const sheet = await takeOpenSheet(tx, input)
    const may = input.personId === actor.id ? canTick(actor) : await mayOpenSheets(deps, tx, actor)
    if (!may) throw new NotAllowed('Only a duty manager can give a role to somebody else')
    const person = (await accounts.listPeople(tx)).find((one) => one.id === input.personId)
    if (!person || !canSeeReadiness(person)) throw new NotFound('No such person')
    if (sheet.personId === input.personId) return
    await markSheetAssigned(tx, sheet.id, input.personId)
    await record(deps, tx, sheet.exerciseId, actor.id, {
      kind: 'role-sheet.assigned',
      role: sheet.role,
      personId: input.personId,
    })
  })
}

/** Signs a role off in the stand-down. With the last one the hospital is back to normal. */
export function signOffSheet(
  deps: ReadinessDeps,
  actor: Actor,
  input: { scene: Scene; sheetId: string },
): Promise<void> {
  const { db, clock } = deps
  if (!canTick(actor)) throw new NotAllowed('Only staff can sign off')
  return db.transaction(async (tx) => {
    const sheet = await takeOpenSheet(tx, input)
    const posture = await findPosture(tx, sheet.exerciseId)
    if (posture?.level !== 'stand-down') throw new Conflict('Roles sign off during a stand-down')
    if (sheet.signedOffAt) return
    await markSheetSignedOff(tx, sheet.id, actor.id, clock())
    const done = (await listTicks(tx, [sheet.id])).filter((tick) => tick.done).length
    const undone = SHEETS[sheet.role].length - done
    await record(deps, tx, sheet.exerciseId, actor.id, { kind: 'role-sheet.signed-off', role: sheet.role, undone })
    const waiting = (await listOpenSheets(tx, sheet.exerciseId)).filter((one) => !one.signedOffAt)
    if (waiting.length === 0) await completeStandDown(deps, tx, sheet.exerciseId, actor.id)
  })
}

async function mayOpenSheets({ clock }: ReadinessDeps, tx: Tx, actor: Actor): Promise<boolean> {
  return canOpenSheets(actor, await rolesOnDuty(tx, actor.id, clock()))
}

async function takeOpenSheet(tx: Tx, { scene, sheetId }: { scene: Scene; sheetId: string }): Promise<RoleSheet> {
  await lockScene(tx, scene)
  const sheet = await findSheetForUpdate(tx, sheetId)
  if (!sheet || sheet.exerciseId !== scene) throw new NotFound('No such role sheet')
  if (sheet.closedAt) throw new Conflict('This role sheet is closed')
  return sheet
}
