import type { Readable } from 'node:stream'

/** Where a command speaks. Results go to `out`, progress and errors to `err`. */
export interface Io {
  out: NodeJS.WritableStream & { isTTY?: boolean }
  err: NodeJS.WritableStream & { isTTY?: boolean }
  stdin: Readable
  env: NodeJS.ProcessEnv
}

/** One command of the command line. Resolves to the exit code. */
export type Command = (argv: string[], io: Io) => Promise<number>

/** The command was called wrongly: exit 2, this line, and how to call it. */
export class UsageError extends Error {}
