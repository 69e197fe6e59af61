import type { Actor } from '#platform/actor.ts'
import type { Reader } from '#platform/database/index.ts'
import type { TimeStyle } from '#platform/i18n/time.ts'
import { sceneChannel } from '#platform/realtime/index.ts'
import { listRunningHolds } from '../holds/store.ts'
import { isOwnCall } from '../incidents/calls.ts'
import { findIncident, listIncidents, listOpenIncidents } from '../incidents/store.ts'
import { loadLog } from '../log/load.ts'
import { canHold, canOpenSheets, canPageTeam, canSeeReadiness, canSetPosture, canTick } from '../permissions.ts'
import { NORMAL } from '../posture/rules.ts'
import { findPosture, listPostureSteps } from '../posture/store.ts'
import type { ReadinessDeps } from '../readiness.ts'
import { rolesOnDuty } from '../rota/on-duty.ts'
import { listOpenSheets, listTicks } from '../role-sheets/store.ts'
import type { Scene } from '../scene.ts'
import { findLatestTeamPage } from '../team/store.ts'
import { loadTeamReach } from '../team/reach.ts'
import { SHEET_ROLES, type PostureStep } from '../types.ts'
import { listLatestReports } from '../units/store.ts'
import type { May, ReadinessData } from './readiness-data.ts'

/** Lines of the log beside the board; the rest stands on its own page. */
const LOG_LINES = 25
/** Calls that ended longer ago than this, in milliseconds, are history. */
const RECENT = 12 * 3_600_000

export async function findMay(reader: Reader, actor: Actor, now: Date): Promise<May> {
  const onDuty = await rolesOnDuty(reader, actor.id, now)
  return {
    setPosture: canSetPosture(actor, onDuty),
    hold: canHold(actor, onDuty),
    pageTeam: canPageTeam(actor, onDuty),
    tick: canTick(actor),
    openSheets: canOpenSheets(actor, onDuty),
  }
}

export async function loadReadiness(
  deps: ReadinessDeps,
  ask: { scene: Scene; may: May; style: TimeStyle; now: Date; isFragment?: boolean },
): Promise<ReadinessData> {
  const { db, accounts, paging, realtime } = deps
  const { scene, may, style, now } = ask
  // Before the rows: a change in between is drawn twice rather than missed.
  const version = await realtime.version(sceneChannel(scene))
  return db.read(async (reader) => {
    const posture = (await findPosture(reader, scene)) ?? NORMAL
    const steps = sinceNormal(await listPostureSteps(reader, scene, 20))
    const incidents = await listOpenIncidents(reader, scene)
    const holds = await listRunningHolds(reader, scene)
    const open = await listOpenSheets(reader, scene)
    const because = posture.incidentId
      ? await findIncident(reader, posture.incidentId)
      : (incidents[0] ?? (open.length > 0 ? (await listIncidents(reader, scene)).at(-1) : undefined))
    const ticks = await listTicks(
      reader,
      open.map((sheet) => sheet.id),
    )
    const sheets = SHEET_ROLES.flatMap((role) => open.filter((sheet) => sheet.role === role)).map((sheet) => ({
      ...sheet,
      ticks: ticks.filter((tick) => tick.sheetId === sheet.id),
    }))
    const units = await listLatestReports(reader, scene)
    const calls = (await paging.summary(reader, { exerciseId: scene }))
      .filter((call) => isOwnCall(call) && (!call.endedAt || now.getTime() - call.endedAt.getTime() < RECENT))
      .toSorted((a, b) => Number(a.endedAt !== null) - Number(b.endedAt !== null))
    const names = await accounts.people(
      reader,
      [
        posture.setBy,
        ...steps.map((step) => step.setBy),
        ...holds.map((hold) => hold.startedBy),
        ...sheets.flatMap((sheet) => [sheet.personId, sheet.signedOffBy]),
        ...ticks.map((tick) => tick.by),
        ...units.map((unit) => unit.toldBy),
      ],
      style.locale,
    )
    const everybody = may.openSheets ? await accounts.listPeople(reader) : []
    return {
      scene,
      now,
      posture,
      steps,
      incidents,
      because,
      holds,
      sheets,
      units,
      calls,
      sentences: new Map(calls.map((call) => [call.callId, paging.say(call.message, style.locale)])),
      team: await loadTeamReach(deps, reader, now),
      teamPage: await findLatestTeamPage(reader, scene),
      log: await loadLog(deps, reader, { scene, style, limit: LOG_LINES, isFragment: ask.isFragment ?? false }),
      names,
      staff: everybody.filter((person) => canSeeReadiness(person)).map(({ id, name }) => ({ id, name })),
      may,
      version,
    }
  })
}

/** From newest-first steps: those since the last normal, oldest first, the normal step before them included. */
function sinceNormal(steps: readonly PostureStep[]): PostureStep[] {
  const end = steps.findIndex((step) => step.level === 'normal')
  return steps.slice(0, end === -1 ? steps.length : end + 1).toReversed()
}
