import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { createDetector, loadModel } from './index.ts'
import type { Area, DetectedIncident, Post } from './types.ts'

// The recorded drills of this repository, through the model that ships.

const fixture = (path: string) => readFileSync(new URL(`../../../../fixtures/${path}`, import.meta.url), 'utf8')
const area = JSON.parse(fixture('areas/harbourside.json')) as Area
const bytes = readFileSync(new URL('../../../../models/triage.bin', import.meta.url))

function play(recording: string): { changes: DetectedIncident[]; open: DetectedIncident[] } {
  const detector = createDetector({ area, model: loadModel(bytes) })
  const posts = fixture(`drills/${recording}.ndjson`)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Post & { at: string })
    .map((one): Post => ({ ...one, at: Date.parse(one.at) }))
  return { changes: posts.flatMap((one) => detector.push(one)), open: detector.open() }
}

describe('The ferry terminal recording', () => {
  const { changes, open } = play('harbourside-ferry')
  const first = (state: string) => changes.find((incident) => incident.state === state)!

  test('is heard within the first minutes and not before', () => {
    expect(changes[0]!.at).toBeGreaterThanOrEqual(Date.parse('2026-11-21T14:52:50Z'))
    expect(first('suspected').at).toBeLessThanOrEqual(Date.parse('2026-11-21T14:54:15Z'))
    expect(first('probable').at).toBeLessThanOrEqual(Date.parse('2026-11-21T14:56:00Z'))
  })

  test('is one incident: an explosion at the ferry terminal, with its rumour, denials and voices', () => {
    expect(new Set(changes.map(({ id }) => id)).size).toBe(1)
    expect(open).toHaveLength(1)
    const [incident] = open
    expect(incident).toMatchObject({ kind: 'explosion', place: { name: 'Ferry terminal' } })
    expect(incident!.voices.denials).toBeGreaterThanOrEqual(3)
    expect(incident!.voices.officials).toBeGreaterThanOrEqual(1)
    expect(incident!.voices.newsrooms).toBeGreaterThanOrEqual(1)
    expect(incident!.casualties.some(({ what, low }) => what === 'hurt' && low >= 10)).toBe(true)
  })

  test('counts the post that everybody copies once', () => {
    const copies = open[0]!.evidence.filter(({ post }) => post.repostOf === 'ferry-0138')
    expect(copies.length).toBeGreaterThan(3)
    expect(copies.every(({ bearing }) => bearing === 'copy')).toBe(true)
  })
})

test('On the quiet evening nothing is even suspected', () => {
  expect(play('quiet-evening').changes.map(({ state, headline }) => `${state}: ${headline}`)).toEqual([])
})

test('The model loads in a fraction of a second, also from the middle of a larger buffer', () => {
  const began = performance.now()
  const model = loadModel(bytes)
  expect(performance.now() - began).toBeLessThan(100)
  const inside = Buffer.concat([Buffer.alloc(5, 1), bytes, Buffer.alloc(7, 1)]).subarray(5, 5 + bytes.length)
  expect(loadModel(inside)).toEqual(model)
})

test('What is no model, is cut short or was trained otherwise is refused', () => {
  expect(() => loadModel(new Uint8Array(4))).toThrow('Not a triage model')
  expect(() => loadModel(new TextEncoder().encode('explosion, explosion'))).toThrow('Not a triage model')
  expect(() => loadModel(bytes.subarray(0, bytes.length - 1))).toThrow('cut short')
})
