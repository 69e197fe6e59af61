import { scoreLeftOut } from '../../training/head-folds.ts'
import { type Figure, type HeadFigures, measureHeads, redraw } from '../../training/measure-heads.ts'
import type { Post } from '../../src/features/watch/detector/types.ts'
import type { TriageModel, Trainer } from './models.ts'
import type { EventStream, Pack } from './pack.ts'
import { share } from './report.ts'
import type { Report } from './report.ts'
import { averagePrecision } from './score.ts'
import { scoreTexts } from './triage-score.ts'

/** One T6 event scored by a model that never saw it. */
interface ScoredEvent {
  stream: EventStream
  scored: { score: number; isPositive: boolean }[]
  /** For each related post, the share of talk that scores as high. */
  ranks: number[]
}

/** Triage as a ranking: each T6 event scored by a model that never saw it, nor in the second row its kind; false positives on talk that no training saw. */
export function measureTriage(pack: Pack, trainer: Trainer, report: Report, talk: Post[]): void {
  const streams = pack.streams.filter(({ collection }) => collection === 't6')
  const score = (modelOf: (stream: EventStream) => TriageModel) =>
    streams.map((stream) => scoreEvent(stream, modelOf(stream), talk))
  const byEvent = score(({ event }) => trainer.withoutEvent(event))
  report.row(
    'Triage T6, pooled over leave-one-out: AP; recall at 0.1 % and 0.01 % false positives',
    figuresOf(byEvent).map(share).join('; '),
    '.967; .636; .376',
    '≥ .97; ≥ .70; ≥ .45',
  )
  report.note(
    `Triage T6, 95 % intervals when the five events are drawn again: ${intervalsOf(byEvent)}. By event (AP, recall at 0.1 % and 0.01 %): ${listEvents(byEvent)}. False positives on ${talk.length.toLocaleString('en')} posts of talk unseen in training.`,
  )
  const byKind = score(({ event }) => trainer.withoutKind(event, pack.events))
  report.row('The same, *kind* left out', figuresOf(byKind).map(share).join('; '), '–', '–')
  report.note(`Triage T6, *kind* left out: 95 % intervals ${intervalsOf(byKind)}. By event: ${listEvents(byKind)}.`)
}

function scoreEvent(stream: EventStream, model: TriageModel, talk: Post[]): ScoredEvent {
  const texts = (posts: Post[]) =>
    scoreTexts(
      model,
      posts.map(({ text }) => text),
    )
  const scores = texts(stream.posts.map(({ post }) => post))
  const negatives = texts(talk).sort((a, b) => a - b)
  const scored = stream.posts.map(({ isRelated }, i) => ({ score: scores[i] as number, isPositive: isRelated }))
  // A score of one model says nothing beside a score of another; the share of talk above it does.
  const ranks = scored.filter(({ isPositive }) => isPositive).map(({ score }) => rankOf(score, negatives))
  return { stream, scored, ranks }
}

/** Average precision, recall at 0.1 % and at 0.01 % false positives. */
function figuresOf(events: ScoredEvent[]): [number, number, number] {
  const ranks = events.flatMap((event) => event.ranks)
  const recall = (falsePositives: number) => ranks.filter((rank) => rank <= falsePositives).length / ranks.length
  return [averagePrecision(events.flatMap(({ scored }) => scored)), recall(0.001), recall(0.0001)]
}

function intervalsOf(events: ScoredEvent[]): string {
  return [0, 1, 2].map((i) => interval(redraw(events, (drawn) => figuresOf(drawn)[i]!, 100))).join('; ')
}

function listEvents(events: ScoredEvent[]): string {
  return events.map((event) => `${event.stream.event.event} ${figuresOf([event]).map(share).join(' ')}`).join(', ')
}

function interval({ low, high }: Figure): string {
  return `${share(low)} to ${share(high)}`
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

/** The heads on T26: whether a post is of use and who speaks, each event by heads that never saw it, nor in the second rows its kind. */
export function measureInformative(data: string, report: Report): void {
  const byEvent = measureHeads(scoreLeftOut(data, 'event'))
  const byKind = measureHeads(scoreLeftOut(data, 'kind'))
  for (const [figures, label, best, goal] of [
    [byEvent, '', '.936; .458', '≥ .945; ≥ .50'],
    [byKind, ', *kind* left out', '–', '–'],
  ] as const) {
    const [informative, eyewitness, official, newsroom] = figures as [
      HeadFigures,
      HeadFigures,
      HeadFigures,
      HeadFigures,
    ]
    report.row(
      `Triage T26 informative${label}: AP, pooled over leave-one-out; eyewitness: F1 pooled`,
      `${share(informative.averagePrecision.value)}; ${share(eyewitness.pooledF1.value)}; with the threshold shifted by each stream’s own unlabelled scores ${share(eyewitness.shiftedF1.value)}`,
      best,
      goal,
    )
    report.note(
      `T26${label}: informative AP ${interval(informative.averagePrecision)}; eyewitness F1 pooled ${interval(eyewitness.pooledF1)} (shifted ${interval(eyewitness.shiftedF1)}), mean over events ${share(eyewitness.meanF1)}; official F1 ${share(official.pooledF1.value)} (${interval(official.pooledF1)}); newsroom F1 ${share(newsroom.pooledF1.value)} (${interval(newsroom.pooledF1)}). Expected calibration error of the four: ${figures.map(({ calibrationError }) => share(calibrationError)).join(', ')}. Intervals are 95 %, events drawn again; thresholds and curves come from the other events. The detector does not shift thresholds yet.`,
    )
  }
}
