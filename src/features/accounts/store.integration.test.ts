import { afterAll, beforeAll, expect, it } from 'vitest'
import { openHouse, type TestHouse } from '#app/test-house.ts'
import * as consents from './consents/store.ts'
import * as invitations from './invitations/store.ts'
import * as links from './links/store.ts'
import * as organisation from './organisation/store.ts'
import { UNNAMED } from './organisation/rules.ts'
import * as passkeys from './passkeys/store.ts'
import * as people from './people/store.ts'
import * as sessions from './sessions/store.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const noon = new Date('2026-11-21T12:00:00Z')
const later = new Date('2026-11-22T12:00:00Z')
const hash = Buffer.alloc(32, 1)

/** Every statement of the room, for review: a change of one shows in the difference. */
it('speaks this SQL', async () => {
  const { ida, jonas } = house.people
  const nobody = '00000000-0000-4000-8000-000000000000'
  house.sql()
  await house.platform.db.transaction(async (tx) => {
    await organisation.findOrganisation(tx)
    await organisation.saveOrganisation(tx, UNNAMED)

    await people.findAnybody(tx)
    await people.findPerson(tx, ida)
    await people.findPersonForUpdate(tx, ida)
    await people.findPersonByEmail(tx, 'ida.sorensen@harbourside.example')
    await people.listPersons(tx)
    await people.listPersonsById(tx, [ida, jonas])
    await people.listPersonsWithRole(tx, 'staff')
    await people.lockAdministrators(tx)
    await people.listAdministratorIds(tx)
    const person = {
      name: 'Lena',
      email: 'lena@harbourside.example',
      locale: 'es',
      roles: ['member'],
      passwordHash: null,
      createdAt: noon,
    } as const
    const lena = (await people.savePerson(tx, { ...person, roles: ['member'] })) ?? ''
    expect(await people.savePerson(tx, { ...person, roles: ['member'] })).toBeUndefined()
    await people.markProfile(tx, lena, { name: 'Lena Ortiz', locale: 'en' })
    await people.markRoles(tx, lena, ['staff'])
    await people.markSuspended(tx, lena, noon)
    await people.markPassword(tx, lena, 'hash')
    await people.markEmail(tx, lena, 'lena.ortiz@harbourside.example')

    const times = { createdAt: noon, seenAt: noon, idleUntil: later, endsAt: later }
    const session = await sessions.saveSession(tx, {
      tokenHash: hash,
      personId: lena,
      device: 'Firefox, Linux',
      method: 'password',
      ...times,
    })
    await sessions.findLiveSession(tx, hash, noon)
    await sessions.markSeen(tx, session, { at: noon, idleUntil: later })
    await sessions.markIdleAtMost(tx, lena, noon)
    await sessions.listSessionsOf(tx, lena, noon)
    await sessions.deleteSession(tx, lena, nobody)
    await sessions.deleteSessionByToken(tx, hash)
    await sessions.deleteSessionsOf(tx, lena, session)
    await sessions.deleteSessionsOf(tx, lena)
    await sessions.deleteSessionsEndedBefore(tx, noon)

    const link = {
      purpose: 'email-change',
      personId: lena,
      email: 'l@x.example',
      returnPath: null,
      createdAt: noon,
      expiresAt: later,
    } as const
    const linkId = await links.saveLink(tx, link)
    await links.findLink(tx, linkId)
    await links.findLinkForUpdate(tx, linkId)
    await links.markLinksUsed(tx, lena, 'sign-in', noon)
    await links.markEmailLinkUsed(tx, linkId, 'lena@harbourside.example', noon)
    await links.listLinkEmails(tx, lena)
    await links.deleteLinksOf(tx, lena)
    await links.deleteLinksExpiredBefore(tx, noon)

    const invitation = {
      email: 'omar@x.example',
      name: 'Omar',
      locale: 'en',
      invitedBy: jonas,
      createdAt: noon,
      expiresAt: later,
    } as const
    const invitationId = await invitations.saveInvitation(tx, { ...invitation, roles: ['staff'] })
    await invitations.findInvitation(tx, invitationId)
    await invitations.findInvitationForUpdate(tx, invitationId)
    await invitations.listInvitations(tx)
    await invitations.listInvitationsSentBy(tx, jonas)
    await invitations.markOpenRevoked(tx, 'grace@x.example', noon)
    await invitations.markAccepted(tx, invitationId, lena, noon)
    await invitations.markRevoked(tx, invitationId, noon)
    await invitations.deleteInvitationsOf(tx, lena, 'omar@x.example')
    await invitations.deleteInvitationsExpiredBefore(tx, noon)

    const passkey = {
      id: 'key',
      personId: lena,
      name: 'Phone',
      publicKey: hash,
      counter: 0,
      transports: ['internal'],
      isBackedUp: false,
    }
    await passkeys.savePasskey(tx, { ...passkey, createdAt: noon })
    await passkeys.findPasskeyForUpdate(tx, 'key')
    await passkeys.listPasskeysOf(tx, lena)
    await passkeys.markPasskeyUsed(tx, 'key', 1, noon)
    await passkeys.markPasskeyName(tx, lena, 'key', 'Old phone')
    await passkeys.deletePasskey(tx, lena, 'key')
    await passkeys.deletePasskeysOf(tx, lena)
    const challengeId = await passkeys.saveChallenge(tx, { challenge: 'c', personId: lena, expiresAt: later })
    await passkeys.takeChallenge(tx, challengeId, noon)
    await passkeys.deleteChallengesExpiredBefore(tx, noon)

    await consents.saveConsent(tx, lena, { purpose: 'news-by-mail', textVersion: '1', locale: 'en', givenAt: noon })
    await consents.listConsentsOf(tx, lena)
    await consents.markWithdrawn(tx, lena, 'news-by-mail', noon)
    await consents.deleteConsentsOf(tx, lena)
    await people.markErased(tx, lena, noon)
  })
  const statements = house.sql().filter((statement) => !/^(begin|commit)/i.test(statement))
  expect(statements.join('\n')).toMatchSnapshot()

  const stores = [organisation, people, sessions, links, invitations, passkeys, consents]
  const functions = stores.flatMap((store) => Object.values(store).filter((member) => typeof member === 'function'))
  expect(statements.length).toBeGreaterThanOrEqual(functions.length)
})
