// A small Salve for the tests that kill: opens the database as `serve` does, saves rows one transaction each, and prints the id of every row
// that the database has acknowledged. Run by Node as it is: `node acknowledged-rows.child.ts DATA_DIR`.
import pg from 'pg'
import { openServer } from './server.ts'

const [dataDir = ''] = process.argv.slice(2)
const server = await openServer({ dataDir, exclusive: true })
await server.noteAddress('http://localhost:3080')
const pool = new pg.Pool({ connectionString: server.url, max: 4 })
pool.on('error', () => undefined)
pool.on('connect', (client) => client.on('error', () => undefined))
await pool.query('create table if not exists acknowledged (id text primary key, padding text not null)')
process.stdout.write(`${JSON.stringify({ open: true, adopted: server.adopted })}\n`)

const stop = new AbortController()
process.on('SIGTERM', () => stop.abort())

async function saveRows(worker: number): Promise<void> {
  for (let number = 1; !stop.signal.aborted; number += 1) {
    const id = `${process.pid}-${worker}-${number}`
    try {
      await saveRow(id)
      process.stdout.write(`${id}\n`)
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
}

async function saveRow(id: string): Promise<void> {
  const client = await pool.connect()
  let failed: Error | undefined
  try {
    await client.query('begin')
    await client.query('insert into acknowledged values ($1, $2)', [id, 'x'.repeat(500)])
    await client.query('commit')
  } catch (error) {
    failed = error as Error
    throw error
  } finally {
    client.release(failed)
  }
}

await Promise.all([1, 2, 3, 4].map(saveRows))
await pool.end()
await server.close()
