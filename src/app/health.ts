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
      const allowed = config.metricsToken ? bearer === `Bearer ${config.metricsToken}` : isThisMachine(c)
      if (!allowed) throw new NotFound('No metrics for strangers')
      return c.body(await metrics.text(), 200, { 'Content-Type': metrics.contentType })
    })
}

function isThisMachine(c: Parameters<typeof getConnInfo>[0]): boolean {
  if (c.req.header('X-Forwarded-For') !== undefined || c.req.header('Forwarded') !== undefined) return false
  const env = c.env as { incoming?: unknown } | undefined
  if (!env?.incoming) return false
  const address = getConnInfo(c).remote.address ?? ''
  return address === '::1' || address.startsWith('127.') || address.startsWith('::ffff:127.')
}
