import { defineWords, type Locale, type Words } from '#platform/i18n/index.ts'
import en from './messages/en.json' with { type: 'json' }
import es from './messages/es.json' with { type: 'json' }
import type { IncidentPlace, Kind } from './detector/types.ts'

export const watchWords = defineWords({ en, es })
export type WatchWords = Words<keyof typeof en>
export type WatchWord = keyof typeof en

/** A code that comes from data, in words; codes without words are shown as they are. */
export function wordFor(
  words: WatchWords,
  prefix: string,
  code: string,
  values?: Record<string, string | number>,
): string {
  const key = `${prefix}.${code}`
  return words.has(key) ? words(key, values) : code
}

/** `Explosion at Ferry terminal`; without a place only the kind. */
export function incidentTitle(
  { kind, place }: { kind: Kind; place: Pick<IncidentPlace, 'name'> | null },
  locale: Locale,
): string {
  const words = watchWords(locale)
  const what = words(`kind.${kind}`)
  return place ? words('incident.title', { kind: what, place: place.name }) : what
}
