import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

const ROOT = join(import.meta.dirname, '..')
const START_MS = 60_000

/** The built program, serving the demo from a data directory of its own. */
export interface RunningSalve {
  origin: string
  dataDir: string
  process: ChildProcess
  output(): string
  stop(): Promise<void>
}

export async function startSalve(
  environment: Record<string, string> = {},
  { demo = true } = {},
): Promise<RunningSalve> {
  const port = await freePort()
  const dataDir = mkdtempSync(join(tmpdir(), 'salve-journey-'))
  chmodSync(dataDir, 0o711)
  const child = spawn(process.execPath, [join(ROOT, 'dist', 'salve.js'), 'serve', ...(demo ? ['--demo'] : [])], {
    cwd: ROOT,
    env: { ...process.env, PORT: String(port), SALVE_DATA: dataDir, SALVE_LOG_LEVEL: 'error', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout.on('data', (chunk) => (output += chunk))
  child.stderr.on('data', (chunk) => (output += chunk))
  const ended = once(child, 'exit')
  const ready = waitUntil(() => output.includes('Salve is ready'), START_MS)
  await Promise.race([ready, ended.then(() => Promise.reject(new Error(`Salve did not start:\n${output}`)))])
  return {
    origin: `http://localhost:${port}`,
    dataDir,
    process: child,
    output: () => output,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGTERM')
        await ended
      }
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

async function waitUntil(holds: () => boolean, patienceMs: number): Promise<void> {
  const end = Date.now() + patienceMs
  while (!holds()) {
    if (Date.now() > end) throw new Error('Waited too long for Salve to start')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('No free port')
  return address.port
}

/** Signs in by the demo's one-tap button, as a person would. */
export async function signInAs(page: Page, name: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: new RegExp(name) }).click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
}
