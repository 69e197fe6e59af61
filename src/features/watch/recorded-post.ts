import type { Post } from './detector/types.ts'
import { EARLIEST_MS, LATEST_MS, parseIsoTime } from './recorded-time.ts'

/** Why a line of a recording is not a post, in words that fit behind "line 12: ". */
export type SkipReason =
  | 'not JSON'
  | 'not an object'
  | 'has no time (at)'
  | 'its time (at) cannot be read'
  | 'its time (at) is outside 1990 to 2100'
  | 'has no text'
  | 'longer than 1 MB'
  | 'broken UTF-8'

type Fields = Partial<Record<keyof Post, unknown>>

/** The one place that shapes a post, so that all posts look alike to the engine, which reads them faster for it. */
export function shapePost(
  id: string,
  at: number,
  text: string,
  lang: string | undefined,
  author: string | undefined,
  source: string | undefined,
  url: string | undefined,
  geo: Post['geo'],
  repostOf: string | undefined,
): Post {
  return { id, at, text, lang, author, source, url, geo, repostOf }
}

/** Reads one line that is valid UTF-8 the careful way: any JSON, any order, any other keys. */
export function parsePost(line: string): Post | SkipReason {
  let parsed: unknown
  try {
    parsed = JSON.parse(line)
  } catch {
    return 'not JSON'
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return 'not an object'
  const fields = parsed as Fields
  const at = readTime(fields.at)
  if (typeof at !== 'number') return at
  if (typeof fields.text !== 'string') return 'has no text'
  const text = fields.text.toWellFormed()
  return shapePost(
    readKey(fields.id, 'id', line) ?? deriveId(at, text),
    at,
    text,
    readString(fields.lang),
    readString(fields.author),
    readString(fields.source),
    readString(fields.url),
    readGeo(fields.geo),
    readKey(fields.repostOf, 'repostOf', line),
  )
}

/** A time as ISO 8601 (without a zone: UTC) or as milliseconds since 1970. Returns milliseconds or what is wrong. */
export function readTime(value: unknown): number | SkipReason {
  if (value === null || value === undefined || value === '') return 'has no time (at)'
  const at = typeof value === 'number' ? value : typeof value === 'string' ? parseIsoTime(value) : NaN
  if (!Number.isFinite(at)) return 'its time (at) cannot be read'
  return at >= EARLIEST_MS && at < LATEST_MS ? Math.trunc(at) : 'its time (at) is outside 1990 to 2100'
}

function readString(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value.toWellFormed() : undefined
}

/** An identifier as text. Numbers too large for JavaScript keep all their digits: networks count past 2^53. */
function readKey(value: unknown, key: string, line: string): string | undefined {
  if (typeof value !== 'number') return readString(value)
  if (Number.isSafeInteger(value)) return String(value)
  let digits = String(value)
  JSON.parse(line, function (this: unknown, name: string, item: unknown, context?: { source?: string }) {
    if (name === key && item === value && context?.source) digits = context.source
    return item
  } as (this: unknown, key: string, value: unknown) => unknown)
  return digits
}

function readGeo(value: unknown): Post['geo'] {
  if (typeof value !== 'object' || value === null) return undefined
  const { lat, lon } = value as { lat?: unknown; lon?: unknown }
  if (typeof lat !== 'number' || typeof lon !== 'number') return undefined
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon } : undefined
}

/** An identifier for a post that has none: the same time and text give the same one, in every run and every file. */
export function deriveId(at: number, text: string): string {
  let low = 0x811c9dc5
  let high = 0xcbf29ce4
  const content = `${at} ${text}`
  for (let i = 0; i < content.length; i++) {
    const code = content.charCodeAt(i)
    low = Math.imul(low ^ code, 0x01000193)
    high = Math.imul(high ^ code, 0x85ebca6b) ^ (high >>> 13)
  }
  return `unnamed-${(high >>> 0).toString(16).padStart(8, '0')}${(low >>> 0).toString(16).padStart(8, '0')}`
}
