/** Hostile input for tests: what people with bad intentions, broken programs and bad luck send. The same seed gives the same requests. */
export interface Dice {
  /** From 0 up to, but not including, `below`. */
  number(below: number): number
  pick<T>(list: readonly T[]): T
  /** True once in `times`. */
  once(times: number): boolean
}

/** Mulberry32: small, fast and good enough to choose what to send. */
export function createDice(seed: number): Dice {
  let state = seed >>> 0
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const number = (below: number) => Math.floor(next() * below)
  return {
    number,
    pick: (list) => list[number(list.length)] as (typeof list)[number],
    once: (times) => number(times) === 0,
  }
}

export const HOSTILE_TEXTS: readonly string[] = [
  '',
  ' ',
  '\u0000',
  'Ida\u0000Sorensen',
  '\u0001\u0002\u001b[31m\u007f\u0085',
  '\ud800',
  'half \udc00 a pair \ud83d',
  '\u202egnihton si siht\u202c \u2066hidden\u2069 \u200b\ufeff',
  '<script>fuzz()</script>',
  '</title><script>fuzz()</script>',
  '"><img src=x onerror=fuzz()>',
  "'><svg/onload=fuzz()>",
  '" onmouseover="fuzz()" x="',
  '</textarea><script>fuzz()</script>',
  'javascript:fuzz()',
  '&lt;script&gt;fuzz()&lt;/script&gt;',
  '{{7*7}}${7*7}<%= 7*7 %>',
  "'; drop table person; --",
  "' or '1'='1",
  '\\',
  '%',
  '%00%ff%fe',
  '__proto__',
  'constructor',
  'toString',
  '{"__proto__":{"roles":["administrator"]}}',
  '99999999999999999999999999',
  '-1',
  '1e308',
  'NaN',
  'Infinity',
  '0x10',
  '9007199254740993',
  '2147483648',
  '9999-12-31T23:59',
  '99999-01-01T00:00',
  '-000001-01-01T00:00',
  '0000-00-00T99:99',
  '2026-02-31T25:61',
  '2026-03-29T01:30',
  '../../../../etc/passwd',
  '..\\..\\windows',
  '%2e%2e%2f',
  'https://evil.example/',
  '//evil.example/',
  '/\\evil.example',
  '/\t/evil.example',
  '/%09/evil.example',
  '/x\r\nX-Injected: yes\r\n\r\n<script>fuzz()</script>',
  '/ñandú/☃/\ud83d',
  '/watch?x=<script>fuzz()</script>#"',
  '00000000-0000-4000-8000-000000000000',
  '------------------------------------',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  'FFFFFFFF-FFFF-4FFF-8FFF-FFFFFFFFFFFF',
  'scenario:../../../etc/passwd',
  'recording:------------------------------------',
  '=HYPERLINK("https://evil.example")',
  'a@b',
  'ida@harbourside.example\r\nBcc: everybody@harbourside.example',
  '"ida"@[127.0.0.1]',
  'İıſß'.repeat(40),
  'a'.repeat(100_000),
  '\u0301'.repeat(2_000),
  '﷽'.repeat(20_000),
]

/** What may stand in an address for an id. */
export const HOSTILE_PARAMETERS: readonly string[] = [
  '00000000-0000-4000-8000-000000000000',
  '------------------------------------',
  'ffffffffffffffffffffffffffffffffffff',
  '%00',
  '%ff%fe',
  '%',
  '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  '..%5c..%5c',
  "';drop%20table%20person;--",
  '%3Cscript%3Efuzz()%3C%2Fscript%3E',
  '%E2%80%AE',
  '__proto__',
  'constructor',
  '-1',
  '99999999999999999999',
  'NaN',
  'a'.repeat(4_000),
  '%F0%9F%92%A3',
  '%ED%A0%80',
]

/** Query strings after which nothing may happen but an ordinary answer. */
export const HOSTILE_QUERIES: readonly string[] = [
  '',
  '?',
  '?&&==&',
  '?to=//evil.example&back=https://evil.example',
  '?to=%2F%5Cevil.example',
  '?to=%0d%0aX-Injected:%20yes',
  '?to=%ED%A0%80',
  '?incident=------------------------------------',
  '?incident=%00',
  '?incident=00000000-0000-4000-8000-000000000000',
  '?since=NaN',
  '?since=-Infinity',
  '?since=1e999',
  '?recording=%3Cscript%3Efuzz()%3C/script%3E',
  '?sent=99999999999999999999',
  '?sent=%ff&done=%00&thanks=%ff&saved',
  '?done=__proto__',
  '?__proto__[roles]=administrator',
  `?${'x=1&'.repeat(3_000)}`,
  `?q=${'%3C'.repeat(5_000)}`,
]

/** Values with which forms come far, so that what is hostile in the others reaches the places behind the forms. */
export const PLAUSIBLE: Record<string, readonly string[]> = {
  email: ['somebody@harbourside.example', 'ida.sorensen@harbourside.example'],
  password: ['a long enough passage 17'],
  current: ['harbourside-demo', 'wrong'],
  to: ['/watch'],
  back: ['/readiness'],
  name: ['Somebody New'],
  locale: ['en', 'es'],
  lang: ['en', 'es'],
  theme: ['dark', 'light', 'system'],
  'roles[]': ['staff', 'member'],
  purpose: ['news-by-mail', 'ask-opinion'],
  answer: ['yes', 'no', 'coming', 'cannot', 'seen'],
  minutes: ['15'],
  ownMinutes: ['', '25'],
  code: ['abcd-efgh-jkmn-pqrs'],
  organisation: ['Harbourside General'],
  country: ['PT', 'US'],
  zone: ['Europe/Lisbon', 'UTC'],
  language: ['en'],
  'languages[]': ['en', 'es'],
  emergencyNumber: ['112'],
  'lineName[]': ['A line'],
  'lineContact[]': ['024'],
  'lineHours[]': ['24/7'],
  'lineSource[]': ['https://www.example.org'],
  'lineCheckedOn[]': ['2026-11-01'],
  what: ['scenario:harbourside-ferry', 'scenario:nothing'],
  speed: ['1', 'max', '60'],
  reason: ['other', 'not-real', 'elsewhere'],
  words: ['We rang them'],
  kind: ['elective-starts', 'visitors', 'url', 'file'],
  address: ['jonas@harbourside.example', 'https://posts.example/stream', 'posts.ndjson'],
  area: ['{"name":"A","hospital":{"name":"H","lat":38.7,"lon":-9.1},"radiusKm":20}', '{}', '[', 'null'],
  areaText: ['{"name":"A","hospital":{"name":"H","lat":38.7,"lon":-9.1},"radiusKm":20}'],
  areaChoice: ['own', 'other'],
  title: ['A recording'],
  level: ['advisory', 'standby', 'activated', 'stand-down', 'normal'],
  done: ['yes', 'no'],
  unit: ['ed-bays', 'icu-beds', 'o-negative'],
  free: ['3'],
  total: ['12', ''],
  text: ['Two bays are free'],
  role: ['ed-charge-nurse', 'duty-manager'],
  from: ['', '2026-11-21T08:00'],
  until: ['', '2026-11-21T20:00'],
}
