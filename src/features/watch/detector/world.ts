import { CITIES } from './lexicon/cities.ts'
import { REGIONS } from './lexicon/world.ts'
import { PEOPLE, WORDS } from './lexicon/ambiguous.ts'
import { foldText } from './characters.ts'
import { distanceKm } from './distance.ts'
import { type PlaceSpelling, isArticle, spellPlace } from './place-words.ts'
import type { Place } from './types.ts'
import { hashWord } from './word-hash.ts'

/** South, north, west, east, degrees. */
type Box = readonly [number, number, number, number]

/** A well-known place of the world. A region has a box, a city a reach (km) around its middle. */
export interface WorldPlace {
  place: Place
  box: Box | null
  reachKm: number
}

/** What a name means besides a place, when it means something else. */
export type Ambiguity = 'person' | 'word' | null

/** All places that one spelling stands for: Georgia is two. */
export interface WorldName extends PlaceSpelling {
  name: string
  ambiguity: Ambiguity
  places: WorldPlace[]
}

export interface World {
  /** By the hash of the first word; longer names first. */
  byStart: Map<number, WorldName[]>
  /** First words as they may be written. */
  starts: Set<number>
  /** By folded name. */
  byName: Map<string, WorldPlace[]>
  /** By the hash of a short form ("tx", "uk"), which counts only after a name. */
  byCode: Map<number, WorldPlace>
}

const people = new Set(PEOPLE.trim().split(/\s+/))
const words = new Set(WORDS.trim().split(/\s+/))

/** Whether a folded name of one word is also a person's name or a common word. */
export function ambiguityOf(folded: string): Ambiguity {
  return people.has(folded) ? 'person' : words.has(folded) ? 'word' : null
}

let world: World | undefined

/** The well-known places, read once per process. */
export function readWorld(): World {
  world ??= buildWorld()
  return world
}

function buildWorld(): World {
  const built: World = { byStart: new Map(), starts: new Set(), byName: new Map(), byCode: new Map() }
  for (const [names, south, north, west, east] of entriesOf(REGIONS)) {
    const box: Box = [Number(south), Number(north), Number(west), Number(east)]
    const middle = { lat: (box[0] + box[1]) / 2, lon: (box[2] + box[3]) / 2 }
    addNames(built, names!.split('/'), middle, box, 0)
  }
  for (const [names, lat, lon, reach = '40'] of entriesOf(CITIES)) {
    addNames(built, names!.split('/'), { lat: Number(lat), lon: Number(lon) }, null, Number(reach))
  }
  for (const list of built.byStart.values()) list.sort((a, b) => b.words.length - a.words.length)
  return built
}

/** Names first, then the numbers behind them. */
function entriesOf(text: string): (string | undefined)[][] {
  return text
    .split(/[;\n]/)
    .map((entry) => entry.trim())
    .filter(Boolean)
    .map((entry) => {
      const start = entry.search(/ -?\d/)
      return [entry.slice(0, start), ...entry.slice(start + 1).split(' ')]
    })
}

function addNames(
  { byStart, starts, byName, byCode }: World,
  names: string[],
  middle: { lat: number; lon: number },
  box: Box | null,
  reachKm: number,
): void {
  const one: WorldPlace = { place: { name: names[0]!, ...middle }, box, reachKm }
  for (const name of names) {
    if (/^[A-Z]{2,4}$/.test(name)) {
      byCode.set(hashWord(name.toLowerCase()), one)
      if (name.length < 3 || name === 'USA' || name === 'UAE') continue
    }
    const folded = foldText(name)
    const known = byName.get(folded)
    if (known) {
      known.push(one)
      continue
    }
    const places = [one]
    const ambiguity = ambiguityOf(folded)
    byName.set(folded, places)
    for (const spelling of spellPlace(folded, ambiguity !== null)) {
      addStart(byStart, spelling.words[0]!, { ...spelling, name: folded, ambiguity, places })
      if (spelling.possessive || spelling.hashtag) starts.add(spelling.words[0]!)
    }
    // As it is written here alone: "s", "calle" and "dos" stand in too many posts to be looked at for "South Korea".
    const [first = '', second] = folded.split(' ')
    starts.add(hashWord(second && isArticle(hashWord(first)) ? second : first))
  }
}

function addStart(byStart: Map<number, WorldName[]>, start: number, name: WorldName): void {
  const list = byStart.get(start)
  if (list) list.push(name)
  else byStart.set(start, [name])
}

const KM_PER_DEGREE = 111

/** Whether an area around a point lies in a region, or comes near it, or belongs to a city: within its reach, or with its middle inside. */
export function holds(
  { box, place, reachKm }: WorldPlace,
  point: Pick<Place, 'lat' | 'lon'>,
  marginKm: number,
): boolean {
  if (!box) return distanceKm(place, point) <= Math.max(reachKm, marginKm)
  const lat = marginKm / KM_PER_DEGREE
  const lon = lat / Math.max(0.1, Math.cos((point.lat * Math.PI) / 180))
  const [south, north, west, east] = box
  return point.lat >= south - lat && point.lat <= north + lat && point.lon >= west - lon && point.lon <= east + lon
}
