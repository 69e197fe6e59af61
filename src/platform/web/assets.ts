import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { Handler } from 'hono'
import { NotFound } from '../errors.ts'
import { packageRoot } from '../root.ts'

const MEDIA_TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webmanifest': 'application/manifest+json',
}

const folder = join(packageRoot, 'dist', 'assets')

/** Style sheet and scripts by their logical names: `assetPath('salve.css')` is `/assets/salve-<hash>.css`. */
export interface Assets {
  path(name: string): string | undefined
  serve: Handler
}

/** Reads the build's manifest. Without a build (tests of single rooms) pages come without style and scripts. */
export function openAssets(): Assets {
  const manifest = readManifest()
  const known = new Map<string, Promise<Buffer<ArrayBuffer>>>()
  return {
    path: (name) => (manifest[name] ? `/assets/${manifest[name]}` : undefined),
    async serve(c) {
      const name = c.req.param('name') ?? ''
      const type = MEDIA_TYPES[extname(name)]
      if (!/^[\w.-]+$/.test(name) || !type || name === 'manifest.json') throw new NotFound('No such asset')
      let content = known.get(name)
      if (!content) {
        content = readFile(join(folder, name))
        known.set(name, content)
        content.catch(() => known.delete(name))
      }
      const body = await content.catch(() => {
        throw new NotFound('No such asset')
      })
      return c.body(body, 200, { 'Content-Type': type, 'Cache-Control': 'public, max-age=31536000, immutable' })
    },
  }
}

function readManifest(): Record<string, string> {
  try {
    return JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
  } catch {
    return {}
  }
}
