import type { Locale } from '#platform/i18n/index.ts'
import type { KnownIncident } from '../types.ts'
import { readinessWords } from '../words.ts'

/** `Explosion, Ferry terminal`, in the reader's language. */
export function incidentTitle({ kind, place }: Pick<KnownIncident, 'kind' | 'place'>, locale: Locale): string {
  const words = readinessWords(locale)
  const key = `kind.${kind}`
  const named = words(words.has(key) ? key : 'kind.other')
  return place ? words('incident.title', { kind: named, place }) : words('incident.title-nowhere', { kind: named })
}
