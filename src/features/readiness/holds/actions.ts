import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/database/index.ts'
import { Conflict, NotAllowed, NotFound } from '#platform/errors.ts'
import { lookAgainAt } from '../come-again.ts'
import { settleByActing } from '../incidents/calls.ts'
import { record } from '../log/record.ts'
import { canHold } from '../permissions.ts'
import type { ReadinessDeps } from '../readiness.ts'
import { rolesOnDuty } from '../rota/on-duty.ts'
import type { Scene } from '../scene.ts'
import { lockScene } from '../scene.store.ts'
import type { Hold, HoldEnd, HoldKind } from '../types.ts'
import { HOLD_MINUTES, isExpired, renewedUntil } from './rules.ts'
import { findHold, findHoldForUpdate, listRunningHolds, markHoldEnded, markHoldRenewed, saveHold } from './store.ts'

const REVERT_HOLD = { name: 'revert-hold' }

async function refuseUnlessMayHold({ clock }: ReadinessDeps, tx: Tx, actor: Actor): Promise<void> {
  if (canHold(actor, await rolesOnDuty(tx, actor.id, clock()))) return
  throw new NotAllowed('Only a duty manager or the OR charge nurse on duty can hold')
}

/** Starts a hold that reverts by itself. While one of its kind runs this does nothing: two taps are one. */
export function startHold(deps: ReadinessDeps, actor: Actor, input: { scene: Scene; kind: HoldKind }): Promise<string> {
  const { db, clock, events, jobs } = deps
  const { scene, kind } = input
  return db.transaction(async (tx) => {
    await lockScene(tx, scene)
    await refuseUnlessMayHold(deps, tx, actor)
    const running = (await listRunningHolds(tx, scene)).find((hold) => hold.kind === kind)
    if (running && !isExpired(running, clock())) return running.id
    await settleByActing(deps, tx, scene, actor.id)
    if (running) await endHold(deps, tx, running, 'time', null)
    const until = renewedUntil({ until: clock() }, clock(), HOLD_MINUTES)
    const holdId = await saveHold(tx, { exerciseId: scene, kind, startedBy: actor.id, startedAt: clock(), until })
    await jobs.enqueue(tx, REVERT_HOLD, { holdId }, { at: until })
    await record(deps, tx, scene, actor.id, { kind: 'hold.started', hold: kind, until: until.toISOString() })
    await events.announce(tx, {
      type: 'hold.started',
      holdId,
      kind,
      until: until.toISOString(),
      exerciseId: scene,
      by: actor.id,
      at: clock().toISOString(),
    })
    return holdId
  })
}

/** Renews a hold. Holds revert by themselves: renewing is the only way to keep one. */
export function renewHold(deps: ReadinessDeps, actor: Actor, input: { scene: Scene; holdId: string }): Promise<void> {
  const { db, clock, events, jobs } = deps
  return db.transaction(async (tx) => {
    const hold = await takeHold(deps, tx, actor, input)
    if (hold.endedAt || isExpired(hold, clock())) throw new Conflict('This hold has already ended. Start a new one.')
    const until = renewedUntil(hold, clock())
    await markHoldRenewed(tx, hold.id, until)
    await jobs.enqueue(tx, REVERT_HOLD, { holdId: hold.id }, { at: until })
    await record(deps, tx, hold.exerciseId, actor.id, {
      kind: 'hold.renewed',
      hold: hold.kind,
      until: until.toISOString(),
    })
    await events.announce(tx, {
      type: 'hold.renewed',
      holdId: hold.id,
      kind: hold.kind,
      until: until.toISOString(),
      exerciseId: hold.exerciseId,
      by: actor.id,
      at: clock().toISOString(),
    })
  })
}

/** Releases a hold before its time. Releasing one that is over already does nothing. */
export function releaseHold(deps: ReadinessDeps, actor: Actor, input: { scene: Scene; holdId: string }): Promise<void> {
  return deps.db.transaction(async (tx) => {
    const hold = await takeHold(deps, tx, actor, input)
    if (!hold.endedAt) await endHold(deps, tx, hold, 'released', actor.id)
  })
}

/** Ends a hold whose time is over. Safe to repeat; a renewed hold goes on. */
export async function revertHold(deps: ReadinessDeps, holdId: string): Promise<void> {
  const { db, clock, jobs } = deps
  await db.transaction(async (tx) => {
    const known = await findHold(tx, holdId)
    if (!known) return
    await lockScene(tx, known.exerciseId)
    const hold = await findHoldForUpdate(tx, holdId)
    if (!hold || hold.endedAt) return
    if (isExpired(hold, clock())) await endHold(deps, tx, hold, 'time', null)
    else await jobs.enqueue(tx, REVERT_HOLD, { holdId }, { at: lookAgainAt(hold.until, clock()) })
  })
}

/** Ends a running hold inside the transaction of whatever ends it. */
export async function endHold(
  deps: ReadinessDeps,
  tx: Tx,
  hold: Hold,
  reason: HoldEnd,
  by: string | null,
): Promise<void> {
  const { clock, events } = deps
  await markHoldEnded(tx, hold.id, clock(), reason)
  await record(deps, tx, hold.exerciseId, by, { kind: 'hold.ended', hold: hold.kind, reason })
  await events.announce(tx, {
    type: 'hold.ended',
    holdId: hold.id,
    kind: hold.kind,
    reason,
    exerciseId: hold.exerciseId,
    by,
    at: clock().toISOString(),
  })
}

async function takeHold(
  deps: ReadinessDeps,
  tx: Tx,
  actor: Actor,
  { scene, holdId }: { scene: Scene; holdId: string },
): Promise<Hold> {
  await lockScene(tx, scene)
  const hold = await findHoldForUpdate(tx, holdId)
  if (!hold || hold.exerciseId !== scene) throw new NotFound('No such hold')
  await refuseUnlessMayHold(deps, tx, actor)
  return hold
}
