import type { Reader } from '#platform/database/index.ts'
import type { Check } from '#platform/doctor.ts'
import { listSources } from './source.store.ts'
import { findArea } from './store.ts'

/** Looks at what the watch needs: a catchment area, and sources that see. For the command line, in English. */
export async function checkWatch(reader: Reader): Promise<Check[]> {
  const area = await findArea(reader)
  const sources = await listSources(reader, null)
  const blind = sources.filter(({ state }) => state === 'blind')
  const checks: Check[] = [
    area
      ? {
          name: 'catchment area',
          status: 'ok',
          said: `${area.area.name}, ${area.area.radiusKm} km, ${area.area.places?.length ?? 0} places`,
        }
      : {
          name: 'catchment area',
          status: 'fail',
          said: 'Salve does not know where the hospital is',
          todo: 'Set the catchment area under Settings, Sources',
        },
  ]
  if (sources.length === 0) {
    checks.push({
      name: 'sources',
      status: 'warn',
      said: 'No source is connected: nothing is heard',
      todo: 'Connect a stream under Settings, Sources',
    })
  } else if (blind.length > 0) {
    const names = blind.map(({ name, error }) => (error ? `${name} (${error})` : name)).join(', ')
    checks.push({
      name: 'sources',
      status: 'fail',
      said: `${blind.length} of ${sources.length} sources are blind: ${names}`,
      todo: 'Look at Settings, Sources for what went wrong',
    })
  } else checks.push({ name: 'sources', status: 'ok', said: `${sources.length} connected` })
  return checks
}
