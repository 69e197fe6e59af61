import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import type { Post } from './detector/types.ts'
import { parsePost } from './recorded-post.ts'
import { scanned, scanPost } from './recorded-post-scan.ts'
import { DamagedRecording, mergeByTime, readBatches, readRecording, readUnread } from './recording.ts'
import type { SkippedLine } from './recording.ts'

const AT = '2026-11-20T08:00:00.000Z'
const postLine = (id: string, text = 'A quiet morning at the harbour', at: string | number = AT) =>
  JSON.stringify({ id, at, text })

async function read(content: string | Buffer, chunk = 7): Promise<{ posts: Post[]; skipped: SkippedLine[] }> {
  const bytes = Buffer.from(content as string)
  const skipped: SkippedLine[] = []
  const posts: Post[] = []
  for await (const post of readRecording(inChunks(bytes, chunk), { onSkip: (line) => skipped.push(line) }))
    posts.push(post)
  return { posts, skipped }
}

async function* inChunks(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size)
}

test('Amal reads a clean recording: every post, in order, wherever the chunks are cut', async () => {
  const content = [postLine('a'), postLine('b', 'Señales de humo 🚒 en el muelle'), postLine('c')].join('\n')
  for (const chunk of [1, 2, 3, 64, 100_000]) {
    const { posts, skipped } = await read(content, chunk)
    expect(posts.map((post) => post.id)).toEqual(['a', 'b', 'c'])
    expect(posts[1]?.text).toBe('Señales de humo 🚒 en el muelle')
    expect(posts[0]?.at).toBe(Date.parse(AT))
    expect(skipped).toEqual([])
  }
})

test('a gzip file is known by its first bytes, also when they come one at a time', async () => {
  const { posts } = await read(gzipSync(`${postLine('a')}\n${postLine('b')}\n`), 1)
  expect(posts.map((post) => post.id)).toEqual(['a', 'b'])
})

test('a recording joined from two gzip files is read whole', async () => {
  const { posts } = await read(Buffer.concat([gzipSync(`${postLine('a')}\n`), gzipSync(`${postLine('b')}\n`)]), 5000)
  expect(posts.map((post) => post.id)).toEqual(['a', 'b'])
})

test('bad lines are counted, named by number, and nothing else is lost', async () => {
  const lines: [string, string | undefined][] = [
    [postLine('first'), undefined],
    ['this is not JSON', 'not JSON'],
    ['{"id":"x","at":"2026-11-20T08:00:00Z","text":"cut off', 'not JSON'],
    ['[1,2,3]', 'not an object'],
    ['null', 'not an object'],
    ['"text"', 'not an object'],
    ['{}', 'has no time (at)'],
    ['{"id":"x","text":"when?"}', 'has no time (at)'],
    ['{"id":"x","at":null,"text":"when?"}', 'has no time (at)'],
    ['{"id":"x","at":"yesterday","text":"when?"}', 'its time (at) cannot be read'],
    ['{"id":"x","at":"2026-02-30T00:00:00Z","text":"no such day"}', 'its time (at) cannot be read'],
    ['{"id":"x","at":"2026-13-01T00:00:00Z","text":"no such month"}', 'its time (at) cannot be read'],
    ['{"id":"x","at":{"$date":1},"text":"odd"}', 'its time (at) cannot be read'],
    ['{"id":"x","at":"9999-12-31T23:59:59Z","text":"far ahead"}', 'its time (at) is outside 1990 to 2100'],
    ['{"id":"x","at":"0095-01-01T00:00:00Z","text":"long ago"}', 'its time (at) is outside 1990 to 2100'],
    ['{"id":"x","at":1763625600,"text":"seconds, not milliseconds"}', 'its time (at) is outside 1990 to 2100'],
    [`{"id":"x","at":"${AT}"}`, 'has no text'],
    [`{"id":"x","at":"${AT}","text":null}`, 'has no text'],
    [`{"id":"x","at":"${AT}","text":12}`, 'has no text'],
    [`{"id":"x","at":"${AT}","text":"bad \\x escape"}`, 'not JSON'],
    [`{"id":"x","at":"${AT}","text":"a","lang":"bad \\x escape"}`, 'not JSON'],
    [`{"id":"x","at":"${AT}","text":"raw\ttab"}`, 'not JSON'],
    [`{"id":"x","at":"${AT}","text":"two"} {"id":"y"}`, 'not JSON'],
    [`{"id":"x","at":"${AT}","text":"comma",}`, 'not JSON'],
    ['', undefined],
    ['   ', undefined],
    [postLine('last'), undefined],
  ]
  for (const chunk of [1, 33, 1_000_000]) {
    const { posts, skipped } = await read(lines.map(([line]) => line).join('\n'), chunk)
    expect(posts.map((post) => post.id)).toEqual(['first', 'last'])
    expect(skipped).toEqual(lines.flatMap(([, reason], i) => (reason ? [{ line: i + 1, reason }] : [])))
  }
})

test('broken UTF-8 costs its own line only', async () => {
  const broken = Buffer.concat([
    Buffer.from(`{"id":"b","at":"${AT}","text":"`),
    Buffer.from([0xc3, 0x28, 0xff]),
    Buffer.from('"}'),
  ])
  const content = Buffer.concat([
    Buffer.from(`${postLine('a', 'ça va')}\n`),
    broken,
    Buffer.from(`\n${postLine('c')}\n`),
  ])
  for (const chunk of [1, 50, 5000]) {
    const { posts, skipped } = await read(content, chunk)
    expect(posts.map((post) => post.id)).toEqual(['a', 'c'])
    expect(skipped).toEqual([{ line: 2, reason: 'broken UTF-8' }])
  }
})

test('a line of ten megabytes is skipped without being held', async () => {
  const before = process.memoryUsage()
  let highest = 0
  async function* source(): AsyncGenerator<Buffer> {
    yield Buffer.from(`${postLine('a')}\n{"id":"big","at":"${AT}","text":"`)
    const part = Buffer.alloc(65_536, 'x')
    for (let i = 0; i < 160; i++) {
      yield part
      const now = process.memoryUsage()
      highest = Math.max(highest, now.arrayBuffers - before.arrayBuffers)
    }
    yield Buffer.from(`"}\n${postLine('b')}\n`)
  }
  const skipped: SkippedLine[] = []
  const posts: Post[] = []
  for await (const batch of readBatches(source(), { onSkip: (line) => skipped.push(line) })) posts.push(...batch)
  expect(posts.map((post) => post.id)).toEqual(['a', 'b'])
  expect(skipped).toEqual([{ line: 2, reason: 'longer than 1 MB' }])
  expect(highest).toBeLessThan(6_000_000)
})

test('a byte order mark and Windows line ends do no harm', async () => {
  const { posts, skipped } = await read(`\uFEFF${postLine('a')}\r\n\r\n${postLine('b')}\r\n`)
  expect(posts.map((post) => post.id)).toEqual(['a', 'b'])
  expect(skipped).toEqual([])
})

test('markup, escapes and lone surrogates arrive as text', async () => {
  const text = '<script>alert("x")</script> \\ & \u0007 </p>'
  const { posts } = await read(`${postLine('a', text)}\n{"id":"b","at":"${AT}","text":"half \\ud83d pair"}`)
  expect(posts[0]?.text).toBe(text)
  expect(posts[1]?.text).toBe('half \uFFFD pair')
})

test('a post without an id gets the same one in every run', async () => {
  const line = JSON.stringify({ at: AT, text: 'Smoke over the pier' })
  const [first, second] = [await read(line, 3), await read(line, 5000)]
  expect(first.posts[0]?.id).toMatch(/^unnamed-[0-9a-f]{16}$/)
  expect(second.posts[0]?.id).toBe(first.posts[0]?.id)
  const other = await read(JSON.stringify({ at: AT, text: 'Smoke over the peer' }))
  expect(other.posts[0]?.id).not.toBe(first.posts[0]?.id)
})

test('identifiers beyond 2^53 keep their digits', async () => {
  const { posts } = await read(
    `{"id":323881083009654785,"at":${Date.parse(AT)},"text":"a","geo":{"lat":1,"lon":2},"repostOf":323881083009654787}`,
  )
  expect(posts[0]).toMatchObject({ id: '323881083009654785', repostOf: '323881083009654787', geo: { lat: 1, lon: 2 } })
})

test('labels are never read, and odd values of optional keys are left out', async () => {
  const { posts } = await read(
    JSON.stringify({
      id: 'a',
      at: AT,
      text: 't',
      label: 'on',
      event: 'e',
      kind: 'eyewitness',
      lang: null,
      author: 7,
      geo: { lat: 95, lon: 0 },
    }),
  )
  expect(JSON.parse(JSON.stringify(posts[0]))).toEqual({ id: 'a', at: Date.parse(AT), text: 't' })
})

test('times with and without a zone, a fraction, or a time of day', async () => {
  const times = [
    '2026-11-20T10:30:00+02:30',
    '2026-11-20T08:00:00',
    '2026-11-20 08:00',
    '2026-11-20T08:00:00.0004Z',
    '2026-11-20T08:00:00Z',
  ]
  const { posts } = await read(times.map((at) => postLine('a', 't', at)).join('\n'))
  expect(posts.map((post) => post.at)).toEqual(times.map(() => Date.parse(AT)))
})

test('the quick way and the careful way agree wherever the quick way answers', () => {
  const good = `{"id":"a1","at":"${AT}","text":"Sirens \\"now\\" \\u00e9 by the 🚢","lang":"en","event":null,"n":12,"likes":0,"score":-0.5e+3,"ok":true,"source":"s","url":"https://x.example/","repostOf":"z"}`
  let answered = 0
  for (let i = 0; i < good.length; i++) {
    for (const put of ['', '"', '\\', '{', '}', ',', '0', ' ', 'u', ':', '.', 'e', '-']) {
      const line = good.slice(0, i) + put + good.slice(i + 1)
      const bytes = Buffer.from(line)
      if (bytes.toString() !== line) continue
      const quick = scanPost(bytes, 0)
      if (!quick || scanned.end !== bytes.length) continue
      answered++
      expect(quick, line).toEqual(parsePost(line))
    }
  }
  expect(answered).toBeGreaterThan(200)
})

test('a gzip file cut off in the middle: what came before counts, then it says so', async () => {
  const lines = Array.from({ length: 20_000 }, (_, i) => postLine(`p${i}`, `Post number ${i * 7919}`))
  const whole = gzipSync(lines.join('\n'))
  const posts: Post[] = []
  const reading = async () => {
    const source = inChunks(whole.subarray(0, whole.length >> 1), 4096)
    for await (const batch of readBatches(source, { onSkip: () => expect.unreachable() })) posts.push(...batch)
  }
  await expect(reading()).rejects.toThrow(new DamagedRecording('the gzip file ends too early'))
  expect(posts.length).toBeGreaterThan(8000)
  expect(posts.map((post) => post.id)).toEqual(lines.slice(0, posts.length).map((_, i) => `p${i}`))
})

test('a gzip file with garbage inside is called damaged', async () => {
  const whole = gzipSync(Array.from({ length: 5000 }, (_, i) => postLine(`p${i}`, `Post ${i * 7919}`)).join('\n'))
  whole.fill(0xff, whole.length >> 1)
  await expect(read(whole, 1000)).rejects.toThrow('the gzip file is damaged')
})

test('a small file that unpacks to gigabytes of nothing is put down early; what came before counts', async () => {
  const bomb = gzipSync(`${postLine('a')}\n${' '.repeat(200_000_000)}`, { level: 1 })
  expect(bomb.length).toBeLessThan(1_500_000)
  let read = 0
  async function* counted() {
    for await (const chunk of inChunks(bomb, 4_096)) {
      read += chunk.length
      yield chunk
    }
  }
  const posts: string[] = []
  const reading = async () => {
    for await (const batch of readBatches(counted(), { isBounded: true })) posts.push(...batch.map(({ id }) => id))
  }
  await expect(reading()).rejects.toThrow(DamagedRecording)
  expect(posts).toEqual(['a'])
  expect(read).toBeLessThan(bomb.length / 2)
})

test('an empty recording has no posts', async () => {
  expect(await read('')).toEqual({ posts: [], skipped: [] })
  expect(await read('\n\n')).toEqual({ posts: [], skipped: [] })
})

test('recordings are merged by time; late posts come as they stand', async () => {
  const batchesOf = (ids: [string, number][], size: number) =>
    readUnread(
      Readable.from(
        ids
          .map(([id, minute]) => Buffer.from(`${postLine(id, 't', Date.parse(AT) + minute * 60_000)}\n`))
          .flatMap((_, i, all) => (i % size ? [] : [Buffer.concat(all.slice(i, i + size))])),
      ),
    )
  const merged: string[] = []
  for await (const { posts, from, to } of mergeByTime([
    batchesOf(
      [
        ['a1', 1],
        ['a4', 4],
        ['a2late', 2],
        ['a6', 6],
      ],
      3,
    ),
    batchesOf(
      [
        ['b3', 3],
        ['b5', 5],
      ],
      1,
    ),
    batchesOf([], 1),
    batchesOf(
      [
        ['c1', 1],
        ['c9', 9],
      ],
      2,
    ),
  ])) {
    for (let i = from; i < to; i++) merged.push(posts.postAt(i).id)
  }
  expect(merged).toEqual(['a1', 'c1', 'b3', 'a4', 'a2late', 'b5', 'a6', 'c9'])
})

test('the broken recording that Salve ships: each line comes out as its author expects', async () => {
  const fixture = (name: string) => readFile(new URL(`../../../fixtures/recordings/${name}`, import.meta.url))
  const { lines } = JSON.parse((await fixture('broken.expected.json')).toString()) as {
    lines: { line: number; outcome: string }[]
  }
  const bytes = await fixture('broken.ndjson')
  const numbered = (outcome: string) => lines.filter((line) => line.outcome === outcome).map(({ line }) => line)
  for (const chunk of [1, 100, 1_000_000]) {
    const { posts, skipped } = await read(bytes, chunk)
    const either = numbered('either')
    expect(skipped.map(({ line }) => line).filter((line) => !either.includes(line))).toEqual(numbered('skipped'))
    expect(posts.length + skipped.length).toBe(lines.length - numbered('empty').length)
  }
})
