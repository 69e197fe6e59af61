import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import type { AppEnv } from '#platform/web/context.ts'
import {
  giveChoiceCookie,
  giveSessionCookie,
  hashToken,
  newToken,
  sessionTokenHash,
  takeSessionCookie,
} from './cookie.ts'

const HTTPS = 'https://salve.example.org'
const HTTP = 'http://localhost:3080'

async function cookiesFrom(origin: string): Promise<string[]> {
  const app = new Hono<AppEnv>().get('/', (c) => {
    giveSessionCookie(c, origin, 'a'.repeat(43))
    giveChoiceCookie(c, origin, 'lang', 'es')
    takeSessionCookie(c, origin)
    return c.text('')
  })
  return (await app.request('/')).headers.getSetCookie()
}

async function hashFrom(origin: string, cookie: string): Promise<string> {
  const app = new Hono<AppEnv>().get('/', (c) => c.text(sessionTokenHash(c, origin)?.toString('hex') ?? 'none'))
  return (await app.request('/', { headers: { Cookie: cookie } })).text()
}

describe('the session cookie', () => {
  it('is bound to this host and to https by its name, and out of reach of scripts', async () => {
    const [session, lang, gone] = await cookiesFrom(HTTPS)
    expect(session).toBe(
      `__Host-salve_session=${'a'.repeat(43)}; Path=/; Max-Age=7776000; SameSite=Lax; HttpOnly; Secure`,
    )
    expect(lang).toBe('lang=es; Path=/; Max-Age=31536000; SameSite=Lax; Secure')
    expect(gone).toBe('__Host-salve_session=; Path=/; Max-Age=0; SameSite=Lax; HttpOnly; Secure')
  })

  it('is plain on http, where browsers refuse the prefix', async () => {
    expect((await cookiesFrom(HTTP))[0]).toBe(
      `salve_session=${'a'.repeat(43)}; Path=/; Max-Age=7776000; SameSite=Lax; HttpOnly`,
    )
  })

  it('is read among others, and only under its own name and form', async () => {
    const token = newToken()
    const hash = hashToken(token).toString('hex')
    expect(await hashFrom(HTTP, `lang=en; salve_session=${token}; theme=dark`)).toBe(hash)
    expect(await hashFrom(HTTPS, `__Host-salve_session=${token}`)).toBe(hash)
    expect(await hashFrom(HTTPS, `salve_session=${token}`)).toBe('none')
    expect(await hashFrom(HTTP, 'salve_session=short')).toBe('none')
    expect(await hashFrom(HTTP, `salve_session=${token}x`)).toBe('none')
    expect(await hashFrom(HTTP, 'salve_session')).toBe('none')
  })

  it('holds 256 random bits', () => {
    expect(newToken()).toMatch(/^[\w-]{43}$/)
    expect(newToken()).not.toBe(newToken())
  })
})
