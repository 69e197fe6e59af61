import type { Area, Place, Post } from './types.ts'
import { foldText } from './characters.ts'
import { RADIUS_TOLERANCE, distanceKm, isInside } from './distance.ts'
import { type Gazetteer, type NamedPlace, findMentions, writtenStarts } from './mentions.ts'
import { nameOfPoint, readDegrees } from './offset.ts'
import { spellPlace } from './place-words.ts'
import { type Resolved, resolveMentions } from './resolve-place.ts'
import { MARK_DIGITS, type Scan } from './scan.ts'
import { BEGINS_PLACE } from './vocabulary.ts'
import { type World, type WorldPlace, ambiguityOf, holds, readWorld } from './world.ts'

export type { Gazetteer }

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

/** Builds the gazetteer. Names of one short word (under three letters) are left out: they are found everywhere. */
export function buildGazetteer(area: Area): Gazetteer {
  const byStart = new Map<number, NamedPlace[]>()
  const world = readWorld()
  const isOurs = rememberOurs(area)
  const known = new Set<string>()
  function add(name: string, place: Place, broad: boolean): void {
    const folded = foldText(name)
    if (folded.length < 3 || known.has(folded)) return
    known.add(folded)
    const namesake = world.byName.get(folded)?.every((one) => !isOurs(one)) ?? false
    const { lat, lon } = place
    const named = {
      name: place.name,
      lat,
      lon,
      far: !isInside(area, place),
      broad,
      ambiguity: ambiguityOf(folded),
      namesake,
    }
    for (const spelling of spellPlace(name, named.ambiguity !== null)) addStart(byStart, { ...named, ...spelling })
  }
  for (const place of area.places ?? []) {
    const broad = isBroad(place, area, world)
    for (const name of [place.name, ...(place.aliases ?? [])]) add(name, place, broad)
  }
  if (area.places) add(area.name, { ...area.hospital, name: area.name }, true)
  for (const list of byStart.values()) list.sort((a, b) => b.words.length - a.words.length)
  return { area, starts: [...world.starts, ...writtenStarts(byStart.keys())], byStart, world, isOurs }
}

/** Finds where a report is from or about: by its coordinates, by a point that it gives in degrees, or by the names in it. */
export function locate(gazetteer: Gazetteer, post: Post, scan: Scan): Whereabouts {
  const { area } = gazetteer
  const point = !post.geo && area.places && (scan.marks & MARK_DIGITS) !== 0 ? readDegrees(post.text) : null
  if (!point) return locateByName(gazetteer, post, scan, () => post.text)
  const name = nearestName(area, point)
  const place = { name: name === area.name ? nameOfPoint(point) : name, ...point }
  return { type: isInside(area, point) ? 'inside' : 'far', place, broad: false, byGeo: false }
}

/**
 * Finds where any post is from or about. Coordinates win over names, names inside the area over names outside it, longer names
 * over shorter. `textOf` is asked for the text only when capitals or signs matter.
 */
export function locateByName(
  gazetteer: Gazetteer,
  { geo, lang }: Pick<Post, 'geo' | 'lang'>,
  scan: Scan,
  textOf: () => string,
): Whereabouts {
  const { area } = gazetteer
  const named = findNamed(gazetteer, { lang, scan, textOf })
  if (geo && Number.isFinite(geo.lat) && Number.isFinite(geo.lon)) {
    if (!isInside(area, geo)) return { type: 'far', place: null, broad: false, byGeo: true }
    const place =
      named && !named.far && !named.broad ? named.place : { name: nearestName(area, geo), lat: geo.lat, lon: geo.lon }
    return { type: 'inside', place, broad: false, byGeo: true }
  }
  // Where the whole stream is local, a far name says what people talk about, not where they are.
  if (!area.places) return { type: 'home', place: null, broad: false, byGeo: false, elsewhere: named?.place.name }
  if (named) return { type: named.far ? 'far' : 'inside', place: named.place, broad: named.broad, byGeo: false }
  return { type: 'unplaced', place: null, broad: false, byGeo: false }
}

function findNamed(
  gazetteer: Gazetteer,
  words: { lang: string | undefined; scan: Scan; textOf: () => string },
): Resolved | null {
  if ((words.scan.anySecond & BEGINS_PLACE) === 0) return null
  const mentions = findMentions(gazetteer.byStart, gazetteer.world, words.scan)
  return mentions.length > 0 ? resolveMentions(gazetteer, mentions, words) : null
}

function rememberOurs({ hospital, radiusKm }: Area): (known: WorldPlace) => boolean {
  const remembered = new Map<WorldPlace, boolean>()
  return (known) => {
    let ours = remembered.get(known)
    if (ours === undefined) {
      ours = holds(known, hospital, radiusKm * RADIUS_TOLERANCE)
      remembered.set(known, ours)
    }
    return ours
  }
}

function addStart(byStart: Map<number, NamedPlace[]>, place: NamedPlace): void {
  const list = byStart.get(place.words[0]!)
  if (list) list.push(place)
  else byStart.set(place.words[0]!, [place])
}

/** The area's own name, or a city as large as the area. */
function isBroad({ name, ...point }: Place, area: Area, world: World): boolean {
  const folded = foldText(name)
  if (` ${foldText(area.name)} `.includes(` ${folded} `)) return true
  const known = world.byName.get(folded) ?? []
  return known.some((one) => one.box === null && one.reachKm >= area.radiusKm && holds(one, point, 0))
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
