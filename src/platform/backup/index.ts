export { backup, type BackupOptions } from './backup.ts'
export { restore, type RestoreOptions } from './restore.ts'
export type { Manifest } from './manifest.ts'
