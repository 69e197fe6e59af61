import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import type { AppEnv } from '#platform/web/context.ts'
import { remoteAddress } from './remote-address.ts'

async function addressOf(socket: string | undefined, trustProxy: boolean, forwarded?: string): Promise<string> {
  const app = new Hono<AppEnv>().get('/', (c) => c.text(remoteAddress(c, trustProxy)))
  const headers: Record<string, string> = forwarded === undefined ? {} : { 'X-Forwarded-For': forwarded }
  const answer = await app.request('/', { headers }, { incoming: { socket: { remoteAddress: socket } } })
  return answer.text()
}

describe('the address of a request', () => {
  it('is the socket’s, and no header is believed without a proxy', async () => {
    expect(await addressOf('203.0.113.7', false)).toBe('203.0.113.7')
    expect(await addressOf('::ffff:203.0.113.7', false, '198.51.100.1')).toBe('203.0.113.7')
  })

  it('is what the proxy wrote, not what the browser claimed before it', async () => {
    expect(await addressOf('127.0.0.1', true, '198.51.100.1, 203.0.113.7')).toBe('203.0.113.7')
    expect(await addressOf('127.0.0.1', true)).toBe('127.0.0.1')
    expect(await addressOf('127.0.0.1', true, '<script>')).toBe('unknown')
  })

  it('counts IPv6 by network, however it is written', async () => {
    const written = ['2001:db8::1', '2001:0db8:0:0:1::2', '2001:db8:0:0:ffff:ffff:ffff:ffff']
    for (const address of written) expect(await addressOf(address, false)).toBe('2001:db8:0:0::/64')
    expect(await addressOf('2001:db8:0:1::1', false)).toBe('2001:db8:0:1::/64')
    expect(await addressOf('::1', false)).toBe('0:0:0:0::/64')
    expect(await addressOf('fe80::1%eth0', false)).toBe('fe80:0:0:0::/64')
  })

  it('is unknown where there is none', async () => {
    expect(await addressOf(undefined, false)).toBe('unknown')
  })
})
