import { spawn, spawnSync, type SpawnSyncReturns } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { startSalve, type RunningSalve } from './salve.ts'

// The commands as people and scripts meet them: the built program, real processes, real signals.

const ROOT = join(import.meta.dirname, '..')
const running: RunningSalve[] = []

async function start(environment: Record<string, string> = {}, options?: { demo?: boolean }): Promise<RunningSalve> {
  const salve = await startSalve(environment, options)
  running.push(salve)
  return salve
}

function run(args: string[], environment: Record<string, string>): SpawnSyncReturns<string> {
  const env = { ...process.env, SALVE_LOG_LEVEL: 'error', ...environment }
  return spawnSync(process.execPath, [join(ROOT, 'dist', 'salve.js'), ...args], { cwd: ROOT, env, encoding: 'utf8' })
}

async function end(salve: RunningSalve, signal: NodeJS.Signals): Promise<number | null> {
  const ended = once(salve.process, 'exit')
  salve.process.kill(signal)
  const [code] = (await ended) as [number | null]
  return code
}

const postmasterOf = (dataDir: string) =>
  Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
const statusOf = (url: string) =>
  fetch(url).then(
    (response) => response.status,
    () => 0,
  )

afterEach(async () => {
  for (const salve of running.splice(0)) await salve.stop()
})

test('the second start takes at most five seconds, and stopping is orderly', async () => {
  const first = await start()
  expect(first.output()).toContain('Sign in as')
  expect(first.output()).toContain('amal.haddad@harbourside.example')
  expect(await end(first, 'SIGTERM')).toBe(0)

  // The best of three: the machine may be busy with something else.
  const times: number[] = []
  while (times.length < 3 && !times.some((seconds) => seconds < 5)) {
    const began = performance.now()
    const next = await start({ SALVE_DATA: first.dataDir })
    times.push((performance.now() - began) / 1_000)
    expect(next.output()).not.toContain('did not stop in order')
    expect(await end(next, 'SIGINT')).toBe(0)
  }
  process.stdout.write(`second start: ${times.map((seconds) => seconds.toFixed(2)).join(', ')} s\n`)
  expect(Math.min(...times)).toBeLessThan(5)
  rmSync(first.dataDir, { recursive: true })
})

test('a taken port, a directory in use, wrong settings and wrong arguments: one clear line each', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as { port: number }
  const salve = await start()
  const lines: [string[], Record<string, string>, number, RegExp][] = [
    [
      ['serve'],
      { PORT: String(port), SALVE_DATA: join(salve.dataDir, 'other') },
      1,
      /^Port \d+ is taken by another program: stop it, or choose another port, for example PORT=\d+\.\n$/,
    ],
    [
      ['serve'],
      { PORT: '0', SALVE_DATA: salve.dataDir },
      1,
      /^Another Salve already serves the data directory \S+ \(process \d+, http:\/\/localhost:\d+\)\. Stop it first, or choose another directory with SALVE_DATA\.\n$/,
    ],
    [
      ['serve'],
      { PORT: new URL(salve.origin).port, SALVE_DATA: salve.dataDir },
      1,
      /^Another Salve already serves the data directory/,
    ],
    [['restore', 'x.salve'], { SALVE_DATA: salve.dataDir }, 1, /^Another Salve already serves the data directory/],
    [['serve'], { PORT: 'eighty' }, 1, /^The setting PORT cannot be used: .*\n$/],
    [
      ['doctor'],
      { DATABASE_URL: 'postgres://salve:secret@127.0.0.1:9/salve', SALVE_DATA: join(salve.dataDir, 'other') },
      1,
      /^$/,
    ],
    [['serve', '--dmo'], {}, 2, /^Unknown option '--dmo'[^\n]*\nUsage: salve serve \[--demo\]\n$/],
    [['backup'], {}, 2, /^backup takes one file\.\nUsage: salve backup FILE\n$/],
    [['replay'], {}, 2, /Usage: salve replay FILE/],
    [['nonsense'], {}, 2, /^There is no command "nonsense"\.\nUsage:/],
  ]
  for (const [args, environment, code, said] of lines) {
    const { status, stderr } = run(args, environment)
    expect({ args, status, stderr }).toEqual({ args, status: code, stderr: expect.stringMatching(said) })
    expect(stderr).not.toContain('secret')
  }
  other.close()
})

test('kill -9 of the database under a serving Salve: a pause of answers, no end', async () => {
  const salve = await start()
  const killed = postmasterOf(salve.dataDir)
  const seen = new Set<number>()
  const looking = new AbortController()
  const visitor = (async () => {
    while (!looking.signal.aborted) seen.add(await statusOf(`${salve.origin}/sign-in`))
  })()
  process.kill(killed, 'SIGKILL')
  await expect.poll(() => statusOf(`${salve.origin}/readyz`), { timeout: 20_000 }).toBe(503)
  await expect.poll(() => statusOf(`${salve.origin}/readyz`), { timeout: 30_000 }).toBe(200)
  expect(postmasterOf(salve.dataDir)).not.toBe(killed)
  expect(await statusOf(salve.origin)).toBe(200)
  expect(salve.process.exitCode).toBe(null)
  looking.abort()
  await visitor
  expect([...seen].toSorted(), 'a page or an honest "in a moment"').toEqual([200, 503])
})

test('kill -9 of Salve: the next start takes the database over and says so', async () => {
  const first = await start()
  const database = postmasterOf(first.dataDir)
  await end(first, 'SIGKILL')
  const second = await start({ SALVE_DATA: first.dataDir })
  expect(second.output()).toContain(
    'The last Salve did not stop in order: its database was found running and taken over.',
  )
  expect(postmasterOf(first.dataDir)).toBe(database)
  expect(await statusOf(second.origin)).toBe(200)
  await end(second, 'SIGTERM')
  rmSync(first.dataDir, { recursive: true })
})

test('back up while serving, wipe, restore, serve: the same people, and a doctor who finds nothing to mend', async () => {
  const salve = await start()
  const archive = `${salve.dataDir}.salve`
  const here = { SALVE_DATA: salve.dataDir, PORT: new URL(salve.origin).port }
  const doctor = run(['doctor', '--json'], here)
  const { ok, checks } = JSON.parse(doctor.stdout) as { ok: boolean; checks: { name: string; status: string }[] }
  expect(checks.filter(({ status }) => status === 'fail')).toEqual([])
  expect({ ok, status: doctor.status }).toEqual({ ok: true, status: 0 })
  expect(checks.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['database', 'schema', 'durability', 'clock', 'mail', 'ledger', 'disk', 'origin', 'keys']),
  )
  expect(checks.find(({ name }) => name === 'origin')).toMatchObject({ status: 'ok' })

  const saved = run(['backup', archive], here)
  expect(saved.stdout).toMatch(/rows in \d+ tables, \d+ files\.\n$/)
  expect(statSync(archive).mode & 0o777).toBe(0o600)
  await end(salve, 'SIGTERM')
  const key = readFileSync(join(salve.dataDir, 'keys', 'salve.key'), 'utf8')

  const refused = run(['restore', archive], here)
  expect(refused).toMatchObject({ status: 1, stderr: expect.stringMatching(/^The database already holds data/) })
  for (const name of ['postgres', 'files']) rmSync(join(salve.dataDir, name), { recursive: true, force: true })
  const restored = run(['restore', archive], here)
  expect(restored.stdout).toMatch(/^Restored the backup of .*, all counted\.\n$/)
  expect(restored.stderr).not.toContain('is not the key')
  expect(readFileSync(join(salve.dataDir, 'keys', 'salve.key'), 'utf8')).toBe(key)

  const again = await start({ SALVE_DATA: salve.dataDir }, { demo: false })
  const page = await (await fetch(`${again.origin}/sign-in`)).text()
  expect(page).toContain('Harbourside General')
  expect(run(['doctor'], { ...here, PORT: new URL(again.origin).port })).toMatchObject({ status: 0, stderr: '' })
  await end(again, 'SIGTERM')
  rmSync(archive)
})

test('bin/salve passes arguments, signals and the exit code through', async () => {
  const bin = join(ROOT, 'bin', 'salve')
  expect(spawnSync(bin, ['version'], { encoding: 'utf8' }).stdout).toMatch(/^salve \d+\.\d+\.\d+ on Node 2[4-9]/)
  expect(spawnSync(bin, ['nonsense']).status).toBe(2)
  const salve = await start()
  const child = spawn(bin, ['serve', '--demo'], {
    env: { ...process.env, SALVE_DATA: join(salve.dataDir, 'second'), PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  await expect.poll(() => said, { timeout: 60_000, interval: 100 }).toContain('Salve is ready')
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
})
