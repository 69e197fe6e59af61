import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { packageRoot } from '#platform/root.ts'
import { loadHeads, loadModel } from './detector/index.ts'
import type { Model } from './detector/index.ts'

/** The model that Salve ships cannot be used. The message says which file and why. */
export class UnusableModel extends Error {}

const TRIAGE = join('models', 'triage.bin')
const HEADS = join('models', 'heads.bin')

let loading: Promise<Model> | undefined

/** The triage model that Salve ships, with its heads, read once per process. Throws UnusableModel when it is missing or does not fit this program. */
export function loadShippedModel(): Promise<Model> {
  loading ??= read().catch((error: unknown) => {
    loading = undefined
    throw error
  })
  return loading
}

async function read(): Promise<Model> {
  const [model, heads] = await Promise.all([readShipped(TRIAGE, loadModel), readShipped(HEADS, loadHeads)])
  return { ...model, heads }
}

async function readShipped<T>(file: string, load: (bytes: Uint8Array) => T): Promise<T> {
  try {
    return load(await readFile(join(packageRoot, file)))
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    const why = isMissing ? 'it is missing' : (error as Error).message
    throw new UnusableModel(`the model ${file} cannot be used: ${why}. Install Salve again, or train it anew.`)
  }
}
