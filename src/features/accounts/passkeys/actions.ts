import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server'
import { randomUUID } from 'node:crypto'
import type { Actor } from '#platform/actor.ts'
import { Invalid, NotFound } from '#platform/errors.ts'
import type { Organisation } from '#platform/organisation.ts'
import { record } from '../audit/record.ts'
import type { AccountsDeps } from '../deps.ts'
import { mailJobNames } from '../mails/names.ts'
import { findPerson, findPersonForUpdate } from '../people/store.ts'
import { canSignIn } from '../permissions.ts'
import { openSession, type Browser, type OpenedSession } from '../sessions/actions.ts'
import {
  deletePasskey,
  findPasskeyForUpdate,
  listPasskeysOf,
  markPasskeyName,
  markPasskeyUsed,
  saveChallenge,
  savePasskey,
  takeChallenge,
  type Challenge,
} from './store.ts'

const CHALLENGE_MS = 5 * 60_000
/** EdDSA, ES256, RS256 by their COSE numbers: what authenticators have. */
const ALGORITHMS = [-8, -7, -257]

/** What the browser needs, and the id under which its answer is awaited. */
export interface Asked<Options> {
  challengeId: string
  options: Options
}

function relyingParty({ config }: AccountsDeps): string {
  return new URL(config.origin).hostname
}

async function awaitAnswer(deps: AccountsDeps, challenge: string, personId: string | null): Promise<string> {
  const expiresAt = new Date(deps.clock().getTime() + CHALLENGE_MS)
  return deps.db.transaction((tx) => saveChallenge(tx, { challenge, personId, expiresAt }))
}

/** In a transaction of its own: a challenge that was answered is gone, also when the answer was wrong. */
async function answeredChallenge({ db, clock }: AccountsDeps, id: string): Promise<Challenge> {
  const challenge = await db.transaction((tx) => takeChallenge(tx, id, clock()))
  if (!challenge) throw new Invalid({ form: 'passkey.too-late' })
  return challenge
}

/** Begins to register a passkey: one that the device can find without being told who signs in. */
export async function askForNewPasskey(deps: AccountsDeps, actor: Actor, organisation: Organisation) {
  const person = await deps.db.read((reader) => findPerson(reader, actor.id))
  if (!person?.email) throw new NotFound('No such person')
  const known = await deps.db.read((reader) => listPasskeysOf(reader, actor.id))
  const options = await generateRegistrationOptions({
    rpName: organisation.name,
    rpID: relyingParty(deps),
    userName: person.email,
    userDisplayName: person.name,
    userID: new Uint8Array(Buffer.from(person.id.replaceAll('-', ''), 'hex')),
    attestationType: 'none',
    excludeCredentials: known.map(({ id, transports }) => ({ id, transports })),
    supportedAlgorithmIDs: ALGORITHMS,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  return { challengeId: await awaitAnswer(deps, options.challenge, actor.id), options } satisfies Asked<typeof options>
}

/** Registers the passkey that the browser made. `Invalid` when the answer does not fit what was asked. */
export async function addPasskey(
  deps: AccountsDeps,
  actor: Actor,
  input: { challengeId: string; name: string; response: RegistrationResponseJSON },
): Promise<void> {
  const { db, clock, jobs, ledger, config } = deps
  const challenge = await answeredChallenge(deps, input.challengeId)
  if (challenge.personId !== actor.id) throw new Invalid({ form: 'passkey.failed' })
  const verified = await verifyRegistrationResponse({
    response: input.response,
    expectedChallenge: challenge.challenge,
    expectedOrigin: config.origin,
    expectedRPID: relyingParty(deps),
    supportedAlgorithmIDs: ALGORITHMS,
    requireUserVerification: true,
  }).catch(() => undefined)
  if (!verified?.verified) throw new Invalid({ form: 'passkey.failed' })
  const { credential, credentialBackedUp } = verified.registrationInfo
  await db.transaction(async (tx) => {
    const isNew = await savePasskey(tx, {
      id: credential.id,
      personId: actor.id,
      name: input.name,
      publicKey: Buffer.from(credential.publicKey),
      counter: credential.counter,
      transports: credential.transports ?? [],
      isBackedUp: credentialBackedUp,
      createdAt: clock(),
    })
    if (!isNew) throw new Invalid({ form: 'passkey.known' })
    await jobs.enqueue(
      tx,
      { name: mailJobNames.securityNotice },
      { personId: actor.id, what: 'passkey', key: randomUUID() },
    )
    await record(ledger, tx, actor.id, { kind: 'passkey.added', personId: actor.id })
  })
}

export async function renamePasskey({ db }: AccountsDeps, actor: Actor, id: string, name: string): Promise<void> {
  await db.transaction(async (tx) => {
    if (!(await markPasskeyName(tx, actor.id, id, name))) throw new NotFound('No such passkey')
  })
}

export async function removePasskey({ db, ledger }: AccountsDeps, actor: Actor, id: string): Promise<void> {
  await db.transaction(async (tx) => {
    if (!(await deletePasskey(tx, actor.id, id))) throw new NotFound('No such passkey')
    await record(ledger, tx, actor.id, { kind: 'passkey.removed', personId: actor.id })
  })
}

/** Begins a sign-in: any passkey of this site will do, the browser offers those it has. */
export async function askForPasskey(deps: AccountsDeps) {
  const options = await generateAuthenticationOptions({ rpID: relyingParty(deps), userVerification: 'required' })
  return { challengeId: await awaitAnswer(deps, options.challenge, null), options } satisfies Asked<typeof options>
}

/** Signs in by passkey. Undefined when the answer does not fit. */
export async function signInByPasskey(
  deps: AccountsDeps,
  input: { challengeId: string; response: AuthenticationResponseJSON },
  browser: Browser,
): Promise<OpenedSession | undefined> {
  const { db, clock, ledger, config } = deps
  const challenge = await answeredChallenge(deps, input.challengeId)
  return db.transaction(async (tx) => {
    const passkey = await findPasskeyForUpdate(tx, input.response.id)
    const person = passkey && (await findPersonForUpdate(tx, passkey.personId))
    const verified =
      passkey &&
      challenge.personId === null &&
      (await verifyAuthenticationResponse({
        response: input.response,
        expectedChallenge: challenge.challenge,
        expectedOrigin: config.origin,
        expectedRPID: relyingParty(deps),
        requireUserVerification: true,
        credential: { id: passkey.id, publicKey: new Uint8Array(passkey.publicKey), counter: passkey.counter },
      }).catch(() => undefined))
    if (!verified || !verified.verified || !person || !canSignIn(person)) {
      await record(ledger, tx, null, { kind: 'sign-in.failed', personId: passkey?.personId ?? null, method: 'passkey' })
      return undefined
    }
    await markPasskeyUsed(tx, passkey.id, verified.authenticationInfo.newCounter, clock())
    return openSession(deps, tx, person, 'passkey', browser)
  })
}
