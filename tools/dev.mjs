// npm run dev: builds and serves the demo house, and again whenever a source changes.
import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { delimiter, join } from 'node:path'
import { BuildError, ensureBuilt } from './build.mjs'
import { fail } from './run.mjs'
import { ensureSetup, root, salveNode } from './setup.mjs'

const QUIET_MS = 150
let child
let isStopping = false

/** The database keeps running between restarts: a server that is killed leaves it behind, and the next one adopts it. */
function start() {
  child = spawn(salveNode(), ['--enable-source-maps', join(root, 'dist', 'salve.js'), 'serve', '--demo'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, SALVE_DEV: '1', PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH}` },
  })
  const mine = child
  mine.on('exit', (code) => {
    if (isStopping) process.exit(code ?? 0)
    if (mine === child) {
      child = undefined
      if (code !== null) console.error('Salve stopped. It starts again when a file changes; Ctrl+C ends this.')
    }
  })
}

async function restart() {
  try {
    if (!(await ensureBuilt())) return
  } catch (error) {
    if (!(error instanceof BuildError)) throw error
    console.error(error.message)
    return
  }
  const old = child
  child = undefined
  if (old && old.exitCode === null && old.signalCode === null) {
    await new Promise((resolve) => {
      old.on('exit', resolve)
      old.kill('SIGKILL')
    })
  }
  if (!isStopping) start()
}

function stop(signal) {
  isStopping = true
  if (!child) return stopDatabase()
  // From a terminal the child has heard Ctrl+C itself.
  if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
}

/** Between two servers nobody holds the database: a command that joins it is the last one, and stops it. */
function stopDatabase() {
  spawn(salveNode(), [join(root, 'dist', 'salve.js'), 'migrate'], { cwd: root, stdio: 'ignore' }).on('exit', () => process.exit(0))
}

async function main() {
  await ensureSetup()
  await ensureBuilt()
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  start()
  let timer
  let running = Promise.resolve()
  watch(join(root, 'src'), { recursive: true }, (_event, name) => {
    if (name === null || /\.(test\.tsx?|md|snap)$|~$|\.swp$/.test(name)) return
    clearTimeout(timer)
    timer = setTimeout(() => (running = running.then(restart).catch(fail)), QUIET_MS)
  })
}

await main().catch(fail)
