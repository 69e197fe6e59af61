import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Events } from '#platform/events/index.ts'
import type { Tx } from '#platform/database/index.ts'
import { sceneChannel, type Realtime } from '#platform/realtime/index.ts'
import type { DetectedIncident, Detector, Post } from './detector/types.ts'
import type { Pulse } from './pulse.ts'
import { recordIncidents } from './record-incidents.ts'
import { recordSources, type Tally } from './record-sources.ts'
import type { OpenScene } from './scene.ts'

export interface HearDeps {
  events: Events
  realtime: Realtime
  pulse: Pulse
  /** A key for one scene's pseudonyms of authors. */
  authorKey(exerciseId: string | null): Buffer
}

export interface Hearing {
  posts: readonly Post[]
  tally: Tally
  /** The scene's time after these posts. */
  reached: Date
  /** The house's clock. */
  now: Date
}

/**
 * Takes posts through the detector and keeps what came of it: incidents, evidence, sources, rates; open boards hear of it.
 * Everything is in the caller's transaction, together with the cursor and the detector's memory.
 */
export async function hearPosts(
  deps: HearDeps,
  tx: Tx,
  detector: Detector,
  scene: OpenScene,
  hearing: Hearing,
): Promise<void> {
  const { tally, reached, now } = hearing
  const changes = await pushPosts(detector, hearing.posts)
  changes.push(...detector.advance(reached.getTime()))
  const isTelling = changes.length > 0
  // Copies change nothing that is worth telling, but the board shows them: so the open ones are looked at once more.
  if (hearing.posts.length > 0) changes.push(...withNewCopies(detector.open(), scene))
  await recordIncidents(tx, scene, changes, { events: deps.events, now, authorKey: deps.authorKey(scene.exerciseId) })
  const hasChanged = await recordSources(tx, { exerciseId: scene.exerciseId, tally, now: reached })
  const news = isTelling || hasChanged ? 'now' : hearing.posts.length > 0 ? 'soon' : 'idle'
  if (deps.pulse.beats(scene.exerciseId, news)) await deps.realtime.touch(tx, sceneChannel(scene.exerciseId))
}

function withNewCopies(open: DetectedIncident[], scene: OpenScene): DetectedIncident[] {
  scene.kept.forgetAllBut(new Set(open.map(({ id }) => scene.detectorId(id))))
  return open.filter((incident) => scene.kept.hasNew(scene.detectorId(incident.id), incident))
}

/** Longest time for which the detector may hold up everything else in this process. */
const TURN_MS = 8

async function pushPosts(detector: Detector, posts: readonly Post[]): Promise<DetectedIncident[]> {
  const changes: DetectedIncident[] = []
  let began = performance.now()
  for (const post of posts) {
    changes.push(...detector.push(cleanPost(post)))
    if (performance.now() - began < TURN_MS) continue
    await nextTurn()
    began = performance.now()
  }
  return changes
}

/** PostgreSQL keeps every character but NUL. */
function cleanPost(post: Post): Post {
  if (
    !hasNul(post.text) &&
    !hasNul(post.id) &&
    !hasNul(post.author) &&
    !hasNul(post.source) &&
    !hasNul(post.url) &&
    !hasNul(post.lang) &&
    !hasNul(post.repostOf)
  )
    return post
  const clean = (text: string | undefined) => text?.replaceAll('\u0000', '\uFFFD')
  return {
    ...post,
    id: post.id.replaceAll('\u0000', '\uFFFD'),
    text: post.text.replaceAll('\u0000', '\uFFFD'),
    author: clean(post.author),
    source: clean(post.source),
    url: clean(post.url),
    lang: clean(post.lang),
    repostOf: clean(post.repostOf),
  } as Post
}

function hasNul(text: string | undefined): boolean {
  return text !== undefined && text.includes('\u0000')
}
