import { own, reading, type Reader, type Tx } from '#platform/database/index.ts'
import type { Locale } from '#platform/i18n/index.ts'
import type { CrisisLine, Organisation } from '#platform/organisation.ts'
import type { AccountsTables } from '../tables.ts'

export async function findOrganisation(reader: Reader): Promise<Organisation | undefined> {
  const row = await reading<AccountsTables>(reader)
    .selectFrom('organisation')
    .select([
      'name',
      'country',
      'zone',
      'languages',
      'emergency_number as emergencyNumber',
      'crisis_lines as crisisLines',
    ])
    .executeTakeFirst()
  return row && { ...row, languages: row.languages as Locale[], crisisLines: row.crisisLines as CrisisLine[] }
}

/** Writes the one organisation, new or changed. */
export async function saveOrganisation(tx: Tx, organisation: Organisation): Promise<void> {
  const values = {
    name: organisation.name,
    country: organisation.country,
    zone: organisation.zone,
    languages: JSON.stringify(organisation.languages),
    emergency_number: organisation.emergencyNumber,
    crisis_lines: JSON.stringify(organisation.crisisLines),
  }
  await own<AccountsTables>(tx)
    .insertInto('organisation')
    .values(values)
    .onConflict((conflict) => conflict.column('only_one').doUpdateSet(values))
    .execute()
}
