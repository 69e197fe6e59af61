import { parseArgs } from 'node:util'
import { attributionOf, readGeoJson } from './area-geojson.ts'
import { GEONAMES_ATTRIBUTION, readGeoNames } from './area-geonames.ts'
import { type AreaSettings, createChoice } from './area-choice.ts'
import { UnusableFile, openPlaces } from './area-input.ts'
import { UnreadableFile } from './replay-input.ts'
import { count, printable } from './replay-lines.ts'
import type { Out } from './replay-screen.ts'

export interface AreaIo {
  out: Out
  err: Out & { isTTY?: boolean }
}

interface Options extends AreaSettings {
  file: string
  format: 'geonames' | 'geojson'
}

const USAGE =
  'Usage: salve area --lat LAT --lon LON --radius-km KM [--name NAME] [--hospital NAME] [--languages en,es] --geonames FILE|--geojson FILE > AREA.json'
const NAMED_LINES = 5
const PROGRESS_EVERY = 200_000

/** `salve area`: makes an area file from a list of places, on standard output. Resolves to the exit code: 0 done, 1 failed, 2 called wrongly. */
export async function areaCommand(argv: string[], io: AreaIo): Promise<number> {
  let options: Options | 'help'
  try {
    options = parseArguments(argv)
  } catch (error) {
    io.err.write(`salve area: ${printable((error as Error).message)}\n${USAGE}\n`)
    return 2
  }
  if (options === 'help') {
    io.out.write(`${USAGE}\n`)
    return 0
  }
  try {
    return await makeArea(options, io)
  } catch (error) {
    if (!(error instanceof UnreadableFile || error instanceof UnusableFile)) throw error
    io.err.write(`salve area: ${printable(error.message)}\n`)
    return 1
  }
}

async function makeArea(options: Options, { out, err }: AreaIo): Promise<0 | 1> {
  const file = printable(options.file)
  const choice = createChoice(options)
  let [read, skipped] = [0, 0]
  const skip = (where: string, reason: string) => {
    if (++skipped <= NAMED_LINES) warn(`${file}: ${where} skipped: ${reason}`)
  }
  const clear = () => err.isTTY && err.write('\r\x1b[K')
  const warn = (line: string) => {
    clear()
    err.write(`salve area: ${line}\n`)
  }
  const input = await openPlaces(options.file)
  let attribution: string | undefined = GEONAMES_ATTRIBUTION
  const places =
    options.format === 'geonames'
      ? readGeoNames(input, skip)
      : readGeoJson(input, options.languages, skip, (whole) => {
          attribution = attributionOf(whole)
        })
  for await (const place of places) {
    if (place) choice.offer(place)
    if (++read % PROGRESS_EVERY === 0 && err.isTTY)
      err.write(`\r\x1b[K${count(read, 'place')} read, ${choice.size()} near`)
  }
  clear()
  if (skipped > NAMED_LINES) warn(`${file}: ${count(skipped, 'entry').replace('entrys', 'entries')} skipped in all`)
  const area = choice.area(attribution)
  if (!area) {
    warn(
      `${file} names no place within ${options.radiusKm} km of ${options.lat}, ${options.lon} (${count(read, 'place')} read)`,
    )
    return 1
  }
  out.write(area)
  return 0
}

function parseArguments(argv: string[]): Options | 'help' {
  const { values } = parseArgs({
    args: joinNegative(argv),
    options: {
      lat: { type: 'string' },
      lon: { type: 'string' },
      'radius-km': { type: 'string' },
      name: { type: 'string' },
      hospital: { type: 'string' },
      languages: { type: 'string', default: 'en' },
      geonames: { type: 'string' },
      geojson: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  if (values.help) return 'help'
  const { geonames, geojson } = values
  const file = geonames ?? geojson
  if (!file || (geonames && geojson)) throw new Error('Name one list of places, with --geonames or --geojson.')
  const languages = values.languages.split(',').map((language) => language.trim().toLowerCase())
  if (!languages.every((language) => /^[a-z]{2,3}$/.test(language)))
    throw new Error(`--languages must be a list such as en,es, not "${values.languages}".`)
  return {
    lat: numberOf('--lat', values.lat, -90, 90),
    lon: numberOf('--lon', values.lon, -180, 180),
    radiusKm: numberOf('--radius-km', values['radius-km'], 0.1, 2000),
    name: values.name?.trim() || undefined,
    hospital: values.hospital?.trim() || undefined,
    languages,
    file,
    format: geonames ? 'geonames' : 'geojson',
  }
}

function numberOf(option: string, text: string | undefined, least: number, most: number): number {
  if (text === undefined) throw new Error(`Say where: ${option} is missing.`)
  const number = text.trim() === '' ? Number.NaN : Number(text)
  if (!(number >= least && number <= most))
    throw new Error(`${option} must be a number from ${least} to ${most}, not "${text}".`)
  return number
}

/** `--lon -5.2` as people type it; parseArgs takes the minus for an option. */
function joinNegative(argv: string[]): string[] {
  const joined: string[] = []
  for (const word of argv) {
    if (/^-\d|^-\.\d/.test(word) && joined.at(-1)?.startsWith('--')) joined.push(`${joined.pop()}=${word}`)
    else joined.push(word)
  }
  return joined
}
