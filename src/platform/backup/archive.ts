import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { codeOf, Failure } from '../failure.ts'
import { Manifest, MANIFEST } from './manifest.ts'
import { unpackTar, type Member } from './tar.ts'

/** The members of a backup, in their order. */
export function readArchive(file: string): AsyncGenerator<Member> {
  const source = createReadStream(file)
  const plain = createGunzip()
  source.on('error', (error) => plain.destroy(error))
  return unpackTar(source.pipe(plain))
}

/** Reads a backup to its end and compares every hash, before anything is changed. Throws a `Failure`. */
export async function examineArchive(file: string): Promise<Manifest> {
  const hashes: Record<string, string> = {}
  let last: unknown
  try {
    for await (const { name, content } of readArchive(file)) {
      const hash = createHash('sha256')
      const chunks: Buffer[] = []
      for await (const chunk of content) {
        hash.update(chunk)
        if (name === MANIFEST) chunks.push(chunk)
      }
      if (name === MANIFEST) last = JSON.parse(Buffer.concat(chunks).toString('utf8'))
      else hashes[name] = hash.digest('hex')
    }
  } catch (error) {
    const code = codeOf(error)
    if (code === 'ENOENT') throw new Failure(`There is no file ${file}.`)
    if (code === 'EACCES' || code === 'EISDIR') throw new Failure(`The file ${file} cannot be read.`)
    throw damaged(file)
  }
  const manifest = Manifest.safeParse(last)
  if (!manifest.success)
    throw last === undefined
      ? damaged(file)
      : new Failure(`${file} is not a backup that this Salve can read: restore it with the Salve that made it.`)
  const { members } = manifest.data
  const isWhole =
    Object.keys(members).length === Object.keys(hashes).length &&
    Object.entries(members).every(([name, hash]) => hashes[name] === hash)
  if (!isWhole) throw damaged(file)
  return manifest.data
}

const damaged = (file: string) =>
  new Failure(`${file} is damaged, cut short, or not a backup of Salve. Nothing was changed: use another copy.`)
