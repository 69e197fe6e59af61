import type { Kind } from '../../src/features/watch/detector/types.ts'
import { loadModel } from '../../src/features/watch/detector/index.ts'
import { trainTriage } from '../../training/train.ts'
import { KIND_OF } from './pack.ts'
import type { PackEvent } from './pack.ts'

export type TriageModel = ReturnType<typeof loadModel>

/** Trains on demand; the same omission is trained once. */
export function createTrainer(data: string) {
  const trained = new Map<string, TriageModel>()
  function train(withoutEvents: string[], withoutKinds: Kind[]): TriageModel {
    const key = JSON.stringify([withoutEvents, withoutKinds])
    let model = trained.get(key)
    if (!model) {
      model = loadModel(trainTriage({ data, withoutEvents, withoutKinds }))
      trained.set(key, model)
    }
    return model
  }
  return {
    /** Never saw the event. */
    withoutEvent: (event: PackEvent) => train([event.event], []),
    /** Never saw any event of its kind, nor the kind's words. */
    withoutKind: (event: PackEvent, events: PackEvent[]) => {
      const kind = KIND_OF[event.kind] as Kind
      return train(
        events
          .filter((other) => KIND_OF[other.kind] === kind)
          .map((other) => other.event)
          .sort(),
        [kind],
      )
    },
    whole: () => train([], []),
  }
}

export type Trainer = ReturnType<typeof createTrainer>
