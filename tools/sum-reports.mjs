// Prints "N passed, N failed" over the reports of all test runs, as its last line. Steps that failed without a failing test (argument 1) count too.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './setup.mjs'

const folder = join(root, 'dist', 'reports')
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : []
let passed = 0
let failed = 0
for (const name of files) {
  const result = JSON.parse(readFileSync(join(folder, name), 'utf8'))
  passed += result.numPassedTests
  failed += result.numFailedTests
  failed += result.testResults.filter((file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed')).length
}
const failedSteps = Number(process.argv[2] ?? 0)
if (failed < failedSteps) failed = failedSteps
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 || passed === 0 ? 1 : 0
