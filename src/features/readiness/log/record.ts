import type { Tx } from '#platform/database/index.ts'
import { sceneChannel } from '#platform/realtime/index.ts'
import type { ReadinessDeps } from '../readiness.ts'
import { logChain, type Scene } from '../scene.ts'
import { lockScene } from '../scene.store.ts'
import type { LogFact } from './facts.ts'

/**
 * Adds a line to the scene's log and renews the screens that show it. `actorId` null: Salve itself.
 * Locks are taken in one order everywhere, so that two changes never wait for each other: scene, calls, log, screens.
 * Who ends or revises a call does it before the first line.
 */
export async function record(
  { ledger, realtime }: Pick<ReadinessDeps, 'ledger' | 'realtime'>,
  tx: Tx,
  scene: Scene,
  actorId: string | null,
  { kind, ...body }: LogFact,
): Promise<void> {
  await lockScene(tx, scene)
  await ledger.append(tx, { chain: logChain(scene), actorId, kind, body })
  await realtime.touch(tx, sceneChannel(scene))
}
