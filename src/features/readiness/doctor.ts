import type { Check } from '#platform/doctor.ts'
import type { ReadinessDeps } from './readiness.ts'
import { peopleOnDuty } from './rota/rules.ts'
import { listDuties } from './rota/store.ts'

/** Is there somebody to wake tonight, and is the log whole? */
export function checkReadiness({ db, clock, ledger, paging }: ReadinessDeps): Promise<Check[]> {
  return db.read(async (reader) => {
    const now = clock()
    const onDuty = peopleOnDuty(await listDuties(reader, now), 'duty-manager', now)
    const reach = onDuty.length > 0 ? await paging.reachability(reader, onDuty) : []
    const unreachable = reach.filter((one) => one.reach === 'none')
    const chains = (await ledger.chains(reader)).filter((chain) => chain.startsWith('readiness:'))
    const checks: Check[] = [
      rotaCheck(
        onDuty.length,
        unreachable.map((one) => one.name),
      ),
    ]
    const broken = []
    let entries = 0
    for (const chain of chains) {
      const verdict = await ledger.verify(reader, chain)
      entries += verdict.entries
      if (!verdict.ok) broken.push(`${chain} at entry ${verdict.brokenAt}`)
    }
    checks.push(
      broken.length === 0
        ? { name: 'readiness log', status: 'ok', said: `${entries} entries in ${chains.length} logs, every seal fits` }
        : {
            name: 'readiness log',
            status: 'fail',
            said: `changed by other means than Salve: ${broken.join(', ')}`,
            todo: 'keep a copy of the database, compare it with a backup, and find out who can write to it',
          },
    )
    return checks
  })
}

function rotaCheck(onDuty: number, unreachable: string[]): Check {
  const name = 'duty manager on the rota'
  if (onDuty === 0) {
    return {
      name,
      status: 'warn',
      said: 'nobody: a probable incident would page everybody who has the role, without order',
      todo: 'fill the rota at /readiness/rota',
    }
  }
  if (unreachable.length > 0) {
    return {
      name,
      status: unreachable.length === onDuty ? 'fail' : 'warn',
      said: `${unreachable.join(', ')} cannot be reached`,
      todo: 'have them add a way to be paged and answer a test page',
    }
  }
  return { name, status: 'ok', said: `${onDuty} on duty, all can be reached` }
}
