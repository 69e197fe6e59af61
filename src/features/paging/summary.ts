import type { Reader } from '#platform/database/index.ts'
import { listContactMethods } from './contacts/store.ts'
import type { PagingDeps } from './deps.ts'
import { listSendings } from './deliveries/store.ts'
import { etaOf, isWaiting, needsReminder, nextMove, reachOf } from './rules.ts'
import { listCalls, type Call } from './call.store.ts'
import { listPages, listWaitingPages, type Page } from './page.store.ts'
import type { CallSummary, PageSummary, Reachability, WaitingPage } from './types.ts'

/** A scene's summary of the real world goes so far back, and further for calls that still run. */
const RECENT_MS = 7 * 86_400_000

/** Who answered, who has not, whom it asks next and when; in four queries, however many calls. */
export async function summariseCalls(
  deps: PagingDeps,
  reader: Reader,
  of: { subject: string } | { exerciseId: string | null },
): Promise<CallSummary[]> {
  const calls = await listCalls(reader, of, new Date(deps.clock().getTime() - RECENT_MS))
  if (calls.length === 0) return []
  const pages = await listPages(
    reader,
    calls.map((call) => call.id),
  )
  const sendings = await listSendings(
    reader,
    pages.map((page) => page.id),
  )
  const ids = [
    ...pages.map((page) => page.personId),
    ...calls.flatMap((call) => call.steps.flatMap((step) => step.people)),
  ]
  const people = await deps.accounts.people(reader, ids)
  const nameOf = (id: string) => people.get(id)?.name ?? ''
  const sendingOf = new Map(sendings.map((sending) => [sending.pageId, sending]))
  return calls.map((call) => {
    const own = pages.filter((page) => page.callId === call.id)
    const summaries = own.map((page) => summarisePage(page, nameOf(page.personId), sendingOf.get(page.id)))
    return summariseCall(call, own, summaries.toSorted(byNeed), nameOf, deps.clock())
  })
}

function summarisePage(page: Page, name: string, sending: { times: number; lastAt: Date } | undefined): PageSummary {
  return {
    pageId: page.id,
    personId: page.personId,
    name,
    step: page.step,
    state: page.state,
    answer: page.answer,
    minutes: page.minutes,
    eta: etaOf(page),
    openedAt: page.openedAt,
    lastSentAt: sending?.lastAt ?? null,
    timesSent: sending?.times ?? 0,
    answeredAt: page.answeredAt,
    via: page.via,
  }
}

const NEED: PageSummary['state'][] = ['unreachable', 'waiting', 'sent', 'coming', 'seen', 'cannot', 'ended']

/** Those who need a hand first; who is coming by when they are here. */
function byNeed(a: PageSummary, b: PageSummary): number {
  return (
    NEED.indexOf(a.state) - NEED.indexOf(b.state) ||
    (a.eta?.getTime() ?? 0) - (b.eta?.getTime() ?? 0) ||
    a.name.localeCompare(b.name)
  )
}

function summariseCall(
  call: Call,
  pages: readonly Page[],
  summaries: PageSummary[],
  nameOf: (id: string) => string,
  now: Date,
): CallSummary {
  const count = (...states: PageSummary['state'][]) => pages.filter(({ state }) => states.includes(state)).length
  return {
    callId: call.id,
    key: call.key,
    subject: call.subject,
    exerciseId: call.exerciseId,
    message: call.message,
    facts: call.facts,
    mode: call.mode,
    state: call.state,
    openedAt: call.openedAt,
    openedBy: call.openedBy,
    enough: call.enough,
    pages: summaries,
    counts: {
      paged: pages.length,
      answered: pages.filter(({ answer }) => answer !== null).length,
      coming: count('coming'),
      cannot: count('cannot'),
      seen: count('seen'),
      waiting: pages.filter(isWaiting).length,
      unreachable: count('unreachable'),
    },
    next: nextOf(call, pages, nameOf, now),
    exhaustedAt: call.exhaustedAt,
    answeredAt: call.answeredAt,
    endedAt: call.endedAt,
  }
}

function nextOf(call: Call, pages: readonly Page[], nameOf: (id: string) => string, now: Date): CallSummary['next'] {
  const move = nextMove(call, pages, now)
  if (!move) return null
  const paged = new Set(pages.map((page) => page.personId))
  const ids =
    move.kind === 'escalate'
      ? (call.steps[call.step]?.people ?? []).filter((id) => !paged.has(id))
      : move.kind === 'remind'
        ? pages.filter(needsReminder).map((page) => page.personId)
        : []
  return { kind: move.kind, at: move.at, people: ids.map((id) => ({ id, name: nameOf(id) })) }
}

/** Who can be woken, worst first. */
export async function listReachability(deps: PagingDeps, reader: Reader, personIds: string[]): Promise<Reachability[]> {
  const ids = [...new Set(personIds)]
  const people = await deps.accounts.people(reader, ids)
  const methods = await listContactMethods(reader, ids)
  const now = deps.clock()
  return ids
    .flatMap((personId): Reachability[] => {
      const person = people.get(personId)
      if (!person || person.isErased) return []
      const own = methods.filter((method) => method.personId === personId)
      const tested = own.flatMap(({ verifiedAt }) => (verifiedAt ? [verifiedAt.getTime()] : []))
      const testedAt = tested.length > 0 ? new Date(Math.max(...tested)) : null
      return [
        { personId, name: person.name, reach: reachOf(own, person.email !== null, now), testedAt, methods: own.length },
      ]
    })
    .toSorted((a, b) => WORST.indexOf(a.reach) - WORST.indexOf(b.reach) || a.name.localeCompare(b.name))
}

const WORST: Reachability['reach'][] = ['none', 'untested', 'stale', 'tested']

/** Pages that wait for this person's answer, oldest first. */
export async function listWaiting(reader: Reader, personId: string): Promise<WaitingPage[]> {
  const pages = await listWaitingPages(reader, personId)
  return pages.map((page) => ({ ...page, href: `/pages/${page.pageId}` }))
}
