import type { Tx } from '#platform/database/index.ts'
import { record } from '../log/record.ts'
import type { ReadinessDeps } from '../readiness.ts'
import { openSheets } from '../role-sheets/open.ts'
import { markSignOffsTakenBack } from '../role-sheets/store.ts'
import type { Scene } from '../scene.ts'
import type { PostureLevel } from '../types.ts'
import { deadlines, needsRoleSheets } from './rules.ts'
import { savePosture } from './store.ts'

const REVERT_POSTURE = { name: 'revert-posture' }
const ASK_POSTURE = { name: 'ask-about-posture' }

export interface PostureMove {
  scene: Scene
  from: PostureLevel
  to: PostureLevel
  by: string | null
  incidentId: string | null
}

/** Takes a step on the ladder, with the scene locked: saves it, sets its clock, tells everybody who listens. The caller writes the log line. */
export async function saveMove(
  deps: ReadinessDeps,
  tx: Tx,
  { scene, from, to, by, incidentId }: PostureMove,
): Promise<Date | null> {
  const { clock, events } = deps
  const now = clock()
  const { until, askAt } = deadlines(to, now)
  const changeId = await savePosture(tx, {
    exerciseId: scene,
    level: to,
    setBy: by,
    setAt: now,
    until,
    askAt,
    incidentId,
  })
  await setClock(deps, tx, changeId, until, askAt)
  const of = { exerciseId: scene, by, at: now.toISOString() }
  await events.announce(tx, { type: 'posture.changed', from, to, until: until?.toISOString() ?? null, ...of })
  if (to === 'activated') await events.announce(tx, { type: 'posture.activated', incidentId, ...of })
  return until
}

/** A person's step: moves, writes it down, and opens the role sheets where the step needs them. */
export async function changePosture(deps: ReadinessDeps, tx: Tx, move: PostureMove): Promise<void> {
  const { scene, from, to, by, incidentId } = move
  const until = await saveMove(deps, tx, move)
  await record(deps, tx, scene, by, {
    kind: 'posture.changed',
    from,
    to,
    until: until?.toISOString() ?? null,
    incidentId,
  })
  if (from === 'stand-down') await markSignOffsTakenBack(tx, scene)
  if (needsRoleSheets(to)) await openSheets(deps, tx, { scene, by, incidentId })
}

/** Queues what happens by itself. Earlier jobs of a renewed step find that it is not time yet and do nothing. */
export async function setClock(
  { jobs }: ReadinessDeps,
  tx: Tx,
  changeId: number,
  until: Date | null,
  askAt: Date | null,
): Promise<void> {
  if (until) await jobs.enqueue(tx, REVERT_POSTURE, { changeId }, { at: until })
  if (askAt) await jobs.enqueue(tx, ASK_POSTURE, { changeId }, { at: askAt })
}
