import { readFileSync } from 'node:fs'
import { parseAreaText } from '../../src/features/watch/area.ts'
import { createDetector } from '../../src/features/watch/detector/index.ts'
import type { Area } from '../../src/features/watch/detector/types.ts'
import type { Trainer } from './models.ts'
import type { Pack, PackEvent } from './pack.ts'
import type { Report } from './report.ts'
import { describe } from './delay.ts'
import { measurePlacePosts } from './place-reading.ts'
import { judgeAlerts, watch } from './score.ts'

const NEAR_KM = 25
const FAR_KM = 50

type Spot = [name: string, lat: number, lon: number, ...aliases: string[]]

/** Catchment areas as a hospital there would write them: towns and districts around it, known before any event. */
const TOWNS: Record<string, { hospital: Spot; radiusKm: number; places: Spot[] }> = {
  'west-texas-explosion-2013': {
    hospital: ['Waco hospital', 31.5, -97.15],
    radiusKm: 70,
    places: [
      ['Waco', 31.549, -97.147, 'Waco TX', 'Waco Texas'],
      ['West, Texas', 31.802, -97.092, 'West TX', 'West Texas', 'town of West'],
      ['Hillsboro', 32.011, -97.13, 'Hillsboro TX'],
      ['Temple', 31.098, -97.343, 'Temple TX', 'Temple Texas'],
      ['Bellmead', 31.594, -97.109],
    ],
  },
  'ny-train-crash-2013': {
    hospital: ['Bronx hospital', 40.85, -73.846],
    radiusKm: 25,
    places: [
      ['Bronx', 40.845, -73.865, 'the Bronx'],
      ['Spuyten Duyvil', 40.878, -73.922],
      ['Yonkers', 40.931, -73.899],
      ['Manhattan', 40.783, -73.971],
      ['Riverdale', 40.9, -73.912],
      ['New York', 40.713, -74.006, 'NYC', 'New York City'],
    ],
  },
  'spain-train-crash-2013': {
    hospital: ['Hospital Clínico', 42.869, -8.565],
    radiusKm: 60,
    places: [
      ['Santiago de Compostela', 42.878, -8.545, 'Santiago', 'Compostela'],
      ['Angrois', 42.859, -8.527],
      ['A Coruña', 43.362, -8.411, 'La Coruña', 'Coruña'],
      ['Pontevedra', 42.431, -8.644],
      ['Ourense', 42.336, -7.864, 'Orense'],
    ],
  },
  'italy-earthquakes-2012': {
    hospital: ['Ospedale di Modena', 44.64, 10.94],
    radiusKm: 80,
    places: [
      ['Finale Emilia', 44.833, 11.294],
      ['Modena', 44.647, 10.925],
      ['Ferrara', 44.838, 11.62],
      ['Bologna', 44.494, 11.343],
      ['Mirandola', 44.887, 11.066],
      ['San Felice sul Panaro', 44.84, 11.14, 'San Felice'],
      ['Mantova', 45.156, 10.791, 'Mantua'],
    ],
  },
  'guatemala-earthquake-2012': {
    hospital: ['Hospital de San Marcos', 14.96, -91.79],
    radiusKm: 150,
    places: [
      ['San Marcos', 14.964, -91.794],
      ['Quetzaltenango', 14.845, -91.519, 'Xela'],
      ['Champerico', 14.293, -91.916],
      ['Retalhuleu', 14.536, -91.677, 'Reu'],
    ],
  },
  'venezuela-refinery-2012': {
    hospital: ['Hospital de Punto Fijo', 11.7, -70.2],
    radiusKm: 60,
    places: [
      ['Amuay', 11.75, -70.21, 'refinería de Amuay'],
      ['Punto Fijo', 11.692, -70.2],
      ['Paraguaná', 11.85, -70.0, 'Paraguana'],
      ['Judibana', 11.762, -70.19],
      ['Coro', 11.405, -69.673],
    ],
  },
  'bohol-earthquake-2013': {
    hospital: ['Tagbilaran hospital', 9.65, 123.86],
    radiusKm: 100,
    places: [
      ['Bohol', 9.85, 124.14],
      ['Tagbilaran', 9.648, 123.854],
      ['Cebu', 10.316, 123.886, 'Cebu City'],
      ['Loon', 9.8, 123.795],
      ['Carmen', 9.82, 124.195],
      ['Loboc', 9.637, 124.031],
    ],
  },
}

function areaOf({ event }: PackEvent): Area {
  if (event === 'boston-bombings-2013') {
    return parseAreaText(readFileSync(new URL('../../fixtures/areas/boston.json', import.meta.url), 'utf8'))
  }
  const town = TOWNS[event]
  if (!town) throw new Error(`No area is written for ${event}`)
  const place = ([name, lat, lon, ...aliases]: Spot) => ({ name, lat, lon, ...(aliases.length > 0 && { aliases }) })
  return {
    name: town.hospital[0],
    hospital: place(town.hospital),
    radiusKm: town.radiusKm,
    places: town.places.map(place),
  }
}

/** Where the alerts of the sudden events are placed when the area knows its towns, and where posts of our own are. */
export function measurePlace(pack: Pack, trainer: Trainer, report: Report): void {
  const placed: { km: number; isQuake: boolean }[] = []
  let found = 0
  const lines: string[] = []
  for (const stream of pack.streams.filter(({ event }) => event.sudden)) {
    const detector = createDetector({ area: areaOf(stream.event), model: trainer.withoutEvent(stream.event) })
    const { alerts } = watch(
      detector,
      stream.posts.map(({ post }) => post),
    )
    const { found: first, wrong } = judgeAlerts(alerts, stream)
    const where = first?.incident.place
    const km = where ? distance(where, stream.event) : Number.POSITIVE_INFINITY
    if (first) found++
    if (where) placed.push({ km, isQuake: stream.event.kind === 'earthquake' })
    const told = where ? `${where.name} (${Math.round(km)} km off)` : 'no place'
    lines.push(`${stream.name} ${first ? told : 'not found'}`)
    for (const alert of wrong.slice(0, 2)) report.quote(`With places, false at ${stream.name}: ${describe(alert)}`)
  }
  const within = (km: number, some = placed) => some.filter((one) => one.km <= km).length
  const others = placed.filter(({ isQuake }) => !isQuake)
  report.row(
    `Place: first alerts of the sudden events within ${NEAR_KM} km of the truth, areas with towns; more than ${FAR_KM} km off`,
    `${within(NEAR_KM)} of ${placed.length}, without earthquakes ${within(NEAR_KM, others)} of ${others.length} (${found - placed.length} more alerts without a place); ${placed.length - within(FAR_KM)}`,
    '–',
    '≥ 95 %; wrong city 0',
  )
  report.note(`Placed at: ${lines.join(', ')}. An earthquake’s truth is its epicentre, where nobody need live.`)
  measurePlacePosts(report)
}

function distance(a: { lat: number; lon: number }, b: { lat: number; lon: number }): number {
  const radians = Math.PI / 180
  const across = Math.sin(((b.lat - a.lat) * radians) / 2) ** 2
  const along = Math.sin(((b.lon - a.lon) * radians) / 2) ** 2
  return 12_742 * Math.asin(Math.sqrt(across + Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * along))
}
