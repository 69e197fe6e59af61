import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/database/index.ts'
import { Conflict, NotAllowed, NotFound } from '#platform/errors.ts'
import type { CallRequest } from '#features/paging'
import { lookAgainAt } from '../come-again.ts'
import { incidentSubject, settleByActing } from '../incidents/calls.ts'
import { callFacts } from '../incidents/listeners.ts'
import { findIncident, listOpenIncidents } from '../incidents/store.ts'
import { record } from '../log/record.ts'
import { canPageTeam } from '../permissions.ts'
import type { ReadinessDeps } from '../readiness.ts'
import { rolesOnDuty } from '../rota/on-duty.ts'
import { teamOnDuty } from '../rota/rules.ts'
import { listDuties } from '../rota/store.ts'
import type { Scene } from '../scene.ts'
import { lockScene } from '../scene.store.ts'
import { TRAUMA_TEAM, type KnownIncident, type TeamPage } from '../types.ts'
import { readinessWords } from '../words.ts'
import { REMIND_AFTER, TAKE_BACK_SECONDS } from './rules.ts'
import { findLatestTeamPage, findTeamPage, markTeamPageSent, saveTeamPage } from './store.ts'
import { takeBackWaitingTeamPage } from './take-back.ts'

const OPEN_TEAM_CALL = { name: 'open-team-call' }

/** Asks everybody of the trauma team on duty whether they can come, and when: ten seconds from now. Two taps are one. */
export function pageTeam(
  deps: ReadinessDeps,
  actor: Actor,
  input: { scene: Scene; incidentId?: string | undefined },
): Promise<string> {
  const { db, clock, jobs } = deps
  const { scene } = input
  return db.transaction(async (tx) => {
    await lockScene(tx, scene)
    await refuseUnlessMayPage(deps, tx, actor)
    const latest = await findLatestTeamPage(tx, scene)
    if (latest && !latest.sentAt) return latest.id
    const team = teamOnDuty(await listDuties(tx, clock()), TRAUMA_TEAM, clock())
    if (team.length === 0) throw new Conflict('Nobody of the trauma team is on duty by the rota. Fill the rota first.')
    const incident = await findAbout(tx, scene, input.incidentId)
    const sendAt = new Date(clock().getTime() + TAKE_BACK_SECONDS * 1_000)
    const id = await saveTeamPage(tx, {
      exerciseId: scene,
      incidentId: incident?.incidentId ?? null,
      askedBy: actor.id,
      askedAt: clock(),
      sendAt,
    })
    await jobs.enqueue(tx, OPEN_TEAM_CALL, { teamPageId: id }, { at: sendAt })
    await settleByActing(deps, tx, scene, actor.id)
    await record(deps, tx, scene, actor.id, { kind: 'team.asked', people: team.length, until: sendAt.toISOString() })
    return id
  })
}

/** Takes the page back. After ten seconds it is too late: people are on their way to answer. */
export function takeBackTeamPage(
  deps: ReadinessDeps,
  actor: Actor,
  input: { scene: Scene; teamPageId: string },
): Promise<void> {
  return deps.db.transaction(async (tx) => {
    await lockScene(tx, input.scene)
    const page = await findTeamPage(tx, input.teamPageId)
    if (!page || page.exerciseId !== input.scene) throw new NotFound('No such page')
    await refuseUnlessMayPage(deps, tx, actor)
    if (page.sentAt)
      throw new Conflict('The team has been paged already. Stand down to tell them that nobody need come.')
    if (!page.takenBackAt) await takeBackWaitingTeamPage(deps, tx, input.scene, actor.id)
  })
}

/** Pages the team when the ten seconds are over and nobody took it back. Safe to repeat. */
export async function openTeamCall(deps: ReadinessDeps, teamPageId: string): Promise<void> {
  const { db, clock, jobs } = deps
  await db.transaction(async (tx) => {
    const known = await findTeamPage(tx, teamPageId)
    if (!known) return
    await lockScene(tx, known.exerciseId)
    const page = await findTeamPage(tx, teamPageId)
    if (!page || page.sentAt || page.takenBackAt) return
    if (page.sendAt <= clock()) await sendTeamPage(deps, tx, page)
    else await jobs.enqueue(tx, OPEN_TEAM_CALL, { teamPageId }, { at: lookAgainAt(page.sendAt, clock()) })
  })
}

async function sendTeamPage(deps: ReadinessDeps, tx: Tx, page: TeamPage): Promise<void> {
  const { clock, events, paging } = deps
  const { exerciseId: scene } = page
  const people = teamOnDuty(await listDuties(tx, clock()), TRAUMA_TEAM, clock())
  const incident = page.incidentId ? await findIncident(tx, page.incidentId) : undefined
  const callId = await paging.openCall(tx, {
    key: `team:${page.id}`,
    subject: incident ? incidentSubject(incident.incidentId) : `team:${page.id}`,
    exerciseId: scene,
    message: await callMessage(deps, tx, incident, page.askedBy),
    ...(incident && { facts: callFacts(incident) }),
    mode: 'call-in',
    steps: [{ people, afterMinutes: REMIND_AFTER }],
    openedBy: page.askedBy,
  })
  await markTeamPageSent(tx, page.id, clock(), callId)
  await record(deps, tx, scene, page.askedBy, { kind: 'team.paged', callId, people })
  await events.announce(tx, {
    type: 'team.paged',
    teamPageId: page.id,
    callId,
    roles: [...TRAUMA_TEAM],
    people: people.length,
    exerciseId: scene,
    by: page.askedBy,
    at: clock().toISOString(),
  })
}

async function callMessage(
  { accounts }: ReadinessDeps,
  tx: Tx,
  incident: KnownIncident | undefined,
  askedBy: string | null,
): Promise<CallRequest['message']> {
  if (incident) return { key: 'incident-confirmed', values: { kind: incident.kind, place: incident.place ?? '' } }
  const asker = askedBy ? (await accounts.people(tx, [askedBy])).get(askedBy) : undefined
  return { key: 'plain', values: { text: readinessWords(asker?.locale ?? 'en')('team.page-text') } }
}

async function findAbout(tx: Tx, scene: Scene, incidentId: string | undefined): Promise<KnownIncident | undefined> {
  const open = await listOpenIncidents(tx, scene)
  return open.find((incident) => incident.incidentId === incidentId) ?? open[0]
}

async function refuseUnlessMayPage({ clock }: ReadinessDeps, tx: Tx, actor: Actor): Promise<void> {
  if (canPageTeam(actor, await rolesOnDuty(tx, actor.id, clock()))) return
  throw new NotAllowed('Only a duty manager, or who leads on duty, can page the trauma team')
}
