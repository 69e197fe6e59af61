import { scoreTexts } from './triage-score.ts'
import type { Trainer } from './models.ts'
import type { EventStream, Pack } from './pack.ts'
import type { Post } from '../../src/features/watch/detector/types.ts'
import { share } from './report.ts'
import type { Report } from './report.ts'
import { averagePrecision, recallAt } from './score.ts'

/** Triage as a ranking: each T6 event scored by a model that never saw it; false positives on talk that no training saw. */
export function measureTriage(pack: Pack, trainer: Trainer, report: Report, talk: Post[]): void {
  const streams = pack.streams.filter(({ collection }) => collection === 't6')
  const pooled: { score: number; isPositive: boolean }[] = []
  const positives: number[] = []
  // A score of one model says nothing beside a score of another; the share of talk above it does.
  const perEvent = streams.map((stream) => {
    const model = trainer.withoutEvent(stream.event)
    const scores = scoreTexts(
      model,
      stream.posts.map(({ post }) => post.text),
    )
    const negatives = scoreTexts(
      model,
      talk.map(({ text }) => text),
    ).sort((a, b) => a - b)
    const scored = stream.posts.map(({ isRelated }, i) => ({ score: scores[i] as number, isPositive: isRelated }))
    pooled.push(...scored)
    const related = scored.filter(({ isPositive }) => isPositive).map(({ score }) => score)
    positives.push(...related.map((score) => rankOf(score, negatives)))
    return {
      stream,
      ap: averagePrecision(scored),
      recalls: [0.001, 0.0001].map((one) => recallAt(one, related, negatives)),
    }
  })
  const recall = (falsePositives: number) =>
    positives.filter((rank) => rank <= falsePositives).length / positives.length
  report.row(
    'Triage T6, pooled over leave-one-out: AP; recall at 0.1 % and 0.01 % false positives',
    [averagePrecision(pooled), recall(0.001), recall(0.0001)].map(share).join('; '),
    '.967; .636; .376',
    '≥ .97; ≥ .70; ≥ .45',
  )
  report.note(
    `Triage T6 by event (AP, recall at 0.1 % and 0.01 %): ${perEvent.map(({ stream, ap, recalls }) => `${stream.event.event} ${[ap, ...recalls].map(share).join(' ')}`).join(', ')}. False positives on ${talk.length.toLocaleString('en')} posts of talk unseen in training.`,
  )
}

/** The share of negatives that score as high or higher. */
function rankOf(score: number, ascending: number[]): number {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ascending[middle] as number) < score) low = middle + 1
    else high = middle
  }
  return (ascending.length - low) / ascending.length
}

/** T26: whether the same score ranks informative posts above the rest of their collection. */
export function measureInformative(pack: Pack, trainer: Trainer, report: Report): void {
  const streams = pack.streams.filter(({ collection }) => collection === 't26')
  const pooled: { score: number; isPositive: boolean }[] = []
  const perEvent = streams.map((stream: EventStream) => {
    const labelled = stream.posts.filter(({ label }) => label !== null)
    const scores = scoreTexts(
      trainer.withoutEvent(stream.event),
      labelled.map(({ post }) => post.text),
    )
    const scored = labelled.map(({ label }, i) => ({ score: scores[i] as number, isPositive: label === 'informative' }))
    pooled.push(...scored)
    return `${stream.event.event} ${share(averagePrecision(scored))}`
  })
  report.row(
    'Triage T26 informative: AP, pooled over leave-one-out; eyewitness: F1',
    `${share(averagePrecision(pooled))}; not measured (the detector has no eyewitness head)`,
    '.936; .458',
    '≥ .945; ≥ .50',
  )
  report.note(
    `The triage score has one head: it is trained to tell related from ordinary, and is asked here for informative. By event: ${perEvent.join(', ')}.`,
  )
}
