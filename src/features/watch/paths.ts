/** Where a scene's board, or one of its incidents, is found. */
export function boardPath(exerciseId: string | null, incidentId?: string): string {
  const base = exerciseId === null ? '/watch' : `/drills/${exerciseId}`
  return incidentId === undefined ? base : `${base}/incidents/${incidentId}`
}
