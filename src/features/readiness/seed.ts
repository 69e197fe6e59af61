import type { Clock } from '#platform/clock.ts'
import type { Tx } from '#platform/database/index.ts'
import type { DemoPeople } from '#platform/room.ts'
import { listDuties, saveDuty } from './rota/store.ts'
import type { RoleKey } from './types.ts'
import { listLatestReports, saveReport } from './units/store.ts'

const ROTA: [RoleKey, ...(keyof DemoPeople)[]][] = [
  ['duty-manager', 'amal', 'jonas'],
  ['incident-commander', 'amal', 'osei'],
  ['ed-charge-nurse', 'jonas'],
  ['or-charge-nurse', 'lindqvist'],
  ['trauma-surgeon', 'osei', 'lindqvist'],
  ['anaesthetist', 'lindqvist'],
  ['blood-bank', 'lindqvist'],
  ['public-information-officer', 'noor'],
]

const MINUTE = 60_000

/** The rota of Harbourside General, and what its units said last. Ward beds nobody told yet. */
export async function seedReadiness({ clock }: { clock: Clock }, tx: Tx, people: DemoPeople): Promise<void> {
  const now = clock()
  if ((await listDuties(tx, now)).length === 0) {
    for (const [role, ...names] of ROTA) {
      for (const name of names) {
        await saveDuty(tx, { role, personId: people[name], from: null, until: null, addedBy: people.sam, addedAt: now })
      }
    }
  }
  if ((await listLatestReports(tx, null)).length > 0) return
  const told = (minutes: number) => new Date(now.getTime() - minutes * MINUTE)
  await saveReport(tx, null, { unit: 'ed-bays', free: 6, total: 22, toldBy: people.jonas, toldAt: told(12) })
  await saveReport(tx, null, { unit: 'operating-rooms', free: 3, total: 8, toldBy: people.lindqvist, toldAt: told(25) })
  await saveReport(tx, null, { unit: 'icu-beds', free: 2, total: 16, toldBy: people.lindqvist, toldAt: told(31) })
  await saveReport(tx, null, { unit: 'o-negative', free: 18, total: null, toldBy: people.lindqvist, toldAt: told(48) })
}
