import { readFileSync } from 'node:fs'
import type { Kind } from '../../../src/features/watch/detector/types.ts'
import { type Half, hashText } from '../halves.ts'

/** The first half hour of an invented event in an invented town, as people, newsrooms and services would post it. */
export interface OwnEvent {
  event: string
  lang: string
  half: Half
  /** The detector's kinds that a person would accept for it. */
  kinds: Kind[]
  /** By time from the onset. */
  posts: { offsetSeconds: number; text: string; author: string }[]
}

interface Line {
  event: string
  kind: string
  lang: string
  offsetSeconds: number
  text: string
  author: string
  voice: string
}

/** The events' own kinds in the detector's words. Where a duty manager would not mind either, both are right. */
const ACCEPTED: Record<string, Kind[]> = {
  'bridge collapse': ['collapse'],
  'mall shooting': ['shooting'],
  'chemical tanker spill': ['chemical', 'crash'],
  'helicopter crash': ['crash'],
  'stage collapse': ['collapse'],
  tornado: ['storm'],
  'sonic boom or meteor': ['explosion', 'other'],
  'knife attack': ['shooting', 'other'],
  'factory fire': ['fire'],
  'wildfire reaching houses': ['fire'],
  'gas explosion': ['explosion'],
  'bus crash': ['crash'],
  landslide: ['collapse', 'flood', 'other'],
  earthquake: ['quake'],
  'crowd crush': ['other', 'collapse'],
  'power-plant failure': ['explosion', 'fire'],
  'night-club fire': ['fire'],
  'building collapse': ['collapse'],
  'flash flood': ['flood'],
  'train derailment': ['crash'],
  avalanche: ['collapse', 'storm', 'other'],
  'van into a crowd': ['crash', 'other'],
  'mass food poisoning at a school': ['chemical', 'other'],
  'ferry sinking': ['crash', 'flood', 'other'],
}

/** Half of the events are held back: those whose names have the higher hashes. */
export function readOwnEvents(): OwnEvent[] {
  const lines = readFileSync(new URL('./events.ndjson', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line)
  const byEvent = Object.entries(Object.groupBy(lines, ({ event }) => event))
  const ranked = byEvent.sort(([a], [b]) => hashText(a) - hashText(b))
  return ranked.map(([event, posts = []], rank) => {
    const { kind, lang } = posts[0]!
    const kinds = ACCEPTED[kind]
    if (!kinds) throw new Error(`${event}: no kinds are named for “${kind}”`)
    return { event, lang, kinds, posts, half: rank * 2 < ranked.length ? 'development' : 'held back' }
  })
}
