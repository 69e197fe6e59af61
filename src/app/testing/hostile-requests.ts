import { HOSTILE_PARAMETERS, HOSTILE_QUERIES, HOSTILE_TEXTS, PLAUSIBLE, type Dice } from './hostile-input.ts'

/** One request, as a browser or something that is none would send it. */
export interface HostileRequest {
  /** Names it in a failure. */
  label: string
  method: string
  path: string
  body: BodyInit | undefined
  headers: Record<string, string>
}

/** Makes a request to a route: ids from `ids` or hostile ones, a form that is nearly right, now and then something that is no form. */
export function hostileRequest(
  dice: Dice,
  route: { method: string; path: string },
  ids: readonly string[],
): HostileRequest {
  const path = fillParameters(dice, route.path, ids) + (dice.once(3) ? dice.pick(HOSTILE_QUERIES) : '')
  const label = `${route.method} ${route.path}`
  if (route.method === 'GET') return { label, method: 'GET', path, body: undefined, headers: hostileHeaders(dice) }
  const [kind, body, type] = makeBody(dice, route.path, ids)
  return {
    label: `${label} (${kind})`,
    method: route.method,
    path,
    body,
    headers: { ...hostileHeaders(dice), ...(type && { 'Content-Type': type }) },
  }
}

function fillParameters(dice: Dice, path: string, ids: readonly string[]): string {
  return path.replaceAll(/:[a-zA-Z]+(\{(?:[^{}]|\{[^}]*\})*\})?/g, () =>
    dice.once(4) ? dice.pick(HOSTILE_PARAMETERS) : dice.pick(ids),
  )
}

function hostileHeaders(dice: Dice): Record<string, string> {
  return dice.pick<Record<string, string>>([
    {},
    {},
    {},
    { Accept: 'application/json' },
    { 'Accept-Language': 'xx-<script>,es;q=NaN,*;q=1e999' },
    { 'Accept-Language': 'q='.repeat(2_000) },
    { 'User-Agent': '<script>fuzz()</script> iPhone Firefox/' },
    { 'Last-Event-ID': '<script>' },
    { 'X-Forwarded-For': '<script>, 127.0.0.1', 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-Proto': 'javascript' },
    { 'X-HTTP-Method-Override': 'DELETE', 'If-None-Match': '*', Range: 'bytes=0-' },
  ])
}

type Body = [kind: string, body: BodyInit, type?: string]

function makeBody(dice: Dice, path: string, ids: readonly string[]): Body {
  if (path.includes('passkey') && !dice.once(4)) return ['json', JSON.stringify(passkeyBody(dice)), 'application/json']
  const fields = hostileFields(dice, ids)
  switch (dice.number(path.includes('recordings') ? 6 : 12)) {
    case 0:
      return ['multipart', multipart(dice, fields)]
    case 1:
      return ['a form that breaks off', brokenMultipart(dice, fields), 'multipart/form-data; boundary=cut']
    case 2:
      return ['multipart without a boundary', '--x\r\n\r\n', 'multipart/form-data']
    case 3:
      return [
        'json',
        dice.pick(['{"a":', 'null', '[]', '"x"', '{"__proto__":{"x":1}}', '['.repeat(20_000)]),
        'application/json',
      ]
    case 4:
      return [
        'bytes',
        new Uint8Array([0xff, 0xfe, 0x00, 0x3d, 0xc3, 0x28]),
        dice.pick(['application/octet-stream', 'text/plain', '', ';;=', 'application/x-www-form-urlencoded']),
      ]
    case 5:
      return [
        'broken escapes',
        'name=%ff%fe&text=%&email=%ED%A0%80&back=%0d%0aX-Injected:%20yes&%00=%00&=&&__proto__=1&__proto__[]=2',
        'application/x-www-form-urlencoded',
      ]
    default:
      return ['form', new URLSearchParams(fields)]
  }
}

/** Every known field with a plausible value, then some of them spoilt: hostile, missing, twice, as a list or as part of something. */
function hostileFields(dice: Dice, ids: readonly string[]): [string, string][] {
  let fields: [string, string][] = Object.entries(PLAUSIBLE).map(([name, values]) => [name, dice.pick(values)])
  fields.push(['person', dice.pick(ids)], ['incidentId', dice.pick(ids)])
  for (let spoilt = dice.number(5); spoilt > 0; spoilt -= 1) {
    const [name] = dice.pick(fields)
    const text = dice.pick(HOSTILE_TEXTS)
    const others = fields.filter(([other]) => other !== name)
    const ways: [string, string][][] = [
      [[name, text]],
      [[name, text]],
      [],
      [
        [name, text],
        [name, 'once more'],
      ],
      [
        [`${name}[]`, text],
        [`${name}[]`, text],
      ],
      [
        [`${name}[__proto__]`, text],
        [`__proto__[${name}]`, text],
      ],
      [[text, name]],
    ]
    fields = [...others, ...dice.pick(ways)]
    if (fields.length === 0) break
  }
  return fields
}

function multipart(dice: Dice, fields: readonly [string, string][]): FormData {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  form.append('text', new Blob(['a file where a text is wanted']), 'text.txt')
  const file = dice.pick([
    '{"at":"2026-11-21T14:00:00Z","text":"<script>fuzz()</script>"}\n',
    '\u0000'.repeat(2_000),
    'not a post\n'.repeat(500),
    '',
  ])
  form.append(
    'recording',
    new Blob([file]),
    dice.pick(['night.ndjson', '../../../etc/passwd', '<script>fuzz()</script>.gz', 'x'.repeat(5_000), '\u202egz.exe']),
  )
  if (dice.once(3))
    form.append('areaFile', new Blob([dice.pick(['{', '{"name":"A\\u0000"}', 'x'.repeat(50_000)])]), 'area.json')
  return form
}

function brokenMultipart(dice: Dice, fields: readonly [string, string][]): string {
  const parts = fields
    .map(([name, value]) => `--cut\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
    .join('')
  const whole = `${parts}--cut\r\nContent-Disposition: form-data; name="recording"; filename="a.gz"\r\nContent-Type: application/gzip\r\n\r\n\u001f`
  return whole.slice(0, 1 + dice.number(whole.length))
}

function passkeyBody(dice: Dice): unknown {
  const text = () => dice.pick(HOSTILE_TEXTS).slice(0, 20_000)
  const credential = {
    challengeId: dice.pick(['00000000-0000-4000-8000-000000000000', text()]),
    name: text(),
    to: text(),
    response: {
      id: text(),
      rawId: text(),
      type: 'public-key',
      clientExtensionResults: {},
      response: {
        clientDataJSON: text(),
        authenticatorData: text(),
        attestationObject: text(),
        signature: text(),
        userHandle: text(),
      },
    },
  }
  return dice.pick([credential, credential, credential, null, [], { ...credential, response: null }, text()])
}
