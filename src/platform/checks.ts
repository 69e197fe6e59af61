import { accessSync, constants, existsSync, readFileSync, statfsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { listMigrations } from './backup/catalogue.ts'
import type { Migrations } from './database/migrate.ts'
import type { Check } from './doctor.ts'

const LOW_BYTES = 2_000_000_000
const VERY_LOW_BYTES = 300_000_000
const CLOCK_SECONDS = 5
const EARLIEST_YEAR = 2026

/** The database answers, is new enough, has the schema of this Salve, and keeps what it acknowledges. */
export async function checkDatabase({
  url,
  isEmbedded,
  migrations,
}: {
  url: string
  isEmbedded: boolean
  migrations: Migrations
}): Promise<Check[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const show = async (setting: string) =>
      (await client.query<Record<string, string>>(`show ${setting}`)).rows[0]?.[setting] ?? ''
    const asked = performance.now()
    const version = (await show('server_version')).split(' ')[0]
    const milliseconds = Math.ceil(performance.now() - asked)
    const applied = await listMigrations(client)
    return [
      {
        name: 'database',
        status: 'ok',
        said: `${isEmbedded ? 'our own' : 'external'} PostgreSQL ${version} answers in ${milliseconds} ms`,
      },
      describeSchema(applied, migrations),
      await checkDurability(show),
      await checkClock(client),
    ]
  } finally {
    await client.end()
  }
}

function describeSchema(applied: string[], migrations: Migrations): Check {
  const pending = Object.keys(migrations).filter((name) => !applied.includes(name))
  const unknown = applied.filter((name) => migrations[name] === undefined)
  if (unknown.length > 0) {
    return {
      name: 'schema',
      status: 'fail',
      said: `the schema is newer than this Salve (it has ${unknown[0]})`,
      todo: 'Install the newer Salve again, or restore a backup from before.',
    }
  }
  if (pending.length > 0) {
    return {
      name: 'schema',
      status: 'warn',
      said: `${pending.length} of ${Object.keys(migrations).length} migrations are not applied yet`,
      todo: 'Start Salve, or run `salve migrate`.',
    }
  }
  return { name: 'schema', status: 'ok', said: `all ${applied.length} migrations are applied` }
}

async function checkDurability(show: (setting: string) => Promise<string>): Promise<Check> {
  const off: string[] = []
  for (const setting of ['fsync', 'full_page_writes', 'synchronous_commit'])
    if ((await show(setting)) === 'off') off.push(setting)
  if (off.length === 0)
    return { name: 'durability', status: 'ok', said: 'what the database acknowledges survives a power cut' }
  return {
    name: 'durability',
    status: 'fail',
    said: `the database may lose what it acknowledged: ${off.join(', ')} is off`,
    todo: `Set ${off.map((name) => `${name} = on`).join(', ')} in postgresql.conf and reload it.`,
  }
}

async function checkClock(client: pg.Client): Promise<Check> {
  const before = Date.now()
  const { rows } = await client.query<{ now: Date }>('select clock_timestamp() as now')
  const middle = (before + Date.now()) / 2
  const apart = Math.abs((rows[0]?.now.getTime() ?? 0) - middle) / 1_000
  const time = new Date(middle)
  if (time.getUTCFullYear() < EARLIEST_YEAR) {
    return {
      name: 'clock',
      status: 'fail',
      said: `this machine believes that it is ${time.toISOString()}`,
      todo: 'Set the clock, and keep it right with NTP (`timedatectl set-ntp true`).',
    }
  }
  if (apart > CLOCK_SECONDS) {
    return {
      name: 'clock',
      status: 'fail',
      said: `this machine and its database are ${apart.toFixed(1)} s apart`,
      todo: 'Keep both clocks right with NTP (`timedatectl set-ntp true`): deadlines of pages depend on it.',
    }
  }
  return { name: 'clock', status: 'ok', said: `${time.toISOString()}, within ${CLOCK_SECONDS} s of the database` }
}

/** The data directory can be written to and has room. */
export async function checkDisk(dataDir: string): Promise<Check[]> {
  try {
    accessSync(dataDir, constants.W_OK)
  } catch {
    return [
      {
        name: 'disk',
        status: 'fail',
        said: `${dataDir} cannot be written to`,
        todo: 'Give it to the user who runs Salve (`chown`), or choose another with SALVE_DATA.',
      },
    ]
  }
  const { bavail, blocks, bsize } = statfsSync(dataDir)
  const free = bavail * bsize
  const said = `${(free / 1e9).toFixed(1)} GB of ${((blocks * bsize) / 1e9).toFixed(0)} GB free at ${dataDir}`
  if (free < VERY_LOW_BYTES)
    return [
      { name: 'disk', status: 'fail', said, todo: 'Free some space now: Salve stops saving when the disk is full.' },
    ]
  if (free < LOW_BYTES) return [{ name: 'disk', status: 'warn', said, todo: 'Free some space soon.' }]
  return [{ name: 'disk', status: 'ok', said }]
}

/** The keys are there, can be read, and by nobody else. */
export async function checkKeys(dataDir: string): Promise<Check[]> {
  const file = join(dataDir, 'keys', 'salve.key')
  if (!existsSync(file)) {
    return [
      {
        name: 'keys',
        status: 'warn',
        said: `there is no key yet at ${file}`,
        todo: 'If this data was restored, copy the old key there before you start Salve. Otherwise the first start makes one.',
      },
    ]
  }
  const open = [file, join(dataDir, 'keys', 'database-password')].filter(
    (path) => existsSync(path) && (statSync(path).mode & 0o077) !== 0,
  )
  if (open.length > 0)
    return [
      {
        name: 'keys',
        status: 'fail',
        said: `others can read ${open.join(' and ')}`,
        todo: `Run \`chmod 600 ${open.join(' ')}\`.`,
      },
    ]
  if (!/^[0-9a-f]{64}\s*$/.test(readFileSync(file, 'utf8')))
    return [
      {
        name: 'keys',
        status: 'fail',
        said: `${file} is not a key`,
        todo: 'Put back the copy that you keep in another place.',
      },
    ]
  return [{ name: 'keys', status: 'ok', said: `${file}; backups do not hold it: keep a copy in another place` }]
}
