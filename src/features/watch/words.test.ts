import { describe, expect, test } from 'vitest'
import { KINDS, REASONS } from './detector/index.ts'
import type { Evidence } from './detector/types.ts'
import type { SkipReason } from './recorded-post.ts'
import { DISMISSAL_REASONS } from './rules.ts'
import { incidentTitle, watchWords } from './words.ts'

const BEARINGS: Record<Evidence['bearing'], true> = { counts: true, copy: true, repeat: true, denies: true, weak: true }
const SKIPS: Record<SkipReason, true> = {
  'not JSON': true,
  'not an object': true,
  'has no time (at)': true,
  'its time (at) cannot be read': true,
  'its time (at) is outside 1990 to 2100': true,
  'has no text': true,
  'longer than 1 MB': true,
  'broken UTF-8': true,
}

describe.each(['en', 'es'] as const)('in %s', (locale) => {
  const words = watchWords(locale)

  test('every code that the detector and the reader of recordings can say has words', () => {
    const keys = [
      ...KINDS.map((kind) => `kind.${kind}`),
      ...REASONS.map((reason) => `reason.${reason}`),
      ...Object.keys(BEARINGS).map((bearing) => `verdict.${bearing}`),
      ...DISMISSAL_REASONS.map((reason) => `dismissal.${reason}`),
      ...Object.keys(SKIPS).map(
        (skip) =>
          `skip.${skip
            .toLowerCase()
            .replaceAll(/[^a-z0-9]+/g, '-')
            .replaceAll(/^-|-$/g, '')}`,
      ),
    ]
    expect(keys.filter((key) => !words.has(key))).toEqual([])
  })

  test('numbers are said with the right word', () => {
    expect(words('voices.people', { count: 1 })).toBe(locale === 'en' ? '1 person' : '1 persona')
    expect(words('voices.people', { count: 5 })).toBe(locale === 'en' ? '5 people' : '5 personas')
  })
})

test('an incident is named by what and where', () => {
  expect(incidentTitle({ kind: 'explosion', place: { name: 'Ferry terminal' } }, 'es')).toBe(
    'Explosión, Ferry terminal',
  )
  expect(incidentTitle({ kind: 'fire', place: null }, 'en')).toBe('Fire')
})
