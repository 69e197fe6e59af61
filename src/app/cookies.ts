import { getCookie } from 'hono/cookie'
import type { AppContext } from '#platform/web/context.ts'

/** A cookie that holds a choice of the reader, never an identity. */
export function readCookie(c: AppContext, name: 'lang' | 'theme'): string | undefined {
  return getCookie(c, name)
}
