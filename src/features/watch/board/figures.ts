import { clockTime, relativeTime, type TimeStyle } from '#platform/i18n/time.ts'
import { bearingTo, compassPoint, travelMinutes } from '../rules.ts'
import type { Area } from '../detector/types.ts'
import type { WatchWords } from '../words.ts'
import type { IncidentSummary, SourceStatus, Voices } from './board-data.ts'

/** `3.2 km`, `12 km`. */
export function kilometres(km: number, words: WatchWords): string {
  const digits = km < 10 ? 1 : 0
  return words('figure.km', { km: new Intl.NumberFormat(words.locale, { maximumFractionDigits: digits }).format(km) })
}

/** `0.86` */
export function share(value: number, locale: string): string {
  // Rounded down, so that something unsure never reads as certain.
  return new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(
    Math.floor(value * 100) / 100,
  )
}

/** How sure that is, in a word. */
export function sureness(confidence: number, words: WatchWords): string {
  if (confidence < 0.5) return words('sure.unsure')
  if (confidence < 0.8) return words('sure.possible')
  if (confidence < 0.95) return words('sure.likely')
  return words('sure.very-likely')
}

/** `5 people, 1 newsroom`; only those that there are. */
export function corroborationLine({ people, newsrooms, officials, denials }: Voices, words: WatchWords): string {
  const parts: string[] = []
  if (people > 0) parts.push(words('voices.people', { count: people }))
  if (newsrooms > 0) parts.push(words('voices.newsrooms', { count: newsrooms }))
  if (officials > 0) parts.push(words('voices.officials', { count: officials }))
  if (denials > 0) parts.push(words('voices.denials', { count: denials }))
  return parts.length > 0 ? parts.join(', ') : words('voices.none')
}

/** Distance in a straight line, direction and estimated minutes by road; undefined without a place. */
export function whereFrom(incident: Pick<IncidentSummary, 'place'>, area: Area | null) {
  const { place } = incident
  if (!place) return undefined
  const bearing = area ? bearingTo(area.hospital, place) : undefined
  return {
    km: place.distanceKm,
    minutes: travelMinutes(place.distanceKm),
    bearing,
    compass: bearing === undefined ? undefined : compassPoint(bearing),
  }
}

/** `3.2 km · about 9 min` */
export function distanceLine(incident: Pick<IncidentSummary, 'place'>, area: Area | null, words: WatchWords): string {
  const where = whereFrom(incident, area)
  if (!where) return words('place.unknown')
  return words('figure.distance', { distance: kilometres(where.km, words), minutes: where.minutes })
}

/** `live, 12 a minute` and its kin. */
export function sourceLine(source: SourceStatus, now: Date, style: TimeStyle, words: WatchWords): string {
  const lastAt = source.lastPostAt
  if (source.state === 'off') return words('source.off')
  if (source.state === 'blind') {
    const since = source.blindSince ?? source.lastHeardAt
    return since ? words('source.blind-since', { time: clockTime(since, style) }) : words('source.blind')
  }
  if (source.error === 'connecting') return words('source.connecting')
  if (source.state === 'slow') {
    if (source.error !== null) return words('source.connecting-again')
    const since = lastAt ?? source.lastHeardAt
    return since ? words('source.slow-since', { ago: relativeTime(since, now, style.locale) }) : words('source.slow')
  }
  if (source.expectedPerMinute !== null && source.expectedPerMinute >= 60) {
    return words('source.live-second', { count: Math.round(source.expectedPerMinute / 60) })
  }
  if (source.expectedPerMinute !== null && source.expectedPerMinute >= 1) {
    return words('source.live-minute', { count: Math.round(source.expectedPerMinute) })
  }
  return lastAt ? words('source.live-ago', { ago: relativeTime(lastAt, now, style.locale) }) : words('source.live')
}
