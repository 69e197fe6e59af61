/** Routes that answer a stranger, each with its reason. Every other route refuses one: a test walks the list. */
export const PUBLIC_ROUTES: Record<string, string> = {
  'GET /': 'the public home page',
  'GET /accessibility': 'how the site can be used by everybody',
  'GET /healthz': 'says that the process lives',
  'GET /readyz': 'says that the database answers',
  'GET /assets/:name': 'style sheet and scripts',
  'GET /sign-in': 'the way in',
  'POST /sign-in': 'the way in',
  'GET /sign-in/link': 'the way in by e-mail',
  'POST /sign-in/link': 'the way in by e-mail',
  'POST /language': 'a choice of the reader, kept in a cookie',
  'POST /theme': 'a choice of the reader, kept in a cookie',
}
