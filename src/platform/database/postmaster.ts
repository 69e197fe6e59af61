import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** What `postmaster.pid` says of the server that runs, or ran, on a cluster. */
export interface Postmaster {
  pid: number
  port: number
  /** Empty when it listens on loopback instead. */
  socketDirectory: string
}

export function readPostmaster(cluster: string): Postmaster | undefined {
  let lines: string[]
  try {
    lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return undefined
  }
  const pid = Number(lines[0])
  const port = Number(lines[3])
  return pid > 0 ? { pid, port, socketDirectory: lines[4] ?? '' } : undefined
}

/** True when the process is a PostgreSQL server on this cluster: servers stand in their data directory. A reused process id is told apart so. */
export function isServing(pid: number, cluster: string): boolean {
  try {
    const program = readFileSync(`/proc/${pid}/comm`, 'utf8').trim()
    return program === 'postgres' && readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster)
  } catch {
    return !existsSync('/proc/self') && isAlive(pid)
  }
}

/** Every process that stands in the cluster: the server, and its children, which outlive it for a moment when it is killed. */
export function processesOn(cluster: string): number[] {
  try {
    return readdirSync('/proc')
      .map(Number)
      .filter((pid) => pid > 0 && isServing(pid, cluster))
  } catch {
    return []
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM'
  }
}

/**
 * Makes way for a new server after the old one was killed: waits for its children to go, then clears its files. PostgreSQL refuses to
 * start while another process bears the recorded id. Clearing is safe only because nothing stands in the cluster any more.
 */
export async function clearDeadServer(cluster: string): Promise<void> {
  const deadline = Date.now() + 10_000
  while (processesOn(cluster).length > 0) {
    if (Date.now() > deadline) for (const pid of processesOn(cluster)) process.kill(pid, 'SIGKILL')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  for (const name of readdirSync(cluster)) {
    if (name === 'postmaster.pid' || name.startsWith('.s.PGSQL.')) rmSync(join(cluster, name), { force: true })
  }
}
