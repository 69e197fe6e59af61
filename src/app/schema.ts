import { migrate, type Migrated, type Migrations } from '#platform/database/migrate.ts'
import { platformMigrations } from '#platform/database/migration.ts'

/** Every table of the house: the platform's and the rooms'. */
export const houseMigrations: Migrations = { ...platformMigrations }

/** Every queue of the house. */
export const houseQueues: string[] = []

/** Brings a database to the house's schema. Safe to run at every start. */
export function migrateHouse(url: string): Promise<Migrated> {
  return migrate(url, houseMigrations, houseQueues)
}
