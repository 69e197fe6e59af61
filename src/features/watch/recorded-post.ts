import type { Post } from './detector/types.ts'

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

export const EARLIEST_MS = Date.UTC(1990, 0, 1)
export const LATEST_MS = Date.UTC(2100, 0, 1)

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

const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?\s?(Z|[+-]\d\d(?::?\d\d)?)?)?$/i

/** ISO 8601 to milliseconds since 1970; NaN when it is none, or names a day that the month does not have. */
export function parseIsoTime(value: string): number {
  const match = ISO.exec(value.trim())
  if (!match) return NaN
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return NaN
  if (hour > 23 || minute > 59 || second > 60) return NaN
  const fraction = match[7] ? Math.trunc(Number(`0.${match[7]}`) * 1000 + 1e-6) : 0
  // The year is set apart because Date.UTC takes the years 0 to 99 for 1900 to 1999.
  const midnight = new Date(0).setUTCFullYear(year, month - 1, day)
  return midnight + ((hour * 60 + minute) * 60 + second) * 1000 + fraction - readOffset(match[8])
}

function readOffset(zone: string | undefined): number {
  if (!zone || zone.toUpperCase() === 'Z') return 0
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3).replace(':', '') || 0)
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate()
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
