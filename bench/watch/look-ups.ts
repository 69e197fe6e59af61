import { readFileSync } from 'node:fs'
import { MOST_ORIGINALS, createOriginals, isNearCopy } from '../../src/features/watch/detector/copies.ts'
import { buildGazetteer } from '../../src/features/watch/detector/gazetteer.ts'
import { WORD_LISTS } from '../../src/features/watch/detector/lexicon/index.ts'
import { loadModel } from '../../src/features/watch/detector/model.ts'
import { type Reading, readPost } from '../../src/features/watch/detector/reading.ts'
import { createScanner } from '../../src/features/watch/detector/scan.ts'
import type { Post } from '../../src/features/watch/detector/types.ts'
import { compileVocabulary } from '../../src/features/watch/detector/vocabulary.ts'
import type { Pack } from './pack.ts'
import type { Report } from './report.ts'
import { areaAround } from './streams.ts'

const LOOKED_UP = 2000

/** What it costs to look up whether a post copies one of so many originals: by the index, and by walking through them all. */
export function measureLookUps(pack: Pack, report: Report): void {
  const readings = readAll(pack)
  const asked = readings.splice(0, LOOKED_UP)
  for (const count of [100, 1000, MOST_ORIGINALS, 10_000]) {
    const originals = createOriginals([], count)
    const known: Reading[] = []
    for (const reading of readings) {
      if (known.length === count) break
      if (originals.findSaid(reading, 0)) continue
      originals.remember(reading, 'one', 0)
      known.push(reading)
    }
    let byIndex = 0
    let missed = 0
    const found = asked.map((reading) => {
      const began = performance.now()
      const said = originals.findSaid(reading, 0)
      byIndex += performance.now() - began
      return said?.how === 'copy'
    })
    const began = performance.now()
    const walked = asked.map(({ signature }) => known.some((other) => isNearCopy(signature, other.signature)))
    const byWalking = performance.now() - began
    for (const [i, isCopy] of walked.entries()) if (isCopy && !found[i]) missed++
    const micro = (ms: number) => `${((ms * 1000) / asked.length).toFixed(1)} µs`
    report.note(
      `Look-up of a copy among ${known.length} originals: ${micro(byIndex)} by the index, ${micro(byWalking)} by comparing with each; the index missed ${missed} of ${walked.filter(Boolean).length}.`,
    )
  }
}

/** Every post of the events that names harm, once. */
function readAll(pack: Pack): Reading[] {
  const area = areaAround({ name: 'Anywhere', lat: 0, lon: 0 })
  const gazetteer = buildGazetteer(area)
  const vocabulary = compileVocabulary(WORD_LISTS)
  const scan = createScanner(vocabulary)
  const tools = { vocabulary, model: loadModel(readFileSync('models/triage.bin')), gazetteer }
  const read = (post: Post) => readPost(post, post.at, scan(post.text), tools)
  // Every seventh first, so that those looked up come from all events.
  const posts = pack.streams.flatMap((stream) => stream.posts.map(({ post }) => post))
  const mixed = [0, 1, 2, 3, 4, 5, 6].flatMap((rest) => posts.filter((_, i) => i % 7 === rest))
  return mixed
    .flatMap((post) => read(post) ?? [])
    .map((reading, i) => ({ ...reading, post: { id: `${i}`, at: 0, text: '' } }))
}
