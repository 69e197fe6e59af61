import { LOCALES } from '#platform/i18n/index.ts'
import { isZone } from '#platform/i18n/time.ts'
import type { CrisisLine, Organisation } from '#platform/organisation.ts'
import { defaultsOf } from './country-defaults.ts'

/** What stands for the organisation until somebody has set it up. */
export const UNNAMED: Organisation = {
  name: 'Salve',
  country: 'US',
  zone: 'UTC',
  languages: [...LOCALES],
  ...defaultsOf('US'),
}

const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
/** Codes that the locale data names but that are not countries. */
const NOT_COUNTRIES = new Set(['EU', 'EZ', 'UN', 'ZZ', 'XA', 'XB', 'QO'])

/** True for a country's ISO 3166-1 alpha-2 code in capitals. */
export function isCountry(code: string): boolean {
  return /^[A-Z]{2}$/.test(code) && !NOT_COUNTRIES.has(code) && regions.of(code) !== undefined
}

/** True for a place's IANA zone, such as `Europe/Lisbon`, or `UTC`; not for offsets, which know no summer time. */
export function isPlaceZone(zone: string): boolean {
  return (zone === 'UTC' || /^[A-Za-z_]+\/[A-Za-z_/+-]+$/.test(zone)) && isZone(zone)
}

/** True for what a telephone can dial: digits, spaces, a leading plus. */
export function isEmergencyNumber(number: string): boolean {
  return /^\+?[0-9][0-9 ]{1,14}$/.test(number)
}

/** True for a day that exists, not after `today`. Both as in `2026-11-22`. */
export function isPastDay(day: string, today: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || day > today) return false
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
}

const YEAR_MS = 365 * 86_400_000

/** True when nobody has checked a crisis line for a year: its number may lead nowhere. */
export function isLineStale({ checkedOn }: Pick<CrisisLine, 'checkedOn'>, now: Date): boolean {
  return now.getTime() - new Date(`${checkedOn}T00:00:00Z`).getTime() > YEAR_MS
}
