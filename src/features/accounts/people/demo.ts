import type { Role } from '#platform/actor.ts'
import type { Tx } from '#platform/database/index.ts'
import type { Organisation } from '#platform/organisation.ts'
import { Failure } from '#platform/failure.ts'
import type { DemoPeople } from '#platform/room.ts'
import type { AccountsDeps } from '../deps.ts'
import { defaultsOf } from '../organisation/country-defaults.ts'
import { findOrganisation, saveOrganisation } from '../organisation/store.ts'
import { hashPassword } from '../sign-in/password.ts'
import { findPersonByEmail, listPersons, savePerson } from './store.ts'

/** The password of everybody in the demo, printed at its start and shown on its sign-in page. */
export const DEMO_PASSWORD = 'harbourside-demo'

export interface DemoPerson {
  key: keyof DemoPeople
  name: string
  email: string
  roles: Role[]
}

export const demoPersons: readonly DemoPerson[] = [
  { key: 'amal', name: 'Amal Haddad', email: 'amal.haddad@harbourside.example', roles: ['duty-manager', 'staff'] },
  { key: 'jonas', name: 'Jonas Brandt', email: 'jonas.brandt@harbourside.example', roles: ['staff'] },
  { key: 'osei', name: 'Dr Efua Osei', email: 'efua.osei@harbourside.example', roles: ['staff', 'professional'] },
  {
    key: 'lindqvist',
    name: 'Dr Maja Lindqvist',
    email: 'maja.lindqvist@harbourside.example',
    roles: ['staff', 'professional', 'reviewer'],
  },
  { key: 'ida', name: 'Ida Sorensen', email: 'ida.sorensen@harbourside.example', roles: ['member'] },
  { key: 'tomasz', name: 'Tomasz Wilk', email: 'tomasz.wilk@harbourside.example', roles: ['member'] },
  { key: 'ruth', name: 'Ruth Adeyemi', email: 'ruth.adeyemi@harbourside.example', roles: ['moderator', 'mentor'] },
  {
    key: 'noor',
    name: 'Noor Rahman',
    email: 'noor.rahman@harbourside.example',
    roles: ['communications', 'editor', 'approver'],
  },
  { key: 'sam', name: 'Sam Whitlock', email: 'sam.whitlock@harbourside.example', roles: ['administrator'] },
]

const harbourside: Organisation = {
  name: 'Harbourside General',
  country: 'PT',
  zone: 'Europe/Lisbon',
  languages: ['en', 'es'],
  ...defaultsOf('PT'),
}

let hashed: Promise<string> | undefined

function demoHash(): Promise<string> {
  hashed ??= hashPassword(DEMO_PASSWORD)
  return hashed
}

/**
 * Fills an empty house with the fictional organisation and its people. Safe to run twice; returns everybody's id. Throws `Failure` in a house
 * that has people of its own: everybody knows the password of the demo's administrator.
 */
export async function seedDemoPeople({ clock }: AccountsDeps, tx: Tx): Promise<DemoPeople> {
  await refuseRealHouse(tx)
  if (!(await findOrganisation(tx))) await saveOrganisation(tx, harbourside)
  const ids: Partial<DemoPeople> = {}
  for (const { key, name, email, roles } of demoPersons) {
    const known = await findPersonByEmail(tx, email)
    ids[key] =
      known?.id ??
      (await savePerson(tx, { name, email, locale: 'en', roles, passwordHash: await demoHash(), createdAt: clock() }))
  }
  return ids as DemoPeople
}

async function refuseRealHouse(tx: Tx): Promise<void> {
  const persons = await listPersons(tx)
  const isOfDemo = persons.some(({ email }) => demoPersons.some((one) => one.email === email))
  if (persons.length > 0 && !isOfDemo) {
    throw new Failure(
      'This data directory holds an organisation of your own, and the demo would let everybody in: serve it without --demo and SALVE_DEMO, or give the demo another directory by SALVE_DATA.',
    )
  }
}
