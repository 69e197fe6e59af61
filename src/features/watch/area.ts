import { z } from 'zod'
import { storable } from '#platform/storable.ts'
import type { Area } from './detector/types.ts'

/** An area file that cannot be used. The message names the field and says what is expected there. */
export class InvalidArea extends Error {}

const FARTHEST_KM = 20_038

const name = (field: string) =>
  z.string(`${field} must be a name in quotes`).trim().min(1, `${field} must not be empty`)
const degrees = (field: string, limit: number) => {
  const expected = `${field} must be a number of degrees from -${limit} to ${limit}`
  return z.number(expected).min(-limit, expected).max(limit, expected)
}
const point = (field: string) => ({
  name: name(`${field}name`),
  lat: degrees(`${field}lat`, 90),
  lon: degrees(`${field}lon`, 180),
})

const radius = `radiusKm must be a number of kilometres above 0 and up to ${FARTHEST_KM}`

const AreaFile = z.object(
  {
    name: name('name'),
    hospital: z.object(
      {
        ...point('hospital.'),
        level: z.union([z.string(), z.number()], 'hospital.level must be text such as "I"').optional(),
      },
      'hospital must be an object with name, lat and lon',
    ),
    radiusKm: z.number(radius).positive(radius).max(FARTHEST_KM, radius),
    places: z
      .array(
        z.object(
          { ...point(''), aliases: z.array(name('aliases'), 'aliases must be a list of names').optional() },
          'a place must be an object with name, lat and lon',
        ),
        'places must be a list; leave it out when all posts come from the area',
      )
      .optional(),
    languages: z.array(name('languages'), 'languages must be a list such as ["en", "es"]').optional(),
  },
  'an area must be an object with name, hospital and radiusKm',
)

/**
 * An area from parsed JSON. Other keys are ignored; an empty list of places counts as none (all posts come from the area).
 * Throws InvalidArea, which names the first field that is wrong.
 */
export function parseArea(json: unknown): Area {
  const parsed = AreaFile.safeParse(json)
  if (!parsed.success) throw new InvalidArea(describe(parsed.error))
  const { name, hospital, radiusKm, places, languages } = parsed.data
  const { level, ...spot } = hospital
  return {
    name,
    hospital: { ...spot, ...(level !== undefined && { level: String(level) }) },
    radiusKm,
    ...(places &&
      places.length > 0 && {
        places: places.map(({ aliases, ...place }) => ({ ...place, ...(aliases && { aliases }) })),
      }),
    ...(languages && { languages }),
  }
}

/** The same from the text of a file. */
export function parseAreaText(text: string): Area {
  let json: unknown
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''), (_key, value: unknown) =>
      typeof value === 'string' ? storable(value) : value,
    )
  } catch {
    throw new InvalidArea('it is not JSON')
  }
  return parseArea(json)
}

function describe(error: z.ZodError): string {
  const [first] = error.issues
  if (!first) return 'it cannot be read'
  const [list, index] = first.path
  const where = list === 'places' && typeof index === 'number' ? `places[${index}]: ` : ''
  const more = error.issues.length > 1 ? ` (and ${error.issues.length - 1} more)` : ''
  return `${where}${first.message}${more}`
}
