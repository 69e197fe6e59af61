import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { InvalidArea, parseAreaText } from './area.ts'
import { createDetector } from './detector/index.ts'
import type { Area, DetectedIncident, Detector, IncidentState } from './detector/types.ts'
import { loadShippedModel, UnusableModel } from './model.ts'
import { openFile, openInputs, readInputs, stopInputs, UnreadableFile } from './replay-input.ts'
import type { Input, Reading } from './replay-input.ts'
import { createSupport, incidentJson, incidentText, printable, summaryJson, summaryText } from './replay-lines.ts'
import { createPace } from './replay-pace.ts'
import { createScreen } from './replay-screen.ts'
import type { Out } from './replay-screen.ts'

type Until = 'suspected' | 'probable'

export interface ReplayOptions {
  /** Recordings (NDJSON, plain or gzip'd); `-` is standard input. */
  files: string[]
  areaFile: string
  /** How many times faster than real time, or as fast as it goes. */
  speed: 'max' | number
  json: boolean
  /** Stop at the first incident that reaches this state. */
  until?: Until | undefined
  /** False pages in 30 days that the place bears; 1 unless told otherwise. */
  falseAlertsPerMonth?: number | undefined
  stdin: AsyncIterable<unknown>
  out: Out
  err: Out
  /** Whether `err` is a terminal, where progress is shown. */
  isTerminal: boolean
  signal?: AbortSignal | undefined
}

export interface ReplayIo {
  stdin: AsyncIterable<unknown>
  out: Out
  err: Out & { isTTY?: boolean }
  signal?: AbortSignal
}

const USAGE =
  'Usage: salve replay FILE... --area AREA.json [--speed max|N] [--json] [--until probable] [--false-alerts-per-month N]   (FILE may be -, plain or gzip’d)'
/** What a person can mend; anything else is a bug. */
const EXPECTED = [UnreadableFile, InvalidArea, UnusableModel]
const REACHED: Record<Until, IncidentState[]> = {
  suspected: ['suspected', 'probable', 'confirmed'],
  probable: ['probable', 'confirmed'],
}

/** `salve replay`: reads the arguments and replays. Resolves to the exit code: 0 done, 1 failed, 2 called wrongly. */
export async function replayCommand(argv: string[], io: ReplayIo): Promise<number> {
  let options: Omit<ReplayOptions, keyof ReplayIo | 'isTerminal'> | 'help'
  try {
    options = parseArguments(argv)
  } catch (error) {
    io.err.write(`salve replay: ${printable((error as Error).message)}\n${USAGE}\n`)
    return 2
  }
  if (options === 'help') {
    io.out.write(`${USAGE}\n`)
    return 0
  }
  const interrupt = new AbortController()
  const stop = () => interrupt.abort()
  if (!io.signal) process.once('SIGINT', stop)
  try {
    const { stdin, out, err, signal = interrupt.signal } = io
    return await replay({ ...options, stdin, out, err, isTerminal: err.isTTY === true, signal })
  } finally {
    process.off('SIGINT', stop)
  }
}

function parseArguments(
  argv: string[],
): Pick<ReplayOptions, 'files' | 'areaFile' | 'speed' | 'json' | 'until' | 'falseAlertsPerMonth'> | 'help' {
  const { values, positionals: files } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      area: { type: 'string' },
      speed: { type: 'string', default: 'max' },
      json: { type: 'boolean', default: false },
      until: { type: 'string' },
      'false-alerts-per-month': { type: 'string', default: '1' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  if (values.help) return 'help'
  if (files.length === 0) throw new Error('Name at least one recording, or - for standard input.')
  if (files.filter((file) => file === '-').length > 1) throw new Error('Standard input (-) can be read only once.')
  if (!values.area) throw new Error('Name the area file with --area.')
  const speed = values.speed === 'max' ? 'max' : Number(values.speed)
  if (speed !== 'max' && !(speed > 0 && Number.isFinite(speed))) {
    throw new Error(`--speed must be max or a number above 0, not "${values.speed}".`)
  }
  const { until } = values
  if (until !== undefined && until !== 'suspected' && until !== 'probable') {
    throw new Error(`--until must be suspected or probable, not "${until}".`)
  }
  const falseAlertsPerMonth = Number(values['false-alerts-per-month'])
  if (!(falseAlertsPerMonth >= 0.1 && falseAlertsPerMonth <= 30)) {
    throw new Error(`--false-alerts-per-month must be 0.1 to 30, not "${values['false-alerts-per-month']}".`)
  }
  return { files, areaFile: values.area, speed, json: values.json, until, falseAlertsPerMonth }
}

/** Replays recordings against an area, without a database. Resolves to 0, or 1 when something could not be read or written. */
export async function replay(options: ReplayOptions): Promise<0 | 1> {
  const { files, areaFile, stdin, err } = options
  let area: Area
  let inputs: Input[]
  let detector: Detector
  try {
    area = await readArea(areaFile)
    const { falseAlertsPerMonth = 1 } = options
    detector = createDetector({ area, model: await loadShippedModel(), falseAlertsPerMonth })
    inputs = await openInputs(files, stdin)
  } catch (error) {
    if (!EXPECTED.some((expected) => error instanceof expected)) throw error
    err.write(`salve replay: ${(error as Error).message}\n`)
    return 1
  }
  return await run(options, area, inputs, detector)
}

async function readArea(path: string): Promise<Area> {
  const file = await openFile(path)
  try {
    return parseAreaText(await file.readFile('utf8'))
  } catch (error) {
    if (error instanceof InvalidArea)
      throw new InvalidArea(`the area ${printable(path)} cannot be used: ${error.message}`)
    throw error
  } finally {
    await file.close()
  }
}

async function run(options: ReplayOptions, area: Area, inputs: Input[], detector: Detector): Promise<0 | 1> {
  const { json, until, speed, signal } = options
  const screen = createScreen(options)
  const pace = speed === 'max' ? undefined : createPace(speed, signal)
  const reading: Reading = { skipped: 0, failed: false, stopped: false }
  const incidents = new Set<string>()
  const supportOf = createSupport()
  const started = performance.now()
  const stop = () => stopInputs(inputs, reading)
  signal?.addEventListener('abort', stop)
  let posts = 0
  let isReached = false

  async function tell(changes: DetectedIncident[]): Promise<void> {
    for (const incident of changes) {
      if (isReached) return
      incidents.add(incident.id)
      await screen.print(
        json ? incidentJson(incident, supportOf(incident)) : incidentText(incident, area.hospital.name),
      )
      isReached = until !== undefined && REACHED[until].includes(incident.state)
    }
  }

  for await (const run of readInputs(inputs, reading, screen.warn)) {
    for (let i = run.from; i < run.to; i++) {
      if (pace && !(await pace.until(run.posts.timeOf(i)))) break
      posts++
      const changes = run.posts.tell(detector, i)
      if (changes.length > 0) await tell(changes)
      if (isReached) break
      if (pace) screen.showProgress(posts, run.posts.timeOf(i), started)
    }
    if (isReached || signal?.aborted || screen.isShut()) break
    screen.showProgress(posts, run.posts.timeOf(run.to - 1), started)
  }

  signal?.removeEventListener('abort', stop)
  const seconds = (performance.now() - started) / 1000
  const summary = {
    posts,
    skipped: reading.skipped,
    seconds: Number(seconds.toFixed(3)),
    postsPerSecond: Math.round(posts / Math.max(seconds, 0.001)),
    peakMemoryMb: peakMemoryMb(),
    incidents: incidents.size,
  }
  if (signal?.aborted) screen.warn('stopped before the end')
  await screen.print(json ? summaryJson(summary) : summaryText(summary))
  return reading.failed || signal?.aborted || screen.hasFailed() ? 1 : 0
}

/** The most memory that this process ever held, in MB. */
function peakMemoryMb(): number {
  let kilobytes = process.resourceUsage().maxRSS
  try {
    // Where Linux tells it: the other figure counts what the parent held when it started this process, too.
    kilobytes = Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? kilobytes)
  } catch {}
  return Math.round((kilobytes * 1024) / 1_000_000)
}
