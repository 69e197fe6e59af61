import type { Tx } from '#platform/database/index.ts'
import { record } from '../log/record.ts'
import type { PagingEventOf, ReadinessDeps } from '../readiness.ts'
import { isOwnCall } from './calls.ts'

/** What becomes of our calls is written to the log of their scene. Calls of other rooms are theirs. */

export async function onPageAnswered(
  deps: ReadinessDeps,
  tx: Tx,
  event: PagingEventOf<'page.answered'>,
): Promise<void> {
  if (!isOwnCall(event)) return
  const { answer, minutes, previous, personId } = event
  await record(deps, tx, event.exerciseId, personId, {
    kind: 'page.answered',
    answer,
    minutes,
    replaced: previous !== null,
  })
}

export async function onCallEscalated(
  deps: ReadinessDeps,
  tx: Tx,
  event: PagingEventOf<'call.escalated'>,
): Promise<void> {
  if (isOwnCall(event))
    await record(deps, tx, event.exerciseId, null, { kind: 'call.escalated', people: event.personIds })
}

export async function onCallExhausted(
  deps: ReadinessDeps,
  tx: Tx,
  event: PagingEventOf<'call.exhausted'>,
): Promise<void> {
  if (!isOwnCall(event)) return
  await record(deps, tx, event.exerciseId, null, { kind: 'call.exhausted', paged: event.paged, coming: event.coming })
}

export async function onPageUnreachable(
  deps: ReadinessDeps,
  tx: Tx,
  event: PagingEventOf<'page.unreachable'>,
): Promise<void> {
  if (isOwnCall(event))
    await record(deps, tx, event.exerciseId, null, { kind: 'page.unreachable', personId: event.personId })
}
