import { readdirSync, statSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Invalid } from '#platform/errors.ts'
import { createFiles, type Files } from '#platform/files/index.ts'
import { receiveUpload } from './receive-upload.ts'

let folder: string
let files: Files
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'salve-upload-'))
  files = createFiles({ folder, clock: () => new Date('2026-11-21T14:40:00Z') })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const kept = async () => (await readdir(join(folder, 'incoming')).catch(() => [])).length

function request(body: BodyInit, headers: Record<string, string> = {}): Request {
  return new Request('http://localhost/drills/recordings', {
    method: 'POST',
    body,
    headers,
    duplex: 'half',
  } as RequestInit)
}

function form(content: BlobPart, fields: Record<string, string> = {}): FormData {
  const made = new FormData()
  made.append('recording', new Blob([content]), 'night.ndjson')
  for (const [name, value] of Object.entries(fields)) made.append(name, value)
  return made
}

test('the file goes to disk, the fields come with it, whichever comes first', async () => {
  const upload = await receiveUpload(request(form('{"a":1}\n'.repeat(10_000), { title: 'A night' })), files, 1_000_000)
  expect(upload).toMatchObject({
    fields: { title: 'A night' },
    file: { bytes: 80_000, name: 'night.ndjson' },
    error: undefined,
  })
  expect(await kept()).toBe(0)
})

test('a file beyond the limit is told from a good one, and nothing of it is kept', async () => {
  const upload = await receiveUpload(request(form('x'.repeat(300_000), { title: 'Too much' })), files, 200_000)
  expect(upload).toMatchObject({ fields: { title: 'Too much' }, file: undefined, error: 'too-large' })
  expect(await kept()).toBe(0)
})

test('an endless body is not read to its end', async () => {
  let sent = 0
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent === 0)
        controller.enqueue(
          Buffer.from('--cut\r\nContent-Disposition: form-data; name="recording"; filename="a"\r\n\r\n'),
        )
      sent += 65_536
      controller.enqueue(new Uint8Array(65_536))
    },
  })
  const upload = await receiveUpload(
    request(endless, { 'Content-Type': 'multipart/form-data; boundary=cut' }),
    files,
    500_000,
  )
  expect(upload.error).toBe('too-large')
  expect(sent).toBeLessThan(5_000_000)
  expect(await kept()).toBe(0)
})

test('a large file is read only as fast as the disk takes it: little of it is ever in memory', async () => {
  const chunk = Buffer.alloc(1_048_576, '{"id":"x","at":"2026-11-21T14:40:00Z","text":"a"}\n')
  const chunks = 96
  let sent = 0
  let mostAhead = 0
  const onDisk = () => {
    const incoming = join(folder, 'incoming')
    return readdirSync(incoming).reduce((sum, name) => sum + statSync(join(incoming, name)).size, 0)
  }
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent === 0)
        controller.enqueue(
          Buffer.from('--cut\r\nContent-Disposition: form-data; name="recording"; filename="a"\r\n\r\n'),
        )
      if (sent < chunks) {
        controller.enqueue(new Uint8Array(chunk))
        sent += 1
        mostAhead = Math.max(mostAhead, sent * chunk.length - onDisk())
      } else {
        controller.enqueue(Buffer.from('\r\n--cut--\r\n'))
        controller.close()
      }
    },
  })
  const upload = await receiveUpload(
    request(body, { 'Content-Type': 'multipart/form-data; boundary=cut' }),
    files,
    500_000_000,
  )
  expect(upload.file?.bytes).toBe(chunks * chunk.length)
  expect(mostAhead).toBeLessThan(8 * chunk.length)
})

for (const [what, body, type] of [
  [
    'that breaks off',
    '--cut\r\nContent-Disposition: form-data; name="recording"; filename="a"\r\n\r\n{"id"',
    'multipart/form-data; boundary=cut',
  ],
  ['that is empty', '', 'multipart/form-data; boundary=cut'],
  ['without a boundary', 'x', 'multipart/form-data'],
  ['of another kind', 'title=x', 'application/x-www-form-urlencoded'],
  ['of random bytes', '\u0000\u0001--\r\n\r\n--cut\r\n\r\n', 'multipart/form-data; boundary=cut'],
] as const) {
  test(`a form ${what} is refused in words or carries no file`, async () => {
    const upload = await receiveUpload(request(body, { 'Content-Type': type }), files, 1_000).catch(
      (error: unknown) => error,
    )
    if (upload instanceof Error) expect(upload).toBeInstanceOf(Invalid)
    else expect(upload).toMatchObject({ file: undefined })
    expect(await kept()).toBe(0)
  })
}
