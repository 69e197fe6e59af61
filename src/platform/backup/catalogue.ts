import pg from 'pg'

export interface Table {
  schema: string
  name: string
  /** Those that hold data: generated ones are left out. */
  columns: string[]
}

export interface Sequence {
  schema: string
  name: string
  value: string
  isCalled: boolean
}

/** Tables of pg-boss that hold work; the others are figures and bookkeeping of running processes. */
const JOB_TABLES = ['queue', 'schedule', 'subscription', 'job', 'job_dependency']
/** Held by a migration that runs; made anew by each. */
const PASSING_TABLES = ['kysely_migration_lock']

/** Every table of Salve with its columns, those that others refer to first. Partitions count as their parent. */
export async function listTables(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `select n.nspname as schema, c.relname as name, coalesce(
        (select json_agg(a.attname order by a.attnum) from pg_attribute a
         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''), '[]') as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and not c.relispartition
       and ((n.nspname = 'public' and c.relname <> all ($1)) or (n.nspname = 'pgboss' and c.relname = any ($2)))
       and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
     order by n.nspname desc, c.relname`,
    [PASSING_TABLES, JOB_TABLES],
  )
  return parentsFirst(rows, await listReferences(client))
}

export async function listSequences(client: pg.Client): Promise<Sequence[]> {
  const { rows } = await client.query<{ schema: string; name: string }>(
    `select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'S' and n.nspname = 'public' order by 2`,
  )
  const sequences: Sequence[] = []
  for (const { schema, name } of rows) {
    const { rows: states } = await client.query<{ value: string; called: boolean }>(
      `select last_value::text as value, is_called as called from ${quote({ schema, name })}`,
    )
    for (const { value, called } of states) sequences.push({ schema, name, value, isCalled: called })
  }
  return sequences
}

/** The names of the migrations that were applied; none in a database that Salve has not seen. */
export async function listMigrations(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ found: boolean }>(
    `select to_regclass('public.kysely_migration') is not null as found`,
  )
  if (!rows[0]?.found) return []
  const applied = await client.query<{ name: string }>('select name from kysely_migration order by name')
  return applied.rows.map(({ name }) => name)
}

export const nameOf = ({ schema, name }: { schema: string; name: string }) => `${schema}.${name}`
export const quote = ({ schema, name }: { schema: string; name: string }) =>
  `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`
export const quoteColumns = (columns: string[]) => columns.map((column) => pg.escapeIdentifier(column)).join(', ')

interface Reference {
  child: string
  parent: string
}

async function listReferences(client: pg.Client): Promise<Reference[]> {
  const { rows } = await client.query<Reference>(
    `select cn.nspname || '.' || c.relname as child, pn.nspname || '.' || p.relname as parent
     from pg_constraint k
     join pg_class c on c.oid = k.conrelid join pg_namespace cn on cn.oid = c.relnamespace
     join pg_class p on p.oid = k.confrelid join pg_namespace pn on pn.oid = p.relnamespace
     where k.contype = 'f' and not k.condeferrable and k.conrelid <> k.confrelid`,
  )
  return rows
}

function parentsFirst(tables: Table[], references: Reference[]): Table[] {
  const sorted: Table[] = []
  const waiting = new Map(tables.map((table) => [nameOf(table), table]))
  while (waiting.size > 0) {
    const free = [...waiting.keys()].filter(
      (name) => !references.some(({ child, parent }) => child === name && waiting.has(parent)),
    )
    if (free.length === 0) throw new Error(`tables refer to each other in a circle: ${[...waiting.keys()].join(', ')}`)
    for (const name of free) {
      sorted.push(waiting.get(name) as Table)
      waiting.delete(name)
    }
  }
  return sorted
}
