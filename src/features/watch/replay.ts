import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { InvalidArea, parseAreaText } from './area.ts'
import { createDetector } from './detector/index.ts'
import type { Area, DetectedIncident, Detector, IncidentState } from './detector/types.ts'
import { loadShippedModel, UnusableModel } from './model.ts'
import { openFile, openInputs, readInputs, stopInputs, UnreadableFile } from './replay-input.ts'
import type { Input, Reading } from './replay-input.ts'
import { count, incidentJson, incidentText, printable, summaryJson, summaryText } from './replay-lines.ts'

type Out = NodeJS.WritableStream
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
  'Usage: salve replay FILE... --area AREA.json [--speed max|N] [--json] [--until probable]   (FILE may be -, plain or gzip’d)'
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
): Pick<ReplayOptions, 'files' | 'areaFile' | 'speed' | 'json' | 'until'> | 'help' {
  const { values, positionals: files } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      area: { type: 'string' },
      speed: { type: 'string', default: 'max' },
      json: { type: 'boolean', default: false },
      until: { type: 'string' },
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
  return { files, areaFile: values.area, speed, json: values.json, until }
}

/** Replays recordings against an area, without a database. Resolves to 0, or 1 when something could not be read or written. */
export async function replay(options: ReplayOptions): Promise<0 | 1> {
  const { files, areaFile, stdin, err } = options
  let area: Area
  let inputs: Input[]
  let detector: Detector
  try {
    area = await readArea(areaFile)
    detector = createDetector({ area, model: await loadShippedModel() })
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
  const started = performance.now()
  const stop = () => stopInputs(inputs, reading)
  signal?.addEventListener('abort', stop)
  let posts = 0
  let isReached = false

  async function tell(changes: DetectedIncident[]): Promise<void> {
    for (const incident of changes) {
      if (isReached) return
      incidents.add(incident.id)
      await screen.print(json ? incidentJson(incident) : incidentText(incident, area.hospital.name))
      isReached = until !== undefined && REACHED[until].includes(incident.state)
    }
  }

  for await (const batch of readInputs(inputs, reading, screen.warn)) {
    for (const post of batch) {
      if (pace && !(await pace.until(post.at))) break
      posts++
      const changes = detector.push(post)
      if (changes.length > 0) await tell(changes)
      if (isReached) break
      if (pace) screen.showProgress(posts, post.at, started)
    }
    if (isReached || signal?.aborted || screen.isShut()) break
    screen.showProgress(posts, batch.at(-1)?.at ?? 0, started)
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

/** Holds each post back until its time has come. Waits by a timer, so nothing spins; `until` says false once aborted. */
function createPace(speed: number, signal: AbortSignal | undefined) {
  let eventStart: number | undefined
  const wallStart = performance.now()
  return {
    async until(at: number): Promise<boolean> {
      eventStart ??= at
      const due = wallStart + (at - eventStart) / speed
      try {
        for (let left = due - performance.now(); left > 0.5; left = due - performance.now()) {
          // A timer holds 24 days at most; longer gaps wait again.
          await wait(Math.min(left, 86_400_000), undefined, signal && { signal })
        }
      } catch {
        return false
      }
      return !signal?.aborted
    },
  }
}

/** Where the replay speaks: results to `out`, at its reader's speed; warnings and progress to `err`. */
function createScreen({ out, err, isTerminal }: ReplayOptions) {
  let hasProgress = false
  let shownAt = 0
  let failure: NodeJS.ErrnoException | undefined
  let isShut = false
  out.on('error', (error: NodeJS.ErrnoException) => {
    isShut = true
    // A reader that has seen enough, such as head, closes the pipe: no failure.
    if (error.code !== 'EPIPE') failure = error
  })
  function clearProgress(): void {
    if (hasProgress) err.write('\r\x1b[K')
    hasProgress = false
  }
  return {
    isShut: () => isShut,
    hasFailed: () => failure !== undefined,
    async print(line: string): Promise<void> {
      if (isShut) return
      clearProgress()
      if (!out.write(`${line}\n`) && !isShut) await once(out, 'drain').catch(() => {})
    },
    warn(line: string): void {
      clearProgress()
      err.write(`salve replay: ${line}\n`)
    },
    showProgress(posts: number, at: number, started: number): void {
      const now = performance.now()
      if (!isTerminal || now - shownAt < 200) return
      shownAt = now
      hasProgress = true
      const speed = Math.round((posts / (now - started)) * 1000)
      const time = new Date(at).toISOString().slice(0, 16).replace('T', ' ')
      err.write(`\r\x1b[K${count(posts, 'post')} · ${time} UTC · ${speed.toLocaleString('en')} a second`)
    },
  }
}
