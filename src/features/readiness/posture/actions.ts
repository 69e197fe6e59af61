import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/database/index.ts'
import { Conflict, NotAllowed } from '#platform/errors.ts'
import { listRunningHolds } from '../holds/store.ts'
import { lookAgainAt } from '../come-again.ts'
import { settleByActing } from '../incidents/calls.ts'
import { findIncident, listOpenIncidents } from '../incidents/store.ts'
import { record } from '../log/record.ts'
import { canSetPosture } from '../permissions.ts'
import type { ReadinessDeps } from '../readiness.ts'
import { listOpenSheets } from '../role-sheets/store.ts'
import { rolesOnDuty } from '../rota/on-duty.ts'
import { openDutyCall } from '../rota/duty-call.ts'
import type { Scene } from '../scene.ts'
import { lockScene } from '../scene.store.ts'
import type { PostureLevel } from '../types.ts'
import { readinessWords } from '../words.ts'
import { changePosture, saveMove, setClock } from './change.ts'
import { canMoveTo, deadlines, isDue, isRaised, minutesAfter, ASKS_AGAIN_AFTER, NORMAL } from './rules.ts'
import { completeStandDown, standDown } from './stand-down.ts'
import { findPosture, findPostureById, markPostureRenewed, type PostureRow } from './store.ts'

/** Moves on the ladder. Asking for the step that stands already does nothing: two taps are one. */
export function setPosture(
  deps: ReadinessDeps,
  actor: Actor,
  input: { scene: Scene; level: PostureLevel; incidentId?: string | undefined },
): Promise<void> {
  const { scene, level: to } = input
  return deps.db.transaction(async (tx) => {
    await lockScene(tx, scene)
    await refuseUnlessMaySet(deps, tx, actor)
    const standing = await findPosture(tx, scene)
    const current = standing ?? NORMAL
    if (current.level === to) return
    if (!canMoveTo(current.level, to, await isAnythingOpen(tx, scene)))
      throw new Conflict('There is nothing to stand down from')
    if (standing?.askAt) await deps.paging.endCall(tx, { key: askKey(standing.id, standing.askAt) }, 'superseded')
    if (to === 'stand-down') return standDown(deps, tx, scene, actor.id)
    if (current.level === 'stand-down' && to === 'normal') return completeStandDown(deps, tx, scene, actor.id)
    const incidentId = to === 'normal' ? null : await becauseOf(tx, scene, input.incidentId ?? current.incidentId)
    await settleByActing(deps, tx, scene, actor.id)
    await changePosture(deps, tx, { scene, from: current.level, to, by: actor.id, incidentId })
  })
}

/** Begins the clock of the present step anew. */
export function renewPosture(deps: ReadinessDeps, actor: Actor, scene: Scene): Promise<void> {
  const { db, clock, paging } = deps
  return db.transaction(async (tx) => {
    await lockScene(tx, scene)
    await refuseUnlessMaySet(deps, tx, actor)
    const current = await findPosture(tx, scene)
    if (!current || !isRaised(current.level)) throw new Conflict('The posture is normal again. Raise it anew.')
    const { until, askAt } = deadlines(current.level, clock())
    await markPostureRenewed(tx, current.id, until, askAt)
    await setClock(deps, tx, current.id, until, askAt)
    if (current.askAt) await paging.endCall(tx, { key: askKey(current.id, current.askAt) }, 'superseded')
    await record(deps, tx, scene, actor.id, {
      kind: 'posture.renewed',
      level: current.level,
      until: until?.toISOString() ?? null,
    })
  })
}

/** Returns to normal when the time of a step is over. Safe to repeat; a renewed step goes on. */
export async function revertPosture(deps: ReadinessDeps, changeId: number): Promise<void> {
  const { clock } = deps
  await withStanding(deps, changeId, async (tx, posture) => {
    const { exerciseId: scene, level } = posture
    if (!posture.until) return
    if (!isDue(posture.until, clock())) return setClock(deps, tx, changeId, lookAgainAt(posture.until, clock()), null)
    if (level === 'stand-down') return completeStandDown(deps, tx, scene, null)
    await saveMove(deps, tx, { scene, from: level, to: 'normal', by: null, incidentId: null })
    await record(deps, tx, scene, null, { kind: 'posture.reverted', from: level })
  })
}

/** Asks the duty managers whether the hospital is still activated, and again two hours later. Safe to repeat. */
export async function askAboutPosture(deps: ReadinessDeps, changeId: number): Promise<void> {
  const { clock } = deps
  await withStanding(deps, changeId, async (tx, posture) => {
    if (posture.level !== 'activated' || !posture.askAt) return
    if (!isDue(posture.askAt, clock())) return setClock(deps, tx, changeId, null, lookAgainAt(posture.askAt, clock()))
    const { exerciseId: scene, id } = posture
    const askAt = minutesAfter(clock(), ASKS_AGAIN_AFTER)
    await markPostureRenewed(tx, id, null, askAt)
    await setClock(deps, tx, id, null, askAt)
    await record(deps, tx, scene, null, { kind: 'posture.asked', since: posture.setAt.toISOString() })
    await openDutyCall(deps, tx, {
      key: askKey(id, askAt),
      subject: `posture:${scene ?? 'real'}`,
      scene,
      message: (locale) => ({ key: 'plain', values: { text: readinessWords(locale)('posture.ask-page') } }),
    })
  })
}

async function withStanding(
  deps: ReadinessDeps,
  changeId: number,
  work: (tx: Tx, posture: PostureRow) => Promise<void>,
): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const known = await findPostureById(tx, changeId)
    if (!known) return
    await lockScene(tx, known.exerciseId)
    const current = await findPosture(tx, known.exerciseId)
    if (current?.id === changeId) await work(tx, current)
  })
}

async function refuseUnlessMaySet({ clock }: ReadinessDeps, tx: Tx, actor: Actor): Promise<void> {
  if (canSetPosture(actor, await rolesOnDuty(tx, actor.id, clock()))) return
  throw new NotAllowed('Only a duty manager can set the posture')
}

function askKey(changeId: number, askAt: Date): string {
  return `posture:${changeId}:${askAt.toISOString()}`
}

async function isAnythingOpen(tx: Tx, scene: Scene): Promise<boolean> {
  const [sheets, holds, incidents] = [
    await listOpenSheets(tx, scene),
    await listRunningHolds(tx, scene),
    await listOpenIncidents(tx, scene),
  ]
  return sheets.length + holds.length + incidents.length > 0
}

/** The incident that a raised step is for: the one named, if it belongs to the scene, else the most urgent open one. */
async function becauseOf(tx: Tx, scene: Scene, incidentId: string | null): Promise<string | null> {
  const named = incidentId ? await findIncident(tx, incidentId) : undefined
  if (named && named.exerciseId === scene) return named.incidentId
  return (await listOpenIncidents(tx, scene))[0]?.incidentId ?? null
}
