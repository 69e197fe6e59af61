import type { Actor } from '#platform/actor.ts'
import type { Reader, Tx } from '#platform/database/index.ts'
import { NotFound } from '#platform/errors.ts'
import { deleteKeptMailTo, listKeptMail } from '#platform/mail/index.ts'
import { record } from '../audit/record.ts'
import { listConsentsOf, deleteConsentsOf } from '../consents/store.ts'
import type { AccountsDeps } from '../deps.ts'
import { deleteInvitationsOf, listInvitationsSentBy } from '../invitations/store.ts'
import { deleteLinksOf, listLinkEmails } from '../links/store.ts'
import { deletePasskeysOf, listPasskeysOf } from '../passkeys/store.ts'
import { refuseLosingLastAdministrator } from '../people/actions.ts'
import { findPerson, findPersonForUpdate, lockAdministrators, markErased } from '../people/store.ts'
import { canEraseAccount } from '../permissions.ts'
import { sessionsChannel } from '../sessions/actions.ts'
import { deleteSessionsOf, listSessionsOf } from '../sessions/store.ts'

/** Everything that the house holds of a person, room by room. */
export async function exportPerson(
  { db, clock, ledger, rooms }: AccountsDeps,
  actor: Actor,
): Promise<Record<string, unknown>> {
  return db.transaction(async (tx) => {
    const parts: Record<string, unknown> = {}
    for (const room of rooms()) if (room.personalData) parts[room.name] = await room.personalData.export(tx, actor.id)
    await record(ledger, tx, actor.id, { kind: 'person.exported', personId: actor.id })
    return { exportedAt: clock().toISOString(), personId: actor.id, rooms: parts }
  })
}

/** Erases one's own account in every room, all or nothing. The last administrator's cannot go: `Invalid`. */
export async function eraseOwnAccount(deps: AccountsDeps, actor: Actor): Promise<void> {
  await deps.db.transaction((tx) => erase(deps, tx, actor, actor.id))
}

/** The same for somebody who asked an administrator to. */
export async function eraseByAdministrator(deps: AccountsDeps, actor: Actor, personId: string): Promise<void> {
  await deps.db.transaction((tx) => erase(deps, tx, actor, personId))
}

async function erase({ ledger, rooms, realtime }: AccountsDeps, tx: Tx, actor: Actor, personId: string): Promise<void> {
  if (!canEraseAccount(actor, personId)) throw new NotFound('No such person')
  await lockAdministrators(tx)
  const person = await findPersonForUpdate(tx, personId)
  if (!person || person.erasedAt) throw new NotFound('No such person')
  await refuseLosingLastAdministrator(tx, person.id, { roles: [], suspendedAt: null }, 'form')
  for (const room of rooms()) await room.personalData?.erase(tx, person.id)
  await record(ledger, tx, actor.id, { kind: 'person.erased', personId: person.id })
  await realtime.touch(tx, sessionsChannel(person.id))
}

/** More kept mail than a house without a mail server gathers in its two weeks. */
const KEPT_MAIL = 10_000

/** This room's share of an export. */
export async function exportAccount(reader: Reader, personId: string, now: Date): Promise<Record<string, unknown>> {
  const person = await findPerson(reader, personId)
  if (!person) return {}
  const { name, email, locale, roles, createdAt } = person
  const passkeys = await listPasskeysOf(reader, personId)
  return {
    person: { name, email, locale, roles, createdAt, hasPassword: person.passwordHash !== null },
    sessions: (await listSessionsOf(reader, personId, now)).map(({ device, method, createdAt: since, seenAt }) => ({
      device,
      method,
      since,
      seenAt,
    })),
    passkeys: passkeys.map(({ name: label, createdAt: since, usedAt }) => ({ name: label, since, usedAt })),
    keptMessages: (await listKeptMail(reader, KEPT_MAIL))
      .filter((mail) => mail.to === email)
      .map(({ at, subject, text }) => ({ at, subject, text })),
    consents: await listConsentsOf(reader, personId),
    invitationsSent: (await listInvitationsSentBy(reader, personId)).map(({ id, roles: given, createdAt: at }) => ({
      id,
      roles: given,
      at,
    })),
  }
}

/** This room's share of an erasure: the row and its id stay, everything that says who it was goes. */
export async function eraseAccount(tx: Tx, personId: string, now: Date): Promise<void> {
  const person = await findPersonForUpdate(tx, personId)
  if (!person) return
  const addresses = [...(await listLinkEmails(tx, personId)), ...(person.email === null ? [] : [person.email])]
  for (const address of addresses) await deleteKeptMailTo(tx, address)
  await deleteSessionsOf(tx, personId)
  await deleteLinksOf(tx, personId)
  await deletePasskeysOf(tx, personId)
  await deleteConsentsOf(tx, personId)
  await deleteInvitationsOf(tx, personId, person.email)
  await markErased(tx, personId, now)
}
