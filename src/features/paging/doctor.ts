import type { Check } from '#platform/doctor.ts'
import type { PagingDeps } from './deps.ts'
import { listReachability } from './summary.ts'
import { pagingWords } from './words.ts'

/** Are those who are asked first sure to wake? */
export async function checkDutyManagers(deps: PagingDeps): Promise<Check[]> {
  const words = pagingWords('en')
  const name = words('doctor.duty')
  const reach = await deps.db.read(async (reader) => {
    const managers = await deps.accounts.peopleWithRole(reader, 'duty-manager')
    return listReachability(
      deps,
      reader,
      managers.map(({ id }) => id),
    )
  })
  if (reach.length === 0) {
    return [{ name, status: 'warn', said: words('doctor.duty-nobody'), todo: words('doctor.duty-nobody-todo') }]
  }
  const doubtful = reach.filter((person) => person.reach !== 'tested').length
  if (doubtful === 0) return [{ name, status: 'ok', said: words('doctor.duty-all', { count: reach.length }) }]
  return [
    {
      name,
      status: 'warn',
      said: words('doctor.duty-some', { count: doubtful, of: reach.length }),
      todo: words('doctor.duty-todo'),
    },
  ]
}
