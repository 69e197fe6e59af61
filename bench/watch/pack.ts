import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Kind, Post } from '../../src/features/watch/detector/types.ts'

/** A post of the incident pack with what people said about it. The detector sees `post` alone. */
export interface LabelledPost {
  post: Post
  event: string | null
  label: string | null
  voice: string | null
  isRelated: boolean
}

export interface PackEvent {
  event: string
  name: string
  kind: string
  sudden: boolean
  onset: string
  lat: number
  lon: number
}

/** One event as one stream: the posts of one collection (`t6` or `t26`). */
export interface EventStream {
  name: string
  collection: 't6' | 't26'
  event: PackEvent
  onset: number
  posts: LabelledPost[]
}

export interface Pack {
  folder: string
  events: PackEvent[]
  streams: EventStream[]
  /** The later half: training uses the earlier one. */
  stocknetUnseen: Post[]
  s140: Post[]
  healthNews: Post[]
  disasterWords: Post[]
}

/** The kinds of events.json in the detector's words. */
export const KIND_OF: Record<string, Kind> = {
  bombing: 'explosion',
  explosion: 'explosion',
  'train-crash': 'crash',
  'aircraft-crash': 'crash',
  shooting: 'shooting',
  'building-collapse': 'collapse',
  wildfire: 'fire',
  flood: 'flood',
  earthquake: 'quake',
  tornado: 'storm',
  hurricane: 'storm',
  typhoon: 'storm',
  haze: 'other',
  meteor: 'other',
}

interface PackLine {
  id: string
  at: string | null
  text: string
  lang: string | null
  event: string | null
  label: string | null
  kind: string | null
  source: string
}

/** Whether the pack lies in `data`. */
export function hasPack(data: string): boolean {
  return existsSync(join(data, 'incidents', 'events.json'))
}

export function readPack(data: string): Pack {
  const folder = join(data, 'incidents')
  const events = JSON.parse(readFileSync(join(folder, 'events.json'), 'utf8')) as PackEvent[]
  const corrections = JSON.parse(readFileSync(join(folder, 'label-corrections.json'), 'utf8')) as Corrections
  const streams = events.flatMap((event) =>
    (['t6', 't26'] as const).flatMap((collection) => {
      const name = `${collection}-${event.event}`
      if (!existsSync(packFile(folder, name))) return []
      const posts = readLines(folder, name).map((line) => labelPost(line, corrections[name]))
      return [{ name, collection, event, onset: Date.parse(event.onset), posts }]
    }),
  )
  const background = (name: string) => readLines(folder, `background-${name}`).map(toPost)
  return {
    folder,
    events,
    streams,
    stocknetUnseen: secondHalf(background('stocknet')),
    s140: background('s140'),
    healthNews: background('health-news'),
    disasterWords: background('disaster-words'),
  }
}

function secondHalf<T>(items: T[]): T[] {
  return items.slice(items.length >> 1)
}

type Corrections = Record<string, Record<string, string>>

export function packFile(folder: string, name: string): string {
  return join(folder, `${name}.ndjson.gz`)
}

function readLines(folder: string, name: string): PackLine[] {
  return gunzipSync(readFileSync(packFile(folder, name)))
    .toString()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as PackLine)
    .filter((line) => line.at !== null)
}

function toPost(line: PackLine): Post {
  const { id, at, text, lang, source } = line
  const post: Post = { id, at: Date.parse(at as string), text, source }
  return lang ? { ...post, lang } : post
}

const RELATED = new Set(['on', 'informative', 'not-informative'])

function labelPost(line: PackLine, corrections: Record<string, string> = {}): LabelledPost {
  const label = corrections[line.id] ?? line.label
  return { post: toPost(line), event: line.event, label, voice: line.kind, isRelated: RELATED.has(label ?? '') }
}

/** Random numbers from 0 to 1 that are the same in every run (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A copy in random order. */
export function shuffle<T>(items: readonly T[], random: () => number): T[] {
  const mixed = [...items]
  for (let i = mixed.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[mixed[i], mixed[j]] = [mixed[j] as T, mixed[i] as T]
  }
  return mixed
}
