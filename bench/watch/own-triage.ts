import type { Post } from '../../src/features/watch/detector/types.ts'
import { HALVES, halfOf } from './halves.ts'
import { readInnocentPosts } from './innocent-posts.ts'
import type { TriageModel } from './models.ts'
import { readOwnEvents } from './own-events/read-events.ts'
import { share } from './report.ts'
import type { Report } from './report.ts'
import { averagePrecision, recallAt } from './score.ts'
import { scoreTexts } from './triage-score.ts'

/** Post by post, without any crowd: does the triage score part the invented events from posts that only sound like them? */
export function measureOwnTriage(model: TriageModel, report: Report, pool: Post[]): void {
  const events = readOwnEvents()
  const innocents = readInnocentPosts()
  const talk = scoreTexts(
    model,
    pool.map(({ text }) => text),
  )
  const told = HALVES.map((half) => {
    const real = events.flatMap((one) => (one.half === half ? one.posts.map(({ text }) => text) : []))
    const innocent = innocents.flatMap(({ text }) => (halfOf(text) === half ? [text] : []))
    const [positives, negatives] = [scoreTexts(model, real), scoreTexts(model, innocent)]
    const ranked = [
      ...positives.map((score) => ({ score, isPositive: true })),
      ...negatives.map((score) => ({ score, isPositive: false })),
    ]
    const passing = (part: number) =>
      `${share(recallAt(part, positives, talk))} and ${share(recallAt(part, negatives, talk))}`
    return `${half} ${passing(0.01)}; ${passing(0.001)}; AP ${share(averagePrecision(ranked))} (chance ${share(real.length / ranked.length)})`
  })
  report.row(
    'Triage of our own posts: share of event posts and of innocent posts above the score that 1 % of talk passes; 0.1 %; average precision of events against innocents',
    told.join(' · '),
    '–',
    'events high, innocents ≤ the share of talk',
  )
}
