import { createHash, timingSafeEqual } from 'node:crypto'
import { Hono } from 'hono'
import { getConnInfo } from '@hono/node-server/conninfo'
import { NotFound } from '#platform/errors.ts'
import type { Platform } from '#platform/platform.ts'
import type { Config } from './config.ts'

/** For machines: alive, ready, figures. None of them says anything about people. */
export function healthRoutes({ db, metrics }: Pick<Platform, 'db' | 'metrics'>, config: Config): Hono {
  return new Hono()
    .get('/healthz', (c) => c.text('ok'))
    .get('/readyz', async (c) => {
      const ready = await db.ping()
      return ready ? c.text('ready') : c.text('the database does not answer', 503)
    })
    .get('/metrics', async (c) => {
      const bearer = c.req.header('Authorization')
      const allowed = config.metricsToken ? isSame(bearer ?? '', `Bearer ${config.metricsToken}`) : isThisMachine(c)
      if (!allowed) throw new NotFound('No metrics for strangers')
      return c.body(await metrics.text(), 200, { 'Content-Type': metrics.contentType })
    })
}

/** What proxies add: a request that came through one comes from anywhere. */
const PROXY_HEADERS = ['X-Forwarded-For', 'X-Forwarded-Host', 'X-Forwarded-Proto', 'X-Real-IP', 'Forwarded', 'Via']

/** Takes as long whatever differs. */
function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(expected))
}

function isThisMachine(c: Parameters<typeof getConnInfo>[0]): boolean {
  if (PROXY_HEADERS.some((name) => c.req.header(name) !== undefined)) return false
  const env = c.env as { incoming?: unknown } | undefined
  if (!env?.incoming) return false
  const address = getConnInfo(c).remote.address ?? ''
  return address === '::1' || address.startsWith('127.') || address.startsWith('::ffff:127.')
}
