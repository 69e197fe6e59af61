import type { Area, Place, Post } from './types.ts'
import { distanceKm } from './distance.ts'
import { WORLD } from './lexicon/world.ts'
import type { Scan } from './scan.ts'
import { BEGINS_PLACE } from './vocabulary.ts'
import { hashWord, hashWords } from './word-hash.ts'
import { foldText } from './characters.ts'

/** Where a post seems to be from or about. `home` is an area whose whole stream is local. */
export interface Whereabouts {
  type: 'inside' | 'far' | 'unplaced' | 'home'
  /** The place, when one is known. */
  place: Place | null
  /** The name is that of the whole area, so that it tells little about where in it. */
  broad: boolean
  /** By coordinates rather than by name. */
  byGeo: boolean
  /** A far place that is spoken of in a stream that is local as a whole. */
  elsewhere?: string | undefined
}

interface NamedPlace extends Place {
  words: number[]
  far: boolean
  broad: boolean
}

/** The area's places and the world's well-known ones, ready to be found in a scan. */
export interface Gazetteer {
  area: Area
  /** Hashes of the words with which a place name begins. */
  starts: number[]
  byStart: Map<number, NamedPlace[]>
}

/** A post may lie this much outside the radius and still be about the area: coordinates and names are rough. */
const RADIUS_TOLERANCE = 1.15

/** Builds the gazetteer. Names of one short word (under three letters) are left out: they are found everywhere. */
export function buildGazetteer(area: Area): Gazetteer {
  const byStart = new Map<number, NamedPlace[]>()
  const known = new Set<string>()
  if (area.places) {
    for (const place of area.places) {
      const inside = distanceKm(area.hospital, place) <= area.radiusKm * RADIUS_TOLERANCE
      for (const name of [place.name, ...(place.aliases ?? [])])
        addSpelled(byStart, known, spell(name), place, !inside, isBroad(place.name, area))
    }
  }
  addWorld(area, byStart, known)
  for (const list of byStart.values()) list.sort((a, b) => b.words.length - a.words.length)
  return { area, starts: [...byStart.keys()], byStart }
}

/** Finds where a post is from or about. Coordinates win over names, names inside the area over names outside it, longer names over shorter. */
export function locate(gazetteer: Gazetteer, post: Pick<Post, 'geo'>, scan: Scan): Whereabouts {
  const { area } = gazetteer
  const named = findNamed(gazetteer, scan)
  if (post.geo && Number.isFinite(post.geo.lat) && Number.isFinite(post.geo.lon)) {
    const inside = distanceKm(area.hospital, post.geo) <= area.radiusKm * RADIUS_TOLERANCE
    if (!inside) return { type: 'far', place: null, broad: false, byGeo: true }
    const place =
      named && !named.far && !named.broad
        ? toPlace(named)
        : { name: nearestName(area, post.geo), lat: post.geo.lat, lon: post.geo.lon }
    return { type: 'inside', place, broad: false, byGeo: true }
  }
  // Where the whole stream is local, a far name says what people talk about, not where they are.
  if (!area.places) return { type: 'home', place: null, broad: false, byGeo: false, elsewhere: named?.name }
  if (named) return { type: named.far ? 'far' : 'inside', place: toPlace(named), broad: named.broad, byGeo: false }
  return { type: 'unplaced', place: null, broad: false, byGeo: false }
}

function findNamed({ byStart }: Gazetteer, scan: Scan): NamedPlace | null {
  if ((scan.anySecond & BEGINS_PLACE) === 0) return null
  let best: NamedPlace | null = null
  for (let i = 0; i < scan.count; i++) {
    if ((scan.second[i]! & BEGINS_PLACE) === 0) continue
    const found = byStart.get(scan.words[i]!)?.find((place) => matches(scan, i, place.words))
    if (!found) continue
    if (!best || rank(found) > rank(best)) best = found
    i += found.words.length - 1
  }
  return best
}

function rank(place: NamedPlace): number {
  return (place.far ? 0 : 100) + (place.broad ? 0 : 10) + place.words.length
}

function matches(scan: Scan, at: number, words: readonly number[]): boolean {
  if (at + words.length > scan.count) return false
  for (let j = 1; j < words.length; j++) if (scan.words[at + j] !== words[j]) return false
  return true
}

function addWorld(area: Area, byStart: Map<number, NamedPlace[]>, known: Set<string>): void {
  const reachOfArea = area.radiusKm * RADIUS_TOLERANCE
  for (const { place, reach, names } of readWorld()) {
    if (distanceKm(area.hospital, place) <= reachOfArea + reach) continue
    for (const name of names) addSpelled(byStart, known, name, place, true, true)
  }
}

interface Spelled {
  folded: string
  spellings: number[][]
}

let world: { place: Place; reach: number; names: Spelled[] }[] | undefined

/** The well-known places, read once per process. */
function readWorld(): NonNullable<typeof world> {
  world ??= WORLD.split('\n').flatMap((line) => {
    const [names = '', lat, lon, reach] = line.split(',')
    if (names.trim() === '') return []
    const aliases = names.split('/').map((name) => name.trim())
    const place = { name: aliases[0]!, lat: Number(lat), lon: Number(lon) }
    return [{ place, reach: Number(reach), names: aliases.map(spell) }]
  })
  return world
}

/** A name as it is looked for. "#FerryTerminal" is one word: a name of several words is also known run together. */
function spell(name: string): Spelled {
  const folded = foldText(name)
  const spellings = [hashWords(folded)]
  if (folded.includes(' ')) spellings.push([hashWord(folded.replaceAll(' ', ''))])
  return { folded, spellings }
}

function addSpelled(
  byStart: Map<number, NamedPlace[]>,
  known: Set<string>,
  { folded, spellings }: Spelled,
  place: Place,
  far: boolean,
  broad: boolean,
): void {
  if (folded.length < 3 || known.has(folded)) return
  known.add(folded)
  for (const words of spellings) {
    const list = byStart.get(words[0]!) ?? []
    list.push({ name: place.name, lat: place.lat, lon: place.lon, words, far, broad })
    byStart.set(words[0]!, list)
  }
}

function isBroad(name: string, area: Area): boolean {
  const folded = ` ${foldText(area.name)} `
  return folded.includes(` ${foldText(name)} `)
}

function nearestName(area: Area, geo: { lat: number; lon: number }): string {
  let best = area.name
  let nearest = 2
  for (const place of area.places ?? []) {
    const distance = distanceKm(place, geo)
    if (distance < nearest) {
      nearest = distance
      best = place.name
    }
  }
  return best
}

function toPlace({ name, lat, lon }: NamedPlace): Place {
  return { name, lat, lon }
}
