import { replayCommand } from '../../src/features/watch/replay.ts'

// Run by memory.ts in a process of its own, so that nothing but the replay is in the memory it measures.
// Says its resident memory, in MB, on stderr twice a second.

const sample = () => process.stderr.write(`rss ${Math.round(process.memoryUsage.rss() / 1_000_000)}\n`)
const timer = setInterval(sample, 500)
const { stdin, stdout: out, stderr: err } = process
process.exitCode = await replayCommand(process.argv.slice(2), { stdin, out, err })
sample()
clearInterval(timer)
