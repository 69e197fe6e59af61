import type { Tx } from '#platform/database/index.ts'
import { record } from '../log/record.ts'
import type { ReadinessDeps } from '../readiness.ts'
import { peopleOnDuty } from '../rota/rules.ts'
import { listDuties } from '../rota/store.ts'
import type { Scene } from '../scene.ts'
import { SHEET_ROLES } from '../types.ts'
import { markNextLateStep } from './late-steps.ts'
import { listOpenSheets, saveSheet } from './store.ts'

/**
 * Opens a sheet for every role that has none open, each given to whom the rota names first. Call it with the scene locked.
 * Safe to repeat: sheets that are open stay as they are.
 */
export async function openSheets(
  deps: ReadinessDeps,
  tx: Tx,
  { scene, by, incidentId }: { scene: Scene; by: string | null; incidentId: string | null },
): Promise<void> {
  const { clock, events } = deps
  const now = clock()
  const open = new Set((await listOpenSheets(tx, scene)).map((sheet) => sheet.role))
  const missing = SHEET_ROLES.filter((role) => !open.has(role))
  if (missing.length === 0) return
  const turns = await listDuties(tx, now)
  const opened = []
  for (const role of missing) {
    const personId = peopleOnDuty(turns, role, now)[0] ?? null
    const sheetId = await saveSheet(tx, { exerciseId: scene, role, personId, openedAt: now, openedBy: by, incidentId })
    await events.announce(tx, {
      type: 'role-sheet.opened',
      sheetId,
      role,
      personId,
      exerciseId: scene,
      by,
      at: now.toISOString(),
    })
    opened.push({ role, personId })
  }
  await record(deps, tx, scene, by, { kind: 'role-sheet.opened', sheets: opened })
  await markNextLateStep(deps, tx, scene)
}
