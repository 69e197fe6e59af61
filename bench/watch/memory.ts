import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import type { Post } from '../../src/features/watch/detector/types.ts'
import type { Pack } from './pack.ts'
import type { Report } from './report.ts'
import { areaAround } from './streams.ts'

/** Memory of `salve replay` over millions of posts: 1,000 a minute, with a bomb among them every six hours. */
export async function measureMemory(pack: Pack, report: Report, millions: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'salve-bench-'))
  const area = join(folder, 'area.json')
  writeFileSync(area, JSON.stringify(areaAround({ name: 'Anywhere', lat: 0, lon: 0 })))
  try {
    const script = fileURLToPath(new URL('memory-child.ts', import.meta.url))
    const child = spawn(process.execPath, [script, '-', '--area', area, '--json'], { stdio: 'pipe' })
    const [out, err, [code]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'close') as Promise<[number]>,
      pipeline(Readable.from(recording(pack, millions * 1_000_000)), child.stdin),
    ])
    const samples = err.split('\n').flatMap((line) => (line.startsWith('rss ') ? [Number(line.slice(4))] : []))
    if (code !== 0 || samples.length === 0) throw new Error(`The memory run failed: ${err.slice(0, 500)}`)
    const lines = out.trimEnd().split('\n')
    const summary = JSON.parse(lines.at(-1) ?? '') as { posts: number; peakMemoryMb: number; incidents: number }
    const at = (part: number) => samples[Math.floor(part * (samples.length - 1))]
    report.row(
      `Memory after ${millions} million posts`,
      `${at(1)} MB (${at(0.1)} MB after a tenth, ${at(0.5)} MB after half), at most ${summary.peakMemoryMb} MB`,
      '–',
      'flat, ≤ 300 MB after 10 million',
    )
    report.note(
      `Memory: \`salve replay\` in a process of its own, ${summary.posts.toLocaleString('en')} posts read, ${summary.incidents} incidents told on the way.`,
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function* recording(pack: Pack, posts: number): Generator<string> {
  const asJson = ({ text }: Post) => JSON.stringify(text)
  const ordinary = pack.s140.map(asJson)
  const bomb = (pack.streams.find(({ name }) => name === 't26-boston-bombings-2013')?.posts ?? []).map(({ post }) =>
    asJson(post),
  )
  let lines: string[] = []
  for (let i = 0; i < posts; i++) {
    const isBomb = i % 360_000 < 5000 && i % 5 === 0
    const words = isBomb ? bomb[Math.floor(i / 5) % bomb.length] : ordinary[(i * 7919) % ordinary.length]
    lines.push(`{"id":"m${i}","at":${1_700_000_000_000 + i * 60},"text":${words},"author":"a${i % 50_000}"}\n`)
    if (lines.length < 1000) continue
    yield lines.join('')
    lines = []
  }
  yield lines.join('')
}
