import { Conflict } from '#platform/errors.ts'
import { Failure } from '#platform/failure.ts'
import { record } from '../audit/record.ts'
import type { AccountsDeps } from '../deps.ts'
import { mailJobNames } from '../mails/names.ts'
import { tidyRoles } from '../people/rules.ts'
import {
  findPersonByEmail,
  findPersonForUpdate,
  lockAdministrators,
  markRoles,
  markSuspended,
} from '../people/store.ts'
import { canSignIn } from '../permissions.ts'
import { openSession, type Browser, type OpenedSession } from '../sessions/actions.ts'
import { accountKey, ADDRESS_LIMIT, LINK_LIMIT } from '../sign-in/limits.ts'
import { findLinkByToken, linkUrl } from './address.ts'
import { isLinkGood, linkExpiry } from './rules.ts'
import { findLinkForUpdate, markLinksUsed, saveLink } from './store.ts'

/** Sends a link to sign in with. For an address that has no account the same work is done and nothing is sent. Throws `TooMany`. */
export async function requestSignInLink(
  { db, clock, jobs, limits }: AccountsDeps,
  input: { email: string; returnPath: string; address: string },
): Promise<void> {
  await limits.spend(ADDRESS_LIMIT, input.address)
  await limits.spend(LINK_LIMIT, accountKey(input.email))
  const now = clock()
  await db.transaction(async (tx) => {
    const person = await findPersonByEmail(tx, input.email)
    const linkId = await saveLink(tx, {
      purpose: 'sign-in',
      personId: person && canSignIn(person) ? person.id : null,
      email: null,
      returnPath: input.returnPath,
      createdAt: now,
      expiresAt: linkExpiry('sign-in', now),
    })
    await jobs.enqueue(tx, { name: mailJobNames.signInLink }, { linkId })
  })
}

export interface UsedLink {
  session: OpenedSession
  returnPath: string
}

/** Signs in by a link, which then works no more. Throws `Conflict` when it was used or is too old. */
export async function signInByLink(deps: AccountsDeps, id: string, token: string, browser: Browser): Promise<UsedLink> {
  const { db, clock, ledger } = deps
  return db.transaction(async (tx) => {
    const held = await findLinkByToken(deps, tx, id, token, ['sign-in', 'recovery'])
    const isRecovery = held.purpose === 'recovery'
    if (isRecovery) await lockAdministrators(tx)
    const link = await findLinkForUpdate(tx, id)
    const person = link?.personId ? await findPersonForUpdate(tx, link.personId) : undefined
    const isGone = !link || !person || !isLinkGood(link, clock()) || (!canSignIn(person) && !isRecovery)
    if (isGone) throw new Conflict('This link was used, or is too old')
    await markLinksUsed(tx, person.id, link.purpose, clock())
    if (!isRecovery)
      return { session: await openSession(deps, tx, person, 'link', browser), returnPath: link.returnPath ?? '/' }
    const roles = tidyRoles([...person.roles, 'administrator'])
    await markSuspended(tx, person.id, null)
    await markRoles(tx, person.id, roles)
    await record(ledger, tx, null, { kind: 'person.recovered', personId: person.id })
    return {
      session: await openSession(deps, tx, { ...person, roles }, 'recovery', browser),
      returnPath: '/me/password',
    }
  })
}

/**
 * Makes a link that signs a person in as administrator, when nobody else can. For whoever may run commands on Salve's machine.
 * Throws `Failure` when nobody has this address.
 */
export async function startRecovery(deps: AccountsDeps, address: string): Promise<string> {
  const { db, clock, ledger } = deps
  const email = address.trim().toLowerCase()
  const now = clock()
  return db.transaction(async (tx) => {
    const person = await findPersonByEmail(tx, email)
    if (!person) throw new Failure('Nobody here has this e-mail address: give the address of an account that exists.')
    const id = await saveLink(tx, {
      purpose: 'recovery',
      personId: person.id,
      email: null,
      returnPath: null,
      createdAt: now,
      expiresAt: linkExpiry('recovery', now),
    })
    await record(ledger, tx, null, { kind: 'recovery.started', personId: person.id })
    return linkUrl(deps, 'recovery', id)
  })
}
