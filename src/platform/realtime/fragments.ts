import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { Clock } from '../clock.ts'
import type { Realtime } from './index.ts'

export interface FragmentStream {
  channel: string
  /** Streams with the same variant see the same HTML, which is then drawn once for all of them: language and what the actor may do, for example. */
  variant: string
  /** Draws the region's HTML of now. */
  render(): Promise<string>
  /** Checked at the beginning, at each heartbeat and whenever `recheckOn` changes; when it says no (signed out, role taken away) the stream ends. */
  stillAllowed?(): Promise<boolean>
  /** The channel that is touched when the reader's rights may have changed. */
  recheckOn?: string
}

/** At most so many fragments a second for one region: a burst of changes is drawn once at its end. */
const PACE_MS = 150
const HEARTBEAT_MS = 15_000
/** Rights are looked at again after this long in any case. */
const RECHECK_MS = 30_000
const MOST_DRAWN = 500
const ENCODER = new TextEncoder()

interface Drawn {
  version: number
  bytes: Promise<Uint8Array>
}

export type FragmentStreams = (c: Context, stream: FragmentStream) => Response | Promise<Response>

/**
 * Server-sent events of a live region: `event: fragment`, `data: {"html": …}`, `id:` the channel's version.
 * On (re)connection the present state is sent only if the page's version is older.
 */
export function createFragmentStreams(
  realtime: Realtime,
  { clock, heartbeatMs = HEARTBEAT_MS }: { clock: Clock; heartbeatMs?: number },
): FragmentStreams {
  const drawn = new Map<string, Drawn>()

  /** The region as bytes to send: drawn and encoded once for all readers of the same variant. */
  function draw(stream: FragmentStream, version: number): Drawn {
    const key = `${stream.channel}\n${stream.variant}`
    const known = drawn.get(key)
    if (known && known.version >= version) return known
    const bytes = stream
      .render()
      .then((html) => ENCODER.encode(`event: fragment\nid: ${version}\ndata: ${JSON.stringify({ html })}\n\n`))
    const fresh = { version, bytes }
    drawn.set(key, fresh)
    bytes.catch(() => drawn.delete(key))
    if (drawn.size > MOST_DRAWN) drawn.delete(drawn.keys().next().value ?? '')
    return fresh
  }

  return (c, stream) => {
    c.header('X-Accel-Buffering', 'no')
    return streamSSE(c, async (sse) => {
      const since = Number(c.req.header('Last-Event-ID') ?? c.req.query('since') ?? Number.NaN)
      let sent = Number.isNaN(since) ? -1 : since
      let wanted = 0
      let mustCheck = true
      let checkedAt = 0
      let wake: () => void = () => undefined
      const subscribers = [
        realtime.subscribe(stream.channel, (version) => {
          wanted = Math.max(wanted, version)
          wake()
        }),
        ...(stream.recheckOn === undefined ? [] : [realtime.subscribe(stream.recheckOn, recheck)]),
      ]
      sse.onAbort(() => wake())
      try {
        wanted = Math.max(wanted, await realtime.version(stream.channel))
        while (!sse.aborted && !sse.closed) {
          if (mustCheck || clock().getTime() - checkedAt > RECHECK_MS) {
            mustCheck = false
            checkedAt = clock().getTime()
            if (stream.stillAllowed && !(await stream.stillAllowed())) return
          } else if (wanted > sent) {
            const { version, bytes } = draw(stream, wanted)
            await sse.write(await bytes)
            sent = version
            await pause(PACE_MS)
          } else if (!(await Promise.race([woken(), pause(heartbeatMs).then(() => false)]))) {
            mustCheck = true
            await sse.writeSSE({ event: 'heartbeat', data: '' })
          }
        }
      } finally {
        for (const subscriber of subscribers) subscriber.close()
      }

      function recheck(): void {
        mustCheck = true
        wake()
      }

      function woken(): Promise<true> {
        return new Promise((resolve) => {
          wake = () => resolve(true)
          if (wanted > sent || mustCheck || sse.aborted) resolve(true)
        })
      }
    })
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref())
}
