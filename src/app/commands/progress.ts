import type { Io } from './command.ts'

/** Progress on a terminal: one line that is written over. Elsewhere nothing, so that logs stay short. `done` clears it. */
export function progressOn({ err }: Pick<Io, 'err'>): { say: (line: string) => void; done: () => void } {
  if (!err.isTTY) return { say: () => undefined, done: () => undefined }
  return { say: (line) => err.write(`\r\x1b[K${line}`), done: () => err.write('\r\x1b[K') }
}

/** 1536 → "1.5 kB"; for people. */
export function sizeInWords(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB']
  const power = Math.min(units.length - 1, Math.floor(Math.log(Math.max(1, bytes)) / Math.log(1_000)))
  const value = bytes / 1_000 ** power
  return `${power === 0 || value >= 10 ? Math.round(value) : value.toFixed(1)} ${units[power]}`
}
