import { isIP } from 'node:net'
import type { AppContext } from '#platform/web/context.ts'

/**
 * Where a request comes from, for rate limits; kept nowhere. Behind a trusted proxy it is the last entry of `X-Forwarded-For`: the one that the
 * proxy itself wrote, whatever the browser claims before it. IPv6 counts by its /64, of which one person has all.
 */
export function remoteAddress(c: AppContext, trustProxy: boolean): string {
  const forwarded = trustProxy ? c.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim() : undefined
  const { incoming } = (c.env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } }
  const address = (forwarded || incoming?.socket?.remoteAddress || '').replace(/^::ffff:/, '')
  if (isIP(address) === 0) return 'unknown'
  return isIP(address) === 6 ? network(address) : address
}

/** The first four groups, written out. */
function network(address: string): string {
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? []
  const before = head.split(':').filter(Boolean)
  const after = tail?.split(':').filter(Boolean) ?? []
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0')
  const groups = tail === undefined ? before : [...before, ...zeros, ...after]
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}
