import type { Reader } from '#platform/database/index.ts'
import type { TeamReach } from '../pages/readiness-data.ts'
import type { ReadinessDeps } from '../readiness.ts'
import { peopleOnDuty, teamOnDuty } from '../rota/rules.ts'
import { listDuties } from '../rota/store.ts'
import { TRAUMA_TEAM } from '../types.ts'

/** Says beforehand whom a page of the team would reach, and whom not. */
export async function loadTeamReach(
  { paging }: Pick<ReadinessDeps, 'paging'>,
  reader: Reader,
  now: Date,
): Promise<TeamReach> {
  const turns = await listDuties(reader, now)
  const people = teamOnDuty(turns, TRAUMA_TEAM, now)
  const reach = people.length > 0 ? await paging.reachability(reader, people) : []
  const unreachable = reach.filter((one) => one.reach === 'none').map(({ name }) => ({ name }))
  return {
    people: people.length,
    reachable: people.length - unreachable.length,
    unreachable,
    emptyRoles: TRAUMA_TEAM.filter((role) => peopleOnDuty(turns, role, now).length === 0).length,
  }
}
