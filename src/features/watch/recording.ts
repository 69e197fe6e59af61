import { isUtf8 } from 'node:buffer'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { Post } from './detector/types.ts'
import { parsePost } from './recorded-post.ts'
import type { SkipReason } from './recorded-post.ts'
import { scanLine, scanned } from './recorded-post-scan.ts'
import { RecordedPosts } from './recorded-posts.ts'

export type { SkipReason } from './recorded-post.ts'

/** A line that was not a post. Lines count from 1. */
export interface SkippedLine {
  line: number
  reason: SkipReason
}

export interface RecordingOptions {
  onSkip?: (skipped: SkippedLine) => void
  /** Unpacks no more than a recording of posts can hold, for files from other people: a small file can hold terabytes of nothing. */
  isBounded?: boolean
}

/** The recording ended early or is damaged. All posts before that place were handed out. */
export class DamagedRecording extends Error {}

const LONGEST_LINE = 1_048_576
const LINE_FEED = 0x0a
const EMPTY = Buffer.alloc(0)
const CHUNK = 128 * 1024
/** Posts pack to a fifth or a tenth, the same post over and over to a fiftieth; deflate itself can do a thousandth. */
const MOST_PACKED = 100
const SMALL = 10_000_000

/**
 * Posts of a recording (NDJSON, plain or gzip'd), one by one in file order. Needs the memory of about one chunk.
 * Throws DamagedRecording when a gzip'd one is cut off.
 */
export async function* readRecording(
  source: AsyncIterable<Uint8Array>,
  options: RecordingOptions = {},
): AsyncGenerator<Post> {
  for await (const batch of readBatches(source, options)) yield* batch
}

/** The same in batches of some hundred posts, which is several times faster. */
export async function* readBatches(
  source: AsyncIterable<Uint8Array>,
  options: RecordingOptions = {},
): AsyncGenerator<Post[]> {
  for await (const posts of readUnread(source, options)) yield posts.toArray()
}

/** The same without making objects of them, which is faster again. Each batch is good until the next one is asked for. */
export async function* readUnread(
  source: AsyncIterable<Uint8Array>,
  { onSkip, isBounded = false }: RecordingOptions = {},
): AsyncGenerator<RecordedPosts> {
  const lines = createLineReader(onSkip ?? (() => {}))
  for await (const chunk of decompress(source, isBounded)) {
    const batch = lines.read(chunk)
    if (batch.count > 0) yield batch
  }
  const last = lines.end()
  if (last.count > 0) yield last
}

function createLineReader(onSkip: (skipped: SkippedLine) => void) {
  /** What came of a line whose end has not come yet. */
  let begun: Buffer[] = []
  let begunLength = 0
  let tooLong = false
  let line = 0
  const batch = new RecordedPosts()

  function keep(part: Buffer): void {
    begunLength += part.length
    if (begunLength > LONGEST_LINE) tooLong = true
    // Copied, so that a short rest does not hold on to its whole chunk.
    if (tooLong) begun = []
    else if (part.length > 0) begun.push(Buffer.from(part))
  }

  function finishBegun(): void {
    line++
    if (tooLong) onSkip({ line, reason: 'longer than 1 MB' })
    else {
      const whole = Buffer.concat(begun)
      readLine(whole, 0, whole.length, false)
    }
    begun = []
    begunLength = 0
    tooLong = false
  }

  /** Reads `bytes[start, end)`: whole lines, each with its line feed. */
  function readLines(bytes: Buffer, start: number, end: number): void {
    const isSound = isUtf8(bytes.subarray(start, end))
    for (let from = start; from < end;) {
      line++
      if (isSound && line > 1 && scanLine(bytes, from) && bytes[scanned.end] === LINE_FEED) {
        const next = scanned.end + 1
        if (next - from <= LONGEST_LINE) {
          batch.addScanned(from)
          from = next
          continue
        }
      }
      const feed = bytes.indexOf(LINE_FEED, from)
      readLine(bytes, from, feed, isSound)
      from = feed + 1
    }
  }

  /** Reads a line the careful way. */
  function readLine(bytes: Buffer, start: number, end: number, isSound: boolean): void {
    if (line === 1 && bytes[start] === 0xef && bytes[start + 1] === 0xbb && bytes[start + 2] === 0xbf) start += 3
    if (end - start > LONGEST_LINE) return onSkip({ line, reason: 'longer than 1 MB' })
    if (!isSound && !isUtf8(bytes.subarray(start, end))) return onSkip({ line, reason: 'broken UTF-8' })
    const text = bytes.toString('utf8', start, end)
    if (text.trim() === '') return
    const post = parsePost(text)
    if (typeof post === 'string') onSkip({ line, reason: post })
    else batch.add(post)
  }

  return {
    read(chunk: Buffer): RecordedPosts {
      batch.reset(chunk)
      const last = chunk.lastIndexOf(LINE_FEED)
      if (last < 0) {
        keep(chunk)
        return batch
      }
      let start = 0
      if (begunLength > 0) {
        start = chunk.indexOf(LINE_FEED) + 1
        keep(chunk.subarray(0, start - 1))
        finishBegun()
      }
      readLines(chunk, start, last + 1)
      keep(chunk.subarray(last + 1))
      return batch
    },
    end(): RecordedPosts {
      batch.reset(EMPTY)
      if (begunLength > 0) finishBegun()
      return batch
    },
  }
}

/** The bytes of a recording, unpacked when it starts as gzip does. */
async function* decompress(source: AsyncIterable<Uint8Array>, isBounded: boolean): AsyncGenerator<Buffer> {
  const parts = source[Symbol.asyncIterator]()
  let head = Buffer.alloc(0)
  let isDone = false
  while (head.length < 2 && !isDone) {
    const part = await parts.next()
    if (part.done) isDone = true
    else head = Buffer.concat([head, part.value])
  }
  const whole = chain(head, parts)
  if (head[0] === 0x1f && head[1] === 0x8b) yield* gunzip(whole, isBounded)
  else yield* whole
}

async function* chain(head: Buffer, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Buffer> {
  try {
    if (head.length > 0) yield head
    for (let part = await rest.next(); !part.done; part = await rest.next()) yield asBuffer(part.value)
  } finally {
    await rest.return?.()
  }
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

async function* gunzip(packed: AsyncIterable<Buffer>, isBounded: boolean): AsyncGenerator<Buffer> {
  let packedBytes = 0
  let bytes = 0
  async function* counted(): AsyncGenerator<Buffer> {
    for await (const chunk of packed) {
      packedBytes += chunk.length
      yield chunk
    }
  }
  const input = Readable.from(counted(), { objectMode: false, highWaterMark: CHUNK })
  const output = createGunzip({ chunkSize: CHUNK })
  input.on('error', (error) => output.destroy(error))
  input.pipe(output)
  try {
    for await (const chunk of output as AsyncIterable<Buffer>) {
      bytes += chunk.length
      if (isBounded && bytes > SMALL + MOST_PACKED * packedBytes)
        throw new DamagedRecording('it unpacks to more than posts do')
      yield chunk
    }
  } catch (error) {
    // What was unpacked before the damage still lies in the stream; an error alone would throw it away.
    for (let rest: unknown = output.read(); rest !== null; rest = output.read()) yield rest as Buffer
    if ((error as NodeJS.ErrnoException).code?.startsWith('Z_')) throw new DamagedRecording(describeDamage(error))
    throw error
  } finally {
    input.destroy()
    output.destroy()
  }
}

function describeDamage(error: unknown): string {
  return (error as NodeJS.ErrnoException).code === 'Z_BUF_ERROR'
    ? 'the gzip file ends too early'
    : 'the gzip file is damaged'
}

/** Posts of one recording that come one after the other: those from `from` to before `to`. */
export interface Run {
  posts: RecordedPosts
  from: number
  to: number
}

/**
 * Several recordings as one, by time, in runs. Each is taken to be nearly in order; a post that comes too late within its
 * own recording comes as it stands. Posts of the same time come in the order of the recordings. A run is good until the
 * next one is asked for.
 */
export async function* mergeByTime(recordings: AsyncIterable<RecordedPosts>[]): AsyncGenerator<Run> {
  const heads = recordings.map((recording): Head => ({ iterator: recording[Symbol.asyncIterator](), next: 0 }))
  try {
    for (const head of heads) await refill(head)
    for (;;) {
      const earliest = earliestOf(heads)
      if (!earliest?.posts) return
      const { posts, next } = earliest
      do earliest.next++
      while (earliest.next < posts.count && (heads.length === 1 || earliestOf(heads) === earliest))
      yield { posts, from: next, to: earliest.next }
      if (earliest.next === posts.count) await refill(earliest)
    }
  } finally {
    for (const head of heads) await head.iterator.return?.()
  }
}

/** Where one recording stands; without posts it is at its end. */
interface Head {
  iterator: AsyncIterator<RecordedPosts>
  posts?: RecordedPosts | undefined
  next: number
}

async function refill(head: Head): Promise<void> {
  const { done, value } = await head.iterator.next()
  head.posts = done ? undefined : value
  head.next = 0
}

function earliestOf(heads: Head[]): Head | undefined {
  let earliest: Head | undefined
  let at = Infinity
  for (const head of heads) {
    if (!head.posts || head.posts.timeOf(head.next) >= at) continue
    earliest = head
    at = head.posts.timeOf(head.next)
  }
  return earliest
}
