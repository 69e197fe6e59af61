import type { Actor } from '#platform/actor.ts'
import type { Locale } from '#platform/i18n/index.ts'
import type { Reader } from '#platform/database/index.ts'
import { canEditRota, canSeeReadiness } from '../permissions.ts'
import type { ReadinessDeps } from '../readiness.ts'
import { ROLE_KEYS, type RoleKey } from '../types.ts'
import { isOnDuty, peopleOnDuty } from './rules.ts'
import { listDuties, type Duty } from './store.ts'

type Reach = Awaited<ReturnType<ReadinessDeps['paging']['reachability']>>[number]

/** One turn as the page shows it. */
export interface Turn extends Duty {
  name: string
  isNow: boolean
  reach: Reach['reach']
}

export interface RotaData {
  /** Every role in order, with its turns. */
  roles: { role: RoleKey; turns: Turn[] }[]
  /** Roles in which nobody is on duty now. */
  gaps: RoleKey[]
  /** People on the rota who cannot be woken. */
  unreachable: string[]
  /** Whom the rota can name. */
  people: { id: string; name: string }[]
  mayEdit: boolean
}

export async function loadRota(
  { accounts, paging }: Pick<ReadinessDeps, 'accounts' | 'paging'>,
  reader: Reader,
  ask: { now: Date; actor: Actor; locale: Locale },
): Promise<RotaData> {
  const { now, actor, locale } = ask
  const duties = await listDuties(reader, now)
  const ids = [...new Set(duties.map((duty) => duty.personId))]
  const names = await accounts.people(reader, ids, locale)
  const reach = new Map(
    (ids.length > 0 ? await paging.reachability(reader, ids) : []).map((one) => [one.personId, one]),
  )
  const mayEdit = canEditRota(actor)
  const people = mayEdit ? (await accounts.listPeople(reader)).filter((person) => canSeeReadiness(person)) : []
  return {
    roles: ROLE_KEYS.map((role) => ({
      role,
      turns: duties
        .filter((duty) => duty.role === role)
        .map((duty) => ({
          ...duty,
          name: names.get(duty.personId)?.name ?? '',
          isNow: isOnDuty(duty, now),
          reach: reach.get(duty.personId)?.reach ?? 'none',
        })),
    })),
    gaps: ROLE_KEYS.filter((role) => peopleOnDuty(duties, role, now).length === 0),
    unreachable: [...reach.values()].filter((one) => one.reach === 'none').map((one) => one.name),
    people: people.map(({ id, name }) => ({ id, name })),
    mayEdit,
  }
}
