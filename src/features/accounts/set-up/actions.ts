import { Conflict, Invalid } from '#platform/errors.ts'
import type { Organisation } from '#platform/organisation.ts'
import { record } from '../audit/record.ts'
import type { AccountsDeps } from '../deps.ts'
import { ORGANISATION_CHANNEL } from '../organisation/cache.ts'
import { saveOrganisation } from '../organisation/store.ts'
import { findAnybody, lockAdministrators, savePerson } from '../people/store.ts'
import { openSession, type Browser, type OpenedSession } from '../sessions/actions.ts'
import { SET_UP_LIMIT } from '../sign-in/limits.ts'
import { hashPassword } from '../sign-in/password.ts'
import { isSetUpCode } from './code.ts'

export interface SetUp {
  code: string
  organisation: Organisation
  name: string
  email: string
  password: string
  /** Where the request comes from, for the limit. */
  address: string
}

/** Names the organisation and makes its first administrator, once: `Conflict` when somebody has an account already. */
export async function setUpHouse(deps: AccountsDeps, input: SetUp, browser: Browser): Promise<OpenedSession> {
  const { db, clock, ledger, realtime, limits, keys } = deps
  await limits.spend(SET_UP_LIMIT, input.address)
  if (!isSetUpCode(keys, input.code)) throw new Invalid({ code: 'set-up.wrong-code' })
  const passwordHash = await hashPassword(input.password)
  return db.transaction(async (tx) => {
    await lockAdministrators(tx)
    if (await findAnybody(tx)) throw new Conflict('This house is set up')
    await saveOrganisation(tx, input.organisation)
    await realtime.touch(tx, ORGANISATION_CHANNEL)
    const locale = input.organisation.languages[0] ?? 'en'
    const { name, email } = input
    const personId = await savePerson(tx, {
      name,
      email,
      locale,
      roles: ['administrator'],
      passwordHash,
      createdAt: clock(),
    })
    if (!personId) throw new Conflict('This house is set up')
    await record(ledger, tx, personId, { kind: 'house.set-up', personId })
    return openSession(deps, tx, { id: personId, roles: ['administrator'], locale }, 'set-up', browser)
  })
}
