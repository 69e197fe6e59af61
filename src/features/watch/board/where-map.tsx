import { BoardCaption } from '#ui/board.tsx'
import { RingMap, type RingMark } from '#ui/ring-map.tsx'
import type { Area, Place } from '../detector/types.ts'
import { distanceKm } from '../detector/distance.ts'
import { bearingTo, compassPoint } from '../rules.ts'
import { incidentTitle, type WatchWords } from '../words.ts'
import type { BoardData, IncidentDetail } from './board-data.ts'
import { distanceLine, kilometres } from './figures.ts'

/** Landmarks that help to read the map: other hospitals, airports, main stations. */
const LANDMARK = /hospital|clinic|airport|aeropuerto|central station|estación central/i
const MOST_LANDMARKS = 3

/** The hospital in the centre, the incident in its true direction, other incidents and a few landmarks around it. */
export function WhereMap({
  data,
  area,
  incident,
  words,
}: {
  data: BoardData
  area: Area
  incident: IncidentDetail
  words: WatchWords
}) {
  const home = area.hospital
  const mark = (kind: RingMark['kind'], name: string, place: Place): RingMark => ({
    kind,
    name,
    km: distanceKm(home, place),
    bearing: bearingTo(home, place),
  })
  const marks: RingMark[] = []
  if (incident.place)
    marks.push({ ...mark('here', incident.place.name, incident.place), detail: distanceLine(incident, area, words) })
  for (const other of data.open) {
    if (other.id !== incident.id && other.place)
      marks.push(mark('incident', incidentTitle(other, words.locale), other.place))
  }
  marks.push(...landmarks(area, incident).map((place) => mark('place', place.name, place)))
  const rings = [area.radiusKm / 5, area.radiusKm / 2.5, area.radiusKm]
  return (
    <>
      <BoardCaption text={words('where.title')} aside={words('where.legend')} />
      <RingMap
        label={`${words('where.map', { hospital: home.name })} ${marks.map((one) => placeInWords(one, words)).join(' ')}`}
        marks={marks}
        rings={rings}
        ringText={(km) => kilometres(km, words)}
      />
      {!incident.place && <p class="sv-meta">{words('head.no-place')}</p>}
    </>
  )
}

function landmarks(area: Area, incident: IncidentDetail): Place[] {
  return (area.places ?? [])
    .filter((place) => LANDMARK.test(place.name) && place.name !== incident.place?.name)
    .filter((place) => distanceKm(area.hospital, place) > 0.5 && distanceKm(area.hospital, place) <= area.radiusKm)
    .slice(0, MOST_LANDMARKS)
}

function placeInWords({ name, km, bearing }: RingMark, words: WatchWords): string {
  return words('where.mark', {
    name,
    distance: kilometres(km, words),
    direction: words(`compass.${compassPoint(bearing)}`),
  })
}
