import type { Tx } from '#platform/database/index.ts'
import { record } from '../log/record.ts'
import type { ReadinessDeps } from '../readiness.ts'
import type { Scene } from '../scene.ts'
import { findLatestTeamPage, markTeamPageTakenBack } from './store.ts'

/** Takes back a page of the team that still waits its ten seconds. True when there was one. Call it with the scene locked. */
export async function takeBackWaitingTeamPage(deps: ReadinessDeps, tx: Tx, scene: Scene, by: string): Promise<boolean> {
  const waiting = await findLatestTeamPage(tx, scene)
  if (!waiting || waiting.sentAt) return false
  await markTeamPageTakenBack(tx, waiting.id, deps.clock())
  await record(deps, tx, scene, by, { kind: 'team.taken-back' })
  return true
}
