import type { Tx } from '#platform/database/index.ts'
import { sceneChannel } from '#platform/realtime/index.ts'
import type { ReadinessDeps } from '../readiness.ts'
import { lookAgainAt } from '../come-again.ts'
import type { Scene } from '../scene.ts'
import { lockScene } from '../scene.store.ts'
import { targetTime } from './rules.ts'
import { SHEETS } from './steps.ts'
import { listOpenSheets, listTicks } from './store.ts'

const SHOW_LATE_STEPS = { name: 'show-late-steps' }
const A_MINUTE = 60_000

/** Queues the moment at which the next undone step becomes late, so that open screens mark it without anybody's doing. */
export async function markNextLateStep({ clock, jobs }: ReadinessDeps, tx: Tx, scene: Scene): Promise<void> {
  const now = clock().getTime()
  const sheets = await listOpenSheets(tx, scene)
  const ticks = await listTicks(
    tx,
    sheets.map((sheet) => sheet.id),
  )
  const done = new Set(ticks.filter((tick) => tick.done).map((tick) => `${tick.sheetId}/${tick.step}`))
  const late = sheets
    .flatMap((sheet) =>
      SHEETS[sheet.role]
        .filter((step) => !done.has(`${sheet.id}/${step.key}`))
        .map((step) => targetTime(sheet.openedAt, step)),
    )
    .map((target) => target.getTime() + A_MINUTE)
    .filter((at) => at > now)
  if (late.length === 0) return
  const at = lookAgainAt(new Date(Math.min(...late)), clock())
  await jobs.enqueue(tx, SHOW_LATE_STEPS, { scene }, { at })
}

/** Renews the screens and looks for the next one. */
export async function showLateSteps(deps: ReadinessDeps, scene: Scene): Promise<void> {
  const { db, realtime } = deps
  await db.transaction(async (tx) => {
    await lockScene(tx, scene)
    if ((await listOpenSheets(tx, scene)).length === 0) return
    await realtime.touch(tx, sceneChannel(scene))
    await markNextLateStep(deps, tx, scene)
  })
}
