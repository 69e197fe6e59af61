import { createHash, randomBytes } from 'node:crypto'
import type { AppContext } from '#platform/web/context.ts'
import { ABSOLUTE_MS } from './rules.ts'

/** With https the browser itself holds the cookie to this host and path; on http://localhost it refuses that prefix. */
export function sessionCookieName(origin: string): string {
  return origin.startsWith('https:') ? '__Host-salve_session' : 'salve_session'
}

/** 32 random bytes: what the browser keeps. Only their hash lies in the database. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** The hash of the request's session token, or undefined without one. */
export function sessionTokenHash(c: AppContext, origin: string): Buffer | undefined {
  const token = readCookie(c.req.header('Cookie'), sessionCookieName(origin))
  return token && /^[A-Za-z0-9_-]{43}$/.test(token) ? hashToken(token) : undefined
}

export function giveSessionCookie(c: AppContext, origin: string, token: string): void {
  setCookie(c, origin, sessionCookieName(origin), token, ABSOLUTE_MS / 1_000, true)
}

export function takeSessionCookie(c: AppContext, origin: string): void {
  setCookie(c, origin, sessionCookieName(origin), '', 0, true)
}

const YEAR_S = 365 * 86_400

/** A choice that is no secret: language, colours. */
export function giveChoiceCookie(c: AppContext, origin: string, name: 'lang' | 'theme', value: string): void {
  setCookie(c, origin, name, value, YEAR_S, false)
}

export function takeChoiceCookie(c: AppContext, origin: string, name: 'lang' | 'theme'): void {
  setCookie(c, origin, name, '', 0, false)
}

/** True when a language was chosen in this browser, or came with a sign-in. */
export function hasLanguageCookie(c: AppContext): boolean {
  return Boolean(readCookie(c.req.header('Cookie'), 'lang'))
}

function setCookie(
  c: AppContext,
  origin: string,
  name: string,
  value: string,
  maxAge: number,
  httpOnly: boolean,
): void {
  const parts = [`${name}=${value}`, 'Path=/', `Max-Age=${maxAge}`, 'SameSite=Lax']
  if (httpOnly) parts.push('HttpOnly')
  if (origin.startsWith('https:')) parts.push('Secure')
  c.header('Set-Cookie', parts.join('; '), { append: true })
}

function readCookie(header: string | undefined, name: string): string | undefined {
  for (const part of (header ?? '').split(';')) {
    const [key, ...value] = part.trim().split('=')
    if (key === name) return value.join('=')
  }
  return undefined
}
