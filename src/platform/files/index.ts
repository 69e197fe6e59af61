import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Clock } from '../clock.ts'
import type { Tx } from '../database/index.ts'
import { Invalid, Unavailable } from '../errors.ts'
import { deleteUnusedFile, saveFile, saveUse, deleteUses } from './store.ts'

/** A file that lies on disk but that nothing refers to yet. */
export interface Received {
  /** SHA-256 of the content, hexadecimal: its name on disk. */
  hash: string
  bytes: number
}

/** Files by content hash in the data directory: the same content is kept once. */
export interface Files {
  /** Streams to disk, counting and hashing. More than `maxBytes`: `Invalid({ file: 'too-large' })`, nothing is kept. A full disk: `Unavailable`. */
  receive(source: Readable | ReadableStream, limits: { maxBytes: number }): Promise<Received>
  /** Refers to a received file from a room's subject, for example `('watch', 'recording:<id>')`. */
  keep(tx: Tx, file: Received, use: { room: string; subject: string; mediaType: string }): Promise<void>
  /** Ends every reference of a subject; content that nothing refers to any more goes with the nightly sweep. */
  release(tx: Tx, use: { room: string; subject: string }): Promise<void>
  open(hash: string): Readable
  /** Deletes content that nothing has referred to for a day. */
  sweep(tx: Tx): Promise<number>
  readonly folder: string
}

const DAY_MS = 86_400_000

export function createFiles({ folder, clock }: { folder: string; clock: Clock }): Files {
  const pathOf = (hash: string) => join(folder, hash.slice(0, 2), hash)

  return {
    folder,
    async receive(source, { maxBytes }) {
      const incoming = join(folder, 'incoming')
      await mkdir(incoming, { recursive: true })
      const temporary = join(incoming, randomUUID())
      const hash = createHash('sha256')
      let bytes = 0
      const counted = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          bytes += chunk.length
          hash.update(chunk)
          done(bytes > maxBytes ? new Invalid({ file: 'too-large' }) : null, chunk)
        },
      })
      try {
        const readable =
          source instanceof Readable ? source : Readable.fromWeb(source as import('node:stream/web').ReadableStream)
        await pipeline(readable, counted, createWriteStream(temporary, { mode: 0o600 }))
      } catch (error) {
        await rm(temporary, { force: true })
        if ((error as { code?: string }).code === 'ENOSPC') throw new Unavailable('The disk is full')
        throw error
      }
      const received = { hash: hash.digest('hex'), bytes }
      const path = pathOf(received.hash)
      await mkdir(join(folder, received.hash.slice(0, 2)), { recursive: true })
      if (
        await stat(path).then(
          () => true,
          () => false,
        )
      )
        await rm(temporary)
      else await rename(temporary, path)
      return received
    },
    async keep(tx, file, { room, subject, mediaType }) {
      await saveFile(tx, { ...file, mediaType, createdAt: clock() })
      await saveUse(tx, { hash: file.hash, room, subject })
    },
    release: deleteUses,
    open: (hash) => createReadStream(pathOf(hash)),
    async sweep(tx) {
      let swept = 0
      for (;;) {
        const hash = await deleteUnusedFile(tx, new Date(clock().getTime() - DAY_MS))
        if (!hash) return swept
        await rm(pathOf(hash), { force: true })
        swept += 1
      }
    },
  }
}
