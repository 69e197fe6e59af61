import type { Tx } from '#platform/database/index.ts'
import { sceneChannel } from '#platform/realtime/index.ts'
import { personChannel, type PagingDeps } from './deps.ts'

/** Draws the scene's boards and these people's own pages anew. Always in this order, so that two transactions never wait for each other in a ring. */
export async function touchScreens(
  { realtime }: Pick<PagingDeps, 'realtime'>,
  tx: Tx,
  exerciseId: string | null,
  personIds: readonly string[],
): Promise<void> {
  await realtime.touch(tx, sceneChannel(exerciseId))
  for (const id of [...new Set(personIds)].toSorted()) await realtime.touch(tx, personChannel(id))
}
