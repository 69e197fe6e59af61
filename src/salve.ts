import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { runCommandLine } from '#app/commands/index.ts'
import { packageRoot } from '#platform/root.ts'

// What the environment says goes before what the file says.
const settings = join(packageRoot, '.env')
if (existsSync(settings)) process.loadEnvFile(settings)

// Started by bin/salve on an older Node: when that process is killed, the channel closes and this one stops in order.
if (process.channel) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  process.channel.unref()
}

process.exitCode = await runCommandLine(process.argv.slice(2), {
  out: process.stdout,
  err: process.stderr,
  stdin: process.stdin,
  env: process.env,
})
