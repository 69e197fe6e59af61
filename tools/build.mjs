// Bundles src/ into dist/: the program, the browser's JavaScript, the style sheet. Plain JavaScript that Node 20 runs.
// Does nothing when nothing changed. A running server keeps its files: names carry a hash, old ones go after a day.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, extname, join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const dist = join(root, 'dist')
const assets = join(dist, 'assets')
const stampFile = join(dist, '.built-from')
const KEEP_OLD_MS = 24 * 3_600_000

/** The sources do not build; the message says where. */
export class BuildError extends Error {}

/** Builds when a source is newer than what was built. Throws `BuildError`. Returns true when it built. */
export async function ensureBuilt({ force = false, quiet = false } = {}) {
  const from = fingerprint()
  if (!force && readStamp() === from) return false
  const started = Date.now()
  if (!quiet && process.stderr.isTTY) process.stderr.write('Building Salve…\r')
  mkdirSync(assets, { recursive: true })
  // In a row, not at once: two cores, and esbuild uses them all.
  const written = [...(await buildProgram()), ...(await buildAssets())]
  removeOld(new Set(written))
  writeWhole(stampFile, from)
  if (!quiet) process.stderr.write(`Built Salve in ${((Date.now() - started) / 1000).toFixed(1)} s.\n`)
  return true
}

/** Everything that goes into the build, by path, size and time of change. */
function fingerprint() {
  const hash = createHash('sha256')
  const add = (path) => {
    const { size, mtimeMs } = statSync(path)
    hash.update(`${relative(root, path)} ${size} ${mtimeMs}\n`)
  }
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) walk(path)
      else if (!/\.(test\.tsx?|md|snap)$/.test(entry.name)) add(path)
    }
  }
  walk(join(root, 'src'))
  for (const name of ['package.json', 'package-lock.json', 'tsconfig.json', 'tools/build.mjs']) add(join(root, name))
  return hash.digest('hex')
}

function readStamp() {
  try {
    return readFileSync(stampFile, 'utf8')
  } catch {
    return undefined
  }
}

async function buildProgram() {
  const result = await bundle({
    entryPoints: { salve: join(root, 'src', 'salve.ts') },
    outdir: dist,
    platform: 'node',
    target: 'node24',
    packages: 'external',
    chunkNames: '[name]-[hash]',
    sourcemap: true,
    sourcesContent: false,
  })
  // The entry last: until then the old one runs with the old parts.
  return writeOutputs(result.outputFiles.sort((a, b) => Number(a.path.includes('salve.js')) - Number(b.path.includes('salve.js'))))
}

async function buildAssets() {
  const manifest = {}
  const written = []
  const scripts = findScripts()
  if (Object.keys(scripts).length > 0) {
    const result = await bundle({
      entryPoints: scripts,
      outdir: assets,
      platform: 'browser',
      target: 'es2022',
      minify: true,
      legalComments: 'none',
      entryNames: '[name]-[hash]',
      chunkNames: '[name]-[hash]',
      metafile: true,
    })
    for (const [path, { entryPoint }] of Object.entries(result.metafile.outputs)) {
      if (entryPoint === undefined) continue
      const name = Object.keys(scripts).find((key) => relative(root, scripts[key]) === entryPoint)
      manifest[`${name}.js`] = basename(path)
    }
    written.push(...writeOutputs(result.outputFiles))
  }
  for (const [name, content] of [...(await compileStyles()), ...copiedAssets()]) {
    const hash = createHash('sha256').update(content).digest('hex').slice(0, 8).toUpperCase()
    const file = `${basename(name, extname(name))}-${hash}${extname(name)}`
    manifest[name] = file
    writeWhole(join(assets, file), content)
    written.push(join(assets, file))
  }
  writeWhole(join(assets, 'manifest.json'), JSON.stringify(manifest, null, 2))
  return [...written, join(assets, 'manifest.json')]
}

/** `salve` for the furniture's elements, and one script per room that has elements of its own. */
function findScripts() {
  const found = {}
  const furniture = join(root, 'src', 'ui', 'elements', 'index.ts')
  if (existsSync(furniture)) found.salve = furniture
  const rooms = join(root, 'src', 'features')
  for (const room of existsSync(rooms) ? readdirSync(rooms) : []) {
    const script = join(rooms, room, 'elements', 'index.ts')
    if (existsSync(script)) found[room] = script
  }
  return found
}

async function compileStyles() {
  const source = join(root, 'src', 'ui', 'styles', 'salve.scss')
  if (!existsSync(source)) return []
  const sass = await import('sass')
  try {
    const { css } = sass.compile(source, { style: 'compressed', loadPaths: [join(root, 'node_modules')], quietDeps: true, charset: false })
    return [['salve.css', css]]
  } catch (error) {
    throw new BuildError(`The style sheet does not compile.\n${error.message}`)
  }
}

/** Pictures and icons of `src/ui/assets`, as they are. */
function copiedAssets() {
  const folder = join(root, 'src', 'ui', 'assets')
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => [entry.name, readFileSync(join(folder, entry.name))])
}

async function bundle(options) {
  const esbuild = await import('esbuild')
  try {
    return await esbuild.build({
      bundle: true,
      format: 'esm',
      splitting: true,
      write: false,
      absWorkingDir: root,
      tsconfig: join(root, 'tsconfig.json'),
      logLevel: 'silent',
      ...options,
    })
  } catch (error) {
    const said = await esbuild.formatMessages(error.errors ?? [{ text: error.message }], { kind: 'error', color: process.stderr.isTTY })
    throw new BuildError(`Salve does not build.\n${said.join('')}`.trimEnd())
  }
}

function writeOutputs(files) {
  for (const { path, contents } of files) writeWhole(path, contents)
  return files.map(({ path }) => path)
}

/** By a temporary name and a rename, so that no reader sees half a file. */
function writeWhole(path, content) {
  const temporary = `${path}.${process.pid}.tmp`
  writeFileSync(temporary, content)
  renameSync(temporary, path)
}

function removeOld(current) {
  for (const folder of [dist, assets]) {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name)
      if (!entry.isFile() || entry.name.startsWith('.') || current.has(path)) continue
      if (Date.now() - statSync(path).mtimeMs > KEEP_OLD_MS) rmSync(path, { force: true })
    }
  }
}

if (process.argv[1] && pathToFileURL(process.argv[1]).href === import.meta.url) {
  await ensureBuilt({ force: process.argv.includes('--force') }).catch((error) => {
    process.stderr.write(error instanceof BuildError ? `${error.message}\n` : `${error.stack}\n`)
    process.exitCode = 1
  })
}
