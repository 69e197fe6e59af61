import { z } from 'zod'
import { LOCALES } from '#platform/i18n/index.ts'
import type { CrisisLine, Organisation } from '#platform/organisation.ts'
import { isCountry, isEmergencyNumber, isPastDay, isPlaceZone } from './rules.ts'

export const organisationFields = {
  organisation: z
    .string('organisation.name-missing')
    .trim()
    .min(2, 'organisation.name-missing')
    .max(120, 'organisation.name-long'),
  country: z.string('organisation.country-invalid').trim().refine(isCountry, 'organisation.country-invalid'),
  zone: z.string('organisation.zone-invalid').trim().refine(isPlaceZone, 'organisation.zone-invalid'),
  language: z.enum(LOCALES, 'organisation.language-invalid'),
  languages: z.array(z.enum(LOCALES)).default([]),
}

const texts = z.array(z.string().trim().max(300, 'organisation.line-long')).max(20).default([])

interface Lines {
  lineName: string[]
  lineContact: string[]
  lineHours: string[]
  lineSource: string[]
  lineCheckedOn: string[]
}

/** The settings page. `today` is the day in the organisation's zone, as in `2026-11-22`. */
export function organisationForm(today: string) {
  return z
    .object({
      ...organisationFields,
      emergencyNumber: z
        .string('organisation.number-invalid')
        .trim()
        .refine(isEmergencyNumber, 'organisation.number-invalid'),
      lineName: texts,
      lineContact: texts,
      lineHours: texts,
      lineSource: texts,
      lineCheckedOn: texts,
    })
    .superRefine((form, context) => {
      linesOf(form).forEach((line, index) => {
        if (isEmpty(line)) return
        const complain = (field: string, message: string) =>
          context.addIssue({ code: 'custom', path: [`${field}-${index}`], message, input: form })
        if (line.name === '') complain('lineName', 'organisation.line-name')
        if (line.contact === '') complain('lineContact', 'organisation.line-contact')
        if (line.source === '') complain('lineSource', 'organisation.line-source')
        if (!isPastDay(line.checkedOn, today)) complain('lineCheckedOn', 'organisation.line-date')
      })
    })
    .transform((form): Organisation => ({
      name: form.organisation,
      country: form.country,
      zone: form.zone,
      languages: orderedLanguages(form.language, form.languages),
      emergencyNumber: form.emergencyNumber,
      crisisLines: linesOf(form).filter((line) => !isEmpty(line)),
    }))
}

/** The rows of the form, as they stand there. */
function linesOf(form: Lines): CrisisLine[] {
  return form.lineName.map((name, index) => ({
    name,
    contact: form.lineContact[index] ?? '',
    hours: form.lineHours[index] ?? '',
    source: form.lineSource[index] ?? '',
    checkedOn: form.lineCheckedOn[index] ?? '',
  }))
}

/** An empty row is a line that was taken away, or not added. */
function isEmpty(line: CrisisLine): boolean {
  return Object.values(line).every((text) => text === '')
}

/** The default first, then the others that were ticked. */
export function orderedLanguages(
  first: Organisation['languages'][number],
  ticked: Organisation['languages'],
): Organisation['languages'] {
  return [first, ...LOCALES.filter((locale) => locale !== first && ticked.includes(locale))]
}
