/** The real world (null) or one exercise. The two never mix: every row, page and log line carries this. */
export type Scene = string | null

/** The ledger's chain that is a scene's log. */
export function logChain(scene: Scene): string {
  return `readiness:${scene ?? 'real'}`
}

/** Where a scene's readiness is found. */
export function readinessPath(scene: Scene): string {
  return scene === null ? '/readiness' : `/drills/${scene}/readiness`
}

/** Where a scene's watch board is found. */
export function boardPath(scene: Scene): string {
  return scene === null ? '/watch' : `/drills/${scene}`
}

/** Where a scene's watch board shows an incident. */
export function incidentPath(scene: Scene, incidentId: string): string {
  return scene === null ? `/watch/incidents/${incidentId}` : `/drills/${scene}/incidents/${incidentId}`
}
