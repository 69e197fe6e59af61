import type { Server as HttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { codeOf, Failure } from '#platform/failure.ts'

type Fetch = (request: Request, env: object) => Response | Promise<Response>

export interface WebServer {
  port: number
  /** From now on these answer; until then everything is told that Salve is starting. */
  answerWith(fetch: Fetch): void
  /** Takes no more requests and waits until the open ones are answered, five seconds at most. Live streams stay open. */
  finish(): Promise<void>
  /** Cuts what is still open. */
  close(): Promise<void>
}

const FINISH_MS = 5_000
/** A recording of 500 MB may take this long to arrive; headers have a minute, as Node sets it. */
const UPLOAD_MS = 3_600_000

/** Listens at once, so that a taken port is told before anything is started. `localhost` means both loopback addresses. Throws a `Failure`. */
export async function listenOn({ host, port }: { host: string; port: number }): Promise<WebServer> {
  let answer: Fetch = starting
  let open = 0
  let whenIdle: (() => void) | undefined

  async function fetch(request: Request, env: object): Promise<Response> {
    open += 1
    try {
      return await answer(request, env)
    } finally {
      open -= 1
      if (open === 0) whenIdle?.()
    }
  }

  const servers: HttpServer[] = []
  let chosen = port
  for (const address of host === 'localhost' ? ['127.0.0.1', '::1'] : [host]) {
    const server = createAdaptorServer({
      fetch: fetch as Parameters<typeof createAdaptorServer>[0]['fetch'],
    }) as HttpServer
    server.requestTimeout = UPLOAD_MS
    try {
      await listen(server, chosen, address)
      chosen = (server.address() as AddressInfo).port
      servers.push(server)
    } catch (error) {
      // A machine without IPv6 has one loopback address only.
      if (address === '::1' && ['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes(codeOf(error) ?? '')) continue
      for (const other of servers) other.close()
      throw explain(error, host, port)
    }
  }

  return {
    port: chosen,
    answerWith(next) {
      answer = next
    },
    async finish() {
      answer = stopping
      for (const server of servers) {
        server.close()
        server.closeIdleConnections()
      }
      if (open === 0) return
      await new Promise<void>((resolve) => {
        whenIdle = resolve
        setTimeout(resolve, FINISH_MS).unref()
      })
    },
    async close() {
      for (const server of servers) {
        server.close()
        server.closeAllConnections()
      }
    },
  }
}

function listen(server: HttpServer, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

function explain(error: unknown, host: string, port: number): unknown {
  const code = codeOf(error)
  if (code === 'EADDRINUSE')
    return new Failure(
      `Port ${port} is taken by another program: stop it, or choose another port, for example PORT=${port + 1}.`,
    )
  if (code === 'EACCES')
    return new Failure(
      `Port ${port} is kept for the system: choose one above 1023, for example PORT=3080, and put a proxy before it.`,
    )
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return new Failure(`This machine has no address ${host} to listen on: correct HOST.`)
  return error
}

const starting: Fetch = () =>
  new Response('Salve is starting. Try again in a moment.\n', { status: 503, headers: { 'Retry-After': '2' } })
const stopping: Fetch = () =>
  new Response('Salve is stopping. Try again in a moment.\n', {
    status: 503,
    headers: { 'Retry-After': '5', Connection: 'close' },
  })
