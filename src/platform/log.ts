import { pino, type Logger as Pino } from 'pino'

export type Logger = Pick<Pino, 'debug' | 'info' | 'warn' | 'error' | 'fatal'> & { child(bindings: object): Logger }

/**
 * Structured logs, one JSON object a line. Never pass a message's text, a name, an address or a token:
 * ids, counts, codes and durations are enough to find a fault. Lines go to standard output, or to `write`.
 */
export function createLogger(level: string, write?: (line: string) => void): Logger {
  const options = {
    level,
    base: null,
    timestamp: () => `,"at":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: ['email', 'text', 'token', 'password', 'authorization', '*.email', '*.text', '*.token', '*.password'],
  }
  return write ? pino(options, { write }) : pino(options)
}

/** What may be logged of an unexpected error: its class, code and stack frames, but not its message, which may quote data. */
export function errorForLog(error: unknown): { name: string; code?: string; stack?: string } {
  if (!(error instanceof Error)) return { name: typeof error }
  const code = (error as { code?: unknown }).code
  const frames = framesOf(error)
  return { name: error.name, ...(typeof code === 'string' && { code }), ...(frames && { stack: frames }) }
}

/** The frames stand after the message, which may have lines of its own that look like frames. */
function framesOf({ stack = '', message }: Error): string {
  const begun = stack.indexOf(message)
  return stack
    .slice(begun < 0 ? 0 : begun + message.length)
    .split('\n')
    .filter((line) => /^\s+at \S/.test(line))
    .join('\n')
}
