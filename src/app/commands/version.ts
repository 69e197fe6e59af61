import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '#platform/root.ts'
import type { Command } from './command.ts'

/** The version that package.json states. */
export function salveVersion(): string {
  const { version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { version: string }
  return version
}

export const versionCommand: Command = async (_argv, { out }) => {
  out.write(`salve ${salveVersion()} on Node ${process.versions.node}\n`)
  return 0
}
