import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { InvalidArea, parseArea, parseAreaText } from './area.ts'

const harbourside = {
  name: 'Harbourside',
  hospital: { name: 'Harbourside General', lat: 50.1, lon: -5.2, level: 'I' },
  radiusKm: 25,
  places: [{ name: 'Quay Street', aliases: ['the quay'], lat: 50.11, lon: -5.21 }],
  languages: ['en', 'es'],
}

test('a whole area comes through as it is', () => {
  expect(parseArea(harbourside)).toEqual(harbourside)
})

test('places, level and languages may be missing; an empty list of places is none', () => {
  const { places: _, languages: __, ...small } = harbourside
  expect(parseArea(small)).toEqual(small)
  expect(parseArea({ ...small, places: [] })).toEqual(small)
  expect(parseArea({ ...small, note: 'for the night shift' })).toEqual(small)
  expect(parseArea({ ...small, hospital: { ...small.hospital, level: 1 } }).hospital.level).toBe('1')
})

const spoiled: [string, unknown, string][] = [
  ['a list', [], 'an area must be an object with name, hospital and radiusKm'],
  ['no name', { ...harbourside, name: undefined }, 'name must be a name in quotes'],
  ['an empty name', { ...harbourside, name: '  ' }, 'name must not be empty'],
  ['no hospital', { ...harbourside, hospital: undefined }, 'hospital must be an object with name, lat and lon'],
  [
    'a latitude as text',
    { ...harbourside, hospital: { ...harbourside.hospital, lat: '50.1' } },
    'hospital.lat must be a number of degrees from -90 to 90',
  ],
  [
    'a longitude off the globe',
    { ...harbourside, hospital: { ...harbourside.hospital, lon: 181 } },
    'hospital.lon must be a number of degrees from -180 to 180',
  ],
  ['no radius', { ...harbourside, radiusKm: null }, 'radiusKm must be a number of kilometres above 0 and up to 20038'],
  [
    'a radius of nothing',
    { ...harbourside, radiusKm: 0 },
    'radiusKm must be a number of kilometres above 0 and up to 20038',
  ],
  [
    'places as text',
    { ...harbourside, places: 'Quay' },
    'places must be a list; leave it out when all posts come from the area',
  ],
  [
    'a place without a latitude',
    { ...harbourside, places: [...harbourside.places, { name: 'Pier', lon: 0 }] },
    'places[1]: lat must be a number of degrees from -90 to 90',
  ],
  ['two faults', { ...harbourside, name: 1, radiusKm: 'far' }, 'name must be a name in quotes (and 1 more)'],
]

test.each(spoiled)('Sam is told what is wrong: %s', (_, json, message) => {
  expect(() => parseArea(json)).toThrow(new InvalidArea(message))
})

test('a file that is not JSON is called so', () => {
  expect(() => parseAreaText('name: Harbourside')).toThrow(new InvalidArea('it is not JSON'))
  expect(parseAreaText(`\uFEFF${JSON.stringify(harbourside)}`)).toEqual(harbourside)
})

test.each(['boston', 'harbourside'])('the area %s that Salve ships can be used', async (area) => {
  const text = await readFile(new URL(`../../../fixtures/areas/${area}.json`, import.meta.url), 'utf8')
  expect(parseAreaText(text).places?.length).toBeGreaterThan(10)
})
