import type { Actor } from '#platform/actor.ts'
import { NotFound } from '#platform/errors.ts'
import type { Organisation } from '#platform/organisation.ts'
import { record } from '../audit/record.ts'
import type { AccountsDeps } from '../deps.ts'
import { canManageOrganisation } from '../permissions.ts'
import { ORGANISATION_CHANNEL } from './cache.ts'
import { defaultsOf } from './country-defaults.ts'
import { UNNAMED } from './rules.ts'
import { findOrganisation, saveOrganisation } from './store.ts'

/** Saves the organisation's settings; the record says which changed. */
export async function changeOrganisation(
  { db, ledger, realtime }: AccountsDeps,
  actor: Actor,
  wanted: Organisation,
): Promise<void> {
  if (!canManageOrganisation(actor)) throw new NotFound('No such page')
  await db.transaction(async (tx) => {
    const before = (await findOrganisation(tx)) ?? UNNAMED
    const keys = Object.keys(wanted) as (keyof Organisation)[]
    const fields = keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(wanted[key]))
    if (fields.length === 0) return
    await saveOrganisation(tx, wanted)
    await realtime.touch(tx, ORGANISATION_CHANNEL)
    await record(ledger, tx, actor.id, { kind: 'organisation.changed', fields })
  })
}

/** Puts in the emergency number and adds the crisis lines that Salve knows for the organisation's country; what is there stays. */
export async function takeCountryDefaults(deps: AccountsDeps, actor: Actor): Promise<void> {
  if (!canManageOrganisation(actor)) throw new NotFound('No such page')
  const present = (await deps.db.read(findOrganisation)) ?? UNNAMED
  const { emergencyNumber, crisisLines } = defaultsOf(present.country)
  const missing = crisisLines.filter(({ contact }) => !present.crisisLines.some((line) => line.contact === contact))
  await changeOrganisation(deps, actor, {
    ...present,
    emergencyNumber,
    crisisLines: [...present.crisisLines, ...missing],
  })
}
