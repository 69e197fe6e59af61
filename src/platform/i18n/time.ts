import type { Locale } from './index.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

function format(locale: Locale, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale}|${zone}|${JSON.stringify(options)}`
  let made = formats.get(key)
  if (!made) {
    made = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { timeZone: zone, ...options })
    formats.set(key, made)
  }
  return made
}

/** How dates and times are drawn for one reader: the organisation's zone, the reader's language. */
export interface TimeStyle {
  locale: Locale
  zone: string
}

/** `14:53` */
export function clockTime(at: Date, { locale, zone }: TimeStyle): string {
  return format(locale, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at)
}

/** `14:53:10` */
export function clockTimeToTheSecond(at: Date, { locale, zone }: TimeStyle): string {
  return format(locale, zone, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }).format(at)
}

/** `Saturday 21 November 2026` */
export function longDate(at: Date, { locale, zone }: TimeStyle): string {
  return format(locale, zone, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(at)
}

/** `21 Nov 2026, 14:53` */
export function dateAndTime(at: Date, { locale, zone }: TimeStyle): string {
  return format(locale, zone, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at)
}

const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
]
const relatives = new Map<Locale, Intl.RelativeTimeFormat>()

/** `4 min ago`, `in 20 min`; `now` within a second. */
export function relativeTime(at: Date, now: Date, locale: Locale): string {
  let words = relatives.get(locale)
  if (!words) {
    words = new Intl.RelativeTimeFormat(locale === 'en' ? 'en-GB' : locale, { style: 'short', numeric: 'auto' })
    relatives.set(locale, words)
  }
  const seconds = Math.round((at.getTime() - now.getTime()) / 1_000)
  const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? (['second', 1] as const)
  return words.format(Math.trunc(seconds / size), unit)
}

/** True for an IANA zone that this runtime knows. */
export function isZone(value: string): boolean {
  try {
    Intl.DateTimeFormat('en', { timeZone: value })
    return true
  } catch {
    return false
  }
}
