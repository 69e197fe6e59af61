import type { CrisisLine } from '#platform/organisation.ts'

export interface CountryDefaults {
  emergencyNumber: string
  crisisLines: CrisisLine[]
}

/** What most of the world answers to: 112 reaches help from any GSM mobile phone. */
const ELSEWHERE: CountryDefaults = { emergencyNumber: '112', crisisLines: [] }

/**
 * A beginning for the settings, by country. Numbers change: each line says where it comes from and when it was last compared with published
 * sources, and the settings page asks the administrator to check them.
 */
const DEFAULTS: Record<string, CountryDefaults> = {
  US: {
    emergencyNumber: '911',
    crisisLines: [
      {
        name: '988 Suicide & Crisis Lifeline',
        contact: 'Call or text 988',
        hours: '24/7',
        source: 'https://988lifeline.org',
        checkedOn: '2026-11-22',
      },
    ],
  },
  ES: {
    emergencyNumber: '112',
    crisisLines: [
      {
        name: 'Línea 024, atención a la conducta suicida',
        contact: '024',
        hours: '24/7',
        source: 'https://www.sanidad.gob.es/linea024/home.htm',
        checkedOn: '2026-11-22',
      },
    ],
  },
  PT: {
    emergencyNumber: '112',
    crisisLines: [
      {
        name: 'Linha Nacional de Prevenção do Suicídio',
        contact: '1411',
        hours: '24/7',
        source: 'https://www.sns24.gov.pt',
        checkedOn: '2026-11-22',
      },
    ],
  },
  GB: {
    emergencyNumber: '999',
    crisisLines: [
      {
        name: 'Samaritans',
        contact: '116 123',
        hours: '24/7',
        source: 'https://www.samaritans.org/how-we-can-help/contact-samaritan/',
        checkedOn: '2026-11-22',
      },
    ],
  },
  // No crisis line for Mexico could be compared with a published source: the organisation enters its own.
  MX: { emergencyNumber: '911', crisisLines: [] },
}

/** Emergency number and crisis lines to begin with. `country` is an ISO 3166-1 alpha-2 code. */
export function defaultsOf(country: string): CountryDefaults {
  return DEFAULTS[country] ?? ELSEWHERE
}

/** Countries for which crisis lines are known. */
export const COUNTRIES_WITH_LINES = Object.keys(DEFAULTS)
