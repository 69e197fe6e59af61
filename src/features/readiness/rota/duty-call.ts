import type { Tx } from '#platform/database/index.ts'
import type { Locale } from '#platform/i18n/index.ts'
import type { CallRequest } from '#features/paging'
import { record } from '../log/record.ts'
import type { ReadinessDeps } from '../readiness.ts'
import type { Scene } from '../scene.ts'
import { peopleOnDuty, rungs } from './rules.ts'
import { listDuties } from './store.ts'

/** The duty managers in the order in which they are paged. When the rota names nobody, everybody who may decide is asked. */
export async function listDutyManagers({ accounts, clock }: ReadinessDeps, tx: Tx): Promise<string[]> {
  const named = peopleOnDuty(await listDuties(tx, clock()), 'duty-manager', clock())
  if (named.length > 0) return named
  return (await accounts.peopleWithRole(tx, 'duty-manager')).map((person) => person.id)
}

/** Pages the duty managers one after the other until somebody answers, and writes it to the log. */
export async function openDutyCall(
  deps: ReadinessDeps,
  tx: Tx,
  ask: {
    key: string
    subject: string
    scene: Scene
    message: (locale: Locale) => CallRequest['message']
    facts?: CallRequest['facts']
  },
): Promise<void> {
  const { accounts, log, paging } = deps
  const people = await listDutyManagers(deps, tx)
  const [first] = people
  if (first === undefined) {
    log.error({ key: ask.key }, 'there is nobody to page: the rota is empty and nobody is a duty manager')
    await record(deps, tx, ask.scene, null, { kind: 'duty.nobody' })
    return
  }
  const locale = (await accounts.people(tx, [first])).get(first)?.locale ?? 'en'
  const callId = await paging.openCall(tx, {
    key: ask.key,
    subject: ask.subject,
    exerciseId: ask.scene,
    message: ask.message(locale),
    ...(ask.facts && { facts: ask.facts }),
    mode: 'first-answer',
    steps: rungs(people),
    openedBy: null,
  })
  await record(deps, tx, ask.scene, null, { kind: 'duty.paged', callId, people: [first] })
}
