import type { Locale } from '#platform/i18n/index.ts'
import { isCountry } from './rules.ts'

export interface Choice {
  value: string
  text: string
}

const known = new Map<Locale, Choice[]>()
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

/** Every country by its name in the reader's language. */
export function countryChoices(locale: Locale): Choice[] {
  let choices = known.get(locale)
  if (!choices) {
    const names = new Intl.DisplayNames([locale], { type: 'region' })
    choices = LETTERS.flatMap((first) => LETTERS.map((second) => first + second))
      .filter(isCountry)
      .map((value) => ({ value, text: names.of(value) ?? value }))
      .toSorted((a, b) => a.text.localeCompare(b.text, locale))
    known.set(locale, choices)
  }
  return choices
}

let zones: Choice[] | undefined

/** Every zone that this runtime knows, by its IANA name. */
export function zoneChoices(): Choice[] {
  zones ??= ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')].map((value) => ({
    value,
    text: value.replaceAll('_', ' '),
  }))
  return zones
}
