import pg from 'pg'
import { codeOf } from '../failure.ts'

export type Answer =
  | { is: 'ready'; version: number }
  /** Nothing listens there. */
  | { is: 'silent' }
  /** It is starting, recovering or stopping. */
  | { is: 'busy' }
  | { is: 'refusing'; code: string }
  | { is: 'without-database' }

/** Asks a server once whether it answers to this URL. `version` is as in `server_version_num`, for example 180004. */
export async function probe(url: string, timeoutMs = 5_000): Promise<Answer> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: timeoutMs })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ server_version_num: string }>('show server_version_num')
    return { is: 'ready', version: Number(rows[0]?.server_version_num) }
  } catch (error) {
    const code = codeOf(error)
    if (code === '57P03' || code === '57P01' || code === '53300') return { is: 'busy' }
    if (code === '3D000') return { is: 'without-database' }
    if (code !== undefined && /^[0-9A-Z]{5}$/.test(code)) return { is: 'refusing', code }
    return { is: 'silent' }
  } finally {
    await client.end().catch(() => undefined)
  }
}
