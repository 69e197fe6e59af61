import type { Reader } from '#platform/database/index.ts'
import type { RoleKey } from '../types.ts'
import { isOnDuty } from './rules.ts'
import { listDuties } from './store.ts'

/** A person's roles on the rota now, for permissions. */
export async function rolesOnDuty(reader: Reader, personId: string, now: Date): Promise<RoleKey[]> {
  const turns = await listDuties(reader, now)
  return turns.filter((turn) => turn.personId === personId && isOnDuty(turn, now)).map((turn) => turn.role)
}
