import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { Realtime } from './index.ts'

export interface FragmentStream {
  channel: string
  /** Streams with the same variant see the same HTML, which is then drawn once for all of them: language and what the actor may do, for example. */
  variant: string
  /** Draws the region's HTML of now. */
  render(): Promise<string>
  /** Checked before each fragment and at each heartbeat; when it says no (signed out, role taken away) the stream ends. */
  stillAllowed?(): Promise<boolean>
}

/** At most so many fragments a second for one region: a burst of changes is drawn once at its end. */
const PACE_MS = 150
const HEARTBEAT_MS = 15_000

export type FragmentStreams = (c: Context, stream: FragmentStream) => Response | Promise<Response>

/**
 * Server-sent events of a live region: `event: fragment`, `data: {"html": …}`, `id:` the channel's version.
 * On (re)connection the present state is sent only if the page's version is older.
 */
export function createFragmentStreams(realtime: Realtime, { heartbeatMs = HEARTBEAT_MS } = {}): FragmentStreams {
  const drawn = new Map<string, { version: number; html: Promise<string> }>()

  function draw(stream: FragmentStream, version: number): Promise<string> {
    const key = `${stream.channel}\n${stream.variant}`
    const known = drawn.get(key)
    if (known && known.version >= version) return known.html
    const html = stream.render()
    drawn.set(key, { version, html })
    html.catch(() => drawn.delete(key))
    if (drawn.size > 500) drawn.delete(drawn.keys().next().value ?? '')
    return html
  }

  return (c, stream) => {
    c.header('X-Accel-Buffering', 'no')
    return streamSSE(c, async (sse) => {
      let sent = Number(c.req.header('Last-Event-ID') ?? c.req.query('since') ?? Number.NaN)
      let wanted = 0
      let wake: () => void = () => undefined
      const subscriber = realtime.subscribe(stream.channel, (version) => {
        wanted = Math.max(wanted, version)
        wake()
      })
      sse.onAbort(() => {
        subscriber.close()
        wake()
      })
      try {
        wanted = Math.max(wanted, await realtime.version(stream.channel))
        if (Number.isNaN(sent)) sent = -1
        while (!sse.aborted && !sse.closed) {
          if (wanted > sent) {
            if (stream.stillAllowed && !(await stream.stillAllowed())) return
            const version = wanted
            const html = await draw(stream, version)
            await sse.writeSSE({ event: 'fragment', id: String(version), data: JSON.stringify({ html }) })
            sent = version
            await pause(PACE_MS)
          } else if (!(await Promise.race([woken(), pause(heartbeatMs).then(() => false)]))) {
            if (stream.stillAllowed && !(await stream.stillAllowed())) return
            await sse.writeSSE({ event: 'heartbeat', data: '' })
          }
        }
      } finally {
        subscriber.close()
      }

      function woken(): Promise<true> {
        return new Promise((resolve) => {
          wake = () => resolve(true)
          if (wanted > sent || sse.aborted) resolve(true)
        })
      }
    })
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref())
}
