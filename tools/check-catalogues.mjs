// Every language of a room's catalogue has the same keys and the same placeholders as English, is valid MessageFormat 2, and is used.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseMessage, validate, visit } from 'messageformat'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const folders = [join(root, 'src', 'app'), ...readdirSync(join(root, 'src', 'features')).map((room) => join(root, 'src', 'features', room))]
const problems = []
let messages = 0

for (const folder of folders.map((path) => join(path, 'messages')).filter(existsSync)) {
  const catalogues = Object.fromEntries(readdirSync(folder).filter((name) => name.endsWith('.json')).map((name) => [name.replace('.json', ''), read(join(folder, name))]))
  const place = relative(root, folder)
  if (!catalogues.en) problems.push(`${place}: en.json is missing`)
  for (const [language, catalogue] of Object.entries(catalogues)) {
    messages += Object.keys(catalogue).length
    for (const key of Object.keys(catalogues.en ?? {})) if (!(key in catalogue)) problems.push(`${place}/${language}.json lacks ${key}`)
    for (const [key, text] of Object.entries(catalogue)) {
      if (!(key in (catalogues.en ?? {}))) problems.push(`${place}/${language}.json has ${key}, which en.json lacks`)
      const own = placeholders(text, `${place}/${language}.json ${key}`)
      const english = placeholders(catalogues.en?.[key] ?? text, `${place}/en.json ${key}`)
      if (own !== english) problems.push(`${place}/${language}.json ${key}: placeholders ${own || 'none'}, in English ${english || 'none'}`)
    }
  }
}

function read(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    problems.push(`${relative(root, path)}: ${error.message}`)
    return {}
  }
}

/** The names of a message's variables, sorted. */
function placeholders(text, where) {
  const names = new Set()
  try {
    const message = parseMessage(text)
    validate(message, (type) => problems.push(`${where}: ${type}`))
    visit(message, { value: (value) => void (value?.type === 'variable' && names.add(value.name)) })
  } catch (error) {
    problems.push(`${where}: ${error.message}`)
  }
  return [...names].sort().join(', ')
}

for (const problem of problems) console.error(problem)
if (problems.length === 0) console.log(`${messages} messages in ${folders.length} catalogues`)
process.exitCode = problems.length === 0 ? 0 : 1
