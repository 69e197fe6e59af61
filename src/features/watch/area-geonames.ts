import { readLines } from './area-input.ts'
import { type OfferedPlace, type Skip, isOnGlobe } from './area-place.ts'

export const GEONAMES_ATTRIBUTION = 'Place names: GeoNames (www.geonames.org), CC BY 4.0'

const COLUMNS = 19
/** Feature codes of GeoNames that people name in a post, and how likely they are to. Settlements stand in their own list. */
const SETTLEMENTS: Record<string, number> = {
  PPL: 30, PPLA: 40, PPLA2: 38, PPLA3: 36, PPLA4: 34, PPLA5: 32, PPLC: 50, PPLG: 40, PPLL: 20, PPLS: 25, PPLX: 30, PPLF: 15, STLMT: 20,
  ADM2: 12, ADM3: 14, ADM4: 16, ADM5: 18,
} // prettier-ignore
const OTHERS: Record<string, number> = {
  ST: 20, RD: 12, SQR: 25, RDJCT: 12, TNL: 22, TNLRD: 22, TNLRR: 18, BDG: 22, DAM: 16,
  RSTN: 25, RSTP: 12, MTRO: 25, BUSTN: 22, TRANT: 22, AIRP: 35, AIRF: 15, AIRB: 20,
  PRT: 25, HBR: 20, PIER: 18, QUAY: 18, JTY: 15, FY: 15, FYT: 25, DCK: 15, DCKB: 15, DCKD: 15, DCKY: 18, MAR: 15, LTHSE: 14, BCH: 18, ISL: 18,
  HSP: 35, HSPC: 25, CTRM: 20, SCH: 15, SCHC: 20, UNIV: 30, LIBR: 15, CTHSE: 16, PRN: 18, GOVL: 10, CSTM: 12,
  STDM: 30, AMTH: 18, RECR: 18, THTR: 22, OPRA: 18, MUS: 20, ZOO: 20, AMUS: 20, CSNO: 16, RSRT: 10, HTL: 10, PRK: 20, GDN: 16, MALL: 25, MKT: 22, CTRCM: 12,
  CH: 14, MSQE: 18, SYG: 16, TMPL: 14, CMTY: 8, TOWR: 15, CSTL: 18, PAL: 16, MNMT: 12,
  OILR: 25, OILT: 20, PS: 20, PSN: 25, MFG: 14, INDS: 18, MILB: 18, INSM: 14, BRKS: 14, CMPRF: 20, MN: 14, MNC: 18, MNAU: 14,
} // prettier-ignore
/** Other names per place; a capital has hundreds. */
const MOST_ALIASES = 12

/** The places of a GeoNames dump, streamed; null for lines of no use, so that they can be counted. Lines that cannot be read go to `skip`. */
export async function* readGeoNames(bytes: AsyncIterable<Buffer>, skip: Skip): AsyncGenerator<OfferedPlace | null> {
  let number = 0
  for await (const lines of readLines(bytes)) {
    for (const line of lines) {
      number++
      if (line?.trim() === '') continue
      const place = line === null ? 'it is longer than 1 MB' : readGeoName(line)
      if (typeof place === 'string') skip(`line ${number}`, place)
      else yield place
    }
  }
}

function readGeoName(line: string): OfferedPlace | null | string {
  const columns = line.replace(/\r$/, '').split('\t')
  if (columns.length !== COLUMNS) return `it has ${columns.length} columns instead of ${COLUMNS}`
  const [, name = '', ascii = '', others = '', latText = '', lonText = '', , code = ''] = columns
  const [lat, lon] = [Number(latText), Number(lonText)]
  if (latText === '' || lonText === '' || !isOnGlobe(lat, lon))
    return 'its latitude or longitude is no number of degrees'
  if (name.trim() === '') return 'it has no name'
  const settlement = SETTLEMENTS[code]
  const weight = settlement ?? OTHERS[code]
  if (!weight) return null
  return {
    name: name.trim(),
    aliases: [ascii, ...others.split(',')].filter(isUsable).slice(0, MOST_ALIASES),
    lat,
    lon,
    isSettlement: settlement !== undefined,
    isHospital: code === 'HSP',
    population: Number(columns[14]) || 0,
    weight,
  }
}

/** Names in Latin letters. The dump does not say their language; codes such as "LON" and addresses are no names. */
function isUsable(name: string): boolean {
  return /^[\p{Script=Latin}\p{M}\p{N} .,'’()/&-]+$/u.test(name) && /\p{Ll}/u.test(name) && name.length > 3
}
