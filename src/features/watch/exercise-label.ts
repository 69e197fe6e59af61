import type { Locale } from '#platform/i18n/index.ts'
import type { ExerciseSummary } from './board/board-data.ts'
import { watchWords, wordFor } from './words.ts'

/** The drill band: which exercise, how fast, and that it is no real event. */
export function exerciseLabel(
  exercise: Pick<ExerciseSummary, 'title' | 'speed' | 'kind' | 'pagesPeople'>,
  locale: Locale,
): string {
  const words = watchWords(locale)
  const label = words(`exercise.label-${exercise.kind}`, {
    title: exercise.title[locale],
    speed: wordFor(words, 'speed', exercise.speed === null ? 'max' : String(exercise.speed)),
  })
  return exercise.pagesPeople ? label : `${label} ${words('exercise.pages-nobody')}`
}
