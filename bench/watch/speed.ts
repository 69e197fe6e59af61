import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { createDetector } from '../../src/features/watch/detector/index.ts'
import { readBatches } from '../../src/features/watch/recording.ts'
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

async function decide(bytes: Buffer, create: () => ReturnType<typeof createDetector>): Promise<number> {
  async function* chunks(): AsyncGenerator<Buffer> {
    for (let i = 0; i < bytes.length; i += CHUNK) yield bytes.subarray(i, i + CHUNK)
  }
  const started = performance.now()
  const detector = create()
  for await (const batch of readBatches(chunks())) for (const post of batch) detector.push(post)
  return performance.now() - started
}
