import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { replayCommand } from './replay.ts'

const harbourside = fileURLToPath(new URL('../../../fixtures/areas/harbourside.json', import.meta.url))
const START = Date.parse('2026-11-20T08:00:00Z')

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'salve-replay-'))
})
afterAll(() => rm(folder, { recursive: true }))

const post = (id: string, minute: number, text: string, author = `${id}@example`) =>
  JSON.stringify({ id, at: new Date(START + minute * 60_000).toISOString(), text, author })

const morning = Array.from({ length: 40 }, (_, i) =>
  post(`m${i}`, i / 2, `Lovely morning by the ferry terminal, coffee number ${i}`),
)
const blast = [
  post('b1', 21, 'Huge explosion at the ferry terminal just now, people are hurt'),
  post('b2', 21.5, 'omg something just blew up at the ferry terminal, smoke everywhere, people screaming'),
  post('b3', 22, 'We heard a loud blast from Quay Street, windows broken, ambulances coming'),
  post('b4', 22.4, 'Explosion at the ferry terminal, I can see injured people on the ground, send help'),
  post('b5', 23, 'BREAKING: explosion reported at Harbourside ferry terminal, several injured'),
]

async function keep(name: string, content: string | Buffer | string[]): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, Array.isArray(content) ? `${content.join('\n')}\n` : content)
  return path
}

async function run(
  argv: string[],
  options: { stdin?: string; isTTY?: boolean; signal?: AbortSignal; onError?: (text: string) => void } = {},
) {
  const gather = () => {
    const stream: PassThrough & { isTTY?: boolean } = new PassThrough()
    const parts: Buffer[] = []
    stream.on('data', (part: Buffer) => parts.push(part))
    return { stream, text: () => Buffer.concat(parts).toString() }
  }
  const [out, err] = [gather(), gather()]
  err.stream.isTTY = options.isTTY === true
  err.stream.on('data', (part: Buffer) => options.onError?.(part.toString()))
  const stdin = Readable.from(options.stdin === undefined ? [] : [Buffer.from(options.stdin)])
  const code = await replayCommand(argv, {
    stdin,
    out: out.stream,
    err: err.stream,
    ...(options.signal && { signal: options.signal }),
  })
  const lines = out.text().split('\n').filter(Boolean)
  return { code, lines, err: err.text(), json: () => lines.map((line) => JSON.parse(line) as Record<string, unknown>) }
}

test('Amal replays the morning of the blast and reads when Salve would have known', async () => {
  const file = await keep('blast.ndjson', [...morning, ...blast])
  const { code, err, json } = await run([file, '--area', harbourside, '--json'])
  expect({ code, err }).toEqual({ code: 0, err: '' })
  const incidents = json().filter((line) => line.type === 'incident')
  const probable = incidents.find((line) => line.state === 'probable')
  expect(probable).toMatchObject({ kind: 'explosion', place: { name: 'Ferry terminal' } })
  expect(Object.keys(probable ?? {})).toEqual([
    'type',
    'id',
    'state',
    'at',
    'kind',
    'place',
    'confidence',
    'corroboration',
    'posts',
    'headline',
  ])
  expect(Object.keys(probable?.place as object)).toEqual(['name', 'lat', 'lon', 'distanceKm'])
  expect(probable?.posts).toEqual(expect.arrayContaining(['b1']))
  expect(String(probable?.posts)).toMatch(/^b\d(,b\d)*$/)
  expect(Date.parse(probable?.at as string)).toBeGreaterThan(START + 21 * 60_000)
  expect(Date.parse(probable?.at as string)).toBeLessThanOrEqual(START + 23 * 60_000)
  const summary = json().at(-1)
  expect(summary).toMatchObject({ type: 'summary', posts: 45, skipped: 0, incidents: 1 })
  expect(Object.keys(summary ?? {})).toEqual([
    'type',
    'posts',
    'skipped',
    'seconds',
    'postsPerSecond',
    'peakMemoryMb',
    'incidents',
  ])
})

test('without --json the lines are for reading', async () => {
  const file = await keep('blast.ndjson', [...morning, ...blast])
  const { lines } = await run([file, '--area', harbourside])
  expect(lines.find((line) => line.includes('PROBABLE'))).toMatch(
    /^2026-11-20 08:2\d:\d\d UTC {2}PROBABLE {3}explosion · Ferry terminal, .+ km from Harbourside General · .+ \(0\.\d\d\) · \d independent sources · /,
  )
  expect(lines.at(-1)).toMatch(
    /^45 posts read and 0 lines skipped in .+ s · .+ posts a second · at most .+ MB of memory · 1 incident$/,
  )
})

test('whoever bears fewer false alerts is told of what is vague by nobody, and of a blast all the same', async () => {
  const vague = [
    post('v1', 21, 'I just heard a loud bang near the ferry terminal'),
    post('v2', 22, 'Loud bang at the ferry terminal, was that an explosion?'),
  ]
  const told = async (lines: string[], perMonth: string) => {
    const file = await keep('borne.ndjson', [...morning, ...lines])
    const { code, json } = await run([file, '--area', harbourside, '--json', '--false-alerts-per-month', perMonth])
    expect(code).toBe(0)
    return json().filter((line) => line.state === 'probable').length
  }
  expect(await told(vague, '30')).toBeGreaterThan(0)
  expect(await told(vague, '0.1')).toBe(0)
  expect(await told(blast, '0.1')).toBeGreaterThan(0)
})

test('--until probable stops there', async () => {
  const file = await keep('blast.ndjson', [...morning, ...blast])
  const { code, json } = await run([file, '--area', harbourside, '--json', '--until', 'probable'])
  expect(code).toBe(0)
  expect(json().filter((line) => line.state === 'probable')).toHaveLength(1)
  expect(json().at(-2)).toMatchObject({ state: 'probable' })
  expect(json().at(-1)?.posts).toBeLessThan(45)
})

test('an area without places takes every post as from here, and knows no place', async () => {
  const area = await keep(
    'narrow.json',
    JSON.stringify({ name: 'Here', hospital: { name: 'Harbourside General', lat: 45, lon: -20 }, radiusKm: 25 }),
  )
  const { json } = await run([await keep('blast.ndjson', [...morning, ...blast]), '--area', area, '--json'])
  expect(json().find((line) => line.state === 'probable')).toMatchObject({ kind: 'explosion', place: null })
})

test('files and standard input are merged by time; the order of the names does not matter', async () => {
  const quiet = await keep('quiet.ndjson.gz', gzipSync(morning.join('\n')))
  const loud = await keep('loud.ndjson', blast)
  const told = async (argv: string[], stdin?: string) => {
    const { json } = await run([...argv, '--area', harbourside, '--json'], stdin === undefined ? {} : { stdin })
    return json().slice(0, -1)
  }
  const one = await told([await keep('blast.ndjson', [...morning, ...blast])])
  expect(one.length).toBeGreaterThan(0)
  expect(await told([loud, quiet])).toEqual(one)
  expect(await told([quiet, '-'], blast.join('\n'))).toEqual(one)
})

test('bad lines are counted, the first five are named, and the blast is still heard', async () => {
  const bad = [
    '{"id":',
    '[]',
    '{"text":"no time"}',
    '{"at":"9999-01-01T00:00:00Z","text":"x"}',
    '{"at":"2026-11-20T08:00:00Z"}',
    'x',
    'y',
  ]
  const file = await keep('bad.ndjson', [...morning, ...bad, ...blast])
  const { code, err, json } = await run([file, '--area', harbourside, '--json'])
  expect(code).toBe(0)
  expect(err.trimEnd().split('\n')).toEqual([
    `salve replay: ${file}: line 41 skipped: not JSON`,
    `salve replay: ${file}: line 42 skipped: not an object`,
    `salve replay: ${file}: line 43 skipped: has no time (at)`,
    `salve replay: ${file}: line 44 skipped: its time (at) is outside 1990 to 2100`,
    `salve replay: ${file}: line 45 skipped: has no text`,
    `salve replay: ${file}: 7 lines skipped in all: 3 × not JSON, 1 × not an object, 1 × has no time (at), 1 × its time (at) is outside 1990 to 2100, 1 × has no text`,
  ])
  expect(json().at(-1)).toMatchObject({ posts: 45, skipped: 7, incidents: 1 })
})

test('a gzip file cut off in the middle is named; what came before counts; the exit code says so', async () => {
  const whole = gzipSync(Array.from({ length: 5000 }, (_, i) => post(`p${i}`, i / 100, `Post ${i * 7919}`)).join('\n'))
  const file = await keep('cut.ndjson.gz', whole.subarray(0, whole.length - 3000))
  const { code, err, json } = await run([file, '--area', harbourside, '--json'])
  expect(code).toBe(1)
  expect(err).toBe(`salve replay: ${file}: the gzip file ends too early; the posts before that count\n`)
  expect(json().at(-1)?.posts).toBeGreaterThan(1000)
})

test('an empty recording is no failure', async () => {
  const { code, err, json } = await run([await keep('empty.ndjson', ''), '--area', harbourside, '--json'])
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(json()).toMatchObject([{ type: 'summary', posts: 0, skipped: 0, postsPerSecond: 0, incidents: 0 }])
})

test('Sam gets one clear line and exit code 1 for what cannot be read', async () => {
  const file = await keep('quiet.ndjson', morning)
  const noJson = await keep('area-text.json', 'Harbourside')
  const noRadius = await keep(
    'area-radius.json',
    JSON.stringify({ name: 'H', hospital: { name: 'H', lat: 1, lon: 2 } }),
  )
  const cases: [string[], string][] = [
    [
      [join(folder, 'gone.ndjson'), '--area', harbourside],
      `cannot read ${join(folder, 'gone.ndjson')}: there is no such file`,
    ],
    [[folder, '--area', harbourside], `cannot read ${folder}: it is a folder`],
    [[file, '--area', join(folder, 'gone.json')], `cannot read ${join(folder, 'gone.json')}: there is no such file`],
    [[file, '--area', noJson], `the area ${noJson} cannot be used: it is not JSON`],
    [
      [file, '--area', noRadius],
      `the area ${noRadius} cannot be used: radiusKm must be a number of kilometres above 0 and up to 20038`,
    ],
  ]
  for (const [argv, message] of cases) {
    expect(await run(argv)).toMatchObject({ code: 1, lines: [], err: `salve replay: ${message}\n` })
  }
})

test('wrong usage is exit code 2, one line, and how to call it', async () => {
  const cases: [string[], RegExp][] = [
    [[], /Name at least one recording/],
    [['x.ndjson'], /Name the area file with --area/],
    [['-', '-', '--area', 'a.json'], /only once/],
    [['x.ndjson', '--area', 'a.json', '--speed', 'fast'], /--speed must be max or a number above 0, not "fast"/],
    [['x.ndjson', '--area', 'a.json', '--speed', '0'], /--speed must be/],
    [['x.ndjson', '--area', 'a.json', '--false-alerts-per-month', '40'], /--false-alerts-per-month must be 0.1 to 30/],
    [['x.ndjson', '--area', 'a.json', '--until', 'doomsday'], /--until must be suspected or probable/],
    [['x.ndjson', '--area', 'a.json', '--frobnicate'], /frobnicate/],
  ]
  for (const [argv, message] of cases) {
    const { code, err, lines } = await run(argv)
    expect({ code, lines }).toEqual({ code: 2, lines: [] })
    expect(err).toMatch(message)
    expect(err.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^salve replay: /),
      expect.stringMatching(/^Usage: salve replay /),
    ])
  }
})

test('at a set speed posts come at their time', async () => {
  const file = await keep('paced.ndjson', [post('a', 0, 'one'), post('b', 1, 'two'), post('c', 2, 'three')])
  const started = performance.now()
  const { code, json } = await run([file, '--area', harbourside, '--json', '--speed', '1200'])
  expect(performance.now() - started).toBeGreaterThanOrEqual(99)
  expect(code).toBe(0)
  expect(json().at(-1)).toMatchObject({ posts: 3 })
})

test('a paced replay shows where it is; it can be stopped, and says what it had', async () => {
  const file = await keep('paced.ndjson', [post('a', 0, 'one'), post('b', 60, 'two')])
  const interrupt = new AbortController()
  const { code, err, json } = await run([file, '--area', harbourside, '--json', '--speed', '1'], {
    isTTY: true,
    signal: interrupt.signal,
    onError: (text) => text.includes('1 post · 2026-11-20 08:00 UTC') && interrupt.abort(),
  })
  expect(code).toBe(1)
  expect(err).toMatch(/salve replay: stopped before the end\n$/)
  expect(json()).toMatchObject([{ type: 'summary', posts: 1 }])
})

test('progress is shown on a terminal only', async () => {
  const file = await keep('quiet.ndjson', morning)
  expect((await run([file, '--area', harbourside])).err).toBe('')
  expect((await run([file, '--area', harbourside], { isTTY: true })).err).toContain('40 posts · 2026-11-20 08:19 UTC')
})

test('the text of a stranger cannot steer the terminal', async () => {
  const hostile = blast.map((line) => line.replace('"text":"', '"text":"\\u001b[2J\\u001b[31m\\u202e'))
  const { lines } = await run([await keep('hostile.ndjson', [...morning, ...hostile]), '--area', harbourside])
  expect(lines.length).toBeGreaterThan(1)
  expect(lines.join('')).not.toMatch(/[\p{Cc}\u202e]/u)
})
