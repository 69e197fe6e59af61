import type { Place } from './types.ts'
import { moveBy } from './distance.ts'

/** A distance and a direction before a name: "36 km NNW of", "4 miles north of", "a 12 km al sur de". */
const OFFSET =
  /(\d{1,3}(?:[.,]\d)?)\s*(km|kms|kilomet\w*|kilómet\w*|quilômet\w*|chilometr\w*|miles?|mi|millas|miglia)\s+(?:(?:to the|a|al|a l['’]|au|à l['’]|ao)\s*)?([a-z-]+)\s+(?:(?:of|from|de|di|du|da|do|d['’])\s*)?(?:(?:the|la|el|los|le|les|il)\s+)?$/i
const MILE = 1.609344

const POINTS = ['n', 'nne', 'ne', 'ene', 'e', 'ese', 'se', 'sse', 's', 'ssw', 'sw', 'wsw', 'w', 'wnw', 'nw', 'nnw']
const STEP = 360 / POINTS.length
const WORDS: Record<string, number> = {
  north: 0, norte: 0, nord: 0, northeast: 45, 'north-east': 45, noreste: 45, nordeste: 45, 'nord-est': 45, nordest: 45,
  east: 90, este: 90, est: 90, leste: 90, southeast: 135, 'south-east': 135, sureste: 135, sudeste: 135, 'sud-est': 135, sudest: 135,
  south: 180, sur: 180, sud: 180, sul: 180, southwest: 225, 'south-west': 225, suroeste: 225, sudoeste: 225, 'sud-ouest': 225, sudovest: 225,
  west: 270, oeste: 270, ouest: 270, ovest: 270, northwest: 315, 'north-west': 315, noroeste: 315, 'nord-ouest': 315, nordovest: 315,
} // prettier-ignore
for (const [i, point] of POINTS.entries()) WORDS[point] = i * STEP
/** Spanish, French, Italian and Portuguese write O for west. */
for (const [i, point] of POINTS.entries()) if (point.includes('w')) WORDS[point.replaceAll('w', 'o')] = i * STEP

/** The place that a post means when it says "36 km NNW of" before a name; null when it says nothing of the kind. */
export function readOffset(before: string, place: Place): Place | null {
  const found = OFFSET.exec(before.slice(-60))
  if (!found) return null
  const bearing = WORDS[found[3]!.toLowerCase()]
  if (bearing === undefined) return null
  const km = Number(found[1]!.replace(',', '.')) * (/^mi/i.test(found[2]!) ? MILE : 1)
  const point = POINTS[Math.round(bearing / STEP) % POINTS.length]!.toUpperCase()
  return { name: `${Math.round(km)} km ${point} of ${place.name}`, ...moveBy(place, km, bearing) }
}

/** "northwest of", "25 km from", "cerca de 25 km de": near a name, and no more is said about where. */
const LOOSE =
  /(?:\b(?:north|south)?-?(?:north|south|east|west) of|\bal (?:norte|sur|este|oeste|noreste|noroeste|sureste|suroeste|nordeste|sudeste|sudoeste) de|\b(?:au|a) (?:nord|sud|est|ouest|ovest)(?:-?(?:est|ouest|ovest))? (?:de|di)|\d ?(?:km|kms|kilomet\w*|miles?|mi)(?: (?:from|away from|of|off|de|da|di))?)\s+(?:(?:the|la|el|los|le|il)\s+)?$/i

/** Whether a name is only what a place lies near to, so that it tells little about where. */
export function isLoose(before: string): boolean {
  return LOOSE.test(before.slice(-60))
}

const DEGREES =
  /(\d{1,2}[.,]\d+)\s*°?\s*([NS])(?![a-z])[,;/\s]*(\d{1,3}[.,]\d+)\s*°?\s*([EWO])(?![a-z])|lat\w*[:=\s]+(-?\d{1,2}[.,]\d+)[,;/\s]+lon\w*[:=\s]+(-?\d{1,3}[.,]\d+)/i

/** The point that a text gives in degrees, as seismologists write it: "44.96°N, 11.24°E", "lat 44.96 lon 11.24"; null when there is none. */
export function readDegrees(text: string): { lat: number; lon: number } | null {
  const found = DEGREES.exec(text)
  if (!found) return null
  const [, lat, south, lon, west, plainLat, plainLon] = found
  const number = (digits: string | undefined) => Number((digits ?? '').replace(',', '.'))
  const point = lat
    ? { lat: number(lat) * (/s/i.test(south ?? '') ? -1 : 1), lon: number(lon) * (/[wo]/i.test(west ?? '') ? -1 : 1) }
    : { lat: number(plainLat), lon: number(plainLon) }
  return Math.abs(point.lat) <= 90 && Math.abs(point.lon) <= 180 ? point : null
}

/** A point as people read it: `44.96° N, 11.24° E`. */
export function nameOfPoint({ lat, lon }: { lat: number; lon: number }): string {
  const degrees = (value: number, [above, below]: string) =>
    `${Math.abs(value).toFixed(2)}° ${value < 0 ? below : above}`
  return `${degrees(lat, 'NS')}, ${degrees(lon, 'EW')}`
}
