import { setTimeout as wait } from 'node:timers/promises'

/** Holds each post back until its time has come. Waits by a timer, so nothing spins; `until` says false once aborted. */
export function createPace(speed: number, signal: AbortSignal | undefined) {
  let eventStart: number | undefined
  const wallStart = performance.now()
  return {
    async until(at: number): Promise<boolean> {
      eventStart ??= at
      const due = wallStart + (at - eventStart) / speed
      try {
        for (let left = due - performance.now(); left > 0.5; left = due - performance.now()) {
          // A timer holds 24 days at most; longer gaps wait again.
          await wait(Math.min(left, 86_400_000), undefined, signal && { signal })
        }
      } catch {
        return false
      }
      return !signal?.aborted
    },
  }
}
