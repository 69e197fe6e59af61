import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { takeLock } from './lock.ts'

let folder: string
let path: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'salve-lock-'))
  path = join(folder, 'lock')
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('one holds it, and says who; the next gets it when the first lets go', async () => {
  const first = await takeLock(path)
  await first?.note('process 1')
  expect(await takeLock(path)).toBeUndefined()
  expect(readFileSync(path, 'utf8')).toBe('process 1')
  await first?.release()
  const second = await takeLock(path)
  expect(second).toBeDefined()
  await second?.release()
})

test('many share it, and then nobody has it alone', async () => {
  const [one, two] = [await takeLock(path, { shared: true }), await takeLock(path, { shared: true })]
  expect(await takeLock(path)).toBeUndefined()
  await one?.release()
  expect(await takeLock(path)).toBeUndefined()
  await two?.release()
  const alone = await takeLock(path)
  expect(alone).toBeDefined()
  await alone?.release()
})

test('who waits gets it as soon as it is free', async () => {
  const first = await takeLock(path)
  const waiting = takeLock(path, { wait: 10 })
  await first?.release()
  const second = await waiting
  expect(second).toBeDefined()
  await second?.release()
})

test('kill -9 of the holder frees it', async () => {
  const program = `import { takeLock } from ${JSON.stringify(join(import.meta.dirname, 'lock.ts'))}
    await takeLock(process.argv[1]); console.log('held'); setInterval(() => undefined, 1000)`
  const holder = spawn(process.execPath, ['--input-type=module', '-e', program, path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(holder.stdout, 'data')
  expect(await takeLock(path)).toBeUndefined()
  const gone = once(holder, 'exit')
  holder.kill('SIGKILL')
  await gone
  const next = await takeLock(path, { wait: 5 })
  expect(next).toBeDefined()
  await next?.release()
})
