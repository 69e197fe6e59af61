import type { RoleKey } from '../types.ts'

interface Turn {
  role: RoleKey
  personId: string
  position: number
  from: Date | null
  until: Date | null
}

/** On duty from `from` on, and no longer at `until`. */
export function isOnDuty(turn: Pick<Turn, 'from' | 'until'>, now: Date): boolean {
  return (turn.from === null || turn.from <= now) && (turn.until === null || turn.until > now)
}

/** Who is on duty in a role now, in the order in which they are paged; nobody twice. */
export function peopleOnDuty(turns: readonly Turn[], role: RoleKey, now: Date): string[] {
  const people = turns
    .filter((turn) => turn.role === role && isOnDuty(turn, now))
    .toSorted((a, b) => a.position - b.position)
    .map((turn) => turn.personId)
  return [...new Set(people)]
}

/** Everybody on duty in any of the roles; nobody twice. */
export function teamOnDuty(turns: readonly Turn[], roles: readonly RoleKey[], now: Date): string[] {
  return [...new Set(roles.flatMap((role) => peopleOnDuty(turns, role, now)))]
}

/** Minutes that the duty manager has before the next one is paged. */
export const ESCALATES_AFTER = 3

/** One rung a person: the first has three minutes, then the next is asked too. */
export function rungs(
  people: readonly string[],
  afterMinutes = ESCALATES_AFTER,
): { people: string[]; afterMinutes: number }[] {
  return people.map((person) => ({ people: [person], afterMinutes }))
}
