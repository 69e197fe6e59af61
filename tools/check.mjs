// npm run check: the shape of the house. Types, lint, the import rule (with a floor on modules seen), dead code, message catalogues,
// generated documents. Each part prints one line; a part that fails prints why. Runs two at a time.
import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { salveNode, root } from './setup.mjs'

/** dependency-cruiser that cannot read TypeScript sees nothing and passes: it must have seen this many modules. */
const MODULES_FLOOR = 150

const bin = (name) => join(root, 'node_modules', name)
const parts = [
  { name: 'types', program: bin('typescript-7/bin/tsc'), args: ['-p', root, '--noEmit'] },
  { name: 'lint', program: bin('oxlint/bin/oxlint'), args: ['--quiet'] },
  { name: 'format', program: bin('oxfmt/bin/oxfmt'), args: ['--check', 'src', 'bench', 'e2e', 'training', 'vitest.config.ts'] },
  { name: 'imports', program: bin('dependency-cruiser/bin/dependency-cruiser.mjs'), args: ['--config', '.dependency-cruiser.cjs', '--output-type', 'err', 'src'], verify: sawEnough },
  { name: 'dead code', program: bin('knip/bin/knip.js'), args: ['--no-progress'] },
  { name: 'catalogues', program: join(root, 'tools', 'check-catalogues.mjs'), args: [] },
  { name: 'documents', program: join(root, 'tools', 'documents.mjs'), args: ['--check'] },
]

function sawEnough(output) {
  const seen = Number(/\((\d+) modules/.exec(output)?.[1] ?? 0)
  return seen >= MODULES_FLOOR ? undefined : `only ${seen} modules were seen, fewer than ${MODULES_FLOOR}: the import rule was not really checked`
}

async function run({ name, program, args, verify }) {
  const started = Date.now()
  const { code, output } = await collect(program, args)
  const problem = code === 0 ? verify?.(output) : output.trim().split('\n').slice(-60).join('\n')
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  console.log(`${problem === undefined ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`)
  if (problem !== undefined) console.log(problem)
  return problem === undefined
}

function collect(program, args) {
  return new Promise((resolve) => {
    const path = `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH}`
    const child = spawn(salveNode(), [program, ...args], { cwd: root, env: { ...process.env, PATH: path, NO_COLOR: '1' }, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('exit', (code) => resolve({ code: code ?? 1, output }))
  })
}

const started = Date.now()
const only = process.argv.slice(2)
const queue = parts.filter((part) => only.length === 0 || only.includes(part.name))
const results = []
async function worker() {
  for (let part = queue.shift(); part; part = queue.shift()) results.push(await run(part))
}
await Promise.all([worker(), worker()])
const failed = results.filter((ok) => !ok).length
console.log(`${results.length - failed} of ${results.length} parts pass (${((Date.now() - started) / 1000).toFixed(1)} s)`)
process.exitCode = failed === 0 ? 0 : 1
