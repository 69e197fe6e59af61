import { describe, expect, test } from 'vitest'
import { distanceKm, moveBy } from './distance.ts'
import { buildGazetteer, locate } from './gazetteer.ts'
import { WORD_LISTS } from './lexicon/index.ts'
import { createScanner } from './scan.ts'
import { alignWords } from './spelling.ts'
import { HARBOUR, post } from './stories.ts'
import type { Area } from './types.ts'
import { compileVocabulary } from './vocabulary.ts'
import { ambiguityOf, readWorld } from './world.ts'

function reader(area: Area) {
  const gazetteer = buildGazetteer(area)
  const scan = createScanner(compileVocabulary(WORD_LISTS, gazetteer.starts))
  return (text: string, lang?: string) => {
    const { type, place } = locate(gazetteer, post(0, text, lang ? { lang } : {}), scan(text))
    return type === 'inside' ? place?.name : type
  }
}

const harbour = reader({
  ...HARBOUR,
  places: [
    ...(HARBOUR.places ?? []),
    { name: 'North Thorn Street', lat: 45.01, lon: -19.97 },
    { name: 'Fifth Avenue', lat: 45.01, lon: -19.98 },
    { name: 'Plaza de la Sal', lat: 45.0, lon: -19.97 },
    { name: 'South End', lat: 44.99, lon: -19.97 },
    { name: 'Chester', lat: 45.02, lon: -19.97 },
    { name: 'West', lat: 45.03, lon: -19.97 },
    { name: 'Blossom', lat: 45.04, lon: -19.97 },
    { name: 'Harbourside General', lat: 45, lon: -20 },
  ],
})

describe('One name, written in many ways', () => {
  test.each([
    ['Fire on N. Thorn St, stay away', 'North Thorn Street'],
    ['fuego en la calle Quay', 'Quay Street'],
    ['incendie rue Quay', 'Quay Street'],
    ['Incendio in via Quay', 'Quay Street'],
    ['crash on 5th ave', 'Fifth Avenue'],
    ['Choque en la Quinta Avenida', 'Fifth Avenue'],
    ['humo en plaza Sal', 'Plaza de la Sal'],
    ['#QuayStreet is closed, something exploded', 'Quay Street'],
    ['Quay Street’s shops are on fire', 'Quay Street'],
    ['the refinery is burning', 'Marlow Refinery'],
    ['a refinery is burning', 'unplaced'],
    ['it’s end of term', 'unplaced'],
    ['S. End pub on fire', 'South End'],
    ['gone by the w.end', 'unplaced'],
    ['Southend lost again', 'unplaced'],
    ['5 mph (ave), 5 mph gusts', 'unplaced'],
    ['Harbourside’s stadium is burning', 'Harbourside'],
    ['Harboursides never burn', 'unplaced'],
  ])('%s → %s', (text, expected) => {
    expect(harbour(text)).toBe(expected)
  })
})

describe('A name that is also a word or a person', () => {
  test.each([
    ['Explosion in West, people hurt', 'West'],
    ['the storm is moving west', 'unplaced'],
    ['West of here it is calm', 'unplaced'],
    ['Chester said the kitchen caught fire', 'unplaced'],
    ['Fire in Chester tonight', 'Chester'],
    ['Chester and Quay Street are both flooded', 'Quay Street'],
    ['The cherry blossom came down', 'unplaced'],
    ['tornado blossom right now', 'Blossom'],
    ['Jordan saw the crash', 'unplaced'],
    ['Earthquake in Jordan', 'far'],
    ['For the family of Chester Hale, who died in the fire', 'unplaced'],
    ['Turkey burnt in the oven', 'unplaced'],
    ['Quake in Turkey', 'far'],
  ])('%s → %s', (text, expected) => {
    expect(harbour(text)).toBe(expected)
  })
})

describe('Elsewhere is elsewhere', () => {
  test.each([
    ['Fire in Harbourside, Ohio', 'far'],
    ['Fire in Harbourside TX', 'far'],
    ['Fire in Harbourside, mi casa tiembla', 'Harbourside'],
    ['Our Harbourside team is on its way to the flood in Kenya', 'far'],
    ['Just back from Harbourside, and now a bomb in Nairobi', 'far'],
    ['Smoke on Quay Street, they see it in Nairobi on television', 'Quay Street'],
    ['Crash on Lisbon Road', 'unplaced'],
    ['The Chicago Tribune reports a fire', 'unplaced'],
    ['Fire in Chicago', 'far'],
    ['Explosión en la calle de Sevilla', 'unplaced'],
    ['Explosion à Lyon', 'far'],
    ['New Harbourside is fine', 'unplaced'],
    ['Crash on Quay Street, the hurt go to Harbourside General', 'Quay Street'],
    ['Los heridos de Quay Street, al Hospital Harbourside General', 'Quay Street'],
    ['Fire at Harbourside General, wards cleared', 'Harbourside General'],
  ])('%s → %s', (text, expected) => {
    expect(harbour(text)).toBe(expected)
  })

  test('a small town that bears a famous name is meant only when something says so', () => {
    const paris = reader({
      name: 'Paris',
      hospital: { name: 'Lamar hospital', lat: 33.66, lon: -95.55 },
      radiusKm: 30,
      places: [
        { name: 'Paris', lat: 33.661, lon: -95.556 },
        { name: 'Loop 286', lat: 33.68, lon: -95.53 },
      ],
    })
    expect(paris('Explosion in Paris')).toBe('unplaced')
    expect(paris('Explosion in Paris, France')).toBe('far')
    expect(paris('Explosion in Paris, Texas')).toBe('Paris')
    expect(paris('Explosion in Paris (TX)')).toBe('Paris')
    expect(paris('Explosion in Paris, Texans say')).toBe('unplaced')
    expect(paris('Explosion in Paris near Loop 286')).toBe('Loop 286')
  })
})

describe('Where a quake was', () => {
  const alps = reader({
    name: 'Innsbruck',
    hospital: { name: 'Innsbruck hospital', lat: 47.26, lon: 11.38 },
    radiusKm: 60,
    places: [{ name: 'Schwaz', lat: 47.345, lon: 11.708 }],
  })

  test('is told by distance and direction from a town, in several languages', () => {
    expect(alps('M4.1 earthquake, 12 km NNW of Schwaz')).toBe('12 km NNW of Schwaz')
    expect(alps('Sismo de 4.1 a 12 km al sur de Schwaz')).toBe('12 km S of Schwaz')
    expect(alps('Séisme à 12 km au nord-ouest de Schwaz')).toBe('12 km NW of Schwaz')
    expect(alps('Quake 90 miles N of Schwaz')).toBe('far')
  })

  test('is told in degrees', () => {
    expect(alps('M 4.1 quake, 47.31°N, 11.52°E')).toBe('47.31° N, 11.52° E')
    expect(alps('Quake lat 47.345 lon 11.708')).toBe('Schwaz')
    expect(alps('M 4.1 quake, 33,41 S 70,60 W')).toBe('far')
  })

  test('moving a point goes as far as it says', () => {
    const from = { lat: 47.345, lon: 11.708 }
    for (const bearing of [0, 90, 135, 337.5]) expect(distanceKm(from, moveBy(from, 36, bearing))).toBeCloseTo(36, 0)
    expect(moveBy({ lat: 0, lon: 179.9 }, 50, 90).lon).toBeLessThan(-179)
  })
})

describe('The lists behind it', () => {
  test('words are found in their text whatever stands between them', () => {
    const scan = createScanner(compileVocabulary(WORD_LISTS))
    const text = '@kim Look: https://x.example/Fire don’t go to l’École, Straße 5! #Über 東京 no\u200bw'
    const scanned = scan(text)
    const { starts, ends } = alignWords(text, scanned)
    const written = Array.from(starts, (start, i) => text.slice(start, ends[i]))
    expect(written).toEqual(['Look', 'don’t', 'go', 'to', 'l', 'École', 'Straße', '5', 'Über', '東', '京', 'no\u200bw'])
  })

  test('every well-known place lies on the globe, regions hold their middle, and no name stands twice for one place', () => {
    const { byName } = readWorld()
    expect(byName.size).toBeGreaterThan(1500)
    for (const [name, places] of byName) {
      for (const { place, box, reachKm } of places) {
        expect(Math.abs(place.lat), name).toBeLessThanOrEqual(90)
        expect(Math.abs(place.lon), name).toBeLessThanOrEqual(180)
        if (box) expect(box[0] < box[1] && box[2] < box[3], name).toBe(true)
        else expect(reachKm, name).toBeGreaterThan(0)
      }
      expect(new Set(places).size, name).toBe(places.length)
    }
  })

  test('capitals of the world are not mistaken for words', () => {
    for (const capital of ['london', 'paris', 'berlin', 'cairo', 'nairobi', 'tokyo', 'lima']) {
      expect(ambiguityOf(capital), capital).toBeNull()
    }
  })
})
