/** How open boards of a scene are told of news: at once when it is telling, else together with what comes within half a second. */
export interface Pulse {
  /**
   * True when boards should be drawn anew now. `now`: a state has changed. `soon`: more posts of the usual kind.
   * `idle`: nothing came, but the times on a board ("4 min ago") grow old.
   */
  beats(exerciseId: string | null, what: 'now' | 'soon' | 'idle'): boolean
}

const SOON_MS = 500
const IDLE_MS = 30_000

export function createPulse(elapsed: () => number = () => performance.now()): Pulse {
  const scenes = new Map<string | null, { at: number; isWaiting: boolean }>()
  return {
    beats(exerciseId, what) {
      const known = scenes.get(exerciseId)
      const since = known ? elapsed() - known.at : Infinity
      const isWaiting = what === 'soon' || (known?.isWaiting ?? false)
      const isDue = what === 'now' || (isWaiting ? since >= SOON_MS : since >= IDLE_MS)
      scenes.set(exerciseId, isDue ? { at: elapsed(), isWaiting: false } : { at: known?.at ?? elapsed(), isWaiting })
      return isDue
    },
  }
}
