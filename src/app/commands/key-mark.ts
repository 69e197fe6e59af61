import { openKeys } from '#platform/keys.ts'

/** Tells whether two key files are the same, without telling anything of the key. Kept in backups, which do not hold the keys. */
export function keyMarkOf(dataDir: string): string {
  return openKeys(dataDir).derive('backup-mark').toString('hex').slice(0, 16)
}
