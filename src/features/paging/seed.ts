import type { Tx } from '#platform/database/index.ts'
import type { DemoPeople } from '#platform/room.ts'
import { listContactMethods, saveContactMethod } from './contacts/store.ts'
import type { PagingDeps } from './deps.ts'

const DAY_MS = 86_400_000

/**
 * The demo's contact methods. Amal, Jonas and Dr Osei have answered a test page; Dr Lindqvist gave an address and never tried it, and
 * Noor's test is old, so that the list of who would not wake has something to say.
 */
export async function seedContactMethods({ accounts, clock }: PagingDeps, tx: Tx, demo: DemoPeople): Promise<void> {
  const now = clock()
  const daysAgo = (days: number) => new Date(now.getTime() - days * DAY_MS)
  const wanted: [keyof DemoPeople, Date | null][] = [
    ['amal', daysAgo(6)],
    ['jonas', daysAgo(20)],
    ['osei', daysAgo(41)],
    ['lindqvist', null],
    ['noor', daysAgo(260)],
  ]
  const ids = wanted.map(([name]) => demo[name])
  const people = await accounts.people(tx, ids)
  const known = new Set((await listContactMethods(tx, ids)).map(({ personId }) => personId))
  for (const [name, verifiedAt] of wanted) {
    const personId = demo[name]
    const email = people.get(personId)?.email
    if (email && !known.has(personId))
      await saveContactMethod(tx, { personId, kind: 'email', address: email, verifiedAt, createdAt: now })
  }
}
