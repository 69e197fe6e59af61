import type { DetectedIncident, Evidence } from './detector/types.ts'

/** Remembers which evidence of the open incidents is in the database, so that only what is new is written. */
export interface KeptEvidence {
  /** Evidence that is new, or bears otherwise than before. */
  newOf(detectorId: string, incident: DetectedIncident): Evidence[]
  hasNew(detectorId: string, incident: DetectedIncident): boolean
  keep(detectorId: string, evidence: readonly Evidence[]): void
  /** Forgets incidents that the detector no longer has open. */
  forgetAllBut(detectorIds: ReadonlySet<string>): void
}

export function createKeptEvidence(): KeptEvidence {
  const incidents = new Map<string, Map<string, Evidence['bearing']>>()
  const isNew = (detectorId: string) => {
    const known = incidents.get(detectorId)
    return ({ post, bearing }: Evidence) => known?.get(post.id) !== bearing
  }
  return {
    newOf: (detectorId, { evidence }) => evidence.filter(isNew(detectorId)),
    hasNew: (detectorId, { evidence }) => evidence.some(isNew(detectorId)),
    keep(detectorId, evidence) {
      const known = incidents.get(detectorId) ?? new Map<string, Evidence['bearing']>()
      incidents.set(detectorId, known)
      for (const { post, bearing } of evidence) known.set(post.id, bearing)
    },
    forgetAllBut(detectorIds) {
      for (const id of incidents.keys()) if (!detectorIds.has(id)) incidents.delete(id)
    },
  }
}
