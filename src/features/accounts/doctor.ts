import type { Check } from '#platform/doctor.ts'
import type { AccountsDeps } from './deps.ts'
import { isLineStale } from './organisation/rules.ts'
import { findOrganisation } from './organisation/store.ts'
import { findAnybody, listPersonsWithRole } from './people/store.ts'

/** What `salve doctor` asks of this room: can somebody administer, and are the crisis lines still checked. */
export function accountsDoctor({ db, clock }: Pick<AccountsDeps, 'db' | 'clock'>): () => Promise<Check[]> {
  return () =>
    db.read(async (reader) => {
      if (!(await findAnybody(reader))) {
        const todo = 'Start Salve, open /set-up and enter the code that it prints.'
        return [{ name: 'accounts', status: 'warn', said: 'nobody has an account yet', todo }]
      }
      const administrators = await listPersonsWithRole(reader, 'administrator')
      const stale = (await findOrganisation(reader))?.crisisLines.filter((line) => isLineStale(line, clock())) ?? []
      return [administratorCheck(administrators.length), linesCheck(stale.map(({ name }) => name))]
    })
}

function administratorCheck(count: number): Check {
  const name = 'administrators'
  if (count === 0)
    return { name, status: 'fail', said: 'nobody can administer', todo: 'Run `npx salve recover EMAIL`.' }
  if (count > 1) return { name, status: 'ok', said: `${count} can sign in` }
  return {
    name,
    status: 'warn',
    said: 'only one can sign in',
    todo: 'Give a second person the role, under Settings, People.',
  }
}

function linesCheck(stale: string[]): Check {
  const name = 'crisis lines'
  if (stale.length === 0) return { name, status: 'ok', said: 'all were checked within a year' }
  const todo = 'Call each, then write down the day under Settings, Organisation.'
  return { name, status: 'warn', said: `not checked for a year: ${stale.join(', ')}`, todo }
}
