import { own, reading, type Reader, type Tx } from '#platform/database/index.ts'
import type { PagingTables } from './tables.ts'
import type { CallFacts, CallMessage, CallMode, CallRef, CallState, CallStep, EndReason } from './types.ts'

export interface Call {
  id: string
  key: string
  subject: string
  exerciseId: string | null
  message: CallMessage
  facts: CallFacts
  mode: CallMode
  steps: CallStep[]
  enough: number | null
  /** For a test page: the method that it tests. */
  contactMethodId: string | null
  openedBy: string | null
  openedAt: Date
  state: CallState
  step: number
  reminders: number
  /** Counts the moves, so that a deadline's job knows whether it is still the newest. */
  tick: number
  movedAt: Date
  nextAt: Date | null
  answeredAt: Date | null
  exhaustedAt: Date | null
  endedAt: Date | null
  endReason: EndReason | null
}

export const callColumns = [
  'id',
  'key',
  'subject',
  'exercise_id as exerciseId',
  'message',
  'facts',
  'mode',
  'steps',
  'enough',
  'contact_method_id as contactMethodId',
  'opened_by as openedBy',
  'opened_at as openedAt',
  'state',
  'step',
  'reminders',
  'tick',
  'moved_at as movedAt',
  'next_at as nextAt',
  'answered_at as answeredAt',
  'exhausted_at as exhaustedAt',
  'ended_at as endedAt',
  'end_reason as endReason',
] as const

export type NewCall = Pick<
  Call,
  | 'key'
  | 'subject'
  | 'exerciseId'
  | 'message'
  | 'facts'
  | 'mode'
  | 'steps'
  | 'enough'
  | 'contactMethodId'
  | 'openedBy'
  | 'openedAt'
>

/** Undefined when the key is taken: the call was opened before. */
export async function saveCall(tx: Tx, call: NewCall): Promise<Call | undefined> {
  return own<PagingTables>(tx)
    .insertInto('call')
    .values({
      key: call.key,
      subject: call.subject,
      exercise_id: call.exerciseId,
      message: JSON.stringify(call.message),
      facts: JSON.stringify(call.facts),
      mode: call.mode,
      steps: JSON.stringify(call.steps),
      enough: call.enough,
      contact_method_id: call.contactMethodId,
      opened_by: call.openedBy,
      opened_at: call.openedAt,
      moved_at: call.openedAt,
      state: 'open',
      step: 1,
    })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning(callColumns)
    .executeTakeFirst()
}

export async function findCallId(reader: Reader, key: string): Promise<string | undefined> {
  const row = await reading<PagingTables>(reader)
    .selectFrom('call')
    .select('id')
    .where('key', '=', key)
    .executeTakeFirst()
  return row?.id
}

export async function findCall(reader: Reader, id: string): Promise<Call | undefined> {
  return reading<PagingTables>(reader).selectFrom('call').select(callColumns).where('id', '=', id).executeTakeFirst()
}

/** Every change of a call, of its pages or of what was sent for them takes this lock first. */
export async function findCallForUpdate(tx: Tx, ref: CallRef): Promise<Call | undefined> {
  const query = own<PagingTables>(tx).selectFrom('call').select(callColumns).forUpdate()
  return 'id' in ref
    ? query.where('id', '=', ref.id).executeTakeFirst()
    : query.where('key', '=', ref.key).executeTakeFirst()
}

/** Calls about a subject, or of a scene. Of the real world those that run, and those opened since; of an exercise all. Newest first. */
export async function listCalls(
  reader: Reader,
  of: { subject: string } | { exerciseId: string | null },
  since: Date,
): Promise<Call[]> {
  const query = reading<PagingTables>(reader)
    .selectFrom('call')
    .select(callColumns)
    .where('mode', '!=', 'test')
    .orderBy('opened_at', 'desc')
    .orderBy('id')
    .limit(200)
  if ('subject' in of) return query.where('subject', '=', of.subject).execute()
  if (of.exerciseId !== null) return query.where('exercise_id', '=', of.exerciseId).execute()
  return query
    .where('exercise_id', 'is', null)
    .where(({ eb, or }) => or([eb('state', '!=', 'ended'), eb('opened_at', '>', since)]))
    .execute()
}

/** Calls whose next move should have happened before this time: their job was lost. */
export async function listLateCalls(reader: Reader, before: Date): Promise<{ id: string; tick: number }[]> {
  return reading<PagingTables>(reader)
    .selectFrom('call')
    .select(['id', 'tick'])
    .where('next_at', '<', before)
    .orderBy('next_at')
    .limit(100)
    .execute()
}

export type CallChange = Partial<
  Pick<
    Call,
    | 'facts'
    | 'state'
    | 'step'
    | 'reminders'
    | 'tick'
    | 'movedAt'
    | 'nextAt'
    | 'answeredAt'
    | 'exhaustedAt'
    | 'endedAt'
    | 'endReason'
  >
>

export async function markCall(tx: Tx, id: string, change: CallChange): Promise<void> {
  const { facts, movedAt, nextAt, answeredAt, exhaustedAt, endedAt, endReason, ...same } = change
  await own<PagingTables>(tx)
    .updateTable('call')
    .set({
      ...same,
      ...(facts !== undefined && { facts: JSON.stringify(facts) }),
      ...(movedAt !== undefined && { moved_at: movedAt }),
      ...(nextAt !== undefined && { next_at: nextAt }),
      ...(answeredAt !== undefined && { answered_at: answeredAt }),
      ...(exhaustedAt !== undefined && { exhausted_at: exhaustedAt }),
      ...(endedAt !== undefined && { ended_at: endedAt }),
      ...(endReason !== undefined && { end_reason: endReason }),
    })
    .where('id', '=', id)
    .execute()
}

/** Deletes calls with their pages and what was sent. Returns how many calls. */
export async function deleteCallsBefore(tx: Tx, before: Date, which: 'exercise' | 'real'): Promise<number> {
  const result = await own<PagingTables>(tx)
    .deleteFrom('call')
    .where('opened_at', '<', before)
    .where('exercise_id', which === 'exercise' ? 'is not' : 'is', null)
    .executeTakeFirst()
  return Number(result.numDeletedRows)
}
