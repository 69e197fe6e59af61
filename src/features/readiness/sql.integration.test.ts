import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '#app/test-house.ts'
import type { Reader, Tx } from '#platform/database/index.ts'
import * as holds from './holds/store.ts'
import * as incidents from './incidents/store.ts'
import * as personalData from './personal-data.store.ts'
import * as posture from './posture/store.ts'
import * as retention from './retention.store.ts'
import * as sheets from './role-sheets/store.ts'
import * as rota from './rota/store.ts'
import { lockScene } from './scene.store.ts'
import * as team from './team/store.ts'
import * as units from './units/store.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

/** Every store function once, in a transaction that is rolled back. Reviewers read the statements in the snapshot. */
test('every statement of the room', async () => {
  const scene = randomUUID()
  const id = randomUUID()
  const now = house.clock.now
  const { amal } = house.people
  const until = new Date(now.getTime() + 60_000)
  const called: Record<string, (tx: Tx & Reader) => Promise<unknown>> = {
    'scene.lockScene': (tx) => lockScene(tx, scene),
    'posture.findPosture': (tx) => posture.findPosture(tx, scene),
    'posture.findPosture (real)': (tx) => posture.findPosture(tx, null),
    'posture.findPostureById': (tx) => posture.findPostureById(tx, 1),
    'posture.listPostureSteps': (tx) => posture.listPostureSteps(tx, scene, 20),
    'posture.savePosture': (tx) =>
      posture.savePosture(tx, {
        exerciseId: scene,
        level: 'advisory',
        setBy: amal,
        setAt: now,
        until,
        askAt: null,
        incidentId: null,
      }),
    'posture.markPostureRenewed': (tx) => posture.markPostureRenewed(tx, 1, until, null),
    'holds.findHold': (tx) => holds.findHold(tx, id),
    'holds.findHoldForUpdate': (tx) => holds.findHoldForUpdate(tx, id),
    'holds.listRunningHolds': (tx) => holds.listRunningHolds(tx, scene),
    'holds.findFirstHoldAt': (tx) => holds.findFirstHoldAt(tx, scene, 'elective-starts'),
    'holds.saveHold': (tx) =>
      holds.saveHold(tx, { exerciseId: scene, kind: 'visitors', startedBy: amal, startedAt: now, until }),
    'holds.markHoldRenewed': (tx) => holds.markHoldRenewed(tx, id, until),
    'holds.markHoldEnded': (tx) => holds.markHoldEnded(tx, id, now, 'time'),
    'incidents.findIncident': (tx) => incidents.findIncident(tx, id),
    'incidents.listOpenIncidents': (tx) => incidents.listOpenIncidents(tx, scene),
    'incidents.listIncidents': (tx) => incidents.listIncidents(tx, scene),
    'incidents.saveIncident': (tx) =>
      incidents.saveIncident(tx, {
        incidentId: id,
        exerciseId: scene,
        kind: 'fire',
        place: null,
        distanceKm: null,
        corroboration: 3,
        state: 'probable',
        round: 1,
        probableAt: now,
        confirmedAt: null,
        confirmedBy: null,
        settledAt: null,
      }),
    'sheets.listOpenSheets': (tx) => sheets.listOpenSheets(tx, scene),
    'sheets.findSheetForUpdate': (tx) => sheets.findSheetForUpdate(tx, id),
    'sheets.listTicks': (tx) => sheets.listTicks(tx, [id]),
    'sheets.saveSheet and saveTick': async (tx) => {
      const sheetId = await sheets.saveSheet(tx, {
        exerciseId: scene,
        role: 'blood-bank',
        personId: amal,
        openedAt: now,
        openedBy: null,
        incidentId: null,
      })
      await sheets.saveTick(tx, { sheetId, step: 'count', done: true, by: amal, at: now })
    },
    'sheets.markSheetAssigned': (tx) => sheets.markSheetAssigned(tx, id, amal),
    'sheets.markSheetSignedOff': (tx) => sheets.markSheetSignedOff(tx, id, amal, now),
    'sheets.markSheetsClosed': (tx) => sheets.markSheetsClosed(tx, scene, now),
    'sheets.markSignOffsTakenBack': (tx) => sheets.markSignOffsTakenBack(tx, null),
    'sheets.countTickedSteps': (tx) => sheets.countTickedSteps(tx, scene),
    'rota.listDuties': (tx) => rota.listDuties(tx, now),
    'rota.findDutyForUpdate': (tx) => rota.findDutyForUpdate(tx, id),
    'rota.saveDuty': (tx) =>
      rota.saveDuty(tx, { role: 'duty-manager', personId: amal, from: null, until: null, addedBy: amal, addedAt: now }),
    'rota.markDutyPosition': (tx) => rota.markDutyPosition(tx, id, 2),
    'rota.deleteDuty': (tx) => rota.deleteDuty(tx, id),
    'team.findTeamPage': (tx) => team.findTeamPage(tx, id),
    'team.findLatestTeamPage': (tx) => team.findLatestTeamPage(tx, scene),
    'team.saveTeamPage': (tx) =>
      team.saveTeamPage(tx, { exerciseId: scene, incidentId: null, askedBy: amal, askedAt: now, sendAt: until }),
    'team.markTeamPageTakenBack': (tx) => team.markTeamPageTakenBack(tx, id, now),
    'team.markTeamPageSent': (tx) => team.markTeamPageSent(tx, id, now, id),
    'units.listLatestReports': (tx) => units.listLatestReports(tx, scene),
    'units.saveReport': (tx) =>
      units.saveReport(tx, scene, { unit: 'ed-bays', free: 1, total: 2, toldBy: amal, toldAt: now }),
    'personalData.listOwnData': (tx) => personalData.listOwnData(tx, amal),
    'personalData.unlinkPerson': (tx) => personalData.unlinkPerson(tx, amal),
    'retention.deleteSettled (real)': (tx) => retention.deleteSettled(tx, 'real', now),
    'retention.deleteSettled (exercise)': (tx) => retention.deleteSettled(tx, 'exercise', now),
  }
  const stores = { holds, incidents, posture, sheets, rota, team, units, personalData, retention }
  const functions = Object.entries(stores).flatMap(([name, store]) => Object.keys(store).map((key) => `${name}.${key}`))
  const missing = functions.filter(
    (name) =>
      !Object.keys(called).some(
        (key) => key.includes(name.split('.')[1] ?? '') && key.startsWith(name.split('.')[0] ?? ''),
      ),
  )
  expect(missing).toEqual([])

  const statements: Record<string, string[]> = {}
  const rollback = new Error('rolled back on purpose')
  await expect(
    house.platform.db.transaction(async (tx) => {
      for (const [name, call] of Object.entries(called)) {
        house.sql()
        await call(tx)
        statements[name] = house.sql()
      }
      throw rollback
    }),
  ).rejects.toThrow(rollback)
  expect(statements).toMatchSnapshot()
})
