import type { TimeStyle } from '#platform/i18n/time.ts'
import { PostureLadder } from '#ui/posture-ladder.tsx'
import { POSTURE_LEVELS } from '../types.ts'
import { readinessWords } from '../words.ts'
import type { BesideData } from './beside-data.ts'

/** The posture ladder in one line, for the top of the board. */
export function BoardPosture({ data, style }: { data: BesideData; style: TimeStyle }) {
  const words = readinessWords(style.locale)
  return (
    <PostureLadder
      board
      label={words('posture.label')}
      steps={POSTURE_LEVELS.map((level) => ({
        name: words(`posture.${level}`),
        state: level === data.posture.level ? 'now' : 'next',
      }))}
    />
  )
}
