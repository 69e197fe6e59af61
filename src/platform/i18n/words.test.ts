import { describe, expect, it } from 'vitest'
import { defineWords, negotiateLocale } from './index.ts'
import { clockTime, dateAndTime, isZone, relativeTime } from './time.ts'

const words = defineWords({
  en: { bay: 'Bay {$bay}', posts: '.input {$n :number} .match $n one {{{$n} post}} * {{{$n} posts}}' },
  es: { bay: 'Puesto {$bay}', posts: '.input {$n :number} .match $n one {{{$n} mensaje}} * {{{$n} mensajes}}' },
})

describe('Words', () => {
  it('come in the language of the reader, with their plurals', () => {
    expect(words('en')('posts', { n: 1 })).toBe('1 post')
    expect(words('es')('posts', { n: 1200 })).toBe('1200 mensajes')
    expect(words('es')('bay', { bay: '<b>' })).toBe('Puesto <b>')
  })
  it('know which keys they have', () => {
    expect(words('en').has('bay')).toBe(true)
    expect(words('en').has('toString')).toBe(false)
  })
})

describe('The language of a page', () => {
  it.each([
    ['es-MX,es;q=0.9,en;q=0.8', 'es'],
    ['de,fr;q=0.9', 'en'],
    ['de;q=0.9,es;q=0.3,en;q=0.5', 'en'],
    [undefined, 'en'],
    [';;;,q=,', 'en'],
  ] as const)('%s → %s', (header, expected) => {
    expect(negotiateLocale(header, ['en', 'es'], 'en')).toBe(expected)
  })
})

describe('Times', () => {
  const at = new Date('2026-11-21T14:53:10Z')
  it('are drawn in the zone of the organisation', () => {
    expect(clockTime(at, { locale: 'en', zone: 'Europe/Lisbon' })).toBe('14:53')
    expect(clockTime(at, { locale: 'en', zone: 'America/New_York' })).toBe('09:53')
    expect(dateAndTime(at, { locale: 'es', zone: 'Europe/Madrid' })).toContain('15:53')
  })
  it('are also told from now', () => {
    expect(relativeTime(at, new Date(at.getTime() + 4 * 60_000), 'en')).toBe('4 min ago')
    expect(relativeTime(at, new Date(at.getTime() - 20 * 60_000), 'en')).toBe('in 20 min')
    expect(relativeTime(at, at, 'en')).toBe('now')
  })
  it('know a zone from nonsense', () => {
    expect(isZone('Europe/Lisbon')).toBe(true)
    expect(isZone('Mars/Olympus')).toBe(false)
  })
})
