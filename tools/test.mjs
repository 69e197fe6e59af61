// npm test: builds, then the unit and feature tests, then the browser journeys. Arguments go to vitest: `npm test -- src/features/watch`.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { fail, runNode } from './run.mjs'
import { ensureSetup, root } from './setup.mjs'

const VITEST = 'node_modules/vitest/dist/cli.js'
const reports = join(root, 'dist', 'reports')

async function main() {
  const args = process.argv.slice(2)
  await ensureSetup({ needsDev: true })
  await ensureBuilt()
  if (args.length > 0) return runNode(VITEST, ['run', ...args])
  rmSync(reports, { recursive: true, force: true })
  mkdirSync(reports, { recursive: true })
  const quick = await runTests('tests', ['unit', 'feature'])
  const slow = hasJourneys() ? await runTests('journeys', ['journeys']) : undefined
  const parts = [quick, slow].filter((part) => part !== undefined)
  const sum = (key) => parts.reduce((total, part) => total + part[key], 0)
  const times = parts.map(({ name, seconds }) => `${name} ${seconds} s`).join(', ')
  const skipped = sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : ''
  console.log(`${sum('passed')} passed, ${sum('failed')} failed${skipped} (${times})`)
  return sum('failed') === 0 ? 0 : 1
}

function hasJourneys() {
  const folder = join(root, 'e2e')
  return existsSync(folder) && readdirSync(folder, { recursive: true }).some((name) => /\.test\.tsx?$/.test(name))
}

async function runTests(name, projects) {
  const started = Date.now()
  const report = join(reports, `${name}.json`)
  const code = await runNode(VITEST, [
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ])
  return { name, seconds: Math.round((Date.now() - started) / 1000), ...count(report, code) }
}

/** A file that could not even be loaded, and a run that ended badly without a failing test, count as failures too. */
function count(report, code) {
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 }
  const result = JSON.parse(readFileSync(report, 'utf8'))
  const unloaded = result.testResults.filter((file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed')).length
  const failed = result.numFailedTests + unloaded
  return { passed: result.numPassedTests, failed: code !== 0 && failed === 0 ? 1 : failed, skipped: result.numPendingTests + result.numTodoTests }
}

await main().then((code) => (process.exitCode = code), fail)
