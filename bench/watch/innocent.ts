import { createDetector } from '../../src/features/watch/detector/index.ts'
import type { DetectedIncident, Post } from '../../src/features/watch/detector/types.ts'
import { INNOCENT_POSTS } from './innocent-posts.ts'
import type { TriageModel } from './models.ts'
import type { Report } from './report.ts'
import { areaAround, mergeTwo, talk } from './streams.ts'

const MINUTE = 60_000
const START = Date.UTC(2026, 0, 5)
const AREA = areaAround({ name: 'Anywhere', lat: 0, lon: 0 })

/** Drills, films, anniversaries, games, metaphors: each alone in ordinary talk, then all of a sort within ten minutes. */
export function measureInnocent(model: TriageModel, report: Report, pool: Post[]): void {
  const sorts = Object.entries(INNOCENT_POSTS)
  const alone = sorts.flatMap(([sort, texts]) => texts.map((text, i) => ({ id: `${sort}-${i}`, text })))
  const spread = alone.map((post, i): Post => ({ ...post, at: START + (i + 2) * 45 * MINUTE, author: post.id }))
  const { suspected, probable } = reached(model, pool, spread)
  const bursts = sorts.map(([sort, texts]) => {
    const posts = texts.map((text, i): Post => ({
      id: `${sort}-${i}`,
      text,
      at: START + 90 * MINUTE + (i * 10 * MINUTE) / texts.length,
      author: `${sort}-${i}`,
    }))
    return { sort, ...reached(model, pool, posts) }
  })
  const percent = ((suspected.length / alone.length) * 100).toFixed(1)
  report.row(
    `Drills, films, anniversaries, games, metaphors, ordinary days: ${alone.length} posts of our own, each alone in talk at 20 a minute; all of a sort within ten minutes`,
    `${percent} % suspected, ${probable.length} probable; ${bursts.filter((burst) => burst.probable.length > 0).length} of ${bursts.length} sorts probable`,
    '–',
    '≤ 1 % suspected, none probable',
  )
  if (suspected.length > 0) report.note(`Innocent, yet suspected: ${suspected.map((text) => `“${text}”`).join(' · ')}`)
  for (const { sort, probable: fired } of bursts) {
    if (fired.length > 0)
      report.note(
        `Innocent, yet probable when all of its sort come at once: ${sort}: ${fired.map((text) => `“${text}”`).join(' · ')}`,
      )
  }
}

/** Which of the posts are evidence that counts in incidents that became suspected, and probable. */
function reached(model: TriageModel, pool: Post[], posts: Post[]): { suspected: string[]; probable: string[] } {
  const detector = createDetector({ area: AREA, model })
  const own = new Set(posts.map(({ id }) => id))
  const suspected = new Set<string>()
  const probable = new Set<string>()
  const last = posts.at(-1)?.at ?? START
  const note = ({ state, evidence }: DetectedIncident) => {
    for (const { post, bearing } of evidence) {
      if (bearing !== 'counts' || !own.has(post.id)) continue
      suspected.add(post.text)
      if (state === 'probable') probable.add(post.text)
    }
  }
  for (const post of mergeTwo(posts, talk(pool, 20, START, last + 30 * MINUTE, 11))) detector.push(post).forEach(note)
  return { suspected: [...suspected], probable: [...probable] }
}
