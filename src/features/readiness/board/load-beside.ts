import type { Actor } from '#platform/actor.ts'
import type { Reader } from '#platform/database/index.ts'
import type { TimeStyle } from '#platform/i18n/time.ts'
import type { LedgerEntry } from '#platform/ledger/index.ts'
import { listRunningHolds } from '../holds/store.ts'
import { incidentSubject } from '../incidents/calls.ts'
import { listOpenIncidents } from '../incidents/store.ts'
import type { LogFact } from '../log/facts.ts'
import { peopleIn, sayEntry } from '../log/say.ts'
import { findMay } from '../pages/load.ts'
import { NORMAL } from '../posture/rules.ts'
import { findPosture } from '../posture/store.ts'
import type { ReadinessDeps } from '../readiness.ts'
import { logChain, readinessPath } from '../scene.ts'
import { loadTeamReach } from '../team/reach.ts'
import { findLatestTeamPage } from '../team/store.ts'
import type { BesideData } from './beside-data.ts'

/** Lines of "already done" on the board. */
const DONE_LINES = 6
/** Entries that are looked through for them. */
const LOOKED_AT = 60

/** Ticks, units and notes are too many for the wall. */
const SHOWN: readonly LogFact['kind'][] = [
  'posture.changed',
  'posture.reverted',
  'stand-down.completed',
  'hold.started',
  'hold.renewed',
  'hold.ended',
  'duty.paged',
  'duty.nobody',
  'page.answered',
  'page.unreachable',
  'call.escalated',
  'call.exhausted',
  'team.paged',
  'team.taken-back',
]

const NOTHING = { setPosture: false, hold: false, pageTeam: false, tick: false, openSheets: false }

export async function loadBeside(
  deps: ReadinessDeps,
  reader: Reader,
  ask: {
    exerciseId: string | null
    incidentId?: string | undefined
    now: Date
    actor: Actor | undefined
    style: TimeStyle
  },
): Promise<BesideData> {
  const { accounts, ledger, paging } = deps
  const { exerciseId: scene, now, actor, style } = ask
  const posture = (await findPosture(reader, scene)) ?? NORMAL
  const open = await listOpenIncidents(reader, scene)
  const incident = open.find((one) => one.incidentId === ask.incidentId) ?? open[0]
  const entries = (await ledger.list(reader, logChain(scene), LOOKED_AT)).filter((entry) =>
    isShown(entry, incident?.probableAt ?? null),
  )
  const shown = entries.slice(0, DONE_LINES).toReversed()
  const names = await accounts.people(reader, [posture.setBy, ...peopleIn(shown)], style.locale)
  const calls = incident ? await paging.summary(reader, { subject: incidentSubject(incident.incidentId) }) : []
  const teamPage = await findLatestTeamPage(reader, scene)
  const isCurrent = teamPage && (!teamPage.sentAt || teamPage.incidentId === (incident?.incidentId ?? null))
  return {
    exerciseId: scene,
    posture,
    setByName: posture.setBy ? names.get(posture.setBy)?.name : undefined,
    holds: await listRunningHolds(reader, scene),
    incident,
    team: await loadTeamReach(deps, reader, now),
    nobodyAnswered: calls.some((call) => call.state === 'exhausted' && call.counts.answered === 0),
    teamPage: isCurrent ? teamPage : undefined,
    done: shown.map((entry) => sayEntry(entry, names, style)),
    may: actor ? await findMay(reader, actor, now) : NOTHING,
    path: readinessPath(scene),
    now,
  }
}

function isShown({ kind, at }: LedgerEntry, since: Date | null): boolean {
  return (SHOWN as readonly string[]).includes(kind) && (since === null || at >= since)
}
