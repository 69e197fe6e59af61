import type { Tx } from '#platform/database/index.ts'
import { sceneChannel } from '#platform/realtime/index.ts'
import type { ReadinessDeps } from '../readiness.ts'
import { logChain, type Scene } from '../scene.ts'
import type { LogFact } from './facts.ts'

/** Adds a line to the scene's log and renews the screens that show it. `actorId` null: Salve itself. */
export async function record(
  { ledger, realtime }: Pick<ReadinessDeps, 'ledger' | 'realtime'>,
  tx: Tx,
  scene: Scene,
  actorId: string | null,
  { kind, ...body }: LogFact,
): Promise<void> {
  await ledger.append(tx, { chain: logChain(scene), actorId, kind, body })
  await realtime.touch(tx, sceneChannel(scene))
}
