import type { Actor } from '#platform/actor.ts'
import type { Clock } from '#platform/clock.ts'
import type { Database, Tx } from '#platform/database/index.ts'
import { Invalid, NotAllowed, NotFound } from '#platform/errors.ts'
import { sceneChannel, type Realtime } from '#platform/realtime/index.ts'
import { InvalidArea, parseAreaText } from './area.ts'
import type { Area } from './detector/types.ts'
import { canManageSources } from './permissions.ts'
import type { Scenes } from './scene.ts'
import { findSource, listSources, markSource, saveSource } from './source.store.ts'
import { findArea, saveArea, saveScene } from './store.ts'

export interface SourceDeps {
  db: Database
  clock: Clock
  realtime: Realtime
  scenes: Scenes
}

function mayManage(actor: Actor): void {
  if (!canManageSources(actor)) throw new NotAllowed('Only an administrator can change sources')
}

export interface NewSource {
  name: string
  kind: 'url' | 'file'
  address: string
}

/** Connects a stream. Its state is unknown, so it counts as slow until something is heard. */
export function addSource(deps: SourceDeps, actor: Actor, { name, kind, address }: NewSource): Promise<string> {
  mayManage(actor)
  return deps.db.transaction(async (tx) => {
    if ((await listSources(tx, null)).some((source) => source.name === name))
      throw new Invalid({ name: 'error.name.taken' })
    const row = await saveSource(tx, {
      name,
      kind: kind === 'url' ? 'ndjson' : 'ndjson-file',
      config: JSON.stringify(kind === 'url' ? { url: address } : { file: address }),
      state: 'slow',
      error: 'connecting',
      added_at: deps.clock(),
      added_by: actor.id,
    })
    await deps.realtime.touch(tx, sceneChannel(null))
    return row.id
  })
}

export function changeSource(
  deps: SourceDeps,
  actor: Actor,
  id: string,
  act: 'pause' | 'resume' | 'remove',
): Promise<void> {
  mayManage(actor)
  return deps.db.transaction(async (tx) => {
    const row = await findSource(tx, id)
    if (!row || row.exercise_id !== null) throw new NotFound('No such source')
    if (act === 'remove') await markSource(tx, id, { removed_at: deps.clock(), state: 'off', config: '{}' })
    else if (act === 'pause') await markSource(tx, id, { paused: true, state: 'off', blind_since: null })
    else
      await markSource(tx, id, {
        paused: false,
        state: 'slow',
        error: 'connecting',
        pace_from: null,
        expected_per_minute: null,
        recent_per_minute: null,
      })
    await deps.realtime.touch(tx, sceneChannel(null))
  })
}

/** Sets the hospital's catchment area. The detector begins with an empty memory there; incidents stay. */
export async function setArea(deps: SourceDeps, actor: Actor, text: string): Promise<void> {
  mayManage(actor)
  const area = readAreaText(text, 'area')
  await deps.db.transaction(async (tx) => {
    await keepArea(tx, area, deps.clock(), actor.id)
    await deps.realtime.touch(tx, sceneChannel(null))
  })
  deps.scenes.drop(null)
}

export async function keepArea(tx: Tx, area: Area, at: Date, by: string | null): Promise<void> {
  const version = await saveArea(tx, area, at, by)
  await saveScene(tx, null, { epoch: String(version), area })
}

/** The demo's area, unless there is one already. */
export async function seedArea(tx: Tx, area: Area, at: Date): Promise<void> {
  if (!(await findArea(tx))) await keepArea(tx, area, at, null)
}

/** An area from what was typed or sent; what is wrong with it is said at the field. */
export function readAreaText(text: string, field: string): Area {
  try {
    return parseAreaText(text)
  } catch (error) {
    if (error instanceof InvalidArea) throw new Invalid({ [field]: error.message })
    throw error
  }
}
