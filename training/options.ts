import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'

/** What both trainings take: `[--data DIR] [--out FOLDER] [--date YYYY-MM-DD]`. */
export function readOptions() {
  const { values } = parseArgs({
    allowPositionals: true,
    options: {
      data: { type: 'string', default: '../shared/data' },
      out: { type: 'string', default: 'models' },
      date: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    },
  })
  return values
}

/** Whether the incident pack lies in a folder, or in its folder of packs. */
export function hasPack(data: string): boolean {
  return existsSync(`${data}/incidents/events.json`) || existsSync(`${data}/events.json`)
}
