const ORIGIN = 'http://localhost:3080'
const EXPECTED = new Set([200, 303, 400, 401, 403, 404, 409, 410, 413, 415, 422, 429])
const DATABASE_WORDS =
  /invalid input syntax|violates .{1,80} constraint|relation "|invalid byte sequence|syntax error at|unsupported Unicode|out of range for type|SQLSTATE|node_modules|\.tsx?:\d+/

/** What is wrong with an answer, whatever was asked. `lastLine` of the log says why something failed. */
export async function problemsOf(response: Response, lastLine: string | undefined): Promise<string[]> {
  const problems: string[] = []
  const type = response.headers.get('content-type') ?? ''
  if (!EXPECTED.has(response.status)) problems.push(`answered ${response.status}: ${lastLine?.slice(0, 900)}`)
  if (!response.headers.get('content-security-policy')?.includes("default-src 'none'")) problems.push('no policy')
  if (response.headers.get('x-content-type-options') !== 'nosniff') problems.push('no nosniff')
  if (response.headers.get('referrer-policy') !== 'same-origin') problems.push('no referrer policy')
  if (!response.headers.has('cache-control')) problems.push('no cache rule')
  if (response.headers.has('x-injected') || response.headers.has('x-powered-by')) problems.push('a header too many')
  const location = response.headers.get('location')
  if (location !== null && (!location.startsWith('/') || new URL(location, ORIGIN).origin !== ORIGIN))
    problems.push(`leads to ${location}`)
  if (type.startsWith('text/event-stream')) {
    await response.body?.cancel()
    return problems
  }
  const text = await response.text()
  if (DATABASE_WORDS.test(text)) problems.push(`tells of its inside: ${DATABASE_WORDS.exec(text)?.[0]}`)
  if (type.startsWith('text/html')) problems.push(...markupProblems(text))
  return problems
}

/** What came in shows as text: no element, no handler, no address of it. */
function markupProblems(html: string): string[] {
  const tags = html.replaceAll(/="[^"]*"/g, '=""')
  const addresses = [...html.matchAll(/\s(?:href|src|action|formaction)="([^"]*)"/g)].map(
    ([, address]) => address ?? '',
  )
  return [
    ...[...html.matchAll(/<script([^>]*)>([^]*?)<\/script>/gi)]
      .filter(([, attributes = '', content]) => content !== '' || !/ src="\/assets\/[\w.-]+"/.test(attributes))
      .map(([element]) => `a script of its own: ${element.slice(0, 200)}`),
    ...(/<[^<>]*\son[a-z]+\s*=/i.test(tags) ? ['a handler'] : []),
    ...(/<(?:img src=x|svg\/onload)/i.test(html) ? ['a foreign element'] : []),
    ...addresses
      .filter(
        (address) =>
          /^\s*(?:javascript|data|vbscript):|evil\.example/i.test(address) &&
          /^(?:\s*[a-z]+:|\/\/|\/\\)/i.test(address),
      )
      .map((address) => `an address ${address}`),
  ]
}
