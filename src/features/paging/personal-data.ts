import type { Reader, Tx } from '#platform/database/index.ts'
import type { PersonalData, Retention } from '#platform/room.ts'
import { deleteContactMethodsOf, listContactMethods } from './contacts/store.ts'
import type { PagingDeps } from './deps.ts'
import { listDeliveriesTo, markDeliveriesDropped } from './deliveries/store.ts'
import { planNextMove } from './escalation.ts'
import { deleteCallsBefore, findCallForUpdate } from './call.store.ts'
import { listOpenCallsOf, listPages, listPagesOfPerson, markPage } from './page.store.ts'
import { pagingWords } from './words.ts'

/** An exercise is looked back on for a season; who was called to a real event, and when they answered, is kept as long as its log is asked for. */
const EXERCISE_DAYS = 90
const REAL_DAYS = 7 * 365

export function pagingPersonalData(deps: PagingDeps): PersonalData {
  return {
    async export(reader: Reader, personId: string) {
      const methods = await listContactMethods(reader, [personId])
      const pages = await listPagesOfPerson(reader, personId, 100_000)
      return {
        contactMethods: methods.map(({ kind, address, verifiedAt }) => ({ kind, address, verifiedAt })),
        pages: pages.map(({ page, call }) => ({
          subject: call.subject,
          isDrill: call.exerciseId !== null,
          message: call.message,
          pagedAt: page.openedAt,
          answer: page.answer,
          minutes: page.minutes,
          answeredAt: page.answeredAt,
          via: page.via,
        })),
        messages: await listDeliveriesTo(reader, personId),
      }
    },
    /** Addresses go; the answers stay with the call, under "a former member". Whoever waits for this person asks the next. */
    async erase(tx: Tx, personId: string) {
      await deleteContactMethodsOf(tx, personId)
      for (const id of await listOpenCallsOf(tx, personId)) {
        const call = await findCallForUpdate(tx, { id })
        if (!call) continue
        for (const page of await listPages(tx, [id])) {
          if (page.personId !== personId || page.answer) continue
          await markPage(tx, page.id, { state: 'ended' })
          await markDeliveriesDropped(tx, [page.id], deps.clock())
        }
        await planNextMove(deps, tx, call, await listPages(tx, [id]))
      }
    },
  }
}

export const pagingRetention: Retention[] = [
  {
    kind: 'exercise-calls',
    label: (locale) => pagingWords(locale)('retention.exercise-calls'),
    days: EXERCISE_DAYS,
    expire: (tx, before) => deleteCallsBefore(tx, before, 'exercise'),
  },
  {
    kind: 'calls',
    label: (locale) => pagingWords(locale)('retention.calls'),
    days: REAL_DAYS,
    expire: (tx, before) => deleteCallsBefore(tx, before, 'real'),
  },
]
