/** A command cannot go on, for a reason that one line explains: what happened, and what to do. Printed without a stack; exit 1. */
export class Failure extends Error {}

/** The code of a system or database error, such as `ENOSPC` or `28P01`. */
export function codeOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | undefined)?.code
  return typeof code === 'string' ? code : undefined
}
