interface Point {
  lat: number
  lon: number
}

const EARTH_RADIUS_KM = 6371.0088
const RADIANS = Math.PI / 180

/** Great-circle distance in kilometres (haversine on a sphere of mean radius). */
export function distanceKm(a: Point, b: Point): number {
  const dLat = (b.lat - a.lat) * RADIANS
  const dLon = (b.lon - a.lon) * RADIANS
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(a.lat * RADIANS) * Math.cos(b.lat * RADIANS) * Math.sin(dLon / 2) ** 2
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** The point that lies so many kilometres from another in a direction (degrees clockwise from north). For distances of a few hundred kilometres. */
export function moveBy(from: Point, km: number, bearing: number): Point {
  const lat = from.lat + ((km / EARTH_RADIUS_KM) * Math.cos(bearing * RADIANS)) / RADIANS
  const across = (km / EARTH_RADIUS_KM) * Math.sin(bearing * RADIANS)
  const lon = from.lon + across / Math.max(0.01, Math.cos(from.lat * RADIANS)) / RADIANS
  return { lat: Math.max(-90, Math.min(90, lat)), lon: ((lon + 540) % 360) - 180 }
}

/** A post may lie this much outside the radius and still be about the area: coordinates and names are rough. */
export const RADIUS_TOLERANCE = 1.15

/** Whether a point counts as inside an area. */
export function isInside({ hospital, radiusKm }: { hospital: Point; radiusKm: number }, point: Point): boolean {
  return distanceKm(hospital, point) <= radiusKm * RADIUS_TOLERANCE
}
