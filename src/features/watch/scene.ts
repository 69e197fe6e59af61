import { createKeptEvidence, type KeptEvidence } from './kept-evidence.ts'
import type { Database, Tx } from '#platform/database/index.ts'
import type { Area, Detector } from './detector/types.ts'
import { falseAlertsPerMonth } from './rules.ts'
import { findSceneForUpdate, saveDetectorState } from './store.ts'

/** The real world or one exercise: its detector, and the one queue through which everything that changes it passes. */
export interface Scene {
  readonly exerciseId: string | null
  /**
   * Runs `work` alone, in one transaction together with the detector's memory: both are kept, or neither.
   * Undefined when the scene does not exist (no catchment area yet).
   */
  change<T>(work: (tx: Tx, detector: Detector, scene: OpenScene) => Promise<T>): Promise<T | undefined>
}

export interface OpenScene {
  exerciseId: string | null
  area: Area
  /** Nobody outside hears of it: an exercise that pages nobody. */
  isSilent: boolean
  /** What of the evidence is kept already. */
  kept: KeptEvidence
  /** The stored id of an incident that the detector names. */
  detectorId(id: string): string
  /** And back: the detector's own name of a stored incident; one of an earlier memory is unknown to it. */
  ownId(detectorId: string): string
}

export interface Scenes {
  of(exerciseId: string | null): Scene
  /** Lets go of a scene's detector; it is read again from its saved memory when needed. */
  drop(exerciseId: string | null): void
}

export type OpenDetector = (area: Area, state: unknown, falseAlertsPerMonth: number) => Promise<Detector>

/** Detectors held in memory at the same time. */
const MOST_OPEN = 6

export function createScenes({ db, openDetector }: { db: Database; openDetector: OpenDetector }): Scenes {
  const scenes = new Map<string | null, Scene>()
  return {
    of(exerciseId) {
      const scene = scenes.get(exerciseId) ?? createScene(db, openDetector, exerciseId)
      // The latest used last; a detector let go of too early is only read again.
      scenes.delete(exerciseId)
      scenes.set(exerciseId, scene)
      for (const id of scenes.keys()) if (scenes.size > MOST_OPEN && id !== null) scenes.delete(id)
      return scene
    },
    drop: (exerciseId) => void scenes.delete(exerciseId),
  }
}

function createScene(db: Database, openDetector: OpenDetector, exerciseId: string | null): Scene {
  /**
   * The detector as it was when `version` was saved. Another process may have moved on, or the budget was changed: then it
   * is read anew, with all that it remembers.
   */
  let held: { version: number; budgetDays: number | null; detector: Detector; kept: KeptEvidence } | undefined
  let last: Promise<unknown> = Promise.resolve()

  function alone<T>(work: () => Promise<T>): Promise<T> {
    const mine = last.then(work, work)
    last = mine.catch(() => undefined)
    return mine
  }

  return {
    exerciseId,
    change: (work) =>
      alone(async () => {
        try {
          return await db.transaction(async (tx) => {
            const saved = await findSceneForUpdate(tx, exerciseId)
            if (!saved) return undefined
            const budgetDays = saved.budget_days
            if (held?.version !== saved.version || held.budgetDays !== budgetDays) {
              const state: unknown = saved.state === null ? undefined : JSON.parse(saved.state)
              held = {
                version: saved.version,
                budgetDays,
                detector: await openDetector(saved.area, state, falseAlertsPerMonth(budgetDays)),
                kept: createKeptEvidence(),
              }
            }
            const { detector, kept } = held
            const result = await work(tx, detector, {
              exerciseId,
              area: saved.area,
              kept,
              isSilent: saved.pages_people === false,
              detectorId: (id) => `${saved.epoch}:${id}`,
              ownId: (id) => (id.startsWith(`${saved.epoch}:`) ? id.slice(saved.epoch.length + 1) : ''),
            })
            held = { version: saved.version + 1, budgetDays, detector, kept }
            await saveDetectorState(tx, exerciseId, held.version, JSON.stringify(detector.save()))
            return result
          })
        } catch (error) {
          // What the detector learnt in vain must not stay.
          held = undefined
          throw error
        }
      }),
  }
}
