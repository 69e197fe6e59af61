export const EARLIEST_MS = Date.UTC(1990, 0, 1)
export const LATEST_MS = Date.UTC(2100, 0, 1)

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

let dayNumber = -1
let dayStart = 0

/** The quick way for `2013-04-15T18:53:25Z` with or without milliseconds, in bytes; NaN for anything else. Remembers the day. */
export function scanIsoTime(bytes: Buffer, start: number, length: number): number {
  if ((length !== 20 && length !== 24) || bytes[start + length - 1] !== 0x5a) return NaN
  if (bytes[start + 4] !== 0x2d || bytes[start + 7] !== 0x2d || bytes[start + 10] !== 0x54) return NaN
  if (bytes[start + 13] !== 0x3a || bytes[start + 16] !== 0x3a) return NaN
  if (length === 24 && bytes[start + 19] !== 0x2e) return NaN
  const day = digits(bytes, start, 4) * 10_000 + digits(bytes, start + 5, 2) * 100 + digits(bytes, start + 8, 2)
  if (day !== dayNumber) {
    const month = Math.trunc(day / 100) % 100
    // Date.UTC takes the years 0 to 99 for 1900 to 1999, and the month 13 for the next January.
    if (!(day >= 19_000_000) || month < 1 || month > 12) return NaN
    const midnight = Date.UTC(Math.trunc(day / 10_000), month - 1, day % 100)
    if (new Date(midnight).getUTCDate() !== day % 100) return NaN
    dayNumber = day
    dayStart = midnight
  }
  const hour = digits(bytes, start + 11, 2)
  const minute = digits(bytes, start + 14, 2)
  const second = digits(bytes, start + 17, 2)
  if (!(hour < 24 && minute < 60 && second < 60)) return NaN
  const fraction = length === 24 ? digits(bytes, start + 20, 3) : 0
  return dayStart + ((hour * 60 + minute) * 60 + second) * 1000 + fraction
}

function digits(bytes: Buffer, start: number, length: number): number {
  let value = 0
  for (let i = start; i < start + length; i++) {
    const digit = (bytes[i] as number) - 0x30
    if (digit < 0 || digit > 9) return NaN
    value = value * 10 + digit
  }
  return value
}

/** Milliseconds since 1970 in 13 digits; NaN for fewer or more. */
export function scanMilliseconds(bytes: Buffer, start: number, length: number): number {
  return length === 13 ? digits(bytes, start, length) : NaN
}
