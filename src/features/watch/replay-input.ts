import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import type { RecordedPosts } from './recorded-posts.ts'
import { DamagedRecording, mergeByTime, readUnread } from './recording.ts'
import type { Run, SkipReason } from './recording.ts'
import { count, printable } from './replay-lines.ts'

/** A file cannot be opened. The message says which one and why. */
export class UnreadableFile extends Error {}

const NAMED_LINES = 5
const READ_AHEAD = 256 * 1024

const REASONS: Record<string, string> = {
  ENOENT: 'there is no such file',
  EACCES: 'you are not allowed to read it',
  EPERM: 'you are not allowed to read it',
  EISDIR: 'it is a folder',
  ENOTDIR: 'there is no such file',
  EMFILE: 'too many files are open',
}

/** Why a file could not be read, in words. */
export function explainReadError(error: unknown): string {
  if (error instanceof DamagedRecording) return error.message
  const { code, message } = error as NodeJS.ErrnoException
  return REASONS[code ?? ''] ?? message
}

/** Opens a file for reading. Throws UnreadableFile for folders, too. */
export async function openFile(path: string): Promise<FileHandle> {
  try {
    const file = await open(path)
    if (!(await file.stat()).isDirectory()) return file
    await file.close()
  } catch (error) {
    throw new UnreadableFile(`cannot read ${printable(path)}: ${explainReadError(error)}`)
  }
  throw new UnreadableFile(`cannot read ${printable(path)}: it is a folder`)
}

/** What reading went through besides posts. */
export interface Reading {
  skipped: number
  failed: boolean
  /** Set by whoever wants no more: the end of a stopped input is no failure. */
  stopped: boolean
}

export interface Input {
  name: string
  bytes: AsyncIterable<Uint8Array>
}

/** All recordings named on the command line; `-` is standard input. All are opened before the first is read. */
export async function openInputs(files: string[], stdin: AsyncIterable<unknown>): Promise<Input[]> {
  const handles: (FileHandle | undefined)[] = []
  try {
    for (const path of files) handles.push(path === '-' ? undefined : await openFile(path))
  } catch (error) {
    for (const handle of handles) await handle?.close()
    throw error
  }
  return files.map((path, i) => ({
    name: path === '-' ? 'standard input' : printable(path),
    bytes: handles[i]?.createReadStream({ highWaterMark: READ_AHEAD }) ?? (stdin as AsyncIterable<Uint8Array>),
  }))
}

/** Lets go of inputs that may never end by themselves, such as a live pipe. */
export function stopInputs(inputs: Input[], reading: Reading): void {
  reading.stopped = true
  for (const { bytes } of inputs) (bytes as Partial<Readable>).destroy?.()
}

/**
 * The posts of all inputs by time. Lines that are no posts are counted in `reading`, the first five of each input are
 * named to `warn`; an input that fails half-way is named, and the others go on.
 */
export function readInputs(inputs: Input[], reading: Reading, warn: (line: string) => void): AsyncIterable<Run> {
  return mergeByTime(inputs.map((input) => readInput(input, reading, warn)))
}

async function* readInput(
  { name, bytes }: Input,
  reading: Reading,
  warn: (line: string) => void,
): AsyncGenerator<RecordedPosts> {
  const reasons = new Map<SkipReason, number>()
  let skipped = 0
  try {
    yield* readUnread(bytes, {
      onSkip: ({ line, reason }) => {
        reading.skipped++
        reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
        if (++skipped <= NAMED_LINES) warn(`${name}: line ${line} skipped: ${reason}`)
      },
    })
  } catch (error) {
    if (reading.stopped) return
    reading.failed = true
    warn(`${name}: ${explainReadError(error)}; the posts before that count`)
  } finally {
    if (skipped > NAMED_LINES) warn(`${name}: ${count(skipped, 'line')} skipped in all: ${listReasons(reasons)}`)
  }
}

function listReasons(reasons: Map<SkipReason, number>): string {
  return [...reasons]
    .sort((a, b) => b[1] - a[1])
    .map(([reason, times]) => `${times.toLocaleString('en')} × ${reason}`)
    .join(', ')
}
