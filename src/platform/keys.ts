import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Secrets that lie outside the database and outside its backups: one master key in a file, one derived key a purpose. */
export interface Keys {
  /** 32 bytes for one purpose, for example `ledger`. */
  derive(purpose: string): Buffer
  /** The secret half of a link that needs no sign-in: recomputed from the id, so that it is stored nowhere. */
  linkToken(purpose: string, id: string): string
  isLinkToken(purpose: string, id: string, token: string): boolean
  readonly file: string
}

/** Reads the master key, or makes it at the first start (mode 0600). */
export function openKeys(dataDir: string): Keys {
  const folder = join(dataDir, 'keys')
  const file = join(folder, 'salve.key')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  try {
    writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as { code?: string }).code !== 'EEXIST') throw error
  }
  const master = Buffer.from(readFileSync(file, 'utf8').trim(), 'hex')
  if (master.length !== 32) throw new Error(`${file} is not a key: restore it from where you keep a copy`)
  return keysFrom(master, file)
}

export function keysFrom(master: Buffer, file: string): Keys {
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), `salve/${purpose}`, 32))
  const linkToken = (purpose: string, id: string) =>
    createHmac('sha256', derive(`link/${purpose}`))
      .update(id)
      .digest()
      .subarray(0, 18)
      .toString('base64url')
  return {
    derive,
    linkToken,
    isLinkToken(purpose, id, token) {
      const expected = Buffer.from(linkToken(purpose, id))
      const given = Buffer.from(token)
      return given.length === expected.length && timingSafeEqual(given, expected)
    },
    file,
  }
}
