import { own, reading, type Reader, type Tx } from '#platform/database/index.ts'
import { callColumns, type Call } from './call.store.ts'
import type { PagingTables } from './tables.ts'
import type { Answer, AnsweredVia, CallMessage, PageState } from './types.ts'

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

/** Pages these people; whoever has a page of this call already is left out of what comes back. */
export async function savePages(tx: Tx, callId: string, step: number, personIds: string[], at: Date): Promise<Page[]> {
  if (personIds.length === 0) return []
  return own<PagingTables>(tx)
    .insertInto('page')
    .values(
      personIds.map((person_id) => ({ call_id: callId, person_id, step, state: 'waiting' as const, opened_at: at })),
    )
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
    .select([
      'page.id as pageId',
      'call.id as callId',
      'call.exercise_id as exerciseId',
      'page.opened_at as openedAt',
      'call.message',
    ])
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
export async function listPagesOfPerson(
  reader: Reader,
  personId: string,
  limit: number,
): Promise<{ page: Page; call: Call }[]> {
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
    .where(
      'id',
      'in',
      pages.map((page) => page.callId),
    )
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
