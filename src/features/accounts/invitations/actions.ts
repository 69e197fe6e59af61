import type { Actor, Role } from '#platform/actor.ts'
import { Conflict, Invalid, NotFound } from '#platform/errors.ts'
import type { Locale } from '#platform/i18n/index.ts'
import { record } from '../audit/record.ts'
import type { AccountsDeps } from '../deps.ts'
import { mailJobNames } from '../mails/names.ts'
import { tidyRoles } from '../people/rules.ts'
import { findPersonByEmail, savePerson } from '../people/store.ts'
import { canAcceptInvitation, canManagePeople } from '../permissions.ts'
import { openSession, type Browser, type OpenedSession } from '../sessions/actions.ts'
import { hashPassword } from '../sign-in/password.ts'
import { findInvitationByToken } from './address.ts'
import { invitationExpiry } from './rules.ts'
import { findInvitationForUpdate, markAccepted, markOpenRevoked, markRevoked, saveInvitation } from './store.ts'

export interface InvitationInput {
  email: string
  name: string
  locale: Locale
  roles: Role[]
}

/** Invites somebody by mail. An older invitation to the same address stops working. `Invalid` when the address has an account. */
export async function invite(
  { db, clock, jobs, ledger }: AccountsDeps,
  actor: Actor,
  input: InvitationInput,
): Promise<string> {
  if (!canManagePeople(actor)) throw new NotFound('No such page')
  const now = clock()
  return db.transaction(async (tx) => {
    if (await findPersonByEmail(tx, input.email)) throw new Invalid({ email: 'invitation.already-here' })
    await markOpenRevoked(tx, input.email, now)
    const roles = tidyRoles(input.roles)
    const invitationId = await saveInvitation(tx, {
      ...input,
      roles,
      invitedBy: actor.id,
      createdAt: now,
      expiresAt: invitationExpiry(now),
    })
    await jobs.enqueue(tx, { name: mailJobNames.invitation }, { invitationId })
    await record(ledger, tx, actor.id, { kind: 'invitation.sent', invitationId, roles })
    return invitationId
  })
}

/** Makes an open invitation's link worthless. */
export async function revokeInvitation(
  { db, clock, ledger }: AccountsDeps,
  actor: Actor,
  invitationId: string,
): Promise<void> {
  if (!canManagePeople(actor)) throw new NotFound('No such page')
  await db.transaction(async (tx) => {
    const invitation = await findInvitationForUpdate(tx, invitationId)
    if (!invitation) throw new NotFound('No such invitation')
    if (invitation.acceptedAt) throw new Conflict('This invitation was accepted')
    if (invitation.revokedAt) return
    await markRevoked(tx, invitationId, clock())
    await record(ledger, tx, actor.id, { kind: 'invitation.revoked', invitationId })
  })
}

/** Joins by an invitation and signs in. `Conflict` when it was used, revoked or is too old, or the address has an account by now. */
export async function acceptInvitation(
  deps: AccountsDeps,
  input: { id: string; token: string; name: string; locale: Locale; password: string },
  browser: Browser,
): Promise<OpenedSession> {
  const { db, clock, ledger } = deps
  await db.read((reader) => findInvitationByToken(deps, reader, input.id, input.token))
  const passwordHash = await hashPassword(input.password)
  return db.transaction(async (tx) => {
    const invitation = await findInvitationForUpdate(tx, input.id)
    if (!invitation || !canAcceptInvitation(invitation, clock())) throw new Conflict('This invitation works no more')
    const { email, roles } = invitation
    const personId = await savePerson(tx, {
      name: input.name,
      email,
      locale: input.locale,
      roles,
      passwordHash,
      createdAt: clock(),
    })
    if (!personId) throw new Conflict('This address has an account')
    await markAccepted(tx, invitation.id, personId, clock())
    await record(ledger, tx, personId, { kind: 'person.joined', personId, roles, invitationId: invitation.id })
    return openSession(deps, tx, { id: personId, roles, locale: input.locale }, 'invitation', browser)
  })
}
