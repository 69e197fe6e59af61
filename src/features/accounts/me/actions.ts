import { randomUUID } from 'node:crypto'
import type { Tx } from '#platform/database/index.ts'
import { Conflict, Invalid, NotFound } from '#platform/errors.ts'
import type { Locale } from '#platform/i18n/index.ts'
import { record } from '../audit/record.ts'
import { CONSENTS, type Purpose } from '../consents/rules.ts'
import { markWithdrawn, saveConsent } from '../consents/store.ts'
import type { AccountsDeps } from '../deps.ts'
import { findLinkByToken } from '../links/address.ts'
import { isLinkGood, linkExpiry } from '../links/rules.ts'
import { deleteLinksOf, findLinkForUpdate, markEmailLinkUsed, markLinksUsed, saveLink } from '../links/store.ts'
import { mailJobNames } from '../mails/names.ts'
import {
  findPersonByEmail,
  findPersonForUpdate,
  markEmail,
  markPassword,
  markProfile,
  type Person,
} from '../people/store.ts'
import { endSessions } from '../sessions/actions.ts'
import type { LiveSession } from '../sessions/store.ts'
import { ACCOUNT_LIMIT, accountKey, LINK_LIMIT } from '../sign-in/limits.ts'
import { hashPassword, isPassword } from '../sign-in/password.ts'
import { passwordFlaw } from '../sign-in/password-rules.ts'
import { needsCurrentPassword } from './rules.ts'

async function ownPerson(tx: Tx, session: LiveSession): Promise<Person> {
  const person = await findPersonForUpdate(tx, session.personId)
  if (!person || person.erasedAt) throw new NotFound('No such person')
  return person
}

/** Asks for the present password where the rules want it: `Invalid({ current })` when it does not fit. */
async function proveSelf(
  { clock, limits }: AccountsDeps,
  session: LiveSession,
  person: Person,
  current: string,
): Promise<void> {
  if (!needsCurrentPassword(session, person.passwordHash !== null, clock())) return
  const key = accountKey(person.email ?? person.id)
  await limits.spend(ACCOUNT_LIMIT, key)
  if (!(await isPassword(person.passwordHash, current))) throw new Invalid({ current: 'me.password-wrong' })
  await limits.forgive(ACCOUNT_LIMIT, key)
}

export async function changeProfile(
  deps: AccountsDeps,
  session: LiveSession,
  profile: { name: string; locale: Locale },
): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const person = await ownPerson(tx, session)
    await markProfile(tx, person.id, profile)
  })
}

/** Sets a new password. Every other session and every open link of the person ends, and they are told by mail. */
export async function changePassword(
  deps: AccountsDeps,
  session: LiveSession,
  input: { current: string; password: string },
): Promise<void> {
  const { db, jobs, ledger } = deps
  const passwordHash = await hashPassword(input.password)
  await db.transaction(async (tx) => {
    const person = await ownPerson(tx, session)
    await proveSelf(deps, session, person, input.current)
    const flaw = passwordFlaw(input.password, [person.name, person.email ?? '', person.email?.split('@')[0] ?? ''])
    if (flaw) throw new Invalid({ password: flaw })
    await markPassword(tx, person.id, passwordHash)
    await deleteLinksOf(tx, person.id)
    await jobs.enqueue(
      tx,
      { name: mailJobNames.securityNotice },
      { personId: person.id, what: 'password', key: randomUUID() },
    )
    await record(ledger, tx, person.id, { kind: 'password.changed', personId: person.id })
    await endSessions(deps, tx, person.id, person.id, session.id)
  })
}

/** Sends a link to the new address; nothing changes until it is used. Whether the address is taken is not told here. */
export async function requestEmailChange(
  deps: AccountsDeps,
  session: LiveSession,
  input: { email: string; current: string },
): Promise<void> {
  const { db, clock, jobs, limits } = deps
  await limits.spend(LINK_LIMIT, accountKey(input.email))
  const now = clock()
  await db.transaction(async (tx) => {
    const person = await ownPerson(tx, session)
    await proveSelf(deps, session, person, input.current)
    if (person.email === input.email) throw new Invalid({ email: 'me.email-same' })
    const isTaken = (await findPersonByEmail(tx, input.email)) !== undefined
    const linkId = await saveLink(tx, {
      purpose: 'email-change',
      personId: person.id,
      email: input.email,
      returnPath: null,
      createdAt: now,
      expiresAt: linkExpiry('email-change', now),
    })
    if (!isTaken) await jobs.enqueue(tx, { name: mailJobNames.emailConfirmation }, { linkId })
  })
}

/** Takes the new address into use. `Conflict` when the link works no more or the address was taken meanwhile. */
export async function confirmEmailChange(deps: AccountsDeps, id: string, token: string): Promise<void> {
  const { db, clock, jobs, ledger } = deps
  await db.transaction(async (tx) => {
    await findLinkByToken(deps, tx, id, token, ['email-change'])
    const link = await findLinkForUpdate(tx, id)
    const person = link?.personId ? await findPersonForUpdate(tx, link.personId) : undefined
    if (!link?.email || !person?.email || person.suspendedAt || !isLinkGood(link, clock()))
      throw new Conflict('This link works no more')
    if (await findPersonByEmail(tx, link.email)) throw new Conflict('This address has an account')
    await markEmail(tx, person.id, link.email)
    await markEmailLinkUsed(tx, link.id, person.email, clock())
    // Links to sign in with went to the former address, which may be somebody else's by now.
    await markLinksUsed(tx, person.id, 'sign-in', clock())
    const notice = { personId: person.id, what: 'email', linkId: link.id, key: link.id }
    await jobs.enqueue(tx, { name: mailJobNames.securityNotice }, notice)
    await record(ledger, tx, person.id, { kind: 'email.changed', personId: person.id })
  })
}

/** Gives or takes back the consent to one purpose, at once. */
export async function answerConsent(
  { db, clock, ledger }: AccountsDeps,
  session: LiveSession,
  purpose: Purpose,
  answer: 'yes' | 'no',
  locale: Locale,
): Promise<void> {
  const { textVersion } = CONSENTS.find((one) => one.purpose === purpose) ?? CONSENTS[0]
  await db.transaction(async (tx) => {
    const personId = session.personId
    const wasGiven = await markWithdrawn(tx, personId, purpose, clock())
    if (answer === 'yes') {
      await saveConsent(tx, personId, { purpose, textVersion, locale, givenAt: clock() })
      await record(ledger, tx, personId, { kind: 'consent.given', personId, purpose, textVersion })
    } else if (wasGiven) {
      await record(ledger, tx, personId, { kind: 'consent.withdrawn', personId, purpose })
    }
  })
}

/** Ends every session of one's own but this one. */
export async function signOutElsewhere(deps: AccountsDeps, session: LiveSession): Promise<void> {
  await deps.db.transaction((tx) => endSessions(deps, tx, session.personId, session.personId, session.id))
}
