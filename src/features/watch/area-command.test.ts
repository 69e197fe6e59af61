import { readFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { crc32, deflateRawSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { areaCommand } from './area-command.ts'
import { parseAreaText } from './area.ts'

// Skerrow does not exist: it lies in the open Atlantic, and its lists of places are our own.
const fixture = (name: string) => fileURLToPath(new URL(`../../../fixtures/places/${name}`, import.meta.url))
const GEONAMES = fixture('skerrow-geonames.txt')
const GEOJSON = fixture('skerrow.geojson')
const HERE = ['--lat', '46', '--lon', '-20', '--radius-km', '25']

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'salve-area-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function run(argv: string[], isTTY = false) {
  const gather = () => {
    const stream: PassThrough & { isTTY?: boolean } = new PassThrough()
    const parts: Buffer[] = []
    stream.on('data', (part: Buffer) => parts.push(part))
    return { stream, text: () => Buffer.concat(parts).toString() }
  }
  const [out, err] = [gather(), gather()]
  err.stream.isTTY = isTTY
  const code = await areaCommand(argv, { out: out.stream, err: err.stream })
  return { code, out: out.text(), err: err.text().split('\n').filter(Boolean) }
}

const namesOf = (text: string) => parseAreaText(text).places?.map(({ name }) => name) ?? []

test('Nadia makes the area of her hospital from a GeoNames list', async () => {
  const { code, out, err } = await run([...HERE, '--geonames', GEONAMES])
  expect(code).toBe(0)
  expect(err).toEqual([
    `salve area: ${GEONAMES}: line 8 skipped: it has 3 columns instead of 19`,
    `salve area: ${GEONAMES}: line 10 skipped: its latitude or longitude is no number of degrees`,
  ])
  const area = parseAreaText(out)
  expect(area).toMatchObject({
    name: 'Skerrow',
    hospital: { name: 'Skerrow Royal Infirmary', lat: 46, lon: -20 },
    radiusKm: 25,
    languages: ['en'],
  })
  expect(area.places?.[0]).toEqual({
    name: 'Skerrow',
    aliases: ['Skerrow City', 'Skérou'],
    lat: 46.0021,
    lon: -20.0102,
  })
  expect(JSON.parse(out)).toHaveProperty('attribution', 'Place names: GeoNames (www.geonames.org), CC BY 4.0')
})

test('names that are found everywhere are left out, or stand with their town; a large town keeps its name', async () => {
  const names = namesOf((await run([...HERE, '--geonames', GEONAMES])).out)
  expect(names).toContain('Main Street, Skerrow')
  expect(names).toContain('Thornquay Street')
  expect(names).toContain('Reading')
  for (const name of ['Main Street', 'Station', 'Bell', 'Old Quarry Ruins']) expect(names).not.toContain(name)
})

test('a town beyond the radius is listed last, so that it is known to be elsewhere; a hamlet or another continent is not', async () => {
  const names = namesOf((await run([...HERE, '--geonames', GEONAMES])).out)
  expect(names.at(-1)).toBe('Farholm')
  expect(names).not.toContain('Hamlet Beyond')
  expect(names).not.toContain('Antipode')
})

test('the list may be packed with gzip, or in a .zip as GeoNames ships it', async () => {
  const plain = await readFile(GEONAMES)
  const packed = join(folder, 'list.txt.gz')
  await writeFile(packed, gzipSync(plain))
  const zipped = join(folder, 'XA.zip')
  await writeFile(
    zipped,
    zip([
      ['readme.txt', Buffer.from('What the columns mean')],
      ['XA.txt', plain],
    ]),
  )
  const expected = (await run([...HERE, '--geonames', GEONAMES])).out
  expect((await run([...HERE, '--geonames', packed])).out).toBe(expected)
  expect((await run([...HERE, '--geonames', zipped])).out).toBe(expected)
})

test('Tom makes one from OpenStreetMap: lines and outlines become points, parts of a street one place', async () => {
  const { code, out, err } = await run([...HERE, '--languages', 'en,es', '--name', 'Skerrow Bay', '--geojson', GEOJSON])
  expect(code).toBe(0)
  expect(err).toEqual([
    `salve area: ${GEOJSON}: feature 11 skipped: it has no geometry that can be read`,
    `salve area: ${GEOJSON}: feature 13 skipped: it is no feature`,
  ])
  const { name, places = [] } = parseAreaText(out)
  expect(name).toBe('Skerrow Bay')
  const find = (wanted: string) => places.filter((place) => place.name === wanted)
  expect(find('Skerrow')).toEqual([{ name: 'Skerrow', aliases: ['Escerro'], lat: 46.0021, lon: -20.0102 }])
  expect(find('Thornquay Street')).toEqual([
    { name: 'Thornquay Street', aliases: ['Thornquay', 'Old Thornquay'], lat: 46.0031, lon: -20.006 },
  ])
  expect(find('Seagate Stadium')).toEqual([
    { name: 'Seagate Stadium', aliases: ['Seagate'], lat: 46.011, lon: -20.028 },
  ])
  expect(find('Kestrel Docks')).toMatchObject([{ lat: 46.005, lon: -19.985 }])
  expect(places.map((place) => place.name)).toContain('High Street, Skerrow')
  for (const unwanted of ['Park', 'Wren Café', 'High Street']) expect(find(unwanted)).toEqual([])
  expect(JSON.parse(out)).toHaveProperty('attribution', 'Made up for Salve, CC0')
})

test.each([
  ['no latitude', ['--lon', '1', '--radius-km', '5', '--geonames', GEONAMES], 'Say where: --lat is missing.'],
  [
    'a latitude off the globe',
    ['--lat', '91', '--lon', '1', '--radius-km', '5', '--geonames', GEONAMES],
    '--lat must be a number from -90 to 90, not "91".',
  ],
  ['no list', HERE, 'Name one list of places, with --geonames or --geojson.'],
  [
    'two lists',
    [...HERE, '--geonames', 'a', '--geojson', 'b'],
    'Name one list of places, with --geonames or --geojson.',
  ],
  [
    'a language by name',
    [...HERE, '--geonames', GEONAMES, '--languages', 'English'],
    '--languages must be a list such as en,es, not "English".',
  ],
])('called wrongly with %s, it says so in one line and how to call it', async (_, argv, message) => {
  const { code, out, err } = await run(argv)
  expect(code).toBe(2)
  expect(out).toBe('')
  expect(err[0]).toBe(`salve area: ${message}`)
  expect(err).toHaveLength(2)
})

test.each([
  ['that is not there', 'missing.txt', undefined, '--geonames', /cannot read .*missing.txt: there is no such file$/],
  ['without a place near', 'none.txt', 'one line\n', '--geonames', /names no place within 25 km of 46, -20/],
  ['that is not JSON', 'a.geojson', 'name: Skerrow', '--geojson', /the GeoJSON is not JSON$/],
  ['that is another JSON', 'b.geojson', '{"places":[]}', '--geojson', /must be a FeatureCollection$/],
  ['cut off', 'cut.gz', gzipSync('x'.repeat(5000)).subarray(0, 20), '--geonames', /cut.gz is damaged or cut off$/],
  [
    'in a broken .zip',
    'cut.zip',
    Buffer.from('PK\u0003\u0004 and nothing more'),
    '--geonames',
    /the .zip ends too early$/,
  ],
])('a list %s ends in one clear line and exit 1', async (_, name, content, option, message) => {
  const path = join(folder, name)
  if (content !== undefined) await writeFile(path, content)
  const { code, out, err } = await run([...HERE, option, path])
  expect(code).toBe(1)
  expect(out).toBe('')
  expect(err.at(-1)).toMatch(message)
})

/** A small .zip, written by hand. */
function zip(files: [name: string, content: Buffer][]): Buffer {
  const bodies: Buffer[] = []
  const list: Buffer[] = []
  let at = 0
  for (const [name, content] of files) {
    const packed = deflateRawSync(content)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(content), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(content.length, 18)
    common.writeUInt16LE(name.length, 22)
    const body = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, Buffer.from(name), packed])
    const where = Buffer.alloc(14)
    where.writeUInt32LE(at, 10)
    list.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), common, where, Buffer.from(name)]))
    bodies.push(body)
    at += body.length
  }
  const entries = Buffer.concat(list)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(files.length, 4)
  end.writeUInt16LE(files.length, 6)
  end.writeUInt32LE(entries.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...bodies, entries, Buffer.from('PK\u0005\u0006'), end])
}
