import type { Accounts } from '#features/accounts'
import type { Platform } from '#platform/platform.ts'

/** What paging needs of the house. */
export type PagingDeps = Pick<
  Platform,
  'db' | 'clock' | 'log' | 'jobs' | 'events' | 'realtime' | 'fragments' | 'mail' | 'limits' | 'keys' | 'metrics'
> & {
  config: Pick<Platform['config'], 'origin'>
  /** Where the subject of a call is shown, as a path on this site. Only `app` knows all rooms. */
  pathOf?: (subject: string, exerciseId: string | null) => string | undefined
  accounts: Pick<
    Accounts,
    'people' | 'peopleWithRole' | 'listPeople' | 'organisation' | 'isSessionAlive' | 'sessionsChannel'
  >
}

/** The queues of this room. The jobs themselves are defined in `jobs.ts`. */
export const SEND_PAGE = { name: 'send-page' } as const
export const ESCALATE_CALL = { name: 'escalate-call' } as const
export const RECOVER_PAGES = { name: 'recover-pages' } as const

/** The channel of what waits for one person. */
export function personChannel(personId: string): string {
  return `person:${personId}`
}
