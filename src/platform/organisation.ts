import type { Locale } from './i18n/index.ts'

/** A number or address for people in distress, with who checked it and when. */
export interface CrisisLine {
  name: string
  contact: string
  hours: string
  source: string
  /** ISO date on which somebody last checked it. */
  checkedOn: string
}

/** The organisation that runs this Salve. There is exactly one. */
export interface Organisation {
  name: string
  /** ISO 3166-1 alpha-2, for example `US`. */
  country: string
  /** IANA zone, for example `Europe/Lisbon`. Dates for people are drawn in it. */
  zone: string
  /** The first is the default. */
  languages: Locale[]
  emergencyNumber: string
  crisisLines: CrisisLine[]
}
