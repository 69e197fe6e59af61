// Compares (or writes) the generated tables of docs/ by the built program.
import { ensureBuilt } from './build.mjs'
import { fail, runNode } from './run.mjs'

await ensureBuilt({ quiet: true })
  .then(() => runNode('dist/salve.js', ['documents', ...process.argv.slice(2)]))
  .then((code) => (process.exitCode = code), fail)
