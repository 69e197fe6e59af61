import { createHash } from 'node:crypto'
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate, type Migrations } from '../src/platform/database/migrate.ts'
import { platformMigrations } from '../src/platform/database/migration.ts'
import { openServer, type Server } from '../src/platform/database/server.ts'
import { atDatabase, runAt, type TemplateSource } from '../src/platform/database/template-copy.ts'
import { takeLock } from '../src/platform/database/lock.ts'

declare module 'vitest' {
  interface ProvidedContext {
    database: TemplateSource
  }
}

const PREFIX = 'salve-test-'
const YOUNG_MS = 600_000
// These tests ask what is right, not what survives: the ones that kill a server start their own, with fsync.
const HASTY = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '200', autovacuum: 'off' }

/**
 * Gives the feature tests a PostgreSQL: an embedded one in a temporary directory, or the one at TEST_DATABASE_URL.
 * On it lies one migrated, empty database, which every test file copies.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await sweep()
  const folder = mkdtempSync(join(tmpdir(), PREFIX))
  chmodSync(folder, 0o711)
  const migrations = await houseMigrations()
  const server = await openServer({ dataDir: folder, databaseUrl: process.env.TEST_DATABASE_URL, exclusive: false, settings: HASTY })
  const template = `salve_test_${createHash('sha256').update(Object.keys(migrations).join()).digest('hex').slice(0, 6)}_${process.pid}`
  try {
    await runAt(server.url, `create database ${pg.escapeIdentifier(template)}`)
    const { role } = await migrate(atDatabase(server.url, template), migrations)
    project.provide('database', { url: server.url, template, role })
  } catch (error) {
    await close(server, template, folder)
    throw error
  }
  return () => close(server, template, folder)
}

/** All of the house. While a room does not load, the others can still be tested: said aloud, never silently. */
async function houseMigrations(): Promise<Migrations> {
  try {
    return (await import('../src/app/migrations.ts')).migrations
  } catch (error) {
    console.warn(`The whole house does not load (${firstLine(error)}): testing on the tables of the rooms that do.`)
  }
  const all: Migrations = { ...platformMigrations }
  for (const room of readdirSync(join(import.meta.dirname, '../src/features'))) {
    const door: Record<string, unknown> = await import(`../src/features/${room}/index.ts`).catch(() => ({}))
    for (const [name, value] of Object.entries(door)) if (name.endsWith('Migrations')) Object.assign(all, value)
  }
  return all
}

const firstLine = (error: unknown) => (error as Error).message.split('\n')[0]

async function close(server: Server, template: string, folder: string): Promise<void> {
  if (!server.isEmbedded) await dropAll(server.url, template)
  await server.close()
  rmSync(folder, { recursive: true, force: true })
}

async function dropAll(url: string, template: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ datname: string }>('select datname from pg_database where starts_with(datname, $1)', [template])
    for (const { datname } of rows) await client.query(`drop database if exists ${pg.escapeIdentifier(datname)} with (force)`)
  } finally {
    await client.end()
  }
}

/** Stops and removes what a test run that was killed left behind: nobody holds its lock any more. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = join(tmpdir(), name)
    try {
      if (Date.now() - statSync(folder).mtimeMs < YOUNG_MS) continue
      const alone = await takeLock(join(folder, 'run', 'database-users.lock'))
      if (!alone) continue
      await alone.release()
      const left = await openServer({ dataDir: folder, exclusive: false })
      await left.close()
      rmSync(folder, { recursive: true, force: true })
    } catch {
      // Another user's, or one that is just being made: leave it.
    }
  }
}
