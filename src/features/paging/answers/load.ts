import type { TimeStyle } from '#platform/i18n/time.ts'
import type { Locale } from '#platform/i18n/index.ts'
import type { PagingDeps } from '../deps.ts'
import { sayFacts, sayMessage } from '../message.ts'
import { etaOf, isWaiting, linkEndsAt, nextMove } from '../rules.ts'
import { findCall, type Call } from '../call.store.ts'
import { findPage, listPages, type Page } from '../page.store.ts'
import type { AnswerPageProps } from './answer.page.tsx'

/** Everything that the page that wakes shows, except who may see it. */
export interface LoadedPage {
  page: Page
  call: Call
  /** The language of the person who was paged. */
  locale: Locale
  view: Omit<AnswerPageProps, 'action' | 'thanks' | 'style' | 'facts' | 'sentence'> & { linkEndsAt: Date }
  /** Draws what depends on the language. */
  inWords(style: TimeStyle): Pick<AnswerPageProps, 'style' | 'facts' | 'sentence'>
}

/** Undefined when there is no such page, or its person has been erased. */
export async function loadPage(deps: PagingDeps, id: string): Promise<LoadedPage | undefined> {
  const { accounts, clock, db } = deps
  const organisation = await accounts.organisation()
  return db.read(async (reader) => {
    const page = await findPage(reader, id)
    const call = page && (await findCall(reader, page.callId))
    if (!page || !call) return undefined
    const pages = await listPages(reader, [call.id])
    const ids = [page.personId, call.openedBy, call.facts.confirmedBy?.personId ?? null]
    const people = await accounts.people(reader, ids)
    const person = people.get(page.personId)
    if (!person || person.isErased) return undefined
    const now = clock()
    const count = (state: Page['state']) => pages.filter((each) => each.state === state).length
    return {
      page,
      call,
      locale: person.locale,
      view: {
        now,
        organisation: organisation.name,
        name: person.name,
        mode: call.mode,
        callState: call.state,
        openedAt: page.openedAt,
        answer: page.answer && { answer: page.answer, minutes: page.minutes, eta: etaOf(page) },
        boardPath: deps.pathOf?.(call.subject, call.exerciseId),
        paged: pages.length,
        others: { coming: count('coming'), cannot: count('cannot'), waiting: pages.filter(isWaiting).length },
        next: nextMove(call, pages, now),
        linkEndsAt: linkEndsAt(page, call),
      },
      inWords: (style) => ({
        style,
        facts: sayFacts(call, people, style),
        sentence: sayMessage(call.message, style.locale),
      }),
    }
  })
}
