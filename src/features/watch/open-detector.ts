import type { Logger } from '#platform/log.ts'
import { createDetector, isKnownState } from './detector/index.ts'
import { loadShippedModel } from './model.ts'
import type { OpenDetector } from './scene.ts'

/** Opens detectors with the shipped model, and says in the log when a memory cannot be used. */
export function openDetectors(log: Logger): OpenDetector {
  return async (area, state, falseAlertsPerMonth) => {
    if (state !== undefined && !isKnownState(state))
      log.warn({ area: area.name }, 'what the detector remembered is of another version or broken: it starts afresh')
    return createDetector({ area, model: await loadShippedModel(), falseAlertsPerMonth, state })
  }
}
