import { isUtf8 } from 'node:buffer'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { Post } from './detector/types.ts'
import { parsePost } from './recorded-post.ts'
import type { SkipReason } from './recorded-post.ts'
import { scanEnd, scanPost } from './recorded-post-scan.ts'

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
  { onSkip, isBounded = false }: RecordingOptions = {},
): AsyncGenerator<Post[]> {
  const lines = createLineReader(onSkip ?? (() => {}))
  for await (const chunk of decompress(source, isBounded)) {
    const batch = lines.read(chunk)
    if (batch.length > 0) yield batch
  }
  const last = lines.end()
  if (last.length > 0) yield last
}

function createLineReader(onSkip: (skipped: SkippedLine) => void) {
  /** What came of a line whose end has not come yet. */
  let begun: Buffer[] = []
  let begunLength = 0
  let tooLong = false
  let line = 0

  function keep(part: Buffer): void {
    begunLength += part.length
    if (begunLength > LONGEST_LINE) tooLong = true
    // Copied, so that a short rest does not hold on to its whole chunk.
    if (tooLong) begun = []
    else if (part.length > 0) begun.push(Buffer.from(part))
  }

  function finishBegun(batch: Post[]): void {
    if (tooLong) onSkip({ line: ++line, reason: 'longer than 1 MB' })
    else {
      const whole = Buffer.concat(begun)
      readLines(whole, 0, whole.length, batch)
    }
    begun = []
    begunLength = 0
    tooLong = false
  }

  /** Reads `bytes[start, end)`: whole lines, the last one perhaps without its line feed. */
  function readLines(bytes: Buffer, start: number, end: number, batch: Post[]): void {
    const isSound = isUtf8(bytes.subarray(start, end))
    for (let from = start; from < end;) {
      line++
      const post = isSound && line > 1 ? scanPost(bytes, from) : undefined
      const isWhole = scanEnd === end || (scanEnd < end && bytes[scanEnd] === LINE_FEED)
      if (post && isWhole && scanEnd - from <= LONGEST_LINE) {
        batch.push(post)
        from = scanEnd + 1
        continue
      }
      const feed = bytes.indexOf(LINE_FEED, from)
      const next = feed < 0 || feed >= end ? end : feed
      readLine(bytes, from, next, isSound, batch)
      from = next + 1
    }
  }

  function readLine(bytes: Buffer, start: number, end: number, isSound: boolean, batch: Post[]): void {
    if (line === 1 && bytes[start] === 0xef && bytes[start + 1] === 0xbb && bytes[start + 2] === 0xbf) start += 3
    if (end - start > LONGEST_LINE) return onSkip({ line, reason: 'longer than 1 MB' })
    if (!isSound && !isUtf8(bytes.subarray(start, end))) return onSkip({ line, reason: 'broken UTF-8' })
    const text = bytes.toString('utf8', start, end)
    if (text.trim() === '') return
    const post = parsePost(text)
    if (typeof post === 'string') onSkip({ line, reason: post })
    else batch.push(post)
  }

  return {
    read(chunk: Buffer): Post[] {
      const batch: Post[] = []
      const last = chunk.lastIndexOf(LINE_FEED)
      if (last < 0) {
        keep(chunk)
        return batch
      }
      let start = 0
      if (begunLength > 0) {
        start = chunk.indexOf(LINE_FEED) + 1
        keep(chunk.subarray(0, start - 1))
        finishBegun(batch)
      }
      readLines(chunk, start, last + 1, batch)
      keep(chunk.subarray(last + 1))
      return batch
    },
    end(): Post[] {
      const batch: Post[] = []
      if (begunLength > 0) finishBegun(batch)
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

/**
 * Several recordings as one, by time. Each is taken to be nearly in order; a post that comes too late within its own
 * recording comes as it stands. Posts of the same time come in the order of the recordings.
 */
export async function* mergeByTime(recordings: AsyncIterable<Post[]>[]): AsyncGenerator<Post[]> {
  if (recordings.length === 1) return yield* recordings[0] as AsyncIterable<Post[]>
  const heads = recordings.map((recording) => ({
    iterator: recording[Symbol.asyncIterator](),
    batch: [] as Post[],
    next: 0,
  }))
  try {
    for (const head of heads) await refill(head)
    let open = heads.filter((head) => head.batch.length > 0)
    while (open.length > 0) {
      const merged: Post[] = []
      let earliest = earliestOf(open)
      while (earliest.next < earliest.batch.length) {
        merged.push(earliest.batch[earliest.next++] as Post)
        if (earliest.next === earliest.batch.length) break
        earliest = earliestOf(open)
      }
      yield merged
      await refill(earliest)
      open = open.filter((head) => head.next < head.batch.length)
    }
  } finally {
    for (const head of heads) await head.iterator.return?.()
  }
}

interface Head {
  iterator: AsyncIterator<Post[]>
  batch: Post[]
  next: number
}

async function refill(head: Head): Promise<void> {
  const { done, value } = await head.iterator.next()
  head.batch = done ? [] : value
  head.next = 0
}

function earliestOf(heads: Head[]): Head {
  let earliest = heads[0] as Head
  for (const head of heads) {
    if ((head.batch[head.next] as Post).at < (earliest.batch[earliest.next] as Post).at) earliest = head
  }
  return earliest
}
