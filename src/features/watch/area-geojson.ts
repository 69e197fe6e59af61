import { UnusableFile } from './area-input.ts'
import { type OfferedPlace, type Skip, isOnGlobe } from './area-place.ts'

/** Read whole: beyond this a text no longer fits into one string with room to spare. */
const MOST_BYTES = 400_000_000

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
type Properties = Record<string, Json | undefined>

/** Tags of OpenStreetMap that make a place worth naming: key, values, weight. An empty list takes every value. */
const TAGS: [key: string, values: string[], weight: number][] = [
  ['aeroway', ['aerodrome', 'terminal'], 35],
  ['amenity', ['hospital'], 35],
  ['healthcare', ['hospital'], 35],
  ['amenity', ['university', 'college'], 30],
  ['leisure', ['stadium'], 30],
  ['railway', ['station', 'halt', 'tram_stop'], 25],
  ['public_transport', ['station'], 25],
  ['amenity', ['ferry_terminal', 'bus_station', 'marketplace'], 25],
  ['shop', ['mall', 'department_store'], 25],
  ['industrial', ['port', 'refinery', 'oil', 'chemical'], 25],
  ['harbour', [], 22],
  ['man_made', ['bridge', 'pier', 'tower', 'lighthouse', 'works'], 20],
  ['bridge', ['yes', 'viaduct', 'movable'], 20],
  ['tunnel', ['yes'], 20],
  ['tourism', ['museum', 'attraction', 'zoo', 'theme_park', 'gallery'], 20],
  ['leisure', ['park', 'marina', 'sports_centre', 'ice_rink', 'garden', 'beach_resort'], 20],
  ['natural', ['beach'], 18],
  [
    'amenity',
    ['theatre', 'cinema', 'arts_centre', 'conference_centre', 'events_venue', 'nightclub', 'concert_hall'],
    20,
  ],
  ['amenity', ['townhall', 'courthouse', 'prison', 'library', 'exhibition_centre'], 16],
  ['amenity', ['school', 'kindergarten'], 14],
  ['amenity', ['place_of_worship', 'monastery'], 14],
  ['landuse', ['industrial', 'retail', 'commercial', 'military', 'harbour'], 16],
  ['highway', ['motorway', 'trunk', 'primary', 'secondary', 'motorway_junction'], 20],
  ['highway', ['tertiary', 'residential', 'pedestrian', 'living_street', 'unclassified', 'footway', 'service'], 15],
  ['tourism', ['hotel'], 8],
]
const SETTLEMENTS: Record<string, number> = {
  city: 50, town: 40, village: 32, borough: 32, suburb: 32, quarter: 28, neighbourhood: 26, hamlet: 22, island: 20, islet: 10, city_block: 8,
} // prettier-ignore
/** A feature with one of these is of OpenStreetMap, and counts only for what its tags say. */
const KEYS = [
  'place',
  'highway',
  'boundary',
  ...TAGS.map(([key]) => key),
  'office',
  'craft',
  'barrier',
  'power',
  'emergency',
]

/**
 * The places of a GeoJSON FeatureCollection; null for features without a name or of no use. Features that cannot be read go to `skip`.
 * Throws UnusableFile when the text is none.
 */
export async function* readGeoJson(
  bytes: AsyncIterable<Buffer>,
  languages: readonly string[],
  skip: Skip,
  onWhole: (collection: Properties) => void,
): AsyncGenerator<OfferedPlace | null> {
  const collection = await readWhole(bytes)
  onWhole(collection)
  for (const [i, feature] of (collection.features as Json[]).entries()) {
    const place = readFeature(feature, languages)
    if (typeof place === 'string') skip(`feature ${i + 1}`, place)
    else yield place
  }
}

/** What the file itself says about its source and licence, if anything. */
export function attributionOf(collection: Properties): string | undefined {
  for (const key of ['attribution', 'copyright', 'license', 'licence']) {
    const text = collection[key]
    if (typeof text === 'string' && text.trim() !== '') return text.trim().slice(0, 300)
  }
  const isOpenStreetMap = (collection.features as Json[]).slice(0, 50).some((feature) => {
    const id = isObject(feature)
      ? (feature.id ?? (isObject(feature.properties ?? null) ? (feature.properties as Properties)['@id'] : ''))
      : ''
    return typeof id === 'string' && /^(node|way|relation)\//.test(id)
  })
  return isOpenStreetMap ? 'Place names: © OpenStreetMap contributors, ODbL 1.0' : undefined
}

async function readWhole(bytes: AsyncIterable<Buffer>): Promise<Properties> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of bytes) {
    size += chunk.length
    if (size > MOST_BYTES)
      throw new UnusableFile(`the GeoJSON is larger than ${MOST_BYTES / 1e6} MB: cut it to your area first`)
    chunks.push(chunk)
  }
  let json: Json
  try {
    json = JSON.parse(
      Buffer.concat(chunks)
        .toString('utf8')
        .replace(/^\uFEFF/, ''),
    ) as Json
  } catch {
    throw new UnusableFile('the GeoJSON is not JSON')
  }
  if (!isObject(json) || json.type !== 'FeatureCollection' || !Array.isArray(json.features))
    throw new UnusableFile('the GeoJSON must be a FeatureCollection')
  return json
}

function readFeature(feature: Json, languages: readonly string[]): OfferedPlace | null | string {
  if (!isObject(feature)) return 'it is no feature'
  const properties: Properties = isObject(feature.properties ?? null) ? (feature.properties as Properties) : {}
  const name = textOf(properties.name)
  if (!name) return null
  const kind = kindOf(properties)
  if (!kind) return null
  const point = isObject(feature.geometry ?? null) ? pointOf(feature.geometry as Properties) : null
  if (!point || !isOnGlobe(point[1], point[0])) return 'it has no geometry that can be read'
  return {
    name,
    aliases: aliasesOf(properties, languages).filter((alias) => alias !== name),
    lat: point[1],
    lon: point[0],
    population: Number(properties.population) || 0,
    ...kind,
  }
}

function kindOf(properties: Properties): Pick<OfferedPlace, 'isSettlement' | 'isHospital' | 'weight'> | null {
  const settlement = SETTLEMENTS[textOf(properties.place) ?? '']
  if (settlement) return { isSettlement: true, isHospital: false, weight: settlement }
  if (properties.place === 'square') return { isSettlement: false, isHospital: false, weight: 25 }
  if (properties.boundary === 'administrative') {
    const level = Number(properties.admin_level)
    return level >= 8 ? { isSettlement: true, isHospital: false, weight: 16 } : null
  }
  const tag = TAGS.find(([key, values]) => {
    const value = textOf(properties[key])
    return value !== undefined && (values.length === 0 || values.includes(value))
  })
  if (tag) return { isSettlement: false, isHospital: tag[1].includes('hospital'), weight: tag[2] }
  return KEYS.some((key) => properties[key] !== undefined)
    ? null
    : { isSettlement: false, isHospital: false, weight: 10 }
}

function aliasesOf(properties: Properties, languages: readonly string[]): string[] {
  const keys = [
    'short_name',
    'alt_name',
    'loc_name',
    'official_name',
    'old_name',
    ...languages.flatMap((language) => [`name:${language}`, `alt_name:${language}`]),
  ]
  return keys
    .flatMap((key) => (textOf(properties[key]) ?? '').split(';'))
    .map((alias) => alias.trim())
    .filter((alias) => alias.length > 2)
}

/** A point that stands for a geometry: itself, the middle of a line, the middle of an outline; [lon, lat]. */
function pointOf({ type, coordinates, geometries }: Properties): [number, number] | null {
  if (type === 'GeometryCollection') {
    const [first] = Array.isArray(geometries) ? geometries : []
    return isObject(first ?? null) ? pointOf(first as Properties) : null
  }
  let points: Json | undefined = coordinates
  if (type === 'Point') return positionOf(points)
  if (type === 'MultiPolygon') points = Array.isArray(points) ? points[0] : undefined
  if (type === 'Polygon' || type === 'MultiPolygon' || type === 'MultiLineString')
    points = Array.isArray(points) ? points[0] : undefined
  if (!Array.isArray(points)) return null
  const positions = points.map(positionOf).filter((position) => position !== null)
  if (type === 'LineString' || type === 'MultiLineString') return positions[Math.floor(positions.length / 2)] ?? null
  if (positions.length === 0) return null
  const middle = (axis: 0 | 1) => {
    const along = positions.map((position) => position[axis])
    return (along.reduce((a, b) => Math.min(a, b)) + along.reduce((a, b) => Math.max(a, b))) / 2
  }
  return [middle(0), middle(1)]
}

function positionOf(position: Json | undefined): [number, number] | null {
  if (!Array.isArray(position)) return null
  const [lon, lat] = position
  return typeof lon === 'number' && typeof lat === 'number' ? [lon, lat] : null
}

function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

function isObject(value: Json): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
