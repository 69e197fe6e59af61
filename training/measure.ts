import { loadModel, scoreWords } from '../src/features/watch/detector/model.ts'
import { type Example, handOf, readExamples, readUnseenTalk } from './examples.ts'
import { trainTriage } from './train.ts'
import type { Model } from '../src/features/watch/detector/model.ts'

export interface TriageFigures {
  averagePrecision: number
  /** Share of related posts above the score that 0.1 % of unseen talk reaches. */
  recall: number
  events: { event: string; averagePrecision: number; recall: number }[]
}

/** Scores each T6 event with a model that never saw it. */
export function measureTriage(data: string): TriageFigures {
  const { examples } = readExamples(data)
  const talk = readUnseenTalk(data)
  const pooled: { score: number; isRelated: boolean }[] = []
  let caught = 0
  let related = 0
  const events = [
    ...new Set(examples.flatMap(({ collection, event }) => (collection === 't6' && event ? [event] : []))),
  ].map((event) => {
    const model = loadModel(trainTriage({ data, withoutEvents: [event] }))
    const scored = examples
      .filter((example) => example.collection === 't6' && example.event === event)
      .map((example) => ({ score: scoreOf(model, example), isRelated: example.isRelated }))
    const limit =
      talk.map((example) => scoreOf(model, example)).toSorted((a, b) => b - a)[Math.floor(talk.length * 0.001)] ??
      Infinity
    const positives = scored.filter(({ isRelated }) => isRelated)
    const above = positives.filter(({ score }) => score > limit).length
    caught += above
    related += positives.length
    pooled.push(...scored)
    return { event, averagePrecision: averagePrecision(scored), recall: above / positives.length }
  })
  return { averagePrecision: averagePrecision(pooled), recall: caught / related, events }
}

function scoreOf(model: Model, example: Example): number {
  let score = model.bias
  for (const slot of handOf(example, model.hiddenFirst)) score += model.hand[slot]!
  return score + scoreWords(model, example.scanned)
}

function averagePrecision(scored: { score: number; isRelated: boolean }[]): number {
  let hits = 0
  let sum = 0
  for (const [i, { isRelated }] of scored.toSorted((a, b) => b.score - a.score).entries()) {
    if (!isRelated) continue
    hits++
    sum += hits / (i + 1)
  }
  return sum / hits
}
