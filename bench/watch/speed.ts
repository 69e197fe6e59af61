import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { Session } from 'node:inspector/promises'
import { createDetector } from '../../src/features/watch/detector/index.ts'
import { buildGazetteer } from '../../src/features/watch/detector/gazetteer.ts'
import { createHearing, speaksOfHarm } from '../../src/features/watch/detector/hearing.ts'
import { WORD_LISTS } from '../../src/features/watch/detector/lexicon/index.ts'
import type { Area, Detector } from '../../src/features/watch/detector/types.ts'
import { compileVocabulary } from '../../src/features/watch/detector/vocabulary.ts'
import { readBatches, readUnread } from '../../src/features/watch/recording.ts'
import type { TriageModel } from './models.ts'
import { packFile } from './pack.ts'
import type { Pack } from './pack.ts'
import type { Report } from './report.ts'
import { median } from './score.ts'
import { areaAround } from './streams.ts'

const FILES = [
  'background-s140',
  'background-stocknet',
  'background-health-news',
  't6-boston-bombings-2013',
  't6-west-texas-explosion-2013',
]
const CHUNK = 128 * 1024
const ROUNDS = 5

/** From NDJSON to decisions beside a loop that only parses, interleaved in one run. */
export async function measureSpeed(pack: Pack, model: TriageModel, report: Report): Promise<void> {
  const area = areaAround({ name: 'Anywhere', lat: 0, lon: 0 })
  const whole = Buffer.concat(FILES.map((name) => gunzipSync(readFileSync(packFile(pack.folder, name)))))
  const lean = Buffer.from(
    whole
      .toString()
      .split('\n')
      .filter(Boolean)
      .map((line) => {
        const { id, at, text } = JSON.parse(line) as Record<string, unknown>
        return `${JSON.stringify({ id, at, text })}\n`
      })
      .join(''),
  )
  const told: string[] = []
  const allocated: string[] = []
  for (const [name, bytes] of [
    ['the pack’s lines', whole],
    ['id, at, text alone', lean],
  ] as const) {
    const bare: number[] = []
    const ours: number[] = []
    let posts = 0
    // One round more than counts: the first one warms both loops up.
    for (let round = 0; round <= ROUNDS; round++) {
      const [bareMs, lines] = parseOnly(bytes)
      const oursMs = await decide(bytes, () => createDetector({ area, model }))
      posts = lines
      if (round > 0) {
        bare.push(bareMs)
        ours.push(oursMs)
      }
    }
    const ratio = median(bare) / median(ours)
    const perSecond = (ms: number[]) => Math.round(posts / median(ms)).toLocaleString('en')
    told.push(ratio.toFixed(2))
    const create = () => createDetector({ area, model })
    allocated.push(Math.round((await countAllocated(() => decide(bytes, create))) / posts).toLocaleString('en'))
    if (name === 'the pack’s lines') noteShares(await countShares(bytes, area), report)
    report.note(
      `Speed, ${name} (${Math.round(bytes.length / posts)} bytes): ${perSecond(ours)}k posts a second from NDJSON to decisions, ${perSecond(bare)}k for JSON.parse alone; medians of ${ROUNDS}, interleaved, file in memory, one thread.`,
    )
  }
  report.row(
    'Posts a second from NDJSON to decisions, as a share of a bare JSON.parse loop in the same run (the pack’s lines; id, at and text alone)',
    told.join('; '),
    '.32 to .38 scoring only (byte-scan prefilter: .71 to .96)',
    '≥ 0.60 with everything on',
  )
  report.row(
    'Bytes allocated a post on the way from NDJSON to decisions (the pack’s lines; id, at and text alone)',
    allocated.join('; '),
    '–',
    '–',
  )
}

/** Bytes of objects made while `work` runs, also of those that are gone again: by V8's sampling, one in 8 KB. */
async function countAllocated(work: () => Promise<unknown>): Promise<number> {
  const session = new Session()
  session.connect()
  await session.post('HeapProfiler.startSampling', {
    samplingInterval: 8192,
    includeObjectsCollectedByMajorGC: true,
    includeObjectsCollectedByMinorGC: true,
  })
  await work()
  const { profile } = await session.post('HeapProfiler.stopSampling')
  session.disconnect()
  const sizeOf = (node: SampledNode): number =>
    node.selfSize + node.children.reduce((sum, child) => sum + sizeOf(child), 0)
  return sizeOf(profile.head)
}

interface SampledNode {
  selfSize: number
  children: SampledNode[]
}

interface Shares {
  posts: number
  scanned: number
  read: number
}

/** How many posts are scanned word by word, and how many of them are read. */
async function countShares(bytes: Buffer, area: Area): Promise<Shares> {
  const vocabulary = compileVocabulary(WORD_LISTS, buildGazetteer(area).starts)
  const hearing = createHearing(vocabulary, area.places !== undefined)
  const shares = { posts: 0, scanned: 0, read: 0 }
  for await (const batch of readBatches(inChunks(bytes))) {
    for (const { text } of batch) {
      const { bytes: encoded, length } = hearing.encode(text)
      const scan = hearing.listen(encoded, 0, length)
      shares.posts++
      if (scan.count > 0) shares.scanned++
      if (speaksOfHarm(scan, vocabulary)) shares.read++
    }
  }
  return shares
}

function noteShares({ posts, scanned, read }: Shares, report: Report): void {
  const percent = (part: number) => `${((part / posts) * 100).toFixed(1)} %`
  report.note(
    `Of ${posts.toLocaleString('en')} posts (two event files among them), ${percent(scanned)} are scanned word by word and ${percent(read)} are read; the others’ bytes are only sifted.`,
  )
}

function parseOnly(bytes: Buffer): [ms: number, lines: number] {
  const started = performance.now()
  let lines = 0
  let length = 0
  for (let from = 0, feed = bytes.indexOf(10); feed >= 0; from = feed + 1, feed = bytes.indexOf(10, from)) {
    const post = JSON.parse(bytes.toString('utf8', from, feed)) as { text: string }
    length += post.text.length
    lines++
  }
  if (length === 0) throw new Error('There is nothing to parse')
  return [performance.now() - started, lines]
}

async function* inChunks(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let i = 0; i < bytes.length; i += CHUNK) yield bytes.subarray(i, i + CHUNK)
}

async function decide(bytes: Buffer, create: () => Detector): Promise<number> {
  const started = performance.now()
  const detector = create()
  for await (const posts of readUnread(inChunks(bytes))) for (let i = 0; i < posts.count; i++) posts.tell(detector, i)
  return performance.now() - started
}
