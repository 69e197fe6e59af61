import type { FileHandle } from 'node:fs/promises'
import { createGunzip, createInflateRaw } from 'node:zlib'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { openFile } from './replay-input.ts'

/** A list of places cannot be used. The message says which one and why. */
export class UnusableFile extends Error {}

const LONGEST_LINE = 1_000_000
const END_OF_ZIP = 0x06054b50
const ENTRY_OF_ZIP = 0x02014b50
const LONGEST_END = 65_557

/** The bytes of a list of places: plain, gzip'd, or the largest file in a .zip. Throws UnreadableFile or UnusableFile. */
export async function openPlaces(path: string): Promise<AsyncIterable<Buffer>> {
  const file = await openFile(path)
  const head = Buffer.alloc(4)
  await file.read(head, 0, 4, 0)
  if (head.readUInt32LE(0) === 0x04034b50) return inflated(await openZip(file, path), path)
  const bytes = file.createReadStream({ start: 0 })
  if (head[0] === 0x1f && head[1] === 0x8b) return inflated({ bytes, unpack: createGunzip() }, path)
  return bytes as AsyncIterable<Buffer>
}

interface Packed {
  bytes: Readable
  unpack: NodeJS.ReadWriteStream
}

/** A .zip keeps its list at its end; GeoNames puts one large text into each, with a small note at times. */
async function openZip(file: FileHandle, path: string): Promise<Packed | Readable> {
  const { size } = await file.stat()
  const tail = Buffer.alloc(Math.min(size, LONGEST_END))
  await file.read(tail, 0, tail.length, size - tail.length)
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + 22 > tail.length || tail.readUInt32LE(end) !== END_OF_ZIP)
    throw new UnusableFile(`${path}: the .zip ends too early`)
  const list = Buffer.alloc(Math.min(tail.readUInt32LE(end + 12), size))
  await file.read(list, 0, list.length, tail.readUInt32LE(end + 16))
  let largest: { at: number; packed: number; size: number; method: number } | undefined
  for (let i = 0; i + 46 <= list.length && list.readUInt32LE(i) === ENTRY_OF_ZIP;) {
    const [method, packed, whole, at] = [
      list.readUInt16LE(i + 10),
      list.readUInt32LE(i + 20),
      list.readUInt32LE(i + 24),
      list.readUInt32LE(i + 42),
    ]
    if (!largest || whole > largest.size) largest = { at, packed, size: whole, method }
    i += 46 + list.readUInt16LE(i + 28) + list.readUInt16LE(i + 30) + list.readUInt16LE(i + 32)
  }
  if (!largest || largest.size === 0) throw new UnusableFile(`${path}: there is nothing in the .zip`)
  if ((largest.method !== 0 && largest.method !== 8) || largest.at === 0xffffffff || largest.packed === 0xffffffff)
    throw new UnusableFile(`${path}: the .zip is packed in a way that Salve cannot read; unpack it first`)
  const local = Buffer.alloc(30)
  await file.read(local, 0, 30, largest.at)
  const start = largest.at + 30 + local.readUInt16LE(26) + local.readUInt16LE(28)
  const bytes = file.createReadStream({ start, end: start + Math.max(0, largest.packed - 1) })
  return largest.method === 8 ? { bytes, unpack: createInflateRaw() } : bytes
}

async function* inflated(packed: Packed | Readable, path: string): AsyncGenerator<Buffer> {
  if (packed instanceof Readable) return yield* packed as AsyncIterable<Buffer>
  const { bytes, unpack } = packed
  const done = pipeline(bytes, unpack).catch(() => undefined)
  try {
    yield* unpack as unknown as AsyncIterable<Buffer>
  } catch {
    throw new UnusableFile(`${path} is damaged or cut off`)
  } finally {
    bytes.destroy()
    await done
  }
}

/** The lines of a text with their numbers from 1, some hundred at a time; a line longer than 1 MB comes as null. */
export async function* readLines(bytes: AsyncIterable<Buffer>): AsyncGenerator<(string | null)[]> {
  const decoder = new TextDecoder()
  let rest = ''
  let tooLong = false
  for await (const chunk of bytes) {
    const lines: (string | null)[] = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    if (tooLong && lines.length > 0) {
      lines[0] = null
      tooLong = false
    }
    if (rest.length > LONGEST_LINE) {
      rest = ''
      tooLong = true
    }
    yield lines
  }
  if (rest !== '' || tooLong) yield [tooLong ? null : rest]
}
