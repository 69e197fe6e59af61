import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { loadHeads, saveHeads } from '../src/features/watch/detector/heads.ts'
import { loadModel } from '../src/features/watch/detector/model.ts'
import { fitHeads } from './fit-heads.ts'
import { readHeadExamples } from './head-examples.ts'
import { makeTalk } from './talk.ts'
import { trainTriage } from './train.ts'

// Small packs of our own sentences, in the shape of the incident pack.

const folders: string[] = []
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })))

function makePack({ lastBackground = 'new phone, love it' } = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'salve-pack-'))
  folders.push(folder)
  mkdirSync(join(folder, 'incidents'))
  const write = (name: string, lines: object[]) =>
    writeFileSync(
      join(folder, 'incidents', `${name}.ndjson.gz`),
      gzipSync(lines.map((line) => JSON.stringify(line)).join('\n')),
    )
  const events = [
    { event: 'mill-fire', kind: 'wildfire' },
    { event: 'quay-flood', kind: 'flood' },
  ]
  writeFileSync(join(folder, 'incidents', 'events.json'), JSON.stringify(events))
  const on = [
    'the mill is on fire, people trapped',
    'huge fire at the mill, ambulances here',
    'smoke over the mill now',
  ]
  const off = ['what a lovely morning', 'lol that game', 'coffee and cake']
  const label = (texts: string[], event: string, as: string, kind: string | null) =>
    texts.map((text) => ({ text, event, label: as, kind }))
  write('t6-mill-fire', [...label(on, 'mill-fire', 'on', null), ...label(off, 'mill-fire', 'off', null)])
  write('t26-quay-flood', [
    ...label(['water in our kitchen on the quay'], 'quay-flood', 'informative', 'eyewitness'),
    ...label(['Quay flooded, three hurt http://example.org/q'], 'quay-flood', 'informative', 'media'),
    ...label(['thinking of the quay tonight'], 'quay-flood', 'not-informative', 'outsider'),
    ...label(['quay tickets for sale'], 'quay-flood', 'unrelated', null),
  ])
  const talk = ['shares of the bank fall', 'the chip maker beats forecasts', 'buy more oats']
  write(
    'background-stocknet',
    [...talk, lastBackground].map((text) => ({ text, event: null, label: null, kind: null })),
  )
  return folder
}

describe('Training', () => {
  test('gives the same bytes for the same pack, wherever it lies', () => {
    const [first, second] = [makePack(), makePack()]
    expect(trainTriage({ data: first })).toEqual(trainTriage({ data: second }))
    expect(saveHeads(fitHeads(readHeadExamples(first)))).toEqual(saveHeads(fitHeads(readHeadExamples(second))))
  })

  test('never sees the later half of the talk, which is measured on', () => {
    const changed = makePack({ lastBackground: 'explosion explosion everywhere, so many hurt' })
    expect(trainTriage({ data: changed })).toEqual(trainTriage({ data: makePack() }))
  })

  test('leaves an event out of both collections, and a kind with its words', () => {
    const data = makePack()
    const whole = loadModel(trainTriage({ data }))
    expect(loadModel(trainTriage({ data, withoutEvents: ['mill-fire'] })).words).not.toEqual(whole.words)
    expect(loadModel(trainTriage({ data, withoutKinds: ['fire'] })).hiddenFirst).not.toBe(0)
    expect(whole.hiddenFirst).toBe(0)
  })

  test('heads of a small pack can be read back', () => {
    const heads = fitHeads(readHeadExamples(makePack()))
    expect(loadHeads(saveHeads(heads)).hashes).toEqual(heads.hashes)
  })
})

describe('Posts of our own making', () => {
  const made = makeTalk({ talk: 2, reports: 2 })

  test('are talk and reports of every kind, in six languages, with every slot filled', () => {
    expect(new Set(made.map(({ lang }) => lang))).toEqual(new Set(['en', 'es', 'fr', 'it', 'pt', 'tl']))
    for (const lang of ['en', 'es', 'fr', 'it', 'pt', 'tl'])
      expect(new Set(made.flatMap((post) => (post.lang === lang && post.kind ? [post.kind] : []))).size).toBe(10)
    expect(made.filter(({ text }) => /[{}|]|^\W*$/.test(text) || text.length < 8)).toEqual([])
  })

  test('are the same each time', () => {
    expect(makeTalk({ talk: 2, reports: 2 })).toEqual(made)
  })
})
