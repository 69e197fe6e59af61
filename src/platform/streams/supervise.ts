import { setTimeout as pause } from 'node:timers/promises'

/** Why a stream is not connected, as a stable code: `refused`, `status-500`, `stalled`, `closed`, `not-found`, `tls`, `broken`. */
export class StreamFault extends Error {
  readonly code: string
  /** True when trying again will not help until somebody changes something. */
  readonly isLasting: boolean

  constructor(code: string, { isLasting = false }: { isLasting?: boolean } = {}) {
    super(`The stream failed: ${code}`)
    this.code = code
    this.isLasting = isLasting
  }
}

export interface Connection {
  /** Ends the connection; every wait of the connector must obey it. */
  signal: AbortSignal
  /** To be called on any sign of life, also on one that carries nothing. */
  onHeard: () => void
}

/** What a supervisor says of its stream. */
export type StreamState = { state: 'connected' } | { state: 'waiting'; code: string; retryInMs: number }

export interface SupervisedStream<Batch> {
  /** Connects anew, from where the last batch that was taken ended. */
  connect(connection: Connection): AsyncIterable<Batch>
  /** Takes one batch; the next is read when it is done. Throws when it could not be kept: the stream is then connected anew. */
  take(batch: Batch): Promise<void>
  onState(state: StreamState): void
  /** Silence after which a connection counts as dead, milliseconds. */
  stallMs: number
  /** The first pause after a failure, and the longest. */
  backOff?: { firstMs: number; mostMs: number }
  /** 0 to 1; for jitter. */
  random?: () => number
}

const BACK_OFF = { firstMs: 1_000, mostMs: 60_000 }

/**
 * Keeps one stream connected until `signal` ends it: watches for silence, waits longer after each failure (with jitter, so that
 * many houses do not come back at the same moment), and begins anew with short pauses once something was heard.
 */
export async function superviseStream<Batch>(stream: SupervisedStream<Batch>, signal: AbortSignal): Promise<void> {
  const { firstMs, mostMs } = stream.backOff ?? BACK_OFF
  const random = stream.random ?? Math.random
  let failures = 0
  while (!signal.aborted) {
    const { code, wasHeard, isLasting } = await connectOnce(stream, signal)
    if (signal.aborted) return
    failures = wasHeard ? 1 : failures + 1
    const ceiling = isLasting ? mostMs : Math.min(mostMs, firstMs * 2 ** (failures - 1))
    const retryInMs = Math.round(ceiling / 2 + (random() * ceiling) / 2)
    stream.onState({ state: 'waiting', code, retryInMs })
    await pause(retryInMs, undefined, { signal }).catch(() => undefined)
  }
}

async function connectOnce<Batch>(
  stream: SupervisedStream<Batch>,
  signal: AbortSignal,
): Promise<{ code: string; wasHeard: boolean; isLasting: boolean }> {
  const ended = new AbortController()
  const end = () => ended.abort()
  signal.addEventListener('abort', end, { once: true })
  let wasHeard = false
  let isStalled = false
  let watchdog = startWatchdog()

  function startWatchdog(): NodeJS.Timeout {
    return setTimeout(() => {
      isStalled = true
      ended.abort()
    }, stream.stallMs)
  }
  const onHeard = () => {
    if (!wasHeard) stream.onState({ state: 'connected' })
    wasHeard = true
    clearTimeout(watchdog)
    watchdog = startWatchdog()
  }

  try {
    for await (const batch of stream.connect({ signal: ended.signal, onHeard })) {
      // While a batch is being kept the stream is not read: that is not the stream's silence.
      clearTimeout(watchdog)
      await stream.take(batch)
      watchdog = startWatchdog()
      if (ended.signal.aborted) break
    }
    return { code: isStalled ? 'stalled' : 'closed', wasHeard, isLasting: false }
  } catch (error) {
    if (isStalled) return { code: 'stalled', wasHeard, isLasting: false }
    if (error instanceof StreamFault) return { code: error.code, wasHeard, isLasting: error.isLasting }
    return { code: codeOfFault(error), wasHeard, isLasting: false }
  } finally {
    clearTimeout(watchdog)
    ended.abort()
    signal.removeEventListener('abort', end)
  }
}

const SYSTEM_CODES: Record<string, string> = {
  ECONNREFUSED: 'refused',
  ECONNRESET: 'closed',
  UND_ERR_SOCKET: 'closed',
  ENOTFOUND: 'unknown-host',
  EAI_AGAIN: 'unknown-host',
  ETIMEDOUT: 'stalled',
  UND_ERR_CONNECT_TIMEOUT: 'stalled',
  UND_ERR_HEADERS_TIMEOUT: 'stalled',
  UND_ERR_BODY_TIMEOUT: 'stalled',
  ENOENT: 'not-found',
  EACCES: 'not-readable',
}

/** The code of what went wrong beneath `fetch` or a file. */
export function codeOfFault(error: unknown): string {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    const code = (at as { code?: unknown }).code
    if (typeof code !== 'string') continue
    const known = SYSTEM_CODES[code]
    if (known) return known
    if (/CERT|TLS|SSL|SELF_SIGNED/.test(code)) return 'tls'
  }
  return 'broken'
}
