import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

function findRoot(from: string): string {
  if (existsSync(join(from, 'package.json'))) return from
  const parent = dirname(from)
  if (parent === from) throw new Error('Salve cannot find its own package.json')
  return findRoot(parent)
}

/** The folder that holds package.json, models/, fixtures/ and dist/: the same from the bundle and from the sources. */
export const packageRoot = findRoot(import.meta.dirname)
