import type { Organisation } from '#platform/organisation.ts'
import type { AccountsDeps } from '../deps.ts'
import { UNNAMED } from './rules.ts'
import { findOrganisation } from './store.ts'

/** Realtime channel that says that the organisation changed, to every process. */
export const ORGANISATION_CHANNEL = 'accounts:organisation'

export interface OrganisationCache {
  get(): Promise<Organisation>
  forget(): void
  start(): void
  stop(): void
}

/** The organisation is wanted by each request and hardly ever changes: read once, and again after a change here or elsewhere. */
export function createOrganisationCache({ db, realtime }: Pick<AccountsDeps, 'db' | 'realtime'>): OrganisationCache {
  let known: Promise<Organisation> | undefined
  let subscriber: { close(): void } | undefined

  function forget(): void {
    known = undefined
  }

  async function load(): Promise<Organisation> {
    const found = await db.read(findOrganisation)
    // Not remembered before the set-up, so that it is seen the moment it exists.
    if (!found) forget()
    return found ?? UNNAMED
  }

  return {
    get() {
      if (!known) {
        known = load()
        known.catch(forget)
      }
      return known
    },
    forget,
    start() {
      subscriber = realtime.subscribe(ORGANISATION_CHANNEL, forget)
    },
    stop() {
      subscriber?.close()
    },
  }
}
