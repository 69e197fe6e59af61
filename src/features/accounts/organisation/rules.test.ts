import { describe, expect, it } from 'vitest'
import { countryChoices, zoneChoices } from './choices.ts'
import { COUNTRIES_WITH_LINES, defaultsOf } from './country-defaults.ts'
import { isCountry, isEmergencyNumber, isLineStale, isPastDay, isPlaceZone } from './rules.ts'

describe('the organisation', () => {
  it('lies in a country that exists', () => {
    for (const code of ['US', 'ES', 'PT', 'GB', 'MX', 'DE']) expect([code, isCountry(code)]).toEqual([code, true])
    for (const code of ['XX', 'us', 'USA', 'EU', 'ZZ', '']) expect([code, isCountry(code)]).toEqual([code, false])
  })

  it('has the zone of a place', () => {
    for (const zone of ['Europe/Lisbon', 'America/Argentina/Buenos_Aires', 'UTC'])
      expect([zone, isPlaceZone(zone)]).toEqual([zone, true])
    for (const zone of ['Mars/Olympus', '+02:00', 'EST', '']) expect([zone, isPlaceZone(zone)]).toEqual([zone, false])
  })

  it('has an emergency number that can be dialled', () => {
    expect(['112', '911', '+351 112', '061'].every(isEmergencyNumber)).toBe(true)
    expect(['call us', '1', '', '112;112', '1'.repeat(40)].some(isEmergencyNumber)).toBe(false)
  })

  it('checked its lines on a day that exists and is not to come', () => {
    expect(isPastDay('2026-11-21', '2026-11-21')).toBe(true)
    expect(isPastDay('2026-11-22', '2026-11-21')).toBe(false)
    expect(isPastDay('2026-02-30', '2026-11-21')).toBe(false)
    expect(isPastDay('yesterday', '2026-11-21')).toBe(false)
  })

  it('has a line to check again after a year', () => {
    expect(isLineStale({ checkedOn: '2025-11-22' }, new Date('2026-11-22T00:00:00Z'))).toBe(false)
    expect(isLineStale({ checkedOn: '2025-11-21' }, new Date('2026-11-22T00:00:00Z'))).toBe(true)
  })

  it('is offered only what its form takes', () => {
    expect(countryChoices('es').find(({ value }) => value === 'ES')?.text).toBe('España')
    expect(countryChoices('en').length).toBeGreaterThan(200)
    expect(zoneChoices().every(({ value }) => isPlaceZone(value))).toBe(true)
  })
})

describe('what Salve knows by country', () => {
  it('names a line with source and day of check for the first five', () => {
    expect(COUNTRIES_WITH_LINES).toEqual(expect.arrayContaining(['US', 'ES', 'PT', 'GB', 'MX']))
    for (const country of COUNTRIES_WITH_LINES) {
      const { emergencyNumber, crisisLines } = defaultsOf(country)
      expect(isEmergencyNumber(emergencyNumber)).toBe(true)
      for (const line of crisisLines) {
        expect(line.source).toMatch(/^https:\/\//)
        expect(isPastDay(line.checkedOn, '2026-11-22')).toBe(true)
        expect(line.contact).toMatch(/\d/)
      }
    }
  })

  it('gives 112 elsewhere, and no line that nobody checked', () => {
    expect(defaultsOf('FI')).toEqual({ emergencyNumber: '112', crisisLines: [] })
  })
})
