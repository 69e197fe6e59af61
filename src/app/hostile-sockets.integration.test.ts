import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHouse, type TestHouse } from './test-house.ts'
import { listenOn, type WebServer } from './web-server.ts'

let house: TestHouse
const log: string[] = []

beforeAll(async () => {
  house = await openHouse({ onLog: (line) => log.push(line) })
})
afterAll(() => house.close())

describe('Somebody who speaks no proper HTTP', () => {
  let web: WebServer
  beforeAll(async () => {
    web = await listenOn({ host: '127.0.0.1', port: 0 })
    web.answerWith((request, env) => house.web.fetch(request, env))
  })
  afterAll(() => web.close())

  /** Sends bytes and reads until the server ends the connection. */
  function say(bytes: string | Buffer): Promise<string> {
    return new Promise((resolve) => {
      const socket = connect(web.port, '127.0.0.1', () => socket.write(bytes))
      let heard = ''
      // Who has nothing more to say hangs up.
      setTimeout(() => socket.end(), 1_000).unref()
      socket.setTimeout(3_000, () => socket.destroy())
      socket.on('data', (data) => (heard += data.toString('latin1')))
      socket.on('error', () => undefined)
      socket.on('close', () => resolve(heard))
    })
  }
  const request = (line: string, headers: string[] = [], body = '') =>
    Buffer.from([line, 'Host: localhost', 'Connection: close', ...headers, '', body].join('\r\n'), 'latin1')
  const own = 'Origin: http://localhost:3080'

  it.concurrent.each([
    ['an address of broken escapes', request('GET /%ff%fe%00/%zz HTTP/1.1')],
    ['an address out of the house', request('GET /assets/..%2f..%2fpackage.json HTTP/1.1')],
    ['an address with dots', request('GET /assets/../../../../etc/passwd HTTP/1.1')],
    ['a whole foreign address', request('GET http://evil.example/me HTTP/1.1')],
    ['two slashes', request('GET //evil.example/%2f.. HTTP/1.1')],
    [
      'a foreign host',
      Buffer.from('GET /sign-in HTTP/1.1\r\nHost: evil.example"><script>\r\nConnection: close\r\n\r\n'),
    ],
    ['no host', Buffer.from('GET / HTTP/1.0\r\n\r\n')],
    ['raw bytes in the address', request('GET /\xff\xfe?\xed\xa0\x80 HTTP/1.1')],
    [
      'an endless cookie',
      request('GET / HTTP/1.1', [`Cookie: salve_session=${'a'.repeat(12_000)}; lang=<script>; theme=%`]),
    ],
    ['headers without end', request('GET / HTTP/1.1', [`X: ${'a'.repeat(40_000)}`])],
    ['an unknown method', request('FOO / HTTP/1.1')],
    ['a trace', request('TRACE / HTTP/1.1')],
    ['a deletion', request('DELETE /me HTTP/1.1', [own])],
    [
      'a body shorter than it says',
      request(
        'POST /sign-in HTTP/1.1',
        [own, 'Content-Type: application/x-www-form-urlencoded', 'Content-Length: 500'],
        'email=a',
      ),
    ],
    ['two lengths', request('POST /sign-in HTTP/1.1', [own, 'Content-Length: 3', 'Content-Length: 5'], 'abc')],
    [
      'length and chunks',
      request('POST /sign-in HTTP/1.1', [own, 'Content-Length: 3', 'Transfer-Encoding: chunked'], '0\r\n\r\n'),
    ],
    ['broken chunks', request('POST /sign-in HTTP/1.1', [own, 'Transfer-Encoding: chunked'], 'zz\r\nabc')],
    [
      'an upload that stops',
      request(
        'POST /drills/recordings HTTP/1.1',
        [own, 'Content-Type: multipart/form-data; boundary=x', 'Content-Length: 90000'],
        '--x\r\n',
      ),
    ],
    [
      'a form of three megabytes',
      request('POST /sign-in HTTP/1.1', [own, 'Content-Length: 3000000'], 'x'.repeat(3_000_000)),
    ],
    ['nothing that is HTTP', Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00])],
  ])('%s: is answered calmly', async (_what, bytes) => {
    const heard = await say(bytes)
    const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(heard)?.[1] ?? 0)
    expect([200, 303, 400, 401, 403, 404, 408, 411, 413, 417, 422, 431]).toContain(status)
    expect(heard).not.toMatch(/root:x:|"dependencies"|node_modules|<script>|location: (?!\/)/i)
  })

  it('and the next visitor is served, with nothing in the log that calls for help', async () => {
    expect(await say(request('GET /healthz HTTP/1.1'))).toMatch(/200 OK[^]*ok$/)
    expect(log.filter((line) => line.includes('"level":"error"'))).toEqual([])
  })

  it('sees figures of this machine only here, and never through a proxy', async () => {
    expect(await say(request('GET /metrics HTTP/1.1'))).toContain('salve_open_streams')
    for (const header of [
      'X-Forwarded-For: 203.0.113.7',
      'Forwarded: for=203.0.113.7',
      'X-Real-IP: 203.0.113.7',
      'Via: 1.1 proxy',
    ]) {
      expect(await say(request('GET /metrics HTTP/1.1', [header]))).toMatch(/^HTTP\/1\.1 404/)
    }
  })
})
