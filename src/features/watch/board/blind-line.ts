import { clockTime, type TimeStyle } from '#platform/i18n/time.ts'
import { watchWords } from '../words.ts'
import type { BoardData } from './board-data.ts'

/** `1 of 6 sources is blind since 14:41`; undefined when all see. */
export function blindLine(data: Pick<BoardData, 'sources'>, style: TimeStyle): string | undefined {
  const blind = data.sources.filter(({ state }) => state === 'blind')
  if (blind.length === 0) return undefined
  const words = watchWords(style.locale)
  const since = blind
    .map(({ blindSince }) => blindSince)
    .filter((at) => at !== null)
    .toSorted((a, b) => a.getTime() - b.getTime())[0]
  const counts = { blind: blind.length, all: data.sources.length }
  return since ? words('blind.since', { ...counts, time: clockTime(since, style) }) : words('blind.some', counts)
}
