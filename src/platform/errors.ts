/**
 * The errors that actions throw on purpose. Each knows its HTTP status, a stable code for programs, and whether it should wake somebody.
 * `platform/web/problems.ts` draws them in one place. Anything else that is thrown is a bug: 500, a reference number, logged without content.
 */
export abstract class SalveError extends Error {
  abstract readonly status: 401 | 403 | 404 | 409 | 413 | 422 | 429 | 503
  abstract readonly code: string
  readonly isReportable: boolean = false
}

/** Nothing there, or nothing that this actor may know of: the two are never told apart. */
export class NotFound extends SalveError {
  readonly status = 404
  readonly code = 'not-found'
}

/** Nobody is signed in. Pages answer with the sign-in form, programs with 401. */
export class NotSignedIn extends SalveError {
  readonly status = 401
  readonly code = 'not-signed-in'
}

/** The actor may know of the thing, but not do this with it. */
export class NotAllowed extends SalveError {
  readonly status = 403
  readonly code = 'not-allowed'
}

/** The thing has moved on since the actor looked: already answered, already ended. */
export class Conflict extends SalveError {
  readonly status = 409
  readonly code = 'conflict'
}

/** What came in cannot be used. `fields` maps a field's name to a message key or a message. */
export class Invalid extends SalveError {
  readonly status = 422
  readonly code = 'invalid'
  readonly fields: Record<string, string>

  constructor(fields: Record<string, string>) {
    super(`Invalid: ${Object.keys(fields).join(', ')}`)
    this.fields = fields
  }
}

/** More than is taken at once: a form of megabytes. */
export class TooLarge extends SalveError {
  readonly status = 413
  readonly code = 'too-large'
}

/** Too many tries. `retryAfter` is in seconds. */
export class TooMany extends SalveError {
  readonly status = 429
  readonly code = 'too-many'
  readonly retryAfter: number

  constructor(retryAfter: number) {
    super(`Too many tries: wait ${retryAfter} s`)
    this.retryAfter = retryAfter
  }
}

/** Something that Salve needs is away: the disk is full, a mail server does not answer. */
export class Unavailable extends SalveError {
  readonly status = 503
  readonly code = 'unavailable'
  override readonly isReportable = true
}
