import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packageRoot } from '#platform/root.ts'
import { assemble } from '../compose.ts'
import { readConfig } from '../config.ts'
import { describeEvents, describePermissions, describeRoutes } from '../documents.ts'

/** `salve documents [--check]`: writes the generated tables of docs/, or says which are out of date. For contributors. */
export async function documentsCommand(args: string[]): Promise<number> {
  const dataDir = mkdtempSync(join(tmpdir(), 'salve-documents-'))
  try {
    const config = readConfig({ SALVE_DATA: dataDir, SALVE_DEMO: '1', SALVE_DEV: '1', SALVE_LOG_LEVEL: 'silent' })
    const house = assemble(config, { databaseUrl: 'postgres://nobody@127.0.0.1:1/nothing', manual: true })
    const documents = {
      'docs/events.md': describeEvents(house),
      'docs/routes.md': describeRoutes(house),
      'docs/permissions.md': describePermissions(house),
    }
    const stale = Object.entries(documents).filter(([path, text]) => read(path) !== text)
    if (args.includes('--check')) {
      for (const [path] of stale) process.stderr.write(`${path} is out of date: run npx salve documents\n`)
      return stale.length === 0 ? 0 : 1
    }
    for (const [path, text] of stale) writeFileSync(join(packageRoot, path), text)
    process.stdout.write(
      stale.length === 0 ? 'The documents are up to date.\n' : `Wrote ${stale.map(([path]) => path).join(', ')}.\n`,
    )
    return 0
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(join(packageRoot, path), 'utf8')
  } catch {
    return undefined
  }
}
