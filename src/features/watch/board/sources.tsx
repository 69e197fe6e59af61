import { SourceStrip } from '#ui/board.tsx'
import { watchWords } from '../words.ts'
import { canManageSources } from '../permissions.ts'
import { sourceLine } from './figures.ts'
import type { BoardLook } from './look.ts'

/** Every source and its state, at the foot of the board. */
export function BoardSources({ data, style, actor }: BoardLook) {
  const words = watchWords(style.locale)
  const isLinked = data.exercise === null && canManageSources(actor)
  const sources = data.sources.map((source) => ({
    name: source.name,
    state: source.state,
    text: sourceLine(source, data.now, style, words),
    ...(isLinked && { href: `/settings/sources#source-${source.id}` }),
  }))
  return (
    <SourceStrip
      title={sources.length > 0 ? words('source.title') : words(data.exercise ? 'source.none-yet' : 'source.none')}
      sources={sources}
    />
  )
}
