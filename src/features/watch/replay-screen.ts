import { once } from 'node:events'
import { count } from './replay-lines.ts'

export type Out = NodeJS.WritableStream

/** Where the replay speaks: results to `out`, at its reader's speed; warnings and progress to `err`. */
export function createScreen({ out, err, isTerminal }: { out: Out; err: Out; isTerminal: boolean }) {
  let hasProgress = false
  let shownAt = 0
  let failure: NodeJS.ErrnoException | undefined
  let isShut = false
  out.on('error', (error: NodeJS.ErrnoException) => {
    isShut = true
    // A reader that has seen enough, such as head, closes the pipe: no failure.
    if (error.code !== 'EPIPE') failure = error
  })
  function clearProgress(): void {
    if (hasProgress) err.write('\r\x1b[K')
    hasProgress = false
  }
  return {
    isShut: () => isShut,
    hasFailed: () => failure !== undefined,
    async print(line: string): Promise<void> {
      if (isShut) return
      clearProgress()
      if (!out.write(`${line}\n`) && !isShut) await once(out, 'drain').catch(() => {})
    },
    warn(line: string): void {
      clearProgress()
      err.write(`salve replay: ${line}\n`)
    },
    showProgress(posts: number, at: number, started: number): void {
      const now = performance.now()
      if (!isTerminal || now - shownAt < 200) return
      shownAt = now
      hasProgress = true
      const speed = Math.round((posts / (now - started)) * 1000)
      const time = new Date(at).toISOString().slice(0, 16).replace('T', ' ')
      err.write(`\r\x1b[K${count(posts, 'post')} · ${time} UTC · ${speed.toLocaleString('en')} a second`)
    },
  }
}
