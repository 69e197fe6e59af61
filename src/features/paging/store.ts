import { own, reading, type Reader, type Tx } from '#platform/database/index.ts'
import type { PagingTables } from './tables.ts'
import type { Answer, AnsweredVia, CallFacts, CallMessage, CallMode, CallRef, CallState, CallStep, EndReason, PageState } from './types.ts'

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

export interface Page {
  id: string
  callId: string
  personId: string
  step: number
  state: PageState
  answer: Answer | null
  minutes: number | null
  openedAt: Date
  answeredAt: Date | null
  via: AnsweredVia | null
}

const callColumns = [
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

const pageColumns = [
  'id',
  'call_id as callId',
  'person_id as personId',
  'step',
  'state',
  'answer',
  'minutes',
  'opened_at as openedAt',
  'answered_at as answeredAt',
  'via',
] as const

export type NewCall = Pick<
  Call,
  'key' | 'subject' | 'exerciseId' | 'message' | 'facts' | 'mode' | 'steps' | 'enough' | 'contactMethodId' | 'openedBy' | 'openedAt'
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
  const row = await reading<PagingTables>(reader).selectFrom('call').select('id').where('key', '=', key).executeTakeFirst()
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

export async function listCalls(reader: Reader, of: { subject: string } | { exerciseId: string | null }): Promise<Call[]> {
  const query = reading<PagingTables>(reader)
    .selectFrom('call')
    .select(callColumns)
    .where('mode', '!=', 'test')
    .orderBy('opened_at', 'desc')
    .orderBy('id')
    .limit(200)
  if ('subject' in of) return query.where('subject', '=', of.subject).execute()
  return of.exerciseId === null
    ? query.where('exercise_id', 'is', null).execute()
    : query.where('exercise_id', '=', of.exerciseId).execute()
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
  Pick<Call, 'facts' | 'state' | 'step' | 'reminders' | 'tick' | 'movedAt' | 'nextAt' | 'answeredAt' | 'exhaustedAt' | 'endedAt' | 'endReason'>
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

/** Pages these people; whoever has a page of this call already is left out of what comes back. */
export async function savePages(tx: Tx, callId: string, step: number, personIds: string[], at: Date): Promise<Page[]> {
  if (personIds.length === 0) return []
  return own<PagingTables>(tx)
    .insertInto('page')
    .values(personIds.map((person_id) => ({ call_id: callId, person_id, step, state: 'waiting' as const, opened_at: at })))
    .onConflict((conflict) => conflict.columns(['call_id', 'person_id']).doNothing())
    .returning(pageColumns)
    .execute()
}

export async function listPages(reader: Reader, callIds: string[]): Promise<Page[]> {
  if (callIds.length === 0) return []
  return reading<PagingTables>(reader)
    .selectFrom('page')
    .select(pageColumns)
    .where('call_id', 'in', callIds)
    .orderBy('step')
    .orderBy('opened_at')
    .orderBy('id')
    .execute()
}

export async function findPage(reader: Reader, id: string): Promise<Page | undefined> {
  return reading<PagingTables>(reader).selectFrom('page').select(pageColumns).where('id', '=', id).executeTakeFirst()
}

export type PageChange = Partial<Pick<Page, 'state' | 'answer' | 'minutes' | 'answeredAt' | 'via'>>

export async function markPage(tx: Tx, id: string, { answeredAt, ...same }: PageChange): Promise<void> {
  await own<PagingTables>(tx)
    .updateTable('page')
    .set({ ...same, ...(answeredAt !== undefined && { answered_at: answeredAt }) })
    .where('id', '=', id)
    .execute()
}

/** Those who had not answered need not any more. */
export async function markPagesEnded(tx: Tx, callId: string): Promise<void> {
  await own<PagingTables>(tx)
    .updateTable('page')
    .set({ state: 'ended' })
    .where('call_id', '=', callId)
    .where('state', 'in', ['waiting', 'sent', 'unreachable'])
    .execute()
}

/** Pages that wait for this person's answer in calls that still need one, oldest first. Test pages are answered by their link alone. */
export async function listWaitingPages(
  reader: Reader,
  personId: string,
): Promise<{ pageId: string; callId: string; exerciseId: string | null; openedAt: Date; message: CallMessage }[]> {
  return reading<PagingTables>(reader)
    .selectFrom('page')
    .innerJoin('call', 'call.id', 'page.call_id')
    .select(['page.id as pageId', 'call.id as callId', 'call.exercise_id as exerciseId', 'page.opened_at as openedAt', 'call.message'])
    .where('page.person_id', '=', personId)
    .where('page.state', 'in', ['waiting', 'sent', 'unreachable'])
    .where('call.state', 'in', ['open', 'exhausted'])
    .where('call.mode', '!=', 'test')
    .orderBy('page.opened_at')
    .orderBy('page.id')
    .limit(50)
    .execute()
}

/** A person's pages, newest first, with their calls. */
export async function listPagesOfPerson(reader: Reader, personId: string, limit: number): Promise<{ page: Page; call: Call }[]> {
  const pages = await reading<PagingTables>(reader)
    .selectFrom('page')
    .select(pageColumns)
    .where('person_id', '=', personId)
    .orderBy('opened_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()
  if (pages.length === 0) return []
  const calls = await reading<PagingTables>(reader)
    .selectFrom('call')
    .select(callColumns)
    .where('id', 'in', pages.map((page) => page.callId))
    .execute()
  const byId = new Map(calls.map((call) => [call.id, call]))
  return pages.flatMap((page) => {
    const call = byId.get(page.callId)
    return call ? [{ page, call }] : []
  })
}

/** Calls in which an erased person had not answered. */
export async function listOpenCallsOf(reader: Reader, personId: string): Promise<string[]> {
  const rows = await reading<PagingTables>(reader)
    .selectFrom('page')
    .innerJoin('call', 'call.id', 'page.call_id')
    .select('call.id')
    .where('page.person_id', '=', personId)
    .where('page.state', 'in', ['waiting', 'sent', 'unreachable'])
    .where('call.state', '!=', 'ended')
    .orderBy('call.id')
    .execute()
  return rows.map((row) => row.id)
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

/** Pages that nobody answered yet in calls that run, over all people: for the metrics. */
export async function countWaitingPages(reader: Reader): Promise<number> {
  const row = await reading<PagingTables>(reader)
    .selectFrom('page')
    .innerJoin('call', 'call.id', 'page.call_id')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('page.state', 'in', ['waiting', 'sent', 'unreachable'])
    .where('call.state', 'in', ['open', 'exhausted'])
    .where('call.mode', '!=', 'test')
    .executeTakeFirst()
  return row?.count ?? 0
}
