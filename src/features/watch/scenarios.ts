import { createReadStream } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { z } from 'zod'
import { packageRoot } from '#platform/root.ts'
import { parseAreaText } from './area.ts'
import type { Area } from './detector/types.ts'

const Texts = z.object({ en: z.string(), es: z.string() })
const Moment = z.iso.datetime().transform((at) => new Date(at))

const Manifest = z.object({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: Texts,
  description: Texts,
  recording: z.string().regex(/^[a-z0-9.-]+$/),
  area: z.string().regex(/^[a-z0-9-]+$/),
  languages: z.array(z.string()),
  start: Moment,
  durationMinutes: z.number(),
  onset: Moment.nullable(),
  expected: z.object({ incidents: z.number(), firstNewsroomAt: Moment.optional() }),
  steps: z.array(z.object({ by: Moment, who: Texts, do: Texts })),
})

/** A drill that ships with Salve: what happens in it, and what a good team does by when. */
export type Scenario = z.infer<typeof Manifest>

const drills = join(packageRoot, 'fixtures', 'drills')
const areas = join(packageRoot, 'fixtures', 'areas')

/** The scenarios that ship with Salve, those with an event before those without. */
export async function listScenarios(): Promise<Scenario[]> {
  const files = (await readdir(drills)).filter((name) => name.endsWith('.json'))
  const found = await Promise.all(
    files.map(async (file) => Manifest.parse(JSON.parse(await readFile(join(drills, file), 'utf8')))),
  )
  return found.toSorted((a, b) => Number(b.onset !== null) - Number(a.onset !== null) || a.id.localeCompare(b.id))
}

export async function findScenario(id: string): Promise<Scenario | undefined> {
  return (await listScenarios()).find((scenario) => scenario.id === id)
}

/** An area that ships with Salve, by the name of its file. */
export async function readShippedArea(name: string): Promise<Area> {
  return parseAreaText(await readFile(join(areas, `${name}.json`), 'utf8'))
}

export function openScenario(scenario: Scenario): Readable {
  return createReadStream(join(drills, scenario.recording))
}

export async function scenarioBytes(scenario: Scenario): Promise<number> {
  return (await stat(join(drills, scenario.recording))).size
}
