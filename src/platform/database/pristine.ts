import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openServer } from './server.ts'

/** For tests that kill and break servers: a data directory made once, as the first start makes it, and copies of it. */
export interface Pristine {
  /** A new data directory with an empty database; or, with `isNew`, one that Salve has never seen. */
  newDataDir(options?: { isNew?: boolean }): string
  remove(): void
}

export async function makePristine(): Promise<Pristine> {
  const home = mkdtempSync(join(tmpdir(), 'salve-pristine-'))
  // The database's user passes through.
  chmodSync(home, 0o711)
  const original = join(home, 'original')
  const server = await openServer({ dataDir: original, exclusive: true })
  await server.close()
  let copies = 0
  return {
    newDataDir({ isNew = false } = {}) {
      copies += 1
      const folder = join(home, String(copies))
      if (!isNew) execFileSync('cp', ['-a', original, folder])
      return folder
    },
    remove: () => rmSync(home, { recursive: true, force: true }),
  }
}
