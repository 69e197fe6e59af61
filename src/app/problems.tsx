import { Invalid, NotFound, NotSignedIn, SalveError, TooMany, Unavailable } from '#platform/errors.ts'
import { errorForLog, type Logger } from '#platform/log.ts'
import type { AppContext } from '#platform/web/context.ts'
import { safeReturnPath } from '#platform/web/forms.ts'
import { ErrorPage, errorTitle } from './pages/error.page.tsx'
import { appWords } from './words.ts'

/** Draws every error in one place: a page for people, problem+json (RFC 9457) for programs. `undefined` is a path that nobody serves. */
export async function answerProblem(thrown: unknown, c: AppContext, log: Logger): Promise<Response> {
  const error = thrown === undefined ? new NotFound('No such page') : asSalveError(thrown)
  const reference = error instanceof SalveError && !error.isReportable ? undefined : c.get('requestId')
  if (reference)
    log.error({ requestId: reference, path: c.req.routePath, error: errorForLog(thrown) }, 'a request failed')
  const status = error instanceof SalveError ? error.status : 500
  const code = error instanceof SalveError ? error.code : 'bug'
  if (error instanceof TooMany) c.header('Retry-After', String(error.retryAfter))
  if (wantsJson(c)) return problemJson(c, status, code, error, reference)
  if (error instanceof NotSignedIn && c.req.method === 'GET' && c.get('organisation')) {
    return c.redirect(`/sign-in?to=${encodeURIComponent(new URL(c.req.url).pathname)}`, 303)
  }
  if (!c.get('organisation')) return c.text(plain(code), status)
  c.status(status)
  const words = appWords(c.get('locale'))
  const signIn = error instanceof NotSignedIn ? `/sign-in?to=${encodeURIComponent(pageBefore(c))}` : undefined
  return c.render(
    <ErrorPage words={words} code={code} {...(reference && { reference })} {...(signIn && { signIn })} />,
    {
      title: errorTitle(words, code),
      frame: 'public',
      narrow: true,
    },
  )
}

/** The page of ours whose form was sent, to come back to after signing in; the home page when the browser does not say. */
function pageBefore(c: AppContext): string {
  const referer = c.req.header('Referer') ?? ''
  return safeReturnPath(URL.canParse(referer) ? new URL(referer).pathname : undefined, '/')
}

/** A database that has gone away is not a bug: it is restarted, and nothing that was acknowledged is lost. */
function asSalveError(thrown: unknown): unknown {
  // Who hangs up in the middle of a form hears no answer; that is nobody's fault and nothing to log.
  if (thrown instanceof Error && thrown.message === 'aborted') return new Invalid({})
  const code = (thrown as { code?: unknown } | null)?.code
  const isAway =
    typeof code === 'string' &&
    (/^(08|57P|53)/.test(code) || ['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE'].includes(code))
  const isCut =
    thrown instanceof Error && /Connection terminated|timeout exceeded when trying to connect/.test(thrown.message)
  return isAway || isCut ? new Unavailable('The database does not answer') : thrown
}

function wantsJson(c: AppContext): boolean {
  return c.req.path.startsWith('/api/') || (c.req.header('Accept') ?? '').startsWith('application/json')
}

function problemJson(
  c: AppContext,
  status: number,
  code: string,
  error: unknown,
  reference: string | undefined,
): Response {
  const body = {
    type: `urn:salve:problem:${code}`,
    title: plain(code),
    status,
    ...(error instanceof Invalid && { fields: error.fields }),
    ...(reference && { reference }),
  }
  return c.body(JSON.stringify(body), status as 500, { 'Content-Type': 'application/problem+json' })
}

function plain(code: string): string {
  return errorTitle(appWords('en'), code)
}
