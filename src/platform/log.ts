import { pino, type Logger as Pino } from 'pino'

export type Logger = Pick<Pino, 'debug' | 'info' | 'warn' | 'error' | 'fatal'> & { child(bindings: object): Logger }

/**
 * Structured logs, one JSON object a line. Never pass a message's text, a name, an address or a token:
 * ids, counts, codes and durations are enough to find a fault.
 */
export function createLogger(level: string): Logger {
  return pino({
    level,
    base: null,
    timestamp: () => `,"at":"${new Date().toISOString()}"`,
    formatters: { level: (label) => ({ level: label }) },
    redact: ['email', 'text', 'token', 'password', 'authorization', '*.email', '*.text', '*.token', '*.password'],
  })
}

/** What may be logged of an unexpected error: its class, code and stack frames, but not its message, which may quote data. */
export function errorForLog(error: unknown): { name: string; code?: string; stack?: string } {
  if (!(error instanceof Error)) return { name: typeof error }
  const code = (error as { code?: unknown }).code
  const frames = error.stack?.split('\n').filter((line) => line.trimStart().startsWith('at ')).join('\n')
  return { name: error.name, ...(typeof code === 'string' && { code }), ...(frames && { stack: frames }) }
}
