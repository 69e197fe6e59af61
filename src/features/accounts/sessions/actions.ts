import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/database/index.ts'
import { NotFound } from '#platform/errors.ts'
import type { AppContext } from '#platform/web/context.ts'
import { record } from '../audit/record.ts'
import type { AccountsDeps } from '../deps.ts'
import type { Person } from '../people/store.ts'
import {
  giveChoiceCookie,
  giveSessionCookie,
  hashToken,
  hasLanguageCookie,
  newToken,
  sessionTokenHash,
  takeChoiceCookie,
  takeSessionCookie,
} from './cookie.ts'
import { ABSOLUTE_MS, deviceName, idleUntil, needsSeenMark } from './rules.ts'
import {
  deleteSession,
  deleteSessionByToken,
  deleteSessionsOf,
  findLiveSession,
  markSeen,
  saveSession,
  type LiveSession,
} from './store.ts'

export type SignInMethod = 'password' | 'link' | 'passkey' | 'demo' | 'set-up' | 'invitation' | 'recovery'

/** What a new session needs to know of the request. */
export interface Browser {
  userAgent: string | undefined
  /** Of the session that this sign-in replaces. */
  oldTokenHash: Buffer | undefined
}

/** A session that exists once the transaction commits; then its token goes to the browser. */
export interface OpenedSession {
  token: string
  locale: Person['locale']
}

/** Realtime channel that is touched when sessions of a person end, so that open streams look whether theirs is still alive. */
export function sessionsChannel(personId: string): string {
  return `accounts:sessions:${personId}`
}

export function browserOf({ config }: AccountsDeps, c: AppContext): Browser {
  return { userAgent: c.req.header('User-Agent'), oldTokenHash: sessionTokenHash(c, config.origin) }
}

/** Signs a person in: always a new token, and the browser's old session ends. */
export async function openSession(
  { clock, ledger }: AccountsDeps,
  tx: Tx,
  person: Pick<Person, 'id' | 'roles' | 'locale'>,
  method: SignInMethod,
  browser: Browser,
): Promise<OpenedSession> {
  const now = clock()
  const token = newToken()
  if (browser.oldTokenHash) await deleteSessionByToken(tx, browser.oldTokenHash)
  await saveSession(tx, {
    tokenHash: hashToken(token),
    personId: person.id,
    device: deviceName(browser.userAgent),
    method,
    createdAt: now,
    seenAt: now,
    idleUntil: idleUntil(person.roles, now),
    endsAt: new Date(now.getTime() + ABSOLUTE_MS),
  })
  await record(ledger, tx, person.id, { kind: 'sign-in.succeeded', personId: person.id, method })
  return { token, locale: person.locale }
}

/** Hands the new session to the browser; with the person's language, unless somebody has chosen one here. */
export function welcome({ config }: AccountsDeps, c: AppContext, session: OpenedSession): void {
  giveSessionCookie(c, config.origin, session.token)
  if (!hasLanguageCookie(c)) giveChoiceCookie(c, config.origin, 'lang', session.locale)
}

/** The session of a request, in one query; now and then a second one notes that it was seen. */
export async function findSession(
  { db, clock, config }: AccountsDeps,
  c: AppContext,
): Promise<LiveSession | undefined> {
  const tokenHash = sessionTokenHash(c, config.origin)
  if (!tokenHash) return undefined
  const now = clock()
  const session = await db.read((reader) => findLiveSession(reader, tokenHash, now))
  if (session && needsSeenMark(session.seenAt, now)) {
    await db.transaction((tx) => markSeen(tx, session.id, { at: now, idleUntil: idleUntil(session.roles, now) }))
  }
  return session
}

/** Ends this browser's session. Its language goes too: the next person at this computer may speak another. */
export async function signOut(deps: AccountsDeps, c: AppContext): Promise<void> {
  const tokenHash = sessionTokenHash(c, deps.config.origin)
  const session = await findSession(deps, c)
  if (tokenHash) {
    await deps.db.transaction(async (tx) => {
      await deleteSessionByToken(tx, tokenHash)
      if (session) await deps.realtime.touch(tx, sessionsChannel(session.personId))
    })
  }
  takeSessionCookie(c, deps.config.origin)
  takeChoiceCookie(c, deps.config.origin, 'lang')
}

/** Ends one session of the actor: a lost phone, a forgotten ward computer. */
export async function endSession({ db, realtime }: AccountsDeps, actor: Actor, sessionId: string): Promise<void> {
  await db.transaction(async (tx) => {
    if (!(await deleteSession(tx, actor.id, sessionId))) throw new NotFound('No such session')
    await realtime.touch(tx, sessionsChannel(actor.id))
  })
}

/** Ends every session of a person, but not the one to keep. Their open streams close. */
export async function endSessions(
  { ledger, realtime }: AccountsDeps,
  tx: Tx,
  actorId: string,
  personId: string,
  keep?: string,
): Promise<void> {
  const sessions = await deleteSessionsOf(tx, personId, keep)
  if (sessions === 0) return
  await record(ledger, tx, actorId, { kind: 'sign-out.everywhere', personId, sessions })
  await realtime.touch(tx, sessionsChannel(personId))
}
