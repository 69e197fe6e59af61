/** A place that a list offers for an area file. */
export interface OfferedPlace {
  name: string
  /** Other names, best first. */
  aliases: string[]
  lat: number
  lon: number
  /** A town, village or part of one, rather than a street or a building. */
  isSettlement: boolean
  isHospital: boolean
  /** People who live there; 0 where unknown. */
  population: number
  /** How likely people are to name it: about 0 to 60. */
  weight: number
}

/** Called with where an entry stands ("line 7") and why it cannot be read. */
export type Skip = (where: string, reason: string) => void

/** Whether both numbers are degrees on the globe. */
export function isOnGlobe(lat: number, lon: number): boolean {
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180
}
