import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openGround, type Ground } from '../testing/ground.ts'
import { createFiles, type Files } from './index.ts'

let ground: Ground
let files: Files
let folder: string
const use = { room: 'watch', subject: 'recording:1' }

beforeEach(async () => {
  ground = await openGround()
  folder = await mkdtemp(join(tmpdir(), 'salve-files-'))
  files = createFiles({ folder, clock: ground.clock })
})
afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
  await ground.close()
})

const receive = (content: string, maxBytes = 1_000) =>
  files.receive(Readable.from([Buffer.from(content)]), { maxBytes })

it('keeps the same content once, however often it comes', async () => {
  const first = await receive('{"id":"1"}')
  const second = await receive('{"id":"1"}')
  expect(second).toEqual(first)
  expect(await text(files.open(first.hash))).toBe('{"id":"1"}')
  expect(await readdir(join(folder, 'incoming'))).toEqual([])
})

it('refuses what is too large while it streams, and keeps nothing of it', async () => {
  await expect(receive('x'.repeat(2_000))).rejects.toMatchObject({ fields: { file: 'too-large' } })
  expect(await readdir(join(folder, 'incoming'))).toEqual([])
})

it('sweeps what nothing refers to, after a day', async () => {
  const kept = await receive('kept')
  const released = await receive('released')
  await ground.db.transaction(async (tx) => {
    await files.keep(tx, kept, { ...use, mediaType: 'application/x-ndjson' })
    await files.keep(tx, released, { room: 'watch', subject: 'recording:2', mediaType: 'application/x-ndjson' })
    await files.release(tx, { room: 'watch', subject: 'recording:2' })
  })
  expect(await ground.db.transaction((tx) => files.sweep(tx))).toBe(0)
  ground.time.now = new Date(ground.time.now.getTime() + 2 * 86_400_000)
  expect(await ground.db.transaction((tx) => files.sweep(tx))).toBe(1)
  expect(await text(files.open(kept.hash))).toBe('kept')
  await expect(text(files.open(released.hash))).rejects.toMatchObject({ code: 'ENOENT' })
})
