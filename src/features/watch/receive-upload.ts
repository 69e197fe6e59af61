import { Busboy, type BusboyInstance } from '@fastify/busboy'
import { PassThrough, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Invalid, Unavailable } from '#platform/errors.ts'
import type { Files, Received } from '#platform/files/index.ts'
import { storable } from '#platform/storable.ts'

export interface Upload {
  fields: Record<string, string>
  /** Undefined when no file was chosen. */
  file: (Received & { name: string }) | undefined
  /** An area that came as a file: its text. */
  areaFile: string | undefined
  /** What was wrong with a file: `too-large`. */
  error: 'too-large' | undefined
}

const LONGEST_FIELD = 1_000_000

/**
 * Reads a multipart form as it streams in: the file named `recording` goes straight to disk, never into memory.
 * Throws Invalid({ recording: 'error.file.broken' }) when the form ends too early, Unavailable when the disk is full.
 */
export async function receiveUpload(request: Request, files: Files, maxBytes: number): Promise<Upload> {
  const type = request.headers.get('content-type') ?? ''
  if (!request.body || !/^multipart\/form-data;/i.test(type)) throw new Invalid({ recording: 'error.file.missing' })
  const fields: Record<string, string> = Object.create(null)
  let receiving: Promise<void> | undefined
  let content: PassThrough | undefined
  let file: Upload['file']
  let error: Upload['error']
  let failure: unknown
  let areaFile: string | undefined

  const form = createForm(type)
  form.on('field', (name, value) => {
    fields[name] = storable(value)
  })
  form.on('file', (name, stream, fileName) => {
    if (name === 'areaFile') {
      const parts: Buffer[] = []
      let bytes = 0
      // A little more than an area may have, so that the form says that it is too long; the rest is not kept in memory.
      stream.on('data', (part: Buffer) => {
        if (bytes <= LONGEST_FIELD) parts.push(part.subarray(0, LONGEST_FIELD + 1 - bytes))
        bytes += part.length
      })
      stream.on('end', () => {
        if (parts.length > 0) areaFile = storable(Buffer.concat(parts).toString('utf8'))
      })
      return
    }
    if (name !== 'recording' || receiving || !fileName) {
      stream.resume()
      return
    }
    // Through a stream of our own, which a form that breaks off can end.
    const through = new PassThrough()
    through.on('error', () => stream.resume())
    stream.on('error', (reason) => through.destroy(reason))
    stream.pipe(through)
    content = through
    receiving = keepFile()

    async function keepFile(): Promise<void> {
      try {
        file = { ...(await files.receive(through, { maxBytes })), name: storable(fileName) }
      } catch (reason) {
        if (reason instanceof Invalid) error = 'too-large'
        else failure = reason
        // The rest must be read, or the form never ends; a browser hears an answer only when it has sent everything.
        stream.unpipe(through)
        stream.resume()
      }
    }
  })

  try {
    await pipeline(
      Readable.fromWeb(request.body as import('node:stream/web').ReadableStream),
      limited(maxBytes * 1.05 + 2 * LONGEST_FIELD, () => (error = 'too-large')),
      form,
    )
  } catch (reason) {
    content?.destroy(new Error('The form broke off'))
    await receiving
    if (error) return { fields, file: undefined, areaFile, error }
    if (failure instanceof Unavailable) throw failure
    throw new Invalid({
      recording: reason instanceof Invalid ? (reason.fields['recording'] ?? 'error.file.broken') : 'error.file.broken',
    })
  }
  await receiving
  if (failure) throw failure
  return { fields, file, areaFile, error }
}

function createForm(contentType: string): BusboyInstance {
  try {
    return new Busboy({
      headers: { 'content-type': contentType },
      limits: { fields: 20, fieldSize: LONGEST_FIELD, fieldNameSize: 100, files: 3, parts: 30 },
    })
  } catch {
    throw new Invalid({ recording: 'error.file.broken' })
  }
}

/** Stops reading a body that is larger than any allowed file: nobody may keep the server busy for ever. */
function limited(maxBytes: number, onTooLarge: () => void) {
  return async function* (source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    let bytes = 0
    for await (const chunk of source) {
      bytes += chunk.length
      if (bytes > maxBytes) {
        onTooLarge()
        throw new Invalid({ recording: 'error.file.large' })
      }
      yield chunk
    }
  }
}
