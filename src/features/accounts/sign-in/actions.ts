import { NotFound } from '#platform/errors.ts'
import { record } from '../audit/record.ts'
import type { AccountsDeps } from '../deps.ts'
import { DEMO_PASSWORD, demoPersons } from '../people/demo.ts'
import { findPerson, findPersonByEmail, findPersonForUpdate, markPassword } from '../people/store.ts'
import { canSignIn } from '../permissions.ts'
import { openSession, type Browser, type OpenedSession } from '../sessions/actions.ts'
import { ACCOUNT_LIMIT, ADDRESS_LIMIT, accountKey } from './limits.ts'
import { hashPassword, isPassword, needsNewHash } from './password.ts'

const NOBODY = '00000000-0000-0000-0000-000000000000'

export interface PasswordSignIn {
  email: string
  password: string
  /** Where the request comes from, for the limit; kept nowhere. */
  address: string
}

/**
 * Signs in by password. Undefined when it does not fit, with the same work done whether or not there is such an account.
 * Throws `TooMany` after too many tries for one account or from one address.
 */
export async function signInByPassword(
  deps: AccountsDeps,
  input: PasswordSignIn,
  browser: Browser,
): Promise<OpenedSession | undefined> {
  const { db, ledger, limits } = deps
  await limits.spend(ADDRESS_LIMIT, input.address)
  await limits.spend(ACCOUNT_LIMIT, accountKey(input.email))
  const found = await db.read((reader) => findPersonByEmail(reader, input.email))
  // Everybody knows the demo's password: it opens nothing where the demo's data are served as a real house.
  const isPublic = input.password === DEMO_PASSWORD && !deps.config.isDemo
  const fits = (await isPassword(found?.passwordHash, input.password)) && !isPublic
  const newHash =
    fits && found?.passwordHash && needsNewHash(found.passwordHash) ? await hashPassword(input.password) : undefined
  const session = await db.transaction(async (tx) => {
    // Read again under lock: the password may have changed, or the account may have been closed, while this one was checked.
    // Without an account the same query is made for nobody: it takes the same time.
    const person = await findPersonForUpdate(tx, found?.id ?? NOBODY)
    if (!fits || !found || !person || !canSignIn(person) || person.passwordHash !== found.passwordHash) {
      await record(ledger, tx, null, { kind: 'sign-in.failed', personId: found?.id ?? null, method: 'password' })
      return undefined
    }
    if (newHash) await markPassword(tx, person.id, newHash)
    return openSession(deps, tx, person, 'password', browser)
  })
  if (session) await limits.forgive(ACCOUNT_LIMIT, accountKey(input.email))
  return session
}

/** One tap, in the demo only, and only for the people that the demo brought. */
export async function signInToDemo(deps: AccountsDeps, personId: string, browser: Browser): Promise<OpenedSession> {
  if (!deps.config.isDemo) throw new NotFound('No demo here')
  return deps.db.transaction(async (tx) => {
    const person = await findPerson(tx, personId)
    const isOfDemo = demoPersons.some((one) => one.email === person?.email)
    if (!person || !isOfDemo || !canSignIn(person)) throw new NotFound('Nobody of the demo')
    return openSession(deps, tx, person, 'demo', browser)
  })
}
