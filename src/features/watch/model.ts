import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { packageRoot } from '#platform/root.ts'
import { loadModel } from './detector/index.ts'
import type { Model } from './detector/index.ts'

/** The model that Salve ships cannot be used. The message says which file and why. */
export class UnusableModel extends Error {}

const FILE = join('models', 'triage.bin')

let loading: Promise<Model> | undefined

/** The triage model that Salve ships, read once per process. Throws UnusableModel when it is missing or does not fit this program. */
export function loadShippedModel(): Promise<Model> {
  loading ??= read().catch((error: unknown) => {
    loading = undefined
    throw error
  })
  return loading
}

async function read(): Promise<Model> {
  try {
    return loadModel(await readFile(join(packageRoot, FILE)))
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    const why = isMissing ? 'it is missing' : (error as Error).message
    throw new UnusableModel(`the model ${FILE} cannot be used: ${why}. Install Salve again, or train it anew.`)
  }
}
