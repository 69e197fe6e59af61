import type { Tx } from '#platform/database/index.ts'
import type { Actor } from '#platform/actor.ts'
import { Invalid, NotAllowed, NotFound } from '#platform/errors.ts'
import type { Limit } from '#platform/web/limits.ts'
import { openCallOf } from '../calls.ts'
import type { PagingDeps } from '../deps.ts'
import { canChangeContactMethod, canHaveContactMethods, canSeeReachability } from '../permissions.ts'
import { reachOf } from '../rules.ts'
import {
  deleteContactMethod,
  findContactMethod,
  listContactMethods,
  listContactMethodsForUpdate,
  listPendingTests,
  markContactPosition,
  saveContactMethod,
  type ContactMethod,
} from './store.ts'

export const MAX_METHODS = 5
/** Test pages that one person may send to addresses of their choice. */
const TESTS: Limit = { name: 'test-page', points: 5, seconds: 600 }
/** "Send them a test page" spares those who were sent one a moment ago. */
const TEST_AGAIN_MINUTES = 10

export async function addContactMethod(deps: PagingDeps, actor: Actor, address: string): Promise<void> {
  if (!canHaveContactMethods(actor)) throw new NotFound('No such page')
  await deps.db.transaction(async (tx) => {
    const own = await listContactMethodsForUpdate(tx, actor.id)
    if (own.length >= MAX_METHODS) throw new Invalid({ address: 'contact.error-too-many' })
    const saved = await saveContactMethod(tx, {
      personId: actor.id,
      kind: 'email',
      address,
      verifiedAt: null,
      createdAt: deps.clock(),
    })
    if (!saved) throw new Invalid({ address: 'contact.error-taken' })
  })
}

/** Sends a test page to one of one's own methods. It counts once its link has answered. */
export async function testContactMethod(deps: PagingDeps, actor: Actor, id: string): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const method = await ownMethod(tx, actor, id)
    await deps.limits.spend(TESTS, actor.id)
    await sendTest(deps, tx, method, actor.id)
  })
}

async function sendTest(deps: PagingDeps, tx: Tx, method: ContactMethod, openedBy: string): Promise<void> {
  const now = deps.clock()
  await openCallOf(deps, tx, {
    key: `test:${method.id}:${now.toISOString()}`,
    subject: `contact-method:${method.id}`,
    exerciseId: null,
    message: { key: 'test', values: {} },
    facts: {},
    mode: 'test',
    steps: [{ people: [method.personId], afterMinutes: 0 }],
    enough: null,
    contactMethodId: method.id,
    openedBy,
    openedAt: now,
  })
}

export async function removeContactMethod(deps: PagingDeps, actor: Actor, id: string): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const method = await ownMethod(tx, actor, id)
    await deleteContactMethod(tx, method.id)
  })
}

/** One place up in the order. */
export async function raiseContactMethod(deps: PagingDeps, actor: Actor, id: string): Promise<void> {
  await deps.db.transaction(async (tx) => {
    await ownMethod(tx, actor, id)
    const ids = (await listContactMethodsForUpdate(tx, actor.id)).map((method) => method.id)
    const at = ids.indexOf(id)
    if (at > 0) ids.splice(at - 1, 2, id, ids[at - 1] as string)
    for (const [index, each] of ids.entries()) await markContactPosition(tx, each, index + 1)
  })
}

async function ownMethod(tx: Tx, actor: Actor, id: string): Promise<ContactMethod> {
  const method = await findContactMethod(tx, id)
  if (!method || !canChangeContactMethod(actor, method)) throw new NotFound('No such contact method')
  return method
}

/**
 * Sends a test page to everybody of these people whose address has not answered within half a year. Whoever gave no address gets one of
 * the account's own, so that a test can prove it. Returns how many went out.
 */
export async function testUnproven(deps: PagingDeps, actor: Actor, personIds: string[]): Promise<number> {
  if (!canSeeReachability(actor))
    throw new NotAllowed('Only duty managers and administrators send test pages to others')
  const now = deps.clock()
  return deps.db.transaction(async (tx) => {
    const people = await deps.accounts.people(tx, personIds)
    for (const personId of personIds) {
      const email = people.get(personId)?.email
      const own = await listContactMethodsForUpdate(tx, personId)
      if (own.length === 0 && email) {
        await saveContactMethod(tx, { personId, kind: 'email', address: email, verifiedAt: null, createdAt: now })
      }
    }
    const methods = await listContactMethods(tx, personIds)
    const pending = new Map(
      (
        await listPendingTests(
          tx,
          methods.map(({ id }) => id),
        )
      ).map(({ methodId, at }) => [methodId, at]),
    )
    const wanted = methods.filter((method) => {
      const sentAt = pending.get(method.id)
      const wasJustSent = sentAt !== undefined && now.getTime() - sentAt.getTime() < TEST_AGAIN_MINUTES * 60_000
      return reachOf([method], true, now) !== 'tested' && !wasJustSent
    })
    for (const method of wanted) await sendTest(deps, tx, method, actor.id)
    return wanted.length
  })
}
