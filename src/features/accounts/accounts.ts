import { Hono } from 'hono'
import type { Actor, Role } from '#platform/actor.ts'
import type { Reader, Tx } from '#platform/database/index.ts'
import type { Locale } from '#platform/i18n/index.ts'
import type { Organisation } from '#platform/organisation.ts'
import type { DemoPeople, Room } from '#platform/room.ts'
import type { AppContext, AppEnv } from '#platform/web/context.ts'
import type { AccountsDeps } from './deps.ts'
import { accountsMigrations } from './migrations/20261122-accounts.ts'
import { createOrganisationCache } from './organisation/cache.ts'
import { seedDemoPeople } from './people/demo.ts'
import { listPeople, people, peopleWithRole, type KnownPerson, type PersonSummary } from './people/door.ts'
import { findAnybody } from './people/store.ts'
import { canManagePeople, permissions } from './permissions.ts'
import { findSession } from './sessions/actions.ts'
import { signInRoutes } from './sign-in/routes.tsx'
import { accountsWords } from './words.ts'

export interface Accounts {
  room: Room
  /** Who makes this request, by the session cookie: one indexed query. */
  actorOf(c: AppContext): Promise<Actor | undefined>
  /** True while the session that the request came with is in force; long streams ask before each message. */
  isSessionAlive(c: AppContext): Promise<boolean>
  organisation(): Promise<Organisation>
  /** False until somebody has an account. */
  isSetUp(): Promise<boolean>
  people(reader: Reader, ids: Iterable<string | null>, locale?: Locale): Promise<Map<string, KnownPerson>>
  peopleWithRole(reader: Reader, role: Role): Promise<PersonSummary[]>
  listPeople(reader: Reader): Promise<PersonSummary[]>
  seedDemo(tx: Tx): Promise<DemoPeople>
}

export function createAccounts(deps: AccountsDeps): Accounts {
  const { db } = deps
  const organisation = createOrganisationCache(deps)
  let isSetUp = false

  const routes = new Hono<AppEnv>()
  routes.route('/', signInRoutes(deps))

  const room: Room = {
    name: 'accounts',
    migrations: accountsMigrations,
    routes,
    jobs: [],
    announces: [],
    permissions,
    navigation: (actor, locale) =>
      canManagePeople(actor) ? [{ href: '/settings', label: accountsWords(locale)('navigation.settings') }] : [],
    async start() {
      organisation.start()
    },
    async stop() {
      organisation.stop()
    },
  }

  return {
    room,
    async actorOf(c) {
      const session = await findSession(deps, c)
      return session && { id: session.personId, name: session.name, roles: session.roles }
    },
    isSessionAlive: async (c) => (await findSession(deps, c)) !== undefined,
    organisation: organisation.get,
    async isSetUp() {
      isSetUp ||= await db.read(findAnybody)
      return isSetUp
    },
    people,
    peopleWithRole,
    listPeople,
    seedDemo: (tx) => seedDemoPeople(deps, tx),
  }
}
