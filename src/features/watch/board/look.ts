import type { Actor } from '#platform/actor.ts'
import type { TimeStyle } from '#platform/i18n/time.ts'
import type { BoardData } from './board-data.ts'

/** What every part of the board takes: the data, and who looks at it. */
export interface BoardLook {
  data: BoardData
  style: TimeStyle
  actor: Actor
}
