import type { OfferedPlace } from './area-place.ts'
import { distanceKm } from './detector/distance.ts'
import { foldText } from './detector/characters.ts'
import { isEverywhere } from './area-names.ts'

export interface AreaSettings {
  lat: number
  lon: number
  radiusKm: number
  /** What the area is called; without it, as its largest town. */
  name: string | undefined
  /** What the hospital is called; without it, as the hospital of the list that stands there, or as the area. */
  hospital: string | undefined
  languages: string[]
}

/** Places inside the area, the most important first. */
const MOST_PLACES = 5000
/** Towns around it, so that a post about one of them is known to be elsewhere. */
const MOST_AROUND = 300
const AROUND_KM = 150
const TOWN = 15_000
/** Memory stays bounded however long the list is: beyond this the least important are let go. */
const MOST_HELD = 40_000
const HOSPITAL_WITHIN_KM = 0.5
/** Two entries of one name this near are one place, as the parts of a street are. */
const SAME_WITHIN_KM = 3

interface Held extends OfferedPlace {
  distance: number
  importance: number
}

/** Chooses among the places that a list offers, and writes the area file. */
export function createChoice(settings: AreaSettings) {
  let inside: Held[] = []
  let around: Held[] = []

  return {
    offer(place: OfferedPlace): void {
      // Far from the area in latitude alone: the cheapest of tests, and most places of the world fail it.
      if (Math.abs(place.lat - settings.lat) > (settings.radiusKm + AROUND_KM) / 110) return
      const distance = distanceKm(settings, place)
      const importance = place.weight + 8 * Math.log10(place.population + 1) - (10 * distance) / settings.radiusKm
      const held = { ...place, distance, importance }
      if (distance <= settings.radiusKm) {
        inside.push(held)
        if (inside.length > MOST_HELD) inside = mostImportant(inside, MOST_HELD / 2)
      } else if (place.isSettlement && place.population >= TOWN && distance <= settings.radiusKm + AROUND_KM) {
        around.push(held)
        if (around.length > MOST_HELD) around = mostImportant(around, MOST_HELD / 2)
      }
    },
    size: () => inside.length,
    /** The file's text; undefined when no place lies inside. */
    area(attribution: string | undefined): string | undefined {
      const places = withoutCommon(merge(mostImportant(inside, inside.length))).slice(0, MOST_PLACES)
      if (places.length === 0) return undefined
      const known = new Set(places.map(({ name }) => foldText(name)))
      const towns = merge(mostImportant(around, around.length)).filter(({ name }) => !known.has(foldText(name)))
      return write(settings, [...places, ...towns.slice(0, MOST_AROUND)], places, attribution)
    },
  }
}

function mostImportant(places: Held[], most: number): Held[] {
  return places.toSorted((a, b) => b.importance - a.importance).slice(0, most)
}

/**
 * One entry a name, the most important: the finder could not tell two apart. Parts of one place give it their aliases, and parts
 * of a street its middle.
 */
function merge(places: readonly Held[]): Held[] {
  const byName = new Map<string, { place: Held; parts: number }>()
  for (const place of places) {
    const key = foldText(place.name)
    const known = byName.get(key)
    if (!known) byName.set(key, { place: { ...place }, parts: 1 })
    else if (distanceKm(known.place, place) < SAME_WITHIN_KM) {
      known.place.aliases = [...known.place.aliases, ...place.aliases]
      if (known.place.isSettlement || place.isSettlement) continue
      known.parts++
      known.place.lat += (place.lat - known.place.lat) / known.parts
      known.place.lon += (place.lon - known.place.lon) / known.parts
    }
  }
  return [...byName.values()].map(({ place }) => place)
}

/** Names that are found everywhere stand with their town ("Main Street, Fennick"), or are left out when there is none. */
function withoutCommon(places: readonly Held[]): Held[] {
  const towns = places.filter(({ isSettlement, population, name }) => isSettlement && !isEverywhere(name, population))
  return places.flatMap((place) => {
    const aliases = place.aliases.filter((alias) => !isEverywhere(alias, 0))
    if (!isEverywhere(place.name, place.isSettlement ? place.population : 0)) return [{ ...place, aliases }]
    if (place.isSettlement || !place.name.trim().includes(' ')) return []
    const town = nearest(towns, place)
    return town ? [{ ...place, name: `${place.name}, ${town.name}`, aliases }] : []
  })
}

function nearest(places: readonly Held[], to: Held): Held | undefined {
  let best: Held | undefined
  let least = 10
  for (const place of places) {
    // A degree of latitude is 111 km: most are too far without a closer look.
    if (Math.abs(place.lat - to.lat) * 110 > least) continue
    const distance = distanceKm(place, to)
    if (distance < least) [best, least] = [place, distance]
  }
  return best
}

function write(settings: AreaSettings, listed: Held[], inside: Held[], attribution: string | undefined): string {
  const { lat, lon, radiusKm, languages } = settings
  const town = inside.find(({ isSettlement }) => isSettlement)
  const hospital = inside
    .filter(({ isHospital, distance }) => isHospital && distance <= HOSPITAL_WITHIN_KM)
    .toSorted((a, b) => a.distance - b.distance)[0]
  const name = settings.name ?? town?.name ?? inside[0]?.name ?? 'Area'
  const head = {
    name,
    hospital: { name: settings.hospital ?? hospital?.name ?? name, lat, lon },
    radiusKm,
    languages,
    ...(attribution && { attribution }),
  }
  const lines = listed.map((place) => `    ${JSON.stringify(entryOf(place))}`)
  return `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "places": [\n${lines.join(',\n')}\n  ]\n}\n`
}

function entryOf({ name, aliases, lat, lon }: Held): object {
  const folded = new Set([foldText(name)])
  const other = aliases.filter((alias) => {
    const key = foldText(alias)
    if (key.length < 3 || folded.has(key)) return false
    folded.add(key)
    return true
  })
  const round = (degrees: number) => Number(degrees.toFixed(5))
  return { name, ...(other.length > 0 && { aliases: other.slice(0, 12) }), lat: round(lat), lon: round(lon) }
}
