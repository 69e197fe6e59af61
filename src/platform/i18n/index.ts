import { MessageFormat } from 'messageformat'
import { DraftFunctions } from 'messageformat/functions'

export const LOCALES = ['en', 'es'] as const
export type Locale = (typeof LOCALES)[number]

/** Language names as their speakers write them, for the language switch. */
export const LOCALE_NAMES: Record<Locale, string> = { en: 'English', es: 'Español' }

export type Values = Record<string, string | number | Date>

/** Puts a message of one room's catalogue into words. `words('key', { count: 2 })`. */
export interface Words<Key extends string = string> {
  (key: Key, values?: Values): string
  readonly locale: Locale
  readonly dir: 'ltr' | 'rtl'
  /** True when the catalogue has this key; narrows codes that come from data. */
  has(key: string): key is Key
}

const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur'])

/**
 * Makes the words of a room from its catalogues (Unicode MessageFormat 2). Every language has the keys of the first:
 * the compiler sees to it, and `npm run check` compares the placeholders. Messages are compiled on first use.
 */
export function defineWords<Catalogue extends Record<string, string>>(
  catalogues: { en: Catalogue } & Record<Exclude<Locale, 'en'>, Record<keyof Catalogue, string>>,
): (locale: Locale) => Words<keyof Catalogue & string> {
  const made = new Map<Locale, Words<keyof Catalogue & string>>()
  return (locale) => {
    const known = made.get(locale)
    if (known) return known
    const words = makeWords<keyof Catalogue & string>(locale, catalogues[locale])
    made.set(locale, words)
    return words
  }
}

type Compiled = { format(values?: Values): string }

function makeWords<Key extends string>(locale: Locale, catalogue: Record<Key, string>): Words<Key> {
  const compiled = new Map<Key, Compiled>()
  const format = (key: Key, values?: Values): string => {
    const source = catalogue[key]
    if (source === undefined) throw new Error(`No message "${key}" in ${locale}`)
    let message = compiled.get(key)
    if (!message) {
      message = new MessageFormat(locale, source, { bidiIsolation: 'none', functions: DraftFunctions })
      compiled.set(key, message)
    }
    return message.format(values)
  }
  return Object.assign(format, {
    locale,
    dir: RIGHT_TO_LEFT.has(locale) ? ('rtl' as const) : ('ltr' as const),
    has: (key: string): key is Key => Object.hasOwn(catalogue, key),
  })
}

/** The best of our languages for an `Accept-Language` header; `fallback` when none fits. */
export function negotiateLocale(header: string | undefined, offered: readonly Locale[], fallback: Locale): Locale {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';')
      const quality = parameters.map((p) => p.trim()).find((p) => p.startsWith('q='))
      return { language: tag.toLowerCase().split('-')[0] ?? '', quality: quality ? Number(quality.slice(2)) || 0 : 1 }
    })
    .filter(({ language, quality }) => language !== '' && quality > 0)
    .toSorted((a, b) => b.quality - a.quality)
  for (const { language } of wanted) {
    const match = offered.find((locale) => locale === language)
    if (match) return match
  }
  return fallback
}

export function isLocale(value: unknown): value is Locale {
  return typeof value === 'string' && (LOCALES as readonly string[]).includes(value)
}
