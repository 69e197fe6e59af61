import type { Tx } from '#platform/database/index.ts'
import { endHold } from '../holds/actions.ts'
import { listRunningHolds } from '../holds/store.ts'
import { isOwnCall } from '../incidents/calls.ts'
import { record } from '../log/record.ts'
import type { ReadinessDeps } from '../readiness.ts'
import { listOpenSheets, markSheetsClosed } from '../role-sheets/store.ts'
import type { Scene } from '../scene.ts'
import { takeBackWaitingTeamPage } from '../team/take-back.ts'
import { changePosture, saveMove } from './change.ts'
import { NORMAL } from './rules.ts'
import { findPosture } from './store.ts'

/** The orderly way back: holds are released, nobody is paged any more, and every role is asked to sign off. */
export async function standDown(deps: ReadinessDeps, tx: Tx, scene: Scene, by: string): Promise<void> {
  const { paging } = deps
  const current = (await findPosture(tx, scene)) ?? NORMAL
  for (const call of await paging.summary(tx, { exerciseId: scene })) {
    if (isOwnCall(call) && !call.endedAt) await paging.endCall(tx, { id: call.callId }, 'stood-down')
  }
  await takeBackWaitingTeamPage(deps, tx, scene, by)
  for (const hold of await listRunningHolds(tx, scene)) await endHold(deps, tx, hold, 'stood-down', by)
  await changePosture(deps, tx, { scene, from: current.level, to: 'stand-down', by, incidentId: current.incidentId })
  if ((await listOpenSheets(tx, scene)).length === 0) await completeStandDown(deps, tx, scene, by)
}

/** Everybody has signed off, or the time for it is over (`by` null): closes the sheets and returns to normal. */
export async function completeStandDown(deps: ReadinessDeps, tx: Tx, scene: Scene, by: string | null): Promise<void> {
  const missing = (await listOpenSheets(tx, scene)).filter((sheet) => !sheet.signedOffAt).map((sheet) => sheet.role)
  await markSheetsClosed(tx, scene, deps.clock())
  await saveMove(deps, tx, { scene, from: 'stand-down', to: 'normal', by, incidentId: null })
  await record(deps, tx, scene, by, { kind: 'stand-down.completed', missing })
}
