import { accountsMigrations } from '#features/accounts'
import { pagingMigrations } from '#features/paging'
import { readinessMigrations } from '#features/readiness'
import { watchMigrations } from '#features/watch'
import type { Migrations } from '#platform/database/migrate.ts'
import { platformMigrations } from '#platform/database/migration.ts'

/** Every migration of the house; they run in the order of their names. */
export const migrations: Migrations = {
  ...platformMigrations,
  ...accountsMigrations,
  ...pagingMigrations,
  ...readinessMigrations,
  ...watchMigrations,
}
