import { Hono } from 'hono'
import type { Actor, Role } from '#platform/actor.ts'
import type { Reader, Tx } from '#platform/database/index.ts'
import type { Locale } from '#platform/i18n/index.ts'
import type { Organisation } from '#platform/organisation.ts'
import type { DemoPeople, Room } from '#platform/room.ts'
import type { AppContext, AppEnv, Routes } from '#platform/web/context.ts'
import { record, type AuditEntry } from './audit/record.ts'
import { auditRoutes } from './audit/routes.tsx'
import { choiceRoutes } from './choices/routes.ts'
import type { AccountsDeps } from './deps.ts'
import { accountsDoctor } from './doctor.ts'
import { eraseAccount, exportAccount } from './erasure/actions.ts'
import { invitationRoutes } from './invitations/routes.tsx'
import { keptMailRoutes } from './kept-mail/routes.tsx'
import { startRecovery } from './links/actions.ts'
import { linkRoutes } from './links/routes.tsx'
import { mailJobs } from './mails/jobs.ts'
import { meRoutes } from './me/routes.tsx'
import { accountsMigrations } from './migrations/20261122-accounts.ts'
import { createOrganisationCache, type OrganisationCache } from './organisation/cache.ts'
import { organisationRoutes } from './organisation/routes.tsx'
import { passkeyRoutes } from './passkeys/routes.tsx'
import { seedDemoPeople } from './people/demo.ts'
import { listPeople, people, peopleWithRole, type KnownPerson, type PersonSummary } from './people/door.ts'
import { peopleRoutes } from './people/routes.tsx'
import { findAnybody } from './people/store.ts'
import { canManagePeople, permissions } from './permissions.ts'
import { accountsRetention, expireOldData } from './retention/jobs.ts'
import { retentionRoutes } from './retention/routes.tsx'
import { findSession, sessionsChannel } from './sessions/actions.ts'
import { settingsRoutes } from './settings/routes.tsx'
import { setUpCode } from './set-up/code.ts'
import { setUpRoutes } from './set-up/routes.tsx'
import { prepareDecoy } from './sign-in/password.ts'
import { signInRoutes } from './sign-in/routes.tsx'
import { accountsWords } from './words.ts'

export interface Accounts {
  room: Room
  /** Who makes this request, by the session cookie: one indexed query. */
  actorOf(c: AppContext): Promise<Actor | undefined>
  /** True while the session that the request came with is in force. Streams ask at each message and heartbeat: an open board counts as use. */
  isSessionAlive(c: AppContext): Promise<boolean>
  /** The realtime channel that is touched when sessions of a person end: then `isSessionAlive` is worth asking. */
  sessionsChannel(personId: string): string
  organisation(): Promise<Organisation>
  /** False until somebody has an account. */
  isSetUp(): Promise<boolean>
  /** The code that opens `/set-up` while nobody has an account; undefined afterwards. For the terminal only. */
  setUpCode(): Promise<string | undefined>
  /** The people of these ids, in one query; erased ones are "a former member" in the reader's language. */
  people(reader: Reader, ids: Iterable<string | null>, locale?: Locale): Promise<Map<string, KnownPerson>>
  peopleWithRole(reader: Reader, role: Role): Promise<PersonSummary[]>
  listPeople(reader: Reader): Promise<PersonSummary[]>
  /** Seals in the audit what somebody set in another room. */
  record(tx: Tx, actorId: string, entry: AuditEntry): Promise<void>
  /** Makes a link that signs this person in as administrator, for one hour and once. Throws `Failure` when nobody has the address. */
  recover(email: string): Promise<string>
  seedDemo(tx: Tx): Promise<DemoPeople>
}

export function createAccounts(deps: AccountsDeps): Accounts {
  const { db, clock, log, keys } = deps
  const organisation = createOrganisationCache(deps)
  let isKnownSetUp = false

  async function isSetUp(): Promise<boolean> {
    isKnownSetUp ||= await db.read(findAnybody)
    return isKnownSetUp
  }

  const findSetUpCode = async () => ((await isSetUp()) ? undefined : setUpCode(keys))

  const room: Room = {
    name: 'accounts',
    migrations: accountsMigrations,
    routes: allRoutes(deps, organisation, isSetUp),
    jobs: [...mailJobs(deps, organisation.get), expireOldData(deps)],
    announces: [],
    permissions,
    navigation: (actor, locale) =>
      canManagePeople(actor) ? [{ href: '/settings', label: accountsWords(locale)('navigation.settings') }] : [],
    personalData: {
      export: (reader, personId) => exportAccount(reader, personId, clock()),
      erase: (tx, personId) => eraseAccount(tx, personId, clock()),
    },
    retention: accountsRetention,
    doctor: accountsDoctor(deps),
    async start() {
      organisation.start()
      await prepareDecoy()
      if (!(await isSetUp()))
        log.warn(
          { path: '/set-up' },
          'nobody has an account yet: open the path and enter the code printed at the start',
        )
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
    sessionsChannel,
    organisation: organisation.get,
    isSetUp,
    setUpCode: findSetUpCode,
    people,
    peopleWithRole,
    listPeople,
    record: (tx, actorId, entry) => record(deps.ledger, tx, actorId, entry),
    recover: (email) => startRecovery(deps, email),
    seedDemo: (tx) => seedDemoPeople(deps, tx),
  }
}

function allRoutes(deps: AccountsDeps, organisation: OrganisationCache, isSetUp: () => Promise<boolean>): Routes {
  return new Hono<AppEnv>()
    .route('/', signInRoutes(deps))
    .route('/', linkRoutes(deps))
    .route('/', passkeyRoutes(deps))
    .route('/', setUpRoutes(deps, organisation, isSetUp))
    .route('/', choiceRoutes(deps))
    .route('/', invitationRoutes(deps))
    .route('/', meRoutes(deps))
    .route('/', settingsRoutes(deps))
    .route('/', organisationRoutes(deps, organisation))
    .route('/', peopleRoutes(deps))
    .route('/', auditRoutes(deps))
    .route('/', keptMailRoutes(deps))
    .route('/', retentionRoutes(deps))
}
