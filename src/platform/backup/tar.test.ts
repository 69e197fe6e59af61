import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { packTar, unpackTar, type Member } from './tar.ts'

async function* from<T>(items: Iterable<T>): AsyncGenerator<T> {
  yield* items
}

async function packed(members: Member[]): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of packTar(from(members))) chunks.push(chunk)
  return Buffer.concat(chunks)
}

async function unpacked(archive: Buffer, chunkBytes: number): Promise<[string, Buffer][]> {
  const chunks = Array.from({ length: Math.ceil(archive.length / chunkBytes) }, (_, number) =>
    archive.subarray(number * chunkBytes, (number + 1) * chunkBytes),
  )
  const found: [string, Buffer][] = []
  for await (const { name, content } of unpackTar(from(chunks))) {
    const parts: Buffer[] = []
    for await (const part of content) parts.push(part)
    found.push([name, Buffer.concat(parts)])
  }
  return found
}

const member = (name: string, content: Buffer): Member => ({ name, bytes: content.length, content: [content] })

test('what goes in comes out, in whatever pieces it arrives', async () => {
  const contents = [0, 1, 511, 512, 513, 70_000].map(
    (bytes) => [`part/${bytes}`, randomBytes(bytes)] as [string, Buffer],
  )
  const archive = await packed(contents.map(([name, content]) => member(name, content)))
  expect(archive.length % 512).toBe(0)
  for (const chunkBytes of [7, 512, 100_000]) expect(await unpacked(archive, chunkBytes)).toEqual(contents)
})

test('content that nobody reads is skipped', async () => {
  const archive = await packed([member('first', randomBytes(9_000)), member('second', Buffer.from('here'))])
  const names: string[] = []
  for await (const { name } of unpackTar(from([archive]))) names.push(name)
  expect(names).toEqual(['first', 'second'])
})

test('an archive that is cut or damaged is no archive', async () => {
  const archive = await packed([member('first', randomBytes(9_000))])
  await expect(unpacked(archive.subarray(0, 5_000), 512)).rejects.toThrow('ends too early')
  const damaged = Buffer.from(archive)
  damaged[3] = 0xff
  await expect(unpacked(damaged, 512)).rejects.toThrow('damaged')
})

test('a member that is longer than it said, or has an endless name, is refused', async () => {
  await expect(packed([{ name: 'grows', bytes: 3, content: [Buffer.from('four')] }])).rejects.toThrow('grows changed')
  await expect(packed([member('n'.repeat(101), Buffer.alloc(0))])).rejects.toThrow('too long a name')
})
